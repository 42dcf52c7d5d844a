#include <kith/pages/query_words.h>

#include <kith/base/fold.h>
#include <kith/models/text.h>
#include <kith/pages/people_table.h>
#include <kith/pages/words.h>

#include <QCoreApplication>
#include <algorithm>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Queries {
    Q_DECLARE_TR_FUNCTIONS(Queries)
};

QString skillInWords(const search::SkillAt& at)
{
    QString text = at.skill.empty() ? Queries::tr("any skill") : toQString(at.skill);
    if (at.level) {
        const QString level = wordFor(*at.level);
        switch (at.compare) {
        case search::Compare::Less: text = Queries::tr("%1 below %2", "skill, level").arg(text, level); break;
        case search::Compare::AtMost: text = Queries::tr("%1 up to %2", "skill, level").arg(text, level); break;
        case search::Compare::Equal: text = Queries::tr("%1 %2", "skill, level").arg(text, level); break;
        case search::Compare::AtLeast: text = Queries::tr("%1 %2 or better", "skill, level").arg(text, level); break;
        case search::Compare::More: text = Queries::tr("%1 above %2", "skill, level").arg(text, level); break;
        }
    } else if (!at.skill.empty()) {
        text = Queries::tr("Skill %1").arg(text);
    }
    return at.evidence ? Queries::tr("%1, %2", "skill, evidence").arg(text, wordFor(*at.evidence).toLower()) : text;
}

QString warmthInWords(const search::WarmthIs& is)
{
    const QString number = QLocale().toString(is.warmth);
    switch (is.compare) {
    case search::Compare::Less: return Queries::tr("warmth below %1").arg(number);
    case search::Compare::AtMost: return Queries::tr("warmth up to %1").arg(number);
    case search::Compare::Equal: return Queries::tr("warmth %1").arg(number);
    case search::Compare::AtLeast: return Queries::tr("warmth %1 or more").arg(number);
    case search::Compare::More: return Queries::tr("warmth above %1").arg(number);
    }
    return {};
}

QString joined(const std::vector<search::Query>& parts, const QString& between)
{
    QStringList words;
    for (const search::Query& part : parts) words << queryInWords(part);
    return words.join(between);
}

struct InWords {
    QString operator()(const search::All& all) const { return joined(all.of, Queries::tr(" and ")); }
    QString operator()(const search::Any& any) const { return joined(any.of, Queries::tr(" or ")); }
    QString operator()(const search::Not& turned) const
    {
        const auto* spoken = std::get_if<search::Spoken>(&turned.of.front().node);
        if (spoken != nullptr && !spoken->within) return Queries::tr("spoken at least once");
        if (spoken != nullptr) {
            const auto days = static_cast<int>(spoken->within->count());
            return days == 1 ? Queries::tr("not spoken for a day")
                             : Queries::tr("not spoken for %n days", nullptr, days);
        }
        return Queries::tr("not %1").arg(queryInWords(turned.of.front()));
    }
    QString operator()(const search::Text& text) const
    {
        const QString words = text.phrase && text.field == search::Field::Anywhere
            ? Queries::tr("“%1”", "words side by side").arg(toQString(text.words))
            : toQString(text.words);
        const QString field = fieldInWords(text.field);
        return field.isEmpty() ? words : Queries::tr("%1 %2", "field, value").arg(field, words);
    }
    QString operator()(const search::SkillAt& at) const { return skillInWords(at); }
    QString operator()(const search::WarmthIs& is) const { return warmthInWords(is); }
    QString operator()(const search::BandIs& is) const { return wordFor(is.band); }
    QString operator()(const search::FacetIs& is) const { return wordFor(is.facet); }
    QString operator()(const search::Spoken& spoken) const
    {
        if (!spoken.within) return Queries::tr("never spoken");
        const auto days = static_cast<int>(spoken.within->count());
        return days == 1 ? Queries::tr("spoken in the last day")
                         : Queries::tr("spoken in the last %n days", nullptr, days);
    }
};

/// Whether a notice is about these words: about all of them, or some that stand side by side.
bool concerns(const search::Notice& notice, const std::string& folded)
{
    return (' ' + folded + ' ').find(' ' + notice.typed + ' ') != std::string::npos;
}

void addNotices(QueryChip& chip, const std::string& folded, const std::vector<search::Notice>& notices)
{
    int aliases = 0;
    QStringList sentences;
    for (const search::Notice& notice : notices) {
        if (notice.what != search::Notice::What::Alias || !concerns(notice, folded)) continue;
        aliases += static_cast<int>(notice.instead.size());
        QStringList names;
        for (const std::string& name : notice.instead) names << toQString(name);
        const QString others = QLocale().createSeparatedList(names);
        const auto more = static_cast<int>(notice.people);
        sentences << (more == 1 ? Queries::tr("Also %1: one more person.").arg(others)
                                : Queries::tr("Also %1: %n more people.", nullptr, more).arg(others));
    }
    if (aliases == 0) return;
    chip.detail = aliases == 1 ? Queries::tr("+1 alias") : Queries::tr("+%n aliases", nullptr, aliases);
    chip.explanation = sentences.join(u' ');
}

