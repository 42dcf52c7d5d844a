#include <kith/usecases/edit_rules.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace kith::edits {

namespace {

using namespace std::chrono_literals;

constexpr Date kFirstDay = std::chrono::sys_days{1900y / std::chrono::January / 1};
constexpr Date kLastDay = std::chrono::sys_days{2199y / std::chrono::December / 31};

Result<Value> checkedEnum(const FieldSpec& spec, const Value& value)
{
    const auto* number = std::get_if<std::int64_t>(&value);
    const auto words = spec.words != nullptr ? spec.words() : std::span<const Word>{};
    if (number != nullptr && spec.type == Type::Enum && !wordFor(words, *number).empty()) return value;
    if (number != nullptr && spec.type == Type::Flags) {
        std::int64_t known = 0;
        for (const Word& word : words) known |= word.value;
        if ((*number & ~known) == 0) return value;
    }
    return fail(ErrorCode::BadInput, fmt::format("That is not one of the words for {}.", spec.name));
}

Result<Value> checkedNumber(const FieldSpec& spec, const Value& value)
{
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number == nullptr) return fail(ErrorCode::BadInput, fmt::format("The field {} takes a number.", spec.name));
    if (spec.type == Type::Date) {
        const auto days = std::clamp<std::int64_t>(*number, -1'000'000, 1'000'000);
        KITH_CHECK(checkDate(Date{std::chrono::days{days}}, "The date"));
    }
    if (spec.type == Type::Instant) KITH_CHECK(checkInstant(Instant{std::chrono::milliseconds{*number}}, "The time"));
    return value;
}

}  // namespace

Result<void> checkText(std::string_view text, std::string_view what)
{
    if (text.size() <= kMaxText) return {};
    return fail(ErrorCode::BadInput, fmt::format("{} is longer than 1 MB; nothing was saved.", what));
}

Result<std::string> oneLine(std::string_view text, std::string_view what)
{
    if (text.size() > kMaxLine)
        return fail(ErrorCode::BadInput,
                    fmt::format("{} is longer than {} characters; nothing was saved.", what, kMaxLine));
    return collapseSpace(toValidUtf8(text));
}

Result<void> checkDate(Date date, std::string_view what)
{
    if (date >= kFirstDay && date <= kLastDay) return {};
    return fail(ErrorCode::BadInput,
                fmt::format("{} is not between the years 1900 and 2200; nothing was saved.", what));
}

Result<void> checkInstant(Instant at, std::string_view what)
{
    return checkDate(std::chrono::floor<std::chrono::days>(at), what);
}

Result<Row> findRow(const MatchQueries& reader, Kind kind, const Id& id, std::string_view what)
{
    auto row = id.isNil() ? std::nullopt : reader.row(kind, id);
    if (!row || row->removed)
        return fail(ErrorCode::NotFound, fmt::format("There is no such {}; nothing was changed.", what));
    return std::move(*row);
}

Result<Row> findPerson(const MatchQueries& reader, const Id& id)
{
    return findRow(reader, Kind::Person, id, "person");
}

Value fieldOf(const Row& row, FieldIndex field)
{
    return field < row.values.size() ? row.values[field] : Value{};
}

std::vector<Row> rowsOf(const MatchQueries& reader, Kind kind, FieldIndex field, const Id& target)
{
    auto rows = reader.rowsReferring(kind, field, target);
    std::erase_if(rows, [](const Row& row) { return row.removed; });
    return rows;
}

Date today(const Services& services)
{
    return services.zone.dateOf(services.clock.now());
}

Source typedToday(const Services& services)
{
    return {.origin = "typed", .detail = {}, .asOf = today(services)};
}

Edit typedEdit(const Services& services, CommandKind command, std::string subject)
{
    return {.command = command, .subject = std::move(subject), .source = typedToday(services), .rows = {}};
}

Result<Edit> typedEditOf(const Services& services, CommandKind command, const Id& person)
{
    KITH_TRY(row, findPerson(services.reader, person));
    return typedEdit(services, command, textOf(fieldOf(row, person::name)));
}

Result<ChangeSet> removePartOf(Services& services, CommandKind command, Kind kind, FieldIndex person, const Id& id,
                               std::string_view what)
{
    KITH_TRY(row, findRow(services.reader, kind, id, what));
    KITH_TRY(edit, typedEditOf(services, command, services.reader.shownFor(idOf(fieldOf(row, person)))));
    edit.remove(kind, id);
    for (const Row& twin : twinsOf(services, row, person)) edit.remove(kind, twin.id);
    return services.writer.apply(edit);
}

