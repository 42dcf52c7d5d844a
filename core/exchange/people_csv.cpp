#include <kith/exchange/people_csv.h>

#include <kith/exchange/csv_writer.h>
#include <kith/exchange/text_fields.h>

#include <string_view>
#include <vector>

namespace kith::exchange {

namespace {

void addItem(std::string& list, std::string_view item)
{
    if (!item.empty()) list.append(list.empty() ? "" : "; ").append(item);
}

std::string contactsOf(const ExportPerson& person, ContactKind kind)
{
    std::string list;
    for (const ExportContactPoint& point : person.contactPoints)
        if (point.kind == kind) addItem(list, point.value);
    return list;
}

}  // namespace

std::string writePeopleCsv(const ExportFile& file)
{
    const std::vector<std::string> headers = {
        "name", "first name", "last name", "title", "organisation",     "area",
        "city", "email",      "phone",     "url",   "skills",           "facets",
        "tags", "note",       "warmth",    "band",  "last interaction", "id",
    };
    std::string out = "\xEF\xBB\xBF";
    CsvWriter writer(out);
    writer.row(headers);
    for (const ExportPerson& person : file.people) {
        std::string skills;
        for (const ExportSkill& skill : person.skills) addItem(skills, skillText(skill.name, skill.level));
        std::string facets;
        for (const Word& word : wordsOf<Facet>())
            if (person.facets.has(static_cast<Facet>(word.value))) addItem(facets, word.word);
        std::string tags;
        for (const std::string& tag : person.tags) addItem(tags, tag);
        for (const std::string_view value :
             {std::string_view(person.name), std::string_view(person.given), std::string_view(person.family),
              std::string_view(person.title), std::string_view(person.organisation), std::string_view(person.area),
              std::string_view(person.location)})
            writer.field(value);
        for (const ContactKind kind : {ContactKind::Email, ContactKind::Phone, ContactKind::Url})
            writer.field(contactsOf(person, kind));
        for (const std::string& value : {skills, facets, tags, person.about, std::to_string(person.warmth)})
            writer.field(value);
        writer.field(toWord(person.band));
        writer.field(person.lastInteraction ? isoInstant(*person.lastInteraction) : std::string{});
        writer.field(person.id.toString());
        writer.endRow();
    }
    return out;
}

}  // namespace kith::exchange
