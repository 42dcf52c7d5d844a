// Reading a file for an import: what it is, what its columns mean, what it says.
#pragma once

#include <kith/exchange/columns.h>
#include <kith/exchange/detect.h>
#include <kith/usecases/workspace.h>

#include <optional>
#include <string>
#include <string_view>

namespace kith {

struct ImportFile {
    exchange::ParsedFile parsed;
    /// Headers, columns and first rows of a CSV file other than a LinkedIn export; nothing for other formats.
    std::optional<exchange::TableOutline> table{};
};

/// Reads the bytes of a file. A CSV file is read with the map that is given, else with the columns that were chosen for
/// a file of the same headers before, else as guessed. Reads only, so it may run beside the writer. BadInput with a
/// sentence when the file as a whole cannot be used. O(length).
class ReadImportFile {
public:
    ReadImportFile(const WorkspaceReader& reader, const Zone& zone) : reader_(reader), zone_(zone) { }
    /// The zone of `how` is set here.
    [[nodiscard]] Result<ImportFile> run(std::string_view bytes, exchange::ParseOptions how) const;
    [[nodiscard]] Result<ImportFile> run(std::string_view bytes, const std::string& fileName,
                                         const std::optional<exchange::ColumnMap>& map = std::nullopt) const;

private:
    const WorkspaceReader& reader_;
    const Zone& zone_;
};

/// Keeps the columns that a person chose, for the next file with these headers.
class RememberColumns {
public:
    explicit RememberColumns(Services& services) : services_(services) { }
    [[nodiscard]] Result<void> run(const exchange::ColumnMap& map) const;

private:
    Services& services_;
};

}  // namespace kith