QString placeInWords(search::Where where)
{
    switch (where) {
    case search::Where::Name: return fieldInWords(search::Field::Name);
    case search::Where::Title: return fieldInWords(search::Field::Title);
    case search::Where::Organisation: return fieldInWords(search::Field::Organisation);
    case search::Where::Area: return fieldInWords(search::Field::Area);
    case search::Where::City: return fieldInWords(search::Field::City);
    case search::Where::Tag: return fieldInWords(search::Field::Tag);
    case search::Where::Pool: return fieldInWords(search::Field::Pool);
    case search::Where::Stage: return fieldInWords(search::Field::Stage);
    case search::Where::Note: return fieldInWords(search::Field::Note);
    case search::Where::Skill: return Queries::tr("Skill");
    case search::Where::Contact: return Queries::tr("Contact");
    }
    return {};
}

/// What stands in texts of this part, folded; empty for what aliases cannot be of.
std::string foldedOf(const search::Query& query)
{
    if (const auto* text = std::get_if<search::Text>(&query.node)) return fold(text->words);
    if (const auto* at = std::get_if<search::SkillAt>(&query.node)) return fold(at->skill);
    return {};
}

}  // namespace

QString fieldInWords(search::Field field)
{
    switch (field) {
    case search::Field::Anywhere: return {};
    case search::Field::Name: return Queries::tr("Name");
    case search::Field::Title: return Queries::tr("Title");
    case search::Field::Organisation: return Queries::tr("Organisation");
    case search::Field::Area: return Queries::tr("Area");
    case search::Field::City: return Queries::tr("City");
    case search::Field::Tag: return Queries::tr("Tag");
    case search::Field::Note: return Queries::tr("Note");
    case search::Field::Pool: return Queries::tr("Pool");
    case search::Field::Stage: return Queries::tr("Stage");
    }
    return {};
}

QString queryInWords(const search::Query& query)
{
    return std::visit(InWords{}, query.node);
}

std::vector<QueryChip> chipsOf(const search::Query& query, const std::vector<search::Notice>& notices)
{
    const auto* all = std::get_if<search::All>(&query.node);
    const std::vector<search::Query> parts = all != nullptr ? all->of : std::vector{query};
    std::vector<QueryChip> chips;
    for (std::size_t from = 0; from < parts.size();) {
        std::size_t to = from + 1;
        while (search::isPlainWord(parts[from]) && to < parts.size() && search::isPlainWord(parts[to])) ++to;
        QueryChip chip;
        QStringList words;
        std::string folded;
        for (std::size_t i = from; i < to; ++i) {
            words << queryInWords(parts[i]);
            folded += (folded.empty() ? "" : " ") + foldedOf(parts[i]);
        }
        chip.text = words.join(u' ');
        search::All rest;
        for (std::size_t i = 0; i < parts.size(); ++i)
            if (i < from || i >= to) rest.of.push_back(parts[i]);
        chip.without = toQString(search::toText({std::move(rest)}));
        addNotices(chip, folded, notices);
        chips.push_back(std::move(chip));
        from = to;
    }
    const bool saysNoMore = chips.size() == 1 && chips.front().detail.isEmpty() && search::isPlainWord(parts.front());
    return saysNoMore ? std::vector<QueryChip>{} : chips;
}

QString narrowed(const QString& line, const search::Parsed& parsed, const search::Query& part)
{
    const QString added = toQString(search::toText(part));
    if (parsed.query.isEverybody()) return added;
    const bool oneOfSeveral = std::holds_alternative<search::Any>(parsed.query.node);
    if (!oneOfSeveral && parsed.problems.empty()) return line.trimmed() + u' ' + added;
    return toQString(search::toText({search::All{{parsed.query, part}}}));
}

QString excerpt(const QString& text, const std::vector<search::Mark>& marks, int most)
{
    const QString line = text.simplified();
    if (line.size() <= most) return line;
    const auto matches = matchesIn(line, marks);
    const int first = matches.empty() ? 0 : matches.front().first;
    int from = std::max(0, first - most / 3);
    int to = std::min(static_cast<int>(line.size()), from + most);
    // Whole words, so that nothing reads like another word; a text without blanks is cut where it is.
    if (from > 0)
        if (const auto blank = line.indexOf(u' ', from); blank >= 0 && blank < first)
            from = static_cast<int>(blank) + 1;
    if (to < line.size())
        if (const auto blank = line.lastIndexOf(u' ', to); blank > first) to = static_cast<int>(blank);
    return (from > 0 ? u"… "_s : QString{}) + line.mid(from, to - from) + (to < line.size() ? u" …"_s : QString{});
}

QString reasonInWords(const search::Reason& reason)
{
    const QString where = placeInWords(reason.where);
    const QString text = excerpt(toQString(reason.text), {{.words = reason.words}});
    switch (reason.by) {
    case search::By::Words: return Queries::tr("%1: %2", "kind of fact, text").arg(where, text);
    case search::By::Alias:
        return Queries::tr("%1: %2, another name of “%3”").arg(where, text, toQString(reason.typed));
    case search::By::Typo: return Queries::tr("%1: %2, nearly “%3”").arg(where, text, toQString(reason.typed));
    }
    return {};
}

}  // namespace kith::ui
