// A person's record made ready for matching: folded names and the keys of its contact points.
#pragma once

#include <kith/base/id.h>
#include <kith/exchange/record.h>

#include <string>
#include <string_view>
#include <vector>

namespace kith::importing {

/// A contact point of a record with its key, and who has it already.
struct KeyedContact {
    std::size_t index = 0;  ///< into PersonRecord::contacts
    ContactKind kind{};
    std::string key;
    /// Phones, handles and role mailboxes: several people may have it, so names must agree as well.
    bool shared = false;
    std::vector<Id> owners{};  ///< known people with this key
};

struct Reading {
    const exchange::PersonRecord* record = nullptr;
    std::string name;
    std::string folded;
    std::vector<KeyedContact> contacts;  ///< only those with a key, each once
    std::vector<std::string> organisations;  ///< folded
};

[[nodiscard]] Reading readingOf(const exchange::PersonRecord& record, std::string_view region);

/// Mailboxes of functions rather than people: RFC 2142 and the usual others ("info@", "jobs@").
[[nodiscard]] bool isRoleMailbox(std::string_view email);

/// Whether two folded names may be one person's: every word of the shorter is in the longer, initials standing for
/// words. A missing name agrees with none: a shared telephone alone names nobody.
[[nodiscard]] bool namesAgree(std::string_view a, std::string_view b);

/// Whether two folded names have a word in common, so that one may replace the other (a marriage, a spelling).
[[nodiscard]] bool namesAreRelated(std::string_view a, std::string_view b);

/// Of the names that lines give one person, the fullest is theirs: the longest, then the first by letter.
[[nodiscard]] bool isFuller(std::string_view folded, std::string_view than);

enum class Strictness : std::uint8_t {
    SameFile,  ///< one list: whoever has another e-mail, profile or phone is somebody else
    Elsewhere,  ///< two sources: only another address of the same domain or site tells people apart
};

/// Whether the contact points of two people of the same name say that they are two.
[[nodiscard]] bool contradict(const std::vector<KeyedContact>& a, const std::vector<KeyedContact>& b,
                              Strictness strictness);

}  // namespace kith::importing