std::vector<Row> twinsOf(const Services& services, const Row& row, FieldIndex person)
{
    const auto said = [&](const Row& of) -> std::string {
        switch (of.kind) {
        case Kind::ContactPoint: {
            const auto kind = static_cast<ContactKind>(intOf(fieldOf(of, contact_point::kind)));
            return fmt::format("{} {}", static_cast<int>(kind),
                               contactKey(kind, textOf(fieldOf(of, contact_point::value)), region(services)));
        }
        case Kind::PersonSkill: return idOf(fieldOf(of, person_skill::skill)).toString();
        case Kind::PersonTag: return idOf(fieldOf(of, person_tag::tag)).toString();
        case Kind::PoolMember: return idOf(fieldOf(of, pool_member::pool)).toString();
        case Kind::Placement: return idOf(fieldOf(of, placement::pipeline)).toString();
        default: return of.id.toString();
        }
    };
    const Id whose = idOf(fieldOf(row, person));
    std::vector<Row> twins = rowsOf(services.reader, row.kind, person, whose);
    std::erase_if(twins, [&](const Row& other) {
        return other.id == row.id || idOf(fieldOf(other, person)) == whose || said(other) != said(row);
    });
    return twins;
}

std::vector<Id> recordsOf(const WorkspaceReader& reader, const Id& person)
{
    const Id shown = reader.shownFor(person);
    std::vector<Id> records = reader.mergedInto(shown);
    records.insert(records.begin(), shown);
    return records;
}

Id me(const Services& services)
{
    const auto id = Id::parse(services.reader.setting(settings::kMe));
    if (!id) return {};
    const Id shown = services.reader.shownFor(*id);
    return findPerson(services.reader, shown) ? shown : Id{};
}

std::string region(const Services& services)
{
    return regionOf(services.reader);
}

Result<std::string> checkedContact(const Services& services, ContactKind kind, std::string_view value)
{
    KITH_TRY(clean, oneLine(value, "The contact point"));
    if (!contactKey(kind, clean, region(services)).empty()) return clean;
    constexpr std::array<std::string_view, 4> kNames{"an e-mail address", "a phone number", "a web address",
                                                     "a handle"};
    return fail(ErrorCode::BadInput,
                fmt::format("That is not {}; nothing was saved.", kNames.at(static_cast<std::size_t>(kind))));
}

Id namedOrNew(Services& services, Edit& edit, Kind kind, const std::string& name)
{
    const std::string folded = fold(name);
    if (folded.empty() && name.empty()) return {};
    if (const auto known = services.reader.namedRow(kind, folded)) return *known;
    for (const RowEdit& row : edit.rows)
        if (row.kind == kind && !row.remove && !row.fields.empty() && fold(textOf(row.fields.front().second)) == folded)
            return row.id;
    const Id id = services.ids.make();
    edit.put(kind, id).fields.emplace_back(FieldIndex{0}, textValue(name));
    return id;
}

Result<Value> checkedValue(Kind kind, FieldIndex field, const Value& value)
{
    const auto fields = specOf(kind).fields;
    if (field >= fields.size()) return fail(ErrorCode::BadInput, "There is no such field; nothing was changed.");
    const FieldSpec& spec = fields[field];
    if (isNothing(value)) return value;
    switch (spec.type) {
    case Type::Text: {
        const auto* text = std::get_if<std::string>(&value);
        if (text == nullptr) return fail(ErrorCode::BadInput, fmt::format("The field {} takes text.", spec.name));
        KITH_CHECK(checkText(*text, "The text"));
        return textValue(std::string{trim(toValidUtf8(*text))});
    }
    case Type::Real: {
        const auto* real = std::get_if<double>(&value);
        if (real == nullptr || !std::isfinite(*real))
            return fail(ErrorCode::BadInput, fmt::format("The field {} takes a number.", spec.name));
        return value;
    }
    case Type::Reference:
        if (std::holds_alternative<Id>(value)) return value;
        return fail(ErrorCode::BadInput, fmt::format("The field {} takes an id.", spec.name));
    case Type::Enum:
    case Type::Flags: return checkedEnum(spec, value);
    case Type::Integer:
    case Type::Date:
    case Type::Instant: return checkedNumber(spec, value);
    }
    return value;
}

}  // namespace kith::edits
