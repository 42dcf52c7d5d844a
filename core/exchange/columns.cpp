#include <kith/exchange/columns.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>
#include <kith/exchange/header_words.h>

#include <algorithm>
#include <map>
#include <set>

namespace kith::exchange {

namespace {

struct ColumnWord {
    Column column;
    std::string_view word;
};

constexpr ColumnWord kColumnWords[] = {
    {Column::Ignore, "ignore"},
    {Column::Name, "name"},
    {Column::GivenName, "first name"},
    {Column::FamilyName, "last name"},
    {Column::Role, "title"},
    {Column::Organisation, "organisation"},
    {Column::Area, "area"},
    {Column::City, "city"},
    {Column::Email, "email"},
    {Column::Phone, "phone"},
    {Column::Url, "url"},
    {Column::Skills, "skills"},
    {Column::Facets, "facets"},
    {Column::Note, "note"},
    {Column::Source, "source"},
    {Column::Tags, "tags"},
    {Column::ConnectedOn, "connected on"},
    {Column::From, "from"},
    {Column::To, "to"},
    {Column::TieKindColumn, "kind"},
    {Column::Strength, "strength"},
    {Column::Since, "since"},
    {Column::People, "people"},
    {Column::At, "at"},
    {Column::ChannelColumn, "channel"},
    {Column::DirectionColumn, "direction"},
    {Column::DepthColumn, "depth"},
    {Column::Text, "text"},
};

constexpr Column kPeopleColumns[] = {
    Column::Ignore, Column::Name, Column::GivenName, Column::FamilyName, Column::Role,        Column::Organisation,
    Column::Area,   Column::City, Column::Email,     Column::Phone,      Column::Url,         Column::Skills,
    Column::Facets, Column::Note, Column::Tags,      Column::Source,     Column::ConnectedOn,
};
constexpr Column kTieColumns[] = {
    Column::Ignore, Column::From, Column::To, Column::TieKindColumn, Column::Strength, Column::Since, Column::Note,
};
constexpr Column kInteractionColumns[] = {
    Column::Ignore,          Column::People,      Column::At,   Column::ChannelColumn,
    Column::DirectionColumn, Column::DepthColumn, Column::Text,
};

bool has(const std::vector<Column>& columns, Column column)
{
    return std::ranges::find(columns, column) != columns.end();
}

/// "Vorname; Name" and "Prénom; Nom": beside a given name alone, the plain word for a name is the family name;
/// "Nombre; Apellidos": beside a family name alone it is the given name.
void settleNames(const std::vector<std::string>& keys, std::vector<Column>& columns)
{
    const bool given = has(columns, Column::GivenName);
    const bool family = has(columns, Column::FamilyName);
    if (given == family) return;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i] == Column::Name && (keys[i] == "name" || keys[i] == "nom" || keys[i] == "nombre"))
            columns[i] = given ? Column::FamilyName : Column::GivenName;
}

/// Outlook's "Title" is Mr or Ms; the role stands under "Job Title".
void settleTitles(const std::vector<std::string>& keys, std::vector<Column>& columns)
{
    const auto isRole = [&](std::size_t i) { return columns[i] == Column::Role && keys[i] != "title"; };
    bool other = false;
    for (std::size_t i = 0; i < columns.size(); ++i) other = other || isRole(i);
    for (std::size_t i = 0; other && i < columns.size(); ++i)
        if (columns[i] == Column::Role && keys[i] == "title") columns[i] = Column::Ignore;
}

std::vector<std::string> keysOf(std::span<const std::string> headers)
{
    std::vector<std::string> keys;
    keys.reserve(headers.size());
    for (const std::string& header : headers) keys.push_back(headerKey(header));
    return keys;
}

}  // namespace

std::string_view wordFor(Column column)
{
    const auto found = std::ranges::find(kColumnWords, column, &ColumnWord::column);
    return found == std::end(kColumnWords) ? std::string_view("ignore") : found->word;
}

std::optional<Column> columnFromWord(std::string_view word)
{
    const auto found =
        std::ranges::find_if(kColumnWords, [&](const ColumnWord& c) { return equalsIgnoringCase(c.word, trim(word)); });
    return found == std::end(kColumnWords) ? std::nullopt : std::optional(found->column);
}

std::span<const Column> columnsFor(RecordKind kind)
{
    switch (kind) {
    case RecordKind::People: return kPeopleColumns;
    case RecordKind::Ties: return kTieColumns;
    case RecordKind::Interactions: return kInteractionColumns;
    }
    return kPeopleColumns;
}

bool mayRepeat(Column column)
{
    switch (column) {
    case Column::Ignore:
    case Column::Email:
    case Column::Phone:
    case Column::Url:
    case Column::Skills:
    case Column::Facets:
    case Column::Note:
    case Column::Tags:
    case Column::People: return true;
    default: return false;
    }
}

RecordKind guessKind(std::span<const std::string> headers)
{
    std::set<Column> ties;
    std::set<Column> interactions;
    std::set<Column> people;
    for (const std::string& key : keysOf(headers)) {
        ties.insert(columnForKey(key, RecordKind::Ties));
        interactions.insert(columnForKey(key, RecordKind::Interactions));
        people.insert(columnForKey(key, RecordKind::People));
    }
    if (ties.contains(Column::From) && ties.contains(Column::To)) return RecordKind::Ties;
    const bool happened = interactions.contains(Column::At)
        || (interactions.contains(Column::ChannelColumn) && interactions.contains(Column::Text));
    const bool contacts = people.contains(Column::GivenName) || people.contains(Column::Email);
    if (interactions.contains(Column::People) && happened && !contacts) return RecordKind::Interactions;
    return RecordKind::People;
}

ColumnMap guessColumns(std::span<const std::string> headers, RecordKind kind, char separator)
{
    const std::vector<std::string> keys = keysOf(headers);
    ColumnMap map{.headers = {headers.begin(), headers.end()}, .columns = {}, .separator = separator};
    for (const std::string& key : keys) map.columns.push_back(columnForKey(key, kind));
    if (kind == RecordKind::People) {
        settleNames(keys, map.columns);
        settleTitles(keys, map.columns);
    }
    std::set<std::string> seen;
    for (std::size_t i = 0; i < map.columns.size(); ++i) {
        const bool again = !seen.insert(asciiLower(trim(headers[i]))).second;
        if (again && !mayRepeat(map.columns[i])) map.columns[i] = Column::Ignore;
    }
    return map;
}

ColumnMap applyMap(const ColumnMap& map, std::span<const std::string> headers, RecordKind kind, char separator)
{
    ColumnMap result = guessColumns(headers, kind, separator);
    std::map<std::string, std::vector<Column>> wanted;
    for (std::size_t i = 0; i < map.headers.size() && i < map.columns.size(); ++i)
        wanted[fold(map.headers[i])].push_back(map.columns[i]);
    std::map<std::string, std::size_t> met;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        const std::string key = fold(headers[i]);
        const auto found = wanted.find(key);
        if (found == wanted.end()) continue;
        const std::size_t n = met[key]++;
        result.columns[i] = n < found->second.size() ? found->second[n] : Column::Ignore;
    }
    return result;
}

std::string rememberedAs(std::span<const std::string> headers)
{
    std::string key;
    for (const std::string& header : headers) key.append(fold(header)).append("|");
    return key;
}

}  // namespace kith::exchange
