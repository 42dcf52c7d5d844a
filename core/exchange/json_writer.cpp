#include <kith/exchange/json_writer.h>

#include <nlohmann/json.hpp>

namespace kith::exchange {

using Json = nlohmann::ordered_json;

namespace {

Json dateOrNull(const std::optional<Date>& date)
{
    return date ? Json(isoDate(*date)) : Json();
}

template <class T, class Make>
Json listOf(const std::vector<T>& values, const Make& make)
{
    Json list = Json::array();
    for (const T& value : values) list.push_back(make(value));
    return list;
}

Json facetsOf(Facets facets)
{
    Json list = Json::array();
    for (const Word& word : wordsOf<Facet>())
        if (facets.has(static_cast<Facet>(word.value))) list.push_back(word.word);
    return list;
}

Json interactionOf(const ExportInteraction& i)
{
    return {{"id", i.id.toString()},
            {"at", isoInstant(i.at)},
            {"channel", toWord(i.channel)},
            {"direction", toWord(i.direction)},
            {"depth", toWord(i.depth)},
            {"minutes", i.minutes},
            {"text", i.text},
            {"participants", i.participants}};
}

Json reminderOf(const ExportReminder& r)
{
    return {{"id", r.id.toString()}, {"due", isoDate(r.due)},  {"reason", r.reason},
            {"rrule", r.rrule},      {"assignee", r.assignee}, {"state", toWord(r.state)}};
}

Json personOf(const ExportPerson& p)
{
    const auto contact = [](const ExportContactPoint& c) {
        return Json{{"kind", toWord(c.kind)}, {"value", c.value}, {"label", c.label}};
    };
    const auto position = [](const ExportPosition& a) {
        return Json{{"organisation", a.organisation},
                    {"area", a.area},
                    {"role", a.role},
                    {"since", dateOrNull(a.since)},
                    {"until", dateOrNull(a.until)}};
    };
    const auto skill = [](const ExportSkill& s) {
        return Json{{"name", s.name}, {"level", toWord(s.level)}, {"evidence", toWord(s.evidence)}};
    };
    const auto tie = [](const ExportTie& t) {
        return Json{
            {"person", t.person.toString()}, {"name", t.name}, {"kind", toWord(t.kind)}, {"strength", t.strength}};
    };
    const auto placement = [](const ExportPlacement& q) {
        return Json{{"pipeline", q.pipeline},       {"stage", q.stage},   {"state", toWord(q.state)},
                    {"since", isoInstant(q.since)}, {"reason", q.reason}, {"assignee", q.assignee}};
    };
    const auto membership = [](const ExportMembership& m) {
        return Json{{"pool", m.pool}, {"reason", m.reason}, {"since", dateOrNull(m.since)}};
    };
    const auto merged = [](const ExportMerged& m) {
        return Json{{"person", m.person.toString()}, {"name", m.name}, {"at", isoInstant(m.at)}};
    };
    return {{"id", p.id.toString()},
            {"name", p.name},
            {"title", p.title},
            {"organisation", p.organisation},
            {"area", p.area},
            {"location", p.location},
            {"facets", facetsOf(p.facets)},
            {"warmth", p.warmth},
            {"band", toWord(p.band)},
            {"last_interaction", p.lastInteraction ? Json(isoInstant(*p.lastInteraction)) : Json()},
            {"first_name", p.given},
            {"last_name", p.family},
            {"about", p.about},
            {"contact_points", listOf(p.contactPoints, contact)},
            {"positions", listOf(p.positions, position)},
            {"skills", listOf(p.skills, skill)},
            {"tags", p.tags},
            {"ties", listOf(p.ties, tie)},
            {"interactions", listOf(p.interactions, interactionOf)},
            {"reminders", listOf(p.reminders, reminderOf)},
            {"placements", listOf(p.placements, placement)},
            {"pools", listOf(p.pools, membership)},
            {"merged", listOf(p.merged, merged)}};
}

std::string text(const Json& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

/// Writes a list entry by entry, so that a million people are never one tree in memory.
template <class T, class Make>
void putList(std::string& out, std::string_view key, const std::vector<T>& values, const Make& make)
{
    out.append("  \"").append(key).append("\": [");
    for (std::size_t i = 0; i < values.size(); ++i) {
        out += i > 0 ? ",\n    " : "\n    ";
        for (const char c : text(make(values[i]))) {
            out += c;
            if (c == '\n') out += "    ";
        }
    }
    out += values.empty() ? "]" : "\n  ]";
}

}  // namespace

std::string writeJson(const ExportPerson& person)
{
    return text(personOf(person));
}

std::string writeJson(const ExportFile& file)
{
    const auto organisation = [](const ExportOrganisation& o) {
        return Json{{"id", o.id.toString()}, {"name", o.name}, {"website", o.website}, {"city", o.city}};
    };
    const auto area = [](const ExportArea& a) {
        return Json{
            {"id", a.id.toString()}, {"name", a.name}, {"parent", a.parent ? Json(a.parent->toString()) : Json()}};
    };
    std::string out = "{\n";
    putList(out, "people", file.people, personOf);
    out += ",\n";
    putList(out, "organisations", file.organisations, organisation);
    out += ",\n";
    putList(out, "areas", file.areas, area);
    out += "\n}\n";
    return out;
}

}  // namespace kith::exchange
