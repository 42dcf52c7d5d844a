#include <kith/exchange/text_fields.h>

#include <kith/base/names.h>
#include <kith/base/text.h>
#include <kith/domain/skill_level.h>

#include <algorithm>

namespace kith::exchange {

namespace {

// No person has more; a crafted file must not make the search for doubles slow.
constexpr std::size_t kMostValues = 1000;

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

}  // namespace

std::string oneLine(std::string_view text)
{
    std::string blanked(text);
    std::ranges::replace_if(blanked, isControl, ' ');
    return collapseSpace(blanked);
}

std::string manyLines(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r') {
            if (i + 1 >= text.size() || text[i + 1] != '\n') result += '\n';
        } else if (c == '\n' || c == '\t' || !isControl(c)) {
            result += c;
        }
    }
    return std::string(trim(result));
}

void addLines(std::string& lines, std::string_view text)
{
    constexpr std::size_t kMostBytes = std::size_t{1} << 20U;
    const std::string more = manyLines(text);
    if (more.empty() || lines.size() >= kMostBytes) return;
    if (!lines.empty()) lines += '\n';
    lines += more;
}

std::vector<std::string> listItems(std::string_view text)
{
    std::vector<std::string> items;
    while (!text.empty()) {
        std::size_t end = text.find_first_of(";\r\n");
        std::size_t width = 1;
        if (const std::size_t triple = text.find(":::"); triple < end) {
            end = triple;
            width = 3;
        }
        if (std::string item = oneLine(text.substr(0, end)); !item.empty()) items.push_back(std::move(item));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + width);
    }
    return items;
}

void addContact(PersonRecord& person, ContactKind kind, std::string_view value, std::string_view label)
{
    std::string clean = oneLine(value);
    if (clean.empty()) return;
    const auto same = [&](const ContactRecord& c) {
        return c.kind == kind && (kind == ContactKind::Email ? equalsIgnoringCase(c.value, clean) : c.value == clean);
    };
    if (const auto found = std::ranges::find_if(person.contacts, same); found != person.contacts.end()) {
        if (found->label.empty()) found->label = oneLine(label);
        return;
    }
    if (person.contacts.size() < kMostValues)
        person.contacts.push_back({.kind = kind, .value = std::move(clean), .label = oneLine(label)});
}

void addSkill(PersonRecord& person, std::string_view name, SkillLevel level)
{
    std::string clean = oneLine(name);
    if (clean.empty()) return;
    const auto same = [&](const SkillRecord& s) { return equalsIgnoringCase(s.name, clean); };
    if (const auto found = std::ranges::find_if(person.skills, same); found != person.skills.end()) {
        if (found->level == SkillLevel::Unstated) found->level = level;
        return;
    }
    if (person.skills.size() < kMostValues) person.skills.push_back({.name = std::move(clean), .level = level});
}

void addTag(PersonRecord& person, std::string_view name)
{
    std::string clean = oneLine(name);
    if (clean.empty() || std::ranges::find(person.tags, clean) != person.tags.end()) return;
    if (person.tags.size() < kMostValues) person.tags.push_back(std::move(clean));
}

void addSkillText(PersonRecord& person, std::string_view text)
{
    text = trim(text);
    if (const std::size_t open = text.rfind('('); text.ends_with(')') && open != std::string_view::npos && open > 0) {
        const std::string_view words = text.substr(open + 1, text.size() - open - 2);
        const auto stated = fromWord<SkillLevel>(trim(words));
        const SkillLevel level = stated ? *stated : levelFromWords(words, false);
        if (level != SkillLevel::Unstated) {
            addSkill(person, text.substr(0, open), level);
            return;
        }
    }
    addSkill(person, text, SkillLevel::Unstated);
}

std::string skillText(std::string_view name, SkillLevel level)
{
    std::string text(name);
    if (level != SkillLevel::Unstated) text.append(" (").append(toWord(level)).append(")");
    return text;
}

bool completeName(PersonRecord& person)
{
    if (person.name.empty()) person.name = wholeName(person.given, person.family);
    if (person.name.empty()) {
        const auto email = std::ranges::find(person.contacts, ContactKind::Email, &ContactRecord::kind);
        if (email != person.contacts.end()) person.name = email->value;
    }
    return !person.name.empty();
}

}  // namespace kith::exchange
