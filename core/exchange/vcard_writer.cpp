#include <kith/exchange/vcard_writer.h>

#include <kith/base/text.h>
#include <kith/exchange/vcard_words.h>

#include <string_view>

namespace kith::exchange {

namespace {

/// RFC 6350, 3.4: backslash, comma, semicolon and line ends in text values.
std::string escaped(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\' || c == ',' || c == ';') result.append({'\\', c});
        else if (c == '\n') result += "\\n";
        else if (c == '\r') {
            if (i + 1 >= text.size() || text[i + 1] != '\n') result += "\\n";
        } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') result += c;
    }
    return result;
}

/// A parameter value in quotes where it needs them (3.3), with RFC 6868 escapes.
std::string parameterValue(std::string_view text)
{
    std::string result;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') result += "^'";
        else if (c == '^') result += "^^";
        else if (c == '\n') result += "^n";
        else if (static_cast<unsigned char>(c) >= 0x20) result += c;
        quoted = quoted || c == ':' || c == ';' || c == ',' || c == ' ' || static_cast<unsigned char>(c) >= 0x80;
    }
    return quoted ? '"' + result + '"' : result;
}

/// 3.2: a line has at most 75 octets without its end; the blank of a continued line counts.
void putLine(std::string& out, std::string_view line)
{
    constexpr std::size_t kWidth = 75;
    std::size_t room = kWidth;
    while (line.size() > room) {
        const std::string_view part = prefixUtf8(line, room);
        out.append(part).append("\r\n ");
        line.remove_prefix(part.size());
        room = kWidth - 1;
    }
    out.append(line).append("\r\n");
}

void putText(std::string& out, std::string_view name, std::string_view value)
{
    if (!value.empty()) putLine(out, std::string(name) + ':' + escaped(value));
}

/// The label of a contact point as TYPE where vCard has the word, otherwise as Apple and others write it.
void putContact(std::string& out, const ExportContactPoint& point, std::size_t number)
{
    if (point.value.empty()) return;
    std::string_view name = "EMAIL";
    if (point.kind == ContactKind::Phone) name = "TEL";
    if (point.kind == ContactKind::Url) name = "URL";
    if (point.kind == ContactKind::Handle) name = "IMPP;VALUE=text";
    const bool mobile = point.label == "mobile" && point.kind == ContactKind::Phone;
    std::string type = point.label == "work" || point.label == "home" ? ";TYPE=" + point.label : std::string{};
    if (mobile) type = ";TYPE=cell";
    const bool grouped = type.empty() && !point.label.empty();
    const std::string group = grouped ? "item" + std::to_string(number) + '.' : std::string{};
    putLine(out, group + std::string(name) + type + ':' + escaped(point.value));
    if (grouped) putLine(out, group + "X-ABLabel:" + escaped(point.label));
}

}  // namespace

void writeVCard(std::string& out, const ExportPerson& person)
{
    out += "BEGIN:VCARD\r\nVERSION:4.0\r\n";
    putLine(out, "UID:urn:uuid:" + person.id.toString());
    putLine(out, "FN:" + escaped(person.name));
    if (!person.given.empty() || !person.family.empty())
        putLine(out, "N:" + escaped(person.family) + ';' + escaped(person.given) + ";;;");
    putText(out, "ORG", person.organisation);
    putText(out, "TITLE", person.title);
    putText(out, "X-KITH-AREA", person.area);
    if (!person.location.empty()) putLine(out, "ADR:;;;" + escaped(person.location) + ";;;");
    for (std::size_t i = 0; i < person.contactPoints.size(); ++i) putContact(out, person.contactPoints[i], i + 1);
    if (person.facets.bits != 0) {
        std::string words;
        for (const Word& word : wordsOf<Facet>())
            if (person.facets.has(static_cast<Facet>(word.value)))
                words.append(words.empty() ? "" : ",").append(word.word);
        putLine(out, "X-KITH-FACETS:" + words);
    }
    if (!person.tags.empty()) {
        std::string list;
        for (const std::string& tag : person.tags) list.append(list.empty() ? "" : ",").append(escaped(tag));
        putLine(out, "CATEGORIES:" + list);
    }
    for (const ExportSkill& skill : person.skills) {
        std::string head = "EXPERTISE";
        if (const std::string_view level = vcardLevelFor(skill.level); !level.empty())
            head.append(";LEVEL=").append(level).append(";X-KITH-LEVEL=").append(toWord(skill.level));
        if (skill.evidence != Evidence::SelfDeclared) head.append(";X-KITH-EVIDENCE=").append(toWord(skill.evidence));
        if (!skill.name.empty()) putLine(out, head + ':' + escaped(skill.name));
    }
    for (const ExportTie& tie : person.ties) {
        std::string head = "RELATED;TYPE=";
        head.append(vcardTypeFor(tie.kind)).append(";X-KITH-TIE=").append(toWord(tie.kind));
        if (tie.person.isNil()) putLine(out, head + ";VALUE=text:" + escaped(tie.name));
        else putLine(out, head + ";X-KITH-NAME=" + parameterValue(tie.name) + ":urn:uuid:" + tie.person.toString());
    }
    putText(out, "NOTE", person.about);
    out += "END:VCARD\r\n";
}

std::string writeVCards(const ExportFile& file)
{
    std::string out;
    for (const ExportPerson& person : file.people) writeVCard(out, person);
    return out;
}

}  // namespace kith::exchange
