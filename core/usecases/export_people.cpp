#include <kith/usecases/export_people.h>

#include <kith/base/text.h>
#include <kith/exchange/json_writer.h>
#include <kith/exchange/people_csv.h>
#include <kith/exchange/vcard_writer.h>
#include <kith/usecases/edit_rules.h>
#include <kith/usecases/ties.h>

#include <algorithm>
#include <limits>
#include <ranges>

namespace kith {

namespace {

constexpr std::size_t kAll = std::numeric_limits<std::int32_t>::max();

exchange::ExportInteraction exported(const InteractionView& view)
{
    exchange::ExportInteraction out{.id = view.id,
                                    .at = view.at,
                                    .channel = view.channel,
                                    .direction = view.direction,
                                    .depth = view.depth,
                                    .minutes = view.minutes,
                                    .text = view.text,
                                    .participants = {}};
    for (const ParticipantView& participant : view.participants) out.participants.push_back(participant.name);
    return out;
}

std::vector<exchange::ExportOrganisation> organisationsIn(const WorkspaceReader& reader)
{
    std::vector<exchange::ExportOrganisation> found;
    reader.forEachRow(Kind::Organisation, [&](const Row& row) {
        found.push_back({.id = row.id,
                         .name = textOf(edits::fieldOf(row, organisation::name)),
                         .website = textOf(edits::fieldOf(row, organisation::website)),
                         .city = textOf(edits::fieldOf(row, organisation::city))});
        return true;
    });
    return found;
}

std::vector<exchange::ExportArea> areasIn(const WorkspaceReader& reader)
{
    std::vector<exchange::ExportArea> found;
    reader.forEachRow(Kind::Area, [&](const Row& row) {
        const Id parent = idOf(edits::fieldOf(row, area::parent));
        found.push_back({.id = row.id,
                         .name = textOf(edits::fieldOf(row, area::name)),
                         .parent = parent.isNil() ? std::nullopt : std::optional(parent)});
        return true;
    });
    return found;
}

}  // namespace

std::optional<ExportFormat> exportFormatOf(std::string_view fileName)
{
    const std::string name = asciiLower(fileName);
    if (name.ends_with(".vcf") || name.ends_with(".vcard")) return ExportFormat::VCard;
    if (name.ends_with(".csv")) return ExportFormat::Csv;
    if (name.ends_with(".json")) return ExportFormat::Json;
    return std::nullopt;
}

exchange::ExportPerson exportRecord(const PersonDetail& person)
{
    exchange::ExportPerson out;
    out.id = person.card.id;
    out.name = person.card.name;
    out.given = person.given;
    out.family = person.family;
    out.title = person.card.title;
    out.organisation = person.card.organisation;
    out.area = person.card.area;
    out.location = person.card.city;
    out.about = person.about;
    out.facets = person.card.facets;
    out.warmth = person.card.warmth;
    out.band = person.card.band;
    out.lastInteraction = person.card.lastInteraction;
    for (const auto& point : person.contactPoints) out.contactPoints.push_back({point.kind, point.value, point.label});
    for (const auto& work : person.affiliations)
        out.positions.push_back({.organisation = work.organisation,
                                 .area = work.area,
                                 .role = work.role,
                                 .since = work.since,
                                 .until = work.until});
    for (const auto& skill : person.skills) out.skills.push_back({skill.name, skill.level, skill.evidence});
    for (const auto& tag : person.tags) out.tags.push_back(tag.name);
    for (const auto& tie : person.ties) out.ties.push_back({tie.person, tie.name, tie.kind, tie.strength});
    for (const auto& happened : person.interactions) out.interactions.push_back(exported(happened));
    for (const auto& other : person.merged) out.merged.push_back({other.person, other.name, other.at});
    for (const auto& in : person.pools) out.pools.push_back({in.name, in.reason, in.since});
    for (const auto& in : person.placements)
        out.placements.push_back({.pipeline = in.pipeline,
                                  .stage = in.stage,
                                  .state = in.placement.state,
                                  .since = in.placement.since,
                                  .reason = in.placement.reason,
                                  .assignee = in.assigneeName});
    for (const auto& due : person.reminders)
        out.reminders.push_back({.id = due.id,
                                 .due = due.due,
                                 .reason = due.reason,
                                 .rrule = due.rrule,
                                 .assignee = due.assigneeName,
                                 .state = due.state});
    return out;
}

Result<std::size_t> ExportPeople::forEachPerson(std::size_t interactions,
                                                const std::function<Result<void>(PersonDetail)>& visit,
                                                const Progress& progress) const
{
    constexpr std::size_t kAtATime = 500;
    KITH_TRY(rows, reader_.listPeople({}, now_));
    std::size_t done = 0;
    for (std::size_t begin = 0; begin < rows.size(); begin += kAtATime) {
        const auto part = std::span(rows).subspan(begin, std::min(kAtATime, rows.size() - begin));
        for (const PersonCard& card : reader_.cards(part, now_)) {
            auto detail = reader_.person(card.id, now_, interactions);
            if (!detail) continue;
            KITH_CHECK(visit(std::move(*detail)));
            ++done;
        }
        if (progress) progress(done, rows.size());
    }
    return done;
}

Result<std::size_t> ExportPeople::runJson(const Write& write, const Progress& progress) const
{
    // The document of a file without people, taken apart where they belong.
    const std::string frame = exchange::writeJson(exchange::ExportFile{{}, organisationsIn(reader_), areasIn(reader_)});
    constexpr std::string_view kEmpty = "\"people\": []";
    const std::size_t gap = frame.find(kEmpty);
    if (gap == std::string::npos) return fail(ErrorCode::Internal, "The export could not be put together.");
    KITH_CHECK(write(std::string_view(frame).substr(0, gap + kEmpty.size() - 1)));
    bool first = true;
    KITH_TRY(count,
             forEachPerson(
                 kAll,
                 [&](const PersonDetail& person) -> Result<void> {
                     KITH_CHECK(write(first ? "\n" : ",\n"));
                     first = false;
                     return write(exchange::writeJson(exportRecord(person)));
                 },
                 progress));
    KITH_CHECK(write(std::string_view(frame).substr(gap + kEmpty.size() - 1)));
    return count;
}

Result<std::size_t> ExportPeople::run(ExportFormat format, const Write& write, const Progress& progress) const
{
    switch (format) {
    case ExportFormat::Json: return runJson(write, progress);
    case ExportFormat::VCard:
        return forEachPerson(
            0,
            [&](PersonDetail person) {
                std::string card;
                // RELATED has no direction: a tie that has one is told by the card from which it leads.
                std::erase_if(person.ties, [](const TieView& tie) { return !tie.outgoing && hasDirection(tie.kind); });
                exchange::writeVCard(card, exportRecord(person));
                return write(card);
            },
            progress);
    case ExportFormat::Csv: {
        exchange::ExportFile file;
        KITH_TRY(count,
                 forEachPerson(
                     0,
                     [&](const PersonDetail& person) -> Result<void> {
                         file.people.push_back(exportRecord(person));
                         return {};
                     },
                     progress));
        KITH_CHECK(write(exchange::writePeopleCsv(file)));
        return count;
    }
    }
    return fail(ErrorCode::BadInput, "There is no such export format.");
}

}  // namespace kith
