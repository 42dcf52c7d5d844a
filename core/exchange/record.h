// What files say, before it is matched with what the workspace knows. Parsers produce it, the import plan reads it.
#pragma once

#include <kith/base/clock.h>
#include <kith/domain/vocabulary.h>

#include <optional>
#include <string>
#include <vector>

namespace kith::exchange {

enum class Format : std::uint8_t { LinkedIn, Csv, VCard, JsonResume };
/// What a CSV file lists (cli.md: `--kind`).
enum class RecordKind : std::uint8_t { People, Ties, Interactions };

struct ContactRecord {
    ContactKind kind = ContactKind::Email;
    std::string value;
    std::string label{};  ///< "work", "home" …
    friend bool operator==(const ContactRecord&, const ContactRecord&) = default;
};

struct PositionRecord {
    std::string organisation;
    std::string area{};  ///< a business area of our own organisation
    std::string role{};
    std::optional<Date> since{};
    std::optional<Date> until{};  ///< nothing: still there
    friend bool operator==(const PositionRecord&, const PositionRecord&) = default;
};

struct SkillRecord {
    std::string name;
    SkillLevel level = SkillLevel::Unstated;
    Evidence evidence = Evidence::SelfDeclared;
    friend bool operator==(const SkillRecord&, const SkillRecord&) = default;
};

/// A tie that a person's record mentions, to somebody named by e-mail, URL, UID or name.
struct RelatedRecord {
    std::string who;
    TieKind kind = TieKind::Knows;
    friend bool operator==(const RelatedRecord&, const RelatedRecord&) = default;
};

/// One person as a file describes them. All text is valid UTF-8, trimmed; empty means "not said".
struct PersonRecord {
    std::size_t line = 0;  ///< line in the file where the record starts, from 1
    std::string name;  ///< as displayed; made of given and family when the file has no other
    std::string given{};
    std::string family{};
    std::string city{};
    std::string about{};
    std::string uid{};  ///< the file's own identifier (vCard UID), for ties inside the file
    std::string source{};  ///< where the file says the person was found ("referral", "meet-up"); may be empty
    std::optional<Facets> facets{};
    std::optional<Date> connectedOn{};  ///< LinkedIn: when the connection was made
    std::vector<ContactRecord> contacts{};
    std::vector<PositionRecord> positions{};
    std::vector<SkillRecord> skills{};
    std::vector<std::string> tags{};
    std::vector<RelatedRecord> related{};
    friend bool operator==(const PersonRecord&, const PersonRecord&) = default;
};

struct TieRecord {
    std::size_t line = 0;
    std::string from;  ///< id, e-mail, profile URL or name
    std::string to;
    TieKind kind = TieKind::Knows;
    std::optional<double> strength{};  ///< 0-1
    std::optional<Date> since{};
    std::string note{};
    friend bool operator==(const TieRecord&, const TieRecord&) = default;
};

struct InteractionRecord {
    std::size_t line = 0;
    std::vector<std::string> people;  ///< ids, e-mails, profile URLs or names
    Instant at{};
    Channel channel = Channel::Note;
    Direction direction = Direction::Both;
    Depth depth = Depth::Exchange;
    std::string text{};
    friend bool operator==(const InteractionRecord&, const InteractionRecord&) = default;
};

/// A line that could not be used, and why, in a sentence.
struct Rejection {
    std::size_t line = 0;
    std::string reason;
    friend bool operator==(const Rejection&, const Rejection&) = default;
};

/// A file, read. Order is the file's.
struct ParsedFile {
    Format format{};
    RecordKind kind = RecordKind::People;
    std::vector<PersonRecord> people{};
    std::vector<TieRecord> ties{};
    std::vector<InteractionRecord> interactions{};
    std::vector<Rejection> rejected{};
};

/// What a column of a CSV file means.
enum class Column : std::uint8_t {
    Ignore,
    Name,
    GivenName,
    FamilyName,
    Role,
    Organisation,
    Area,
    City,
    Email,
    Phone,
    Url,
    Skills,
    Facets,
    Note,
    Source,
    Tags,
    ConnectedOn,
    From,
    To,
    TieKindColumn,
    Strength,
    Since,
    People,
    At,
    ChannelColumn,
    DirectionColumn,
    DepthColumn,
    Text,
};

/// How the columns of a CSV file are read; guessed from the headers, corrected by a person, remembered per header line.
struct ColumnMap {
    std::vector<std::string> headers;
    std::vector<Column> columns;  ///< one for each header
    char separator = ',';
    friend bool operator==(const ColumnMap&, const ColumnMap&) = default;
};

}  // namespace kith::exchange
