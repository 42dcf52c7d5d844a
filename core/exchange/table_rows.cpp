#include <kith/exchange/table_rows.h>

#include <kith/base/text.h>
#include <kith/exchange/header_words.h>
#include <kith/exchange/text_fields.h>

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace kith::exchange {

namespace {

std::string_view shown(std::string_view text)
{
    return prefixUtf8(text, 40);
}

/// The value of a fixed word; "worked with" and "Worked_With" count as "worked-with".
template <class E>
std::expected<E, std::string> wordIn(std::string_view text, std::string_view column)
{
    std::string word = oneLine(text);
    std::ranges::replace_if(word, [](char c) { return c == ' ' || c == '_'; }, '-');
    if (const auto value = fromWord<E>(word)) return *value;
    std::string known;
    for (const Word& w : wordsOf<E>()) known.append(known.empty() ? "" : ", ").append(w.word);
    return std::unexpected(fmt::format("“{}” is not a {} ({}); the row was left out.", shown(text), column, known));
}

std::expected<Channel, std::string> channelIn(std::string_view text)
{
    constexpr std::pair<std::string_view, Channel> kOthers[] = {
        {"e-mail", Channel::Email},    {"mail", Channel::Email},      {"phone", Channel::Call},
        {"phone call", Channel::Call}, {"video call", Channel::Call}, {"chat", Channel::Message},
        {"sms", Channel::Message},
    };
    for (const auto& [word, channel] : kOthers)
        if (equalsIgnoringCase(word, text)) return channel;
    return wordIn<Channel>(text, "channel");
}

std::expected<double, std::string> strengthIn(std::string_view text)
{
    std::string number(text);
    std::ranges::replace(number, ',', '.');
    double value = 0;
    const auto [stop, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error != std::errc{} || stop != number.data() + number.size() || !(value >= 0 && value <= 1))
        return std::unexpected(
            fmt::format("The strength “{}” is not between 0 and 1; the row was left out.", shown(text)));
    return value;
}

std::expected<Facets, std::string> facetsIn(std::string_view text)
{
    Facets facets;
    std::string words(text);
    std::ranges::replace_if(words, [](char c) { return c == ',' || c == '|'; }, ';');
    for (const std::string& item : listItems(words)) {
        const auto facet = equalsIgnoringCase(item, "client contact") ? std::expected<Facet, std::string>(Facet::Client)
                                                                      : wordIn<Facet>(item, "facet");
        if (!facet) return std::unexpected(facet.error());
        facets.add(*facet);
    }
    return facets;
}

/// Calls `use(column, text, index)` for every filled cell with a meaning; the first error ends it.
template <class Use>
std::expected<void, std::string> eachCell(const RowShape& shape, const CsvRow& row, const Use& use)
{
    const std::size_t count = std::min(row.fields.size(), shape.columns.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (shape.columns[i] == Column::Ignore) continue;
        const std::string_view text = trim(row.fields[i]);
        if (text.empty()) continue;
        if (auto used = use(shape.columns[i], text, i); !used) return used;
    }
    return {};
}

void fill(std::string& field, std::string_view text)
{
    if (field.empty()) field = oneLine(text);
}

std::expected<Date, std::string> dateIn(const RowShape& shape, std::string_view text, std::string_view column)
{
    const auto date = readDate(text, shape.dayOrder);
    if (!date) return std::unexpected(sentenceFor(date.error(), column, text));
    return *date;
}

void addContacts(PersonRecord& person, ContactKind kind, std::string_view text, std::string_view label)
{
    std::string parts(text);
    // An address has no comma; a phone number and a URL may.
    if (kind == ContactKind::Email) std::ranges::replace(parts, ',', ';');
    for (const std::string& item : listItems(parts)) addContact(person, kind, item, label);
}

bool isFilled(std::string_view field)
{
    return !trim(field).empty();
}

template <class Record>
void take(std::expected<Record, std::string> read, std::vector<Record>& into, ParsedFile& file, std::size_t line)
{
    if (read) into.push_back(std::move(*read));
    else file.rejected.push_back({line, std::move(read.error())});
}

}  // namespace

RowShape rowShape(const ColumnMap& map, const TableOptions& options, const Zone& utc)
{
    RowShape shape{.columns = map.columns,
                   .labels = {},
                   .dayOrder = options.dayOrder,
                   .zone = options.zone != nullptr ? options.zone : &utc};
    for (const std::string& header : map.headers) shape.labels.emplace_back(labelForKey(headerKey(header)));
    shape.labels.resize(shape.columns.size());
    return shape;
}

std::expected<PersonRecord, std::string> personFrom(const RowShape& shape, const CsvRow& row)
{
    PersonRecord person{.line = row.line, .name = {}};
    PositionRecord position{};
    const auto use = [&](Column column, std::string_view text, std::size_t i) -> std::expected<void, std::string> {
        switch (column) {
        case Column::Name: fill(person.name, text); break;
        case Column::GivenName: fill(person.given, text); break;
        case Column::FamilyName: fill(person.family, text); break;
        case Column::Role: fill(position.role, text); break;
        case Column::Organisation: fill(position.organisation, text); break;
        case Column::Area: fill(position.area, text); break;
        case Column::City: fill(person.city, text); break;
        case Column::Email: addContacts(person, ContactKind::Email, text, shape.labels[i]); break;
        case Column::Phone: addContacts(person, ContactKind::Phone, text, shape.labels[i]); break;
        case Column::Url: addContacts(person, ContactKind::Url, text, shape.labels[i]); break;
        case Column::Skills:
            for (const std::string& item : listItems(text)) addSkillText(person, item);
            break;
        case Column::Tags:
            // Google marks its own groups with an asterisk.
            for (const std::string& item : listItems(text))
                if (!item.starts_with("* ")) addTag(person, item);
            break;
        case Column::Facets: {
            const auto facets = facetsIn(text);
            if (!facets) return std::unexpected(facets.error());
            if (!person.facets) person.facets.emplace();
            person.facets->bits = static_cast<std::uint8_t>(person.facets->bits | facets->bits);
            break;
        }
        case Column::Note: addLines(person.about, text); break;
        case Column::Source: fill(person.source, text); break;
        case Column::ConnectedOn: {
            const auto date = dateIn(shape, text, "connected on");
            if (!date) return std::unexpected(date.error());
            if (!person.connectedOn) person.connectedOn = *date;
            break;
        }
        default: break;
        }
        return {};
    };
    if (auto used = eachCell(shape, row, use); !used) return std::unexpected(used.error());
    if (position != PositionRecord{}) person.positions.push_back(std::move(position));
    if (!completeName(person)) return std::unexpected("This row names nobody; it was left out.");
    return person;
}

std::expected<TieRecord, std::string> tieFrom(const RowShape& shape, const CsvRow& row)
{
    TieRecord tie{.line = row.line, .from = {}, .to = {}};
    const auto use = [&](Column column, std::string_view text, std::size_t) -> std::expected<void, std::string> {
        switch (column) {
        case Column::From: fill(tie.from, text); break;
        case Column::To: fill(tie.to, text); break;
        case Column::Note: addLines(tie.note, text); break;
        case Column::TieKindColumn: {
            const auto kind = wordIn<TieKind>(text, "kind of tie");
            if (!kind) return std::unexpected(kind.error());
            tie.kind = *kind;
            break;
        }
        case Column::Strength: {
            const auto strength = strengthIn(text);
            if (!strength) return std::unexpected(strength.error());
            tie.strength = *strength;
            break;
        }
        case Column::Since: {
            const auto date = dateIn(shape, text, "since");
            if (!date) return std::unexpected(date.error());
            tie.since = *date;
            break;
        }
        default: break;
        }
        return {};
    };
    if (auto used = eachCell(shape, row, use); !used) return std::unexpected(used.error());
    if (tie.from.empty() || tie.to.empty())
        return std::unexpected("A tie needs two people, “from” and “to”; the row was left out.");
    return tie;
}

std::expected<InteractionRecord, std::string> interactionFrom(const RowShape& shape, const CsvRow& row)
{
    InteractionRecord interaction{.line = row.line, .people = {}};
    bool timed = false;
    const auto use = [&](Column column, std::string_view text, std::size_t) -> std::expected<void, std::string> {
        switch (column) {
        case Column::People:
            for (std::string& item : listItems(text))
                if (std::ranges::find(interaction.people, item) == interaction.people.end()
                    && interaction.people.size() < 1000)
                    interaction.people.push_back(std::move(item));
            break;
        case Column::At: {
            const auto at = readInstant(text, shape.dayOrder, *shape.zone);
            if (!at) return std::unexpected(sentenceFor(at.error(), "at", text));
            interaction.at = *at;
            timed = true;
            break;
        }
        case Column::ChannelColumn: {
            const auto channel = channelIn(text);
            if (!channel) return std::unexpected(channel.error());
            interaction.channel = *channel;
            break;
        }
        case Column::DirectionColumn: {
            const auto direction = wordIn<Direction>(text, "direction");
            if (!direction) return std::unexpected(direction.error());
            interaction.direction = *direction;
            break;
        }
        case Column::DepthColumn: {
            const auto depth = wordIn<Depth>(text, "depth");
            if (!depth) return std::unexpected(depth.error());
            interaction.depth = *depth;
            break;
        }
        case Column::Text: addLines(interaction.text, text); break;
        default: break;
        }
        return {};
    };
    if (auto used = eachCell(shape, row, use); !used) return std::unexpected(used.error());
    if (interaction.people.empty()) return std::unexpected("This row names nobody who took part; it was left out.");
    if (!timed) return std::unexpected("This row does not say when it happened (“at”); it was left out.");
    return interaction;
}

void readRows(CsvReader& reader, const RowShape& shape, std::size_t linesAbove, ParsedFile& file)
{
    const std::size_t width = shape.columns.size();
    bool ragged = false;
    CsvRow row;
    while (reader.next(row)) {
        row.line += linesAbove;
        const auto reject = [&](std::string reason) { file.rejected.push_back({row.line, std::move(reason)}); };
        const bool narrow = row.fields.size() < width;
        if (!row.problem.empty()) {
            reject(row.problem);
        } else if (std::ranges::none_of(row.fields, isFilled)) {
            continue;
        } else if (row.fields.size() > width
                   && std::any_of(row.fields.begin() + static_cast<std::ptrdiff_t>(width), row.fields.end(),
                                  isFilled)) {
            reject(fmt::format("This row has {} fields where the header has {}; it was left out.", row.fields.size(),
                               width));
        } else if (narrow && !row.complete && !ragged) {
            reject("The file ends in the middle of this row; it was left out.");
        } else {
            ragged = ragged || narrow;
            switch (file.kind) {
            case RecordKind::People: take(personFrom(shape, row), file.people, file, row.line); break;
            case RecordKind::Ties: take(tieFrom(shape, row), file.ties, file, row.line); break;
            case RecordKind::Interactions: take(interactionFrom(shape, row), file.interactions, file, row.line); break;
            }
        }
    }
}

}  // namespace kith::exchange
