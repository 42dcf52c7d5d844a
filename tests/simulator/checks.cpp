#include <kith/simulation/checks.h>

#include <kith/simulation/trace.h>
#include <kith/sync/value_json.h>
#include <kith/sync/wire.h>

#include <algorithm>
#include <fmt/ranges.h>

namespace kith::simulation {

namespace {

std::string cellText(Kind kind, std::size_t field, const Value& value, HybridTime time, const Id& device,
                     const Source& source)
{
    return fmt::format("{}={} at {:016x} by {} from {} {} {}", specOf(kind).fields[field].name,
                       sync::valueToJson(specOf(kind).fields[field], value), time.word, device.toString(),
                       source.origin, source.detail, source.asOf.time_since_epoch().count());
}

std::string textOfRow(const sync::Row& row)
{
    std::string text = fmt::format("{} {} in {}{}", specOf(row.kind).table, row.id.toString(),
                                   row.placing.space.toString(), row.isHere() ? "" : " removed");
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (row.cells[i].by != sync::Written{})
            text += "; "
                + cellText(row.kind, i, row.cells[i].value, row.cells[i].by.time, row.cells[i].by.device,
                           row.cells[i].source);
    return text;
}

std::string textOfRow(const Row& row)
{
    std::string text = fmt::format("{} {} in {}{}", specOf(row.kind).table, row.id.toString(), row.space.toString(),
                                   row.removed ? " removed" : "");
    for (std::size_t i = 0; i < row.values.size(); ++i)
        if (const auto& stamp = row.stamps[i])
            text += "; " + cellText(row.kind, i, row.values[i], stamp->time, stamp->device, stamp->source);
    return text;
}

/// What one has and the other has not.
std::string differences(std::string_view mine, std::string_view servers)
{
    const auto has = [](std::string_view text, std::string_view part) {
        return text.find(part) != std::string_view::npos;
    };
    std::string out;
    for (const auto& [who, text, other] :
         {std::tuple{"here", mine, servers}, std::tuple{"at the server", servers, mine}})
        for (std::size_t from = 0, to = 0; from < text.size(); from = to + 2) {
            to = std::min(text.find("; ", from), text.size());
            if (!has(other, text.substr(from, to - from)))
                out += fmt::format("\n  {}: {}", who, text.substr(from, to - from));
        }
    return out;
}

}  // namespace

void checkHolds(Machine& machine, const Host& host, const std::map<Id, Numbered>& rows)
{
    for (const auto& [id, held] : rows) {
        const auto mine = machine.reader().row(held.row.kind, id);
        const bool readable = host.rightsOf(machine.user(), held.row.placing.space) >= sync::Rights::Read;
        if (readable && !mine)
            broken("machine {} ({}) lacks {}", machine.number(), machine.user(), textOfRow(held.row));
        if (!readable && mine)
            broken("machine {} ({}) may not see {}", machine.number(), machine.user(), textOfRow(*mine));
        if (readable && textOfRow(*mine) != textOfRow(held.row))
            broken("machine {} ({}) holds another {} {}:{}", machine.number(), machine.user(),
                   specOf(held.row.kind).table, id.toString(), differences(textOfRow(*mine), textOfRow(held.row)));
    }
    for (const KindSpec& spec : allKinds()) {
        if (spec.kind == Kind::Space) continue;
        machine.reader().forEachRow(spec.kind, [&](const Row& row) {
            if (!rows.contains(row.id))
                broken("machine {} ({}) has what the server has not: {}", machine.number(), machine.user(),
                       textOfRow(row));
            return true;
        });
    }
    for (const Id& id : host.erased())
        for (const KindSpec& spec : allKinds())
            if (machine.reader().row(spec.kind, id))
                broken("machine {} still has the erased {} {}", machine.number(), spec.table, id.toString());
}

namespace {

std::string textOfCard(const PersonCard& card)
{
    return fmt::format("{} | {} | {} | {} | {} | {} | {} | {}", card.name, card.title, card.organisation, card.area,
                       card.city, card.warmth,
                       card.lastInteraction ? card.lastInteraction->time_since_epoch().count() : -1, card.heldBy);
}

/// What the lists and the search know of people.
std::string listsOf(const Machine& machine, const WorkspaceReader& reader, Instant now)
{
    const auto people = reader.listPeople({}, now, nullptr);
    if (!people) broken("machine {} lists nobody: {}", machine.number(), people.error().message);
    std::map<Id, std::string> lines;
    for (const PersonCard& card : reader.cards(*people, now)) lines[card.id] = textOfCard(card);
    std::string text;
    for (const auto& [id, line] : lines) text += id.toString() + ' ' + line + '\n';
    for (const char* words : {"alumni", "northmoor", "leeds", "french", "example.org", "negotiation"}) {
        std::vector<std::string> found;
        for (const PersonCard& card : reader.suggest(words, 1000, now)) found.push_back(card.id.toString());
        std::ranges::sort(found);
        text += fmt::format("{}: {}\n", words, fmt::join(found, " "));
    }
    return text;
}

}  // namespace

void checkDerived(Machine& machine)
{
    const Instant now = machine.clock().now();
    const std::string kept = listsOf(machine, machine.reader(), now);
    if (auto done = machine.workspace().rebuildDerived(); !done) broken("no rebuild: {}", done.error().message);
    const std::string anew = listsOf(machine, machine.reader(), now);
    if (kept != anew) broken("machine {} lists\n{}but its rows say\n{}", machine.number(), kept, anew);
}

void checkRefused(Machine& machine, const Host& host)
{
    const auto kept = machine.store().rejected();
    for (const Network::Refused& refused : machine.network().takeRefused()) {
        const sync::RowPatch& patch = refused.operation.patch;
        // Erasing somebody takes along what was to be said about them.
        const auto names = [&](const auto& field) {
            const Id* id = std::get_if<Id>(&field.second);
            return id != nullptr && host.erased().contains(*id);
        };
        const bool aboutErased = std::ranges::any_of(
            patch.groups, [&](const sync::FieldGroup& group) { return std::ranges::any_of(group.fields, names); });
        if (aboutErased || host.erased().contains(patch.id) || host.erased().contains(refused.missing)) continue;
        // It has left the machine since, with all that was about it.
        if (refused.visible && !machine.reader().row(patch.kind, patch.id)) continue;
        if (std::ranges::find(kept, refused.operation.seq, &RejectedEdit::seq) == kept.end())
            broken("machine {} keeps nothing of operation {}, which was refused: {}", machine.number(),
                   refused.operation.seq, sync::toJson(patch));
    }
}

void checkSettled(Machine& machine)
{
    const SyncCounts counts = machine.store().counts();
    if (counts.waiting != 0) broken("machine {} has {} edits left to send", machine.number(), counts.waiting);
    for (const RejectedEdit& edit : machine.store().rejected())
        for (const KindSpec& spec : allKinds())
            if (!edit.missing.isNil() && machine.reader().row(spec.kind, edit.missing))
                broken("machine {} does not offer {} again, although {} {} came", machine.number(), edit.content,
                       spec.table, edit.missing.toString());
    if (const auto problems = machine.workspace().check(); !problems.empty())
        broken("machine {}: {}", machine.number(), problems.front());
}

std::string dumpOf(const std::map<Id, Numbered>& rows)
{
    std::string text;
    for (const auto& [id, held] : rows) text += fmt::format("{} {}\n", held.number, textOfRow(held.row));
    return text;
}

}  // namespace kith::simulation
