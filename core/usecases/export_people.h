// What leaves the workspace: people with everything that is known of them, as a file.
#pragma once

#include <kith/exchange/export_record.h>
#include <kith/usecases/workspace.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kith {

enum class ExportFormat : std::uint8_t { VCard, Csv, Json };

/// The format for a file name by its ending (.vcf, .csv, .json).
[[nodiscard]] std::optional<ExportFormat> exportFormatOf(std::string_view fileName);

/// A person as exports write them.
[[nodiscard]] exchange::ExportPerson exportRecord(const PersonDetail& person);

/// Writes everybody. vCard and JSON go out person by person, so that memory does not grow with the workspace; CSV is
/// one piece of a few hundred bytes a person.
class ExportPeople {
public:
    /// Takes a part of the file; an error ends the export and is returned.
    using Write = std::function<Result<void>(std::string_view)>;
    /// People written so far and in all.
    using Progress = std::function<void(std::size_t done, std::size_t total)>;

    ExportPeople(const WorkspaceReader& reader, Instant now) : reader_(reader), now_(now) { }
    /// Returns the number of people. O(everything).
    [[nodiscard]] Result<std::size_t> run(ExportFormat format, const Write& write, const Progress& progress = {}) const;

private:
    Result<std::size_t> forEachPerson(std::size_t interactions, const std::function<Result<void>(PersonDetail)>& visit,
                                      const Progress& progress) const;
    [[nodiscard]] Result<std::size_t> runJson(const Write& write, const Progress& progress) const;

    const WorkspaceReader& reader_;
    Instant now_;
};

}  // namespace kith
