#include "wire_rows.h"

#include <kith/sync/value_json.h>
#include <kith/sync/wire.h>

#include <algorithm>

namespace kith::sync {

namespace {

constexpr std::size_t kLongestText = 4UZ * 1024 * 1024;
constexpr std::size_t kLongestOrigin = 100;
constexpr std::size_t kLongestDetail = 1000;

void putWritten(Out& out, const Written& by)
{
    out.key("time").time(by.time).key("device").id(by.device);
}

Written readWritten(const In& in)
{
    return {.time = in.at("time").time(), .device = in.at("device").id()};
}

void putValue(Out& out, const FieldSpec& field, const Value& value)
{
    if (isNothing(value)) out.null();
    else if (const auto* text = std::get_if<std::string>(&value)) out.text(*text);
    else if (const auto* real = std::get_if<double>(&value)) out.real(*real);
    else if (const auto* id = std::get_if<Id>(&value)) out.id(*id);
    else if (field.type == Type::Enum && !wordFor(field.words(), intOf(value)).empty())
        out.text(wordFor(field.words(), intOf(value)));
    else out.integer(intOf(value));
}

/// The field's value; nothing in the optional for a word of an enumeration that this version does not know.
std::optional<Value> readValue(const In& in, const FieldSpec& field)
{
    if (in.isNull()) return Value{};
    switch (field.type) {
    case Type::Text: return textValue(in.text(kLongestText));
    case Type::Real: return Value{in.real()};
    case Type::Reference: return idValue(in.id());
    case Type::Enum: {
        const auto known = valueFor(field.words(), in.view());
        return known ? std::optional(Value{*known}) : std::nullopt;
    }
    case Type::Integer:
    case Type::Date:
    case Type::Instant:
    case Type::Flags: return Value{in.integer()};
    }
    return std::nullopt;
}

void putGroup(Out& out, const KindSpec& spec, const FieldGroup& group)
{
    out.object();
    putWritten(out, group.by);
    out.key("origin").text(group.source.origin);
    if (!group.source.detail.empty()) out.key("detail").text(group.source.detail);
    out.key("as_of").integer(group.source.asOf.time_since_epoch().count());
    out.key("fields").object();
    for (const auto& [field, value] : group.fields) {
        out.key(spec.fields[field].name);
        putValue(out, spec.fields[field], value);
    }
    out.endObject().endObject();
}

FieldGroup readGroup(const In& in, Kind kind)
{
    FieldGroup group{.by = readWritten(in)};
    group.source.origin = in.at("origin").text(kLongestOrigin);
    if (const auto detail = in.maybe("detail")) group.source.detail = detail->text(kLongestDetail);
    group.source.asOf = Date{std::chrono::days{in.at("as_of").integer(-4'000'000, 4'000'000)}};
    in.at("fields").members([&](std::string_view name, const In& value) {
        const auto field = fieldNamed(kind, name);
        if (!field) return;
        if (auto known = readValue(value, specOf(kind).fields[*field]))
            group.fields.emplace_back(*field, std::move(*known));
    });
    return group;
}

}  // namespace

std::optional<Kind> kindOf(std::string_view word)
{
    const auto kinds = allKinds();
    const auto found = std::ranges::find(kinds, word, &KindSpec::table);
    if (found == kinds.end()) return std::nullopt;
    return found->kind;
}

void put(Out& out, const RowPatch& patch)
{
    const KindSpec& spec = specOf(patch.kind);
    out.object().key("kind").text(spec.table).key("id").id(patch.id);
    if (patch.placing) {
        out.key("placing").object().key("space").id(patch.placing->space);
        putWritten(out, patch.placing->by);
        out.endObject();
    }
    if (patch.presence) {
        out.key("presence").object().key("here").boolean(patch.presence->here);
        putWritten(out, patch.presence->by);
        if (patch.presence->saw != HybridTime{}) out.key("saw").time(patch.presence->saw);
        out.endObject();
    }
    out.key("groups").array();
    for (const FieldGroup& group : patch.groups) putGroup(out, spec, group);
    out.endArray().endObject();
}

std::optional<RowPatch> readPatch(const In& in)
{
    const auto kind = kindOf(in.at("kind").view());
    const Id id = in.at("id").id();
    if (!kind) return std::nullopt;
    RowPatch patch{.kind = *kind, .id = id};
    if (id.isNil()) in.at("id").wrong("an id");
    if (const auto placing = in.maybe("placing"))
        patch.placing = Placing{.space = placing->at("space").id(), .by = readWritten(*placing)};
    if (const auto presence = in.maybe("presence")) {
        patch.presence = Presence{.here = presence->at("here").boolean(), .by = readWritten(*presence)};
        if (const auto saw = presence->maybe("saw")) patch.presence->saw = saw->time();
    }
    in.at("groups").list([&](const In& group) { patch.groups.push_back(readGroup(group, *kind)); });
    return patch;
}

void put(Out& out, const NumberedRow& row)
{
    out.object().key("number").integer(row.number).key("row");
    put(out, row.row);
    out.endObject();
}

std::optional<NumberedRow> readNumbered(const In& in)
{
    const std::int64_t number = in.at("number").integer(0);
    auto row = readPatch(in.at("row"));
    if (!row) return std::nullopt;
    return NumberedRow{.number = number, .row = std::move(*row)};
}

void put(Out& out, const Operation& operation)
{
    out.object().key("seq").integer(operation.seq).key("row");
    put(out, operation.patch);
    if (!operation.seen.empty()) {
        out.key("seen").object();
        for (const Seen& seen : operation.seen) {
            const FieldSpec& field = specOf(operation.patch.kind).fields[seen.field];
            out.key(field.name).object().key("time").time(seen.time).key("value");
            putValue(out, field, seen.value);
            out.endObject();
        }
        out.endObject();
    }
    out.endObject();
}

std::optional<Operation> readOperation(const In& in)
{
    Operation operation;
    operation.seq = in.at("seq").integer(1);
    auto patch = readPatch(in.at("row"));
    if (!patch) return std::nullopt;
    operation.patch = std::move(*patch);
    if (const auto seen = in.maybe("seen"))
        seen->members([&](std::string_view name, const In& part) {
            const auto field = fieldNamed(operation.patch.kind, name);
            if (!field) return;
            auto value = readValue(part.at("value"), specOf(operation.patch.kind).fields[*field]);
            operation.seen.push_back(
                {.field = *field, .time = part.at("time").time(), .value = std::move(value).value_or(Value{})});
        });
    return operation;
}

void putSpaces(Out& out, const std::vector<SpaceInfo>& spaces)
{
    out.array();
    for (const SpaceInfo& space : spaces)
        out.object()
            .key("id")
            .id(space.id)
            .key("name")
            .text(space.name)
            .key("kind")
            .text(toWord(space.kind))
            .key("rights")
            .text(wordOf(space.rights))
            .endObject();
    out.endArray();
}

std::vector<SpaceInfo> readSpaces(const In& in)
{
    std::vector<SpaceInfo> spaces;
    in.list([&](const In& part) {
        SpaceInfo space{.id = part.at("id").id(), .name = part.at("name").text(200)};
        const auto kind = fromWord<SpaceKind>(part.at("kind").view());
        const auto rights = rightsOf(part.at("rights").view());
        if (!kind) part.at("kind").wrong("a kind of space");
        if (!rights) part.at("rights").wrong("a right");
        space.kind = kind.value_or(SpaceKind::Shared);
        space.rights = rights.value_or(Rights::None);
        spaces.push_back(std::move(space));
    });
    return spaces;
}

std::string valueToJson(const FieldSpec& field, const Value& value)
{
    std::string json;
    Out out(json);
    putValue(out, field, value);
    return json;
}

Result<Value> valueFromJson(const FieldSpec& field, std::string_view json)
{
    simdjson::dom::parser parser;
    simdjson::dom::element element;
    const simdjson::padded_string padded(json);
    std::string problem;
    if (parser.parse(padded).get(element) != simdjson::SUCCESS)
        return fail(ErrorCode::BadInput, "The value is not JSON.");
    auto value = readValue(In(element, problem), field);
    if (!problem.empty() || !value) return fail(ErrorCode::BadInput, "The value does not fit its field.");
    return std::move(*value);
}

}  // namespace kith::sync
