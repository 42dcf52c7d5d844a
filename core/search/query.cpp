#include <kith/search/query.h>

#include <kith/base/text.h>

#include <fmt/format.h>
#include <utility>

namespace kith::search {

namespace {

enum class Place : std::uint8_t { Alone, BesideOthers, InAny, UnderNot };

std::string inQuotes(std::string_view words)
{
    std::string text = "\"";
    for (const char c : words) {
        if (c == '"' || c == '\\') text += '\\';
        text += c;
    }
    return text + '"';
}

std::string_view signOf(Compare compare)
{
    switch (compare) {
    case Compare::Less: return "<";
    case Compare::AtMost: return "<=";
    case Compare::Equal: return "=";
    case Compare::AtLeast: return ">=";
    case Compare::More: return ">";
    }
    return "=";
}

std::string written(const Query& query, Place place);

std::string joined(const std::vector<Query>& parts, std::string_view between, Place place)
{
    std::string text;
    for (const Query& part : parts) {
        if (!text.empty()) text += between;
        text += written(part, place);
    }
    return text;
}

std::string inBrackets(bool needed, std::string text)
{
    return needed ? '(' + std::move(text) + ')' : text;
}

struct Writer {
    Place place;

    std::string operator()(const All& all) const
    {
        return inBrackets(place == Place::UnderNot, joined(all.of, " ", Place::BesideOthers));
    }
    std::string operator()(const Any& any) const
    {
        return inBrackets(place != Place::Alone, joined(any.of, " or ", Place::InAny));
    }
    std::string operator()(const Not& turned) const { return "not " + written(turned.of.front(), Place::UnderNot); }
    std::string operator()(const Text& text) const
    {
        const std::string words = text.phrase ? inQuotes(text.words) : text.words;
        return text.field == Field::Anywhere ? words : fmt::format("{}:{}", wordOf(text.field), words);
    }
    std::string operator()(const SkillAt& at) const
    {
        std::string evidence = at.evidence ? fmt::format("evidence:{}", toWord(*at.evidence)) : std::string{};
        if (at.skill.empty()) return evidence;
        std::string skill = at.level ? fmt::format("{}{}{}", isPlainSkill(at.skill) ? at.skill : inQuotes(at.skill),
                                                   signOf(at.compare), toWord(*at.level))
                                     : fmt::format("skill:{}", isPlain(at.skill) ? at.skill : inQuotes(at.skill));
        if (evidence.empty()) return skill;
        // Without brackets the evidence would be shared with the skills beside it.
        return inBrackets(place == Place::BesideOthers || place == Place::UnderNot, skill + ' ' + evidence);
    }
    std::string operator()(const WarmthIs& is) const
    {
        return fmt::format("warmth{}{}", signOf(is.compare), is.warmth);
    }
    std::string operator()(const BandIs& is) const { return fmt::format("band:{}", toWord(is.band)); }
    std::string operator()(const FacetIs& is) const { return fmt::format("is:{}", toWord(is.facet)); }
    std::string operator()(const Spoken& spoken) const
    {
        return spoken.within ? fmt::format("spoken:{}d", spoken.within->count()) : std::string("spoken:never");
    }
};

std::string written(const Query& query, Place place)
{
    return std::visit(Writer{place}, query.node);
}

}  // namespace

bool isPlain(std::string_view words)
{
    return words.find_first_of(" \t\r\n()\"<>=") == std::string_view::npos;
}

bool isPlainSkill(std::string_view skill)
{
    // Neither taken for a minus, nor for a field, nor for warmth.
    return isPlain(skill) && !skill.starts_with('-') && !equalsIgnoringCase(skill, "warmth")
        && skill.find(':') == std::string_view::npos;
}

Query valueIn(Field field, std::string value)
{
    const bool phrase = !isPlain(value);
    return {Text{.field = field, .words = std::move(value), .phrase = phrase}};
}

bool isPlainWord(const Query& query)
{
    const auto* text = std::get_if<Text>(&query.node);
    return text != nullptr && !text->phrase && text->field == Field::Anywhere;
}

std::string toText(const Query& query)
{
    return written(query, Place::Alone);
}

std::string_view wordOf(Field field)
{
    switch (field) {
    case Field::Anywhere: return "";
    case Field::Name: return "name";
    case Field::Title: return "title";
    case Field::Organisation: return "org";
    case Field::Area: return "area";
    case Field::City: return "city";
    case Field::Tag: return "tag";
    case Field::Note: return "note";
    case Field::Pool: return "pool";
    case Field::Stage: return "stage";
    }
    return "";
}

}  // namespace kith::search
