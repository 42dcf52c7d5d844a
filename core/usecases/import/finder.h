// Who is meant by what a file writes for a person: an id, an e-mail, a profile URL, a phone, a handle or a name.
#pragma once

#include <kith/usecases/workspace.h>

#include <expected>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kith::importing {

/// Looks people up exactly, unlike completion: a wrong guess would put words into somebody's history.
class PersonFinder {
public:
    PersonFinder(const WorkspaceReader& reader, std::string region) : reader_(reader), region_(std::move(region)) { }

    struct Found {
        Id person;
        std::string reason;  ///< a sentence when nobody or several are meant
    };
    /// Remembers its answers.
    [[nodiscard]] const Found& find(std::string_view text);
    [[nodiscard]] const std::string& nameOf(const Id& person);

private:
    [[nodiscard]] Found look(std::string_view text) const;

    const WorkspaceReader& reader_;
    std::string region_;
    std::unordered_map<std::string, Found> found_;
    std::unordered_map<Id, std::string> names_;
};

}  // namespace kith::importing
