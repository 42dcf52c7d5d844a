#include <kith/pages/people_table.h>

#include <kith/base/fold.h>
#include <kith/models/text.h>
#include <kith/pages/words.h>

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct People {
    Q_DECLARE_TR_FUNCTIONS(People)
};

int daysSince(Instant at, const PeopleTableContext& context)
{
    return static_cast<int>((context.zone.dateOf(context.now) - context.zone.dateOf(at)).count());
}

QString lastShort(const PersonCard& card, const PeopleTableContext& context)
{
    if (!card.lastInteraction) return People::tr("never");
    const int days = std::max(0, daysSince(*card.lastInteraction, context));
    if (days == 0) return People::tr("today");
    if (days < 1000) return People::tr("%1 d", "days, as short as can be").arg(days);
    return People::tr("%1 y", "years, as short as can be").arg(days / 365);
}

QString heldBy(const PersonCard& card, const PeopleTableContext& context)
{
    // Colleagues are who relationships are held by.
    if (card.facets.has(Facet::Colleague)) return {};
    if (card.heldBy.empty()) return card.lastInteraction ? People::tr("nobody now") : People::tr("nobody yet");
    return card.heldBy == context.me ? People::tr("you") : toQString(card.heldBy);
}

QString textOfCell(const PersonCard& card, PeopleColumn column, const PeopleTableContext& context)
{
    switch (column) {
    case PeopleColumn::Name: return toQString(card.name);
    case PeopleColumn::Title: return toQString(card.title);
    case PeopleColumn::Organisation: return toQString(card.organisation.empty() ? card.area : card.organisation);
    case PeopleColumn::City: return toQString(card.city);
    case PeopleColumn::Warmth: return People::tr("%1 %2", "band, number").arg(wordFor(card.band)).arg(card.warmth);
    case PeopleColumn::HeldBy: return heldBy(card, context);
    case PeopleColumn::Last: return lastShort(card, context);
    }
    return {};
}

QString accessibleText(const PersonCard& card, PeopleColumn column, const PeopleTableContext& context)
{
    if (column == PeopleColumn::Warmth)
        return People::tr("%1, warmth %2 of 100").arg(wordFor(card.band)).arg(card.warmth);
    if (column == PeopleColumn::Last) {
        if (!card.lastInteraction) return People::tr("never spoken");
        const Date day = context.zone.dateOf(*card.lastInteraction);
        return People::tr("last spoken %1").arg(agoInWords(day, context.zone.dateOf(context.now), context.locale));
    }
    return textOfCell(card, column, context);
}

}  // namespace

std::optional<PeopleOrder> orderOf(PeopleColumn column)
{
    switch (column) {
    case PeopleColumn::Name: return PeopleOrder::Name;
    case PeopleColumn::Title: return PeopleOrder::Title;
    case PeopleColumn::Organisation: return PeopleOrder::Organisation;
    case PeopleColumn::City: return PeopleOrder::City;
    case PeopleColumn::Warmth: return PeopleOrder::Warmth;
    case PeopleColumn::HeldBy: return std::nullopt;
    case PeopleColumn::Last: return PeopleOrder::LastInteraction;
    }
    return std::nullopt;
}

PeopleColumn columnOf(PeopleOrder order)
{
    switch (order) {
    case PeopleOrder::Name: return PeopleColumn::Name;
    case PeopleOrder::Title: return PeopleColumn::Title;
    case PeopleOrder::Organisation: return PeopleColumn::Organisation;
    case PeopleOrder::City: return PeopleColumn::City;
    case PeopleOrder::Warmth: return PeopleColumn::Warmth;
    case PeopleOrder::LastInteraction: return PeopleColumn::Last;
    }
    return PeopleColumn::Name;
}

QString headingOf(PeopleColumn column)
{
    switch (column) {
    case PeopleColumn::Name: return People::tr("Name");
    case PeopleColumn::Title: return People::tr("Title");
    case PeopleColumn::Organisation: return People::tr("Organisation");
    case PeopleColumn::City: return People::tr("City");
    case PeopleColumn::Warmth: return People::tr("Warmth");
    case PeopleColumn::HeldBy: return People::tr("Held by");
    case PeopleColumn::Last: return People::tr("Last");
    }
    return {};
}

QVariant cellOf(const PersonCard& card, PeopleColumn column, int role, const PeopleTableContext& context)
{
    switch (role) {
    case Qt::DisplayRole: return textOfCell(card, column, context);
    case Qt::AccessibleTextRole: return accessibleText(card, column, context);
    case Qt::ToolTipRole:
        // Full words of what a narrow column shortens; escaped because tooltips guess at rich text.
        return column == PeopleColumn::Last ? accessibleText(card, column, context).toHtmlEscaped()
                                            : textOfCell(card, column, context).toHtmlEscaped();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (column == PeopleColumn::Last ? Qt::AlignRight : Qt::AlignLeft)));
    case kBandRole: return column == PeopleColumn::Warmth ? QVariant(static_cast<int>(card.band)) : QVariant{};
    case kWarmthRole: return column == PeopleColumn::Warmth ? QVariant(card.warmth) : QVariant{};
    case kQuietRole:
        return (column == PeopleColumn::HeldBy && card.heldBy.empty())
            || (column == PeopleColumn::Last && !card.lastInteraction);
    default: return {};
    }
}

std::vector<search::Mark> marksFor(PeopleColumn column, const std::vector<search::Mark>& marks)
{
    std::vector<search::Mark> fitting;
    std::ranges::copy_if(marks, std::back_inserter(fitting), [column](const search::Mark& mark) {
        switch (mark.field) {
        case search::Field::Anywhere: return true;
        case search::Field::Name: return column == PeopleColumn::Name;
        case search::Field::Title: return column == PeopleColumn::Title;
        case search::Field::Organisation:
        case search::Field::Area: return column == PeopleColumn::Organisation;
        case search::Field::City: return column == PeopleColumn::City;
        default: return false;
        }
    });
    return fitting;
}

std::vector<std::pair<int, int>> matchesIn(const QString& text, const std::vector<search::Mark>& marks)
{
    std::vector<std::pair<int, int>> matches;
    if (marks.empty()) return matches;
    struct Word {
        int first;
        int length;
        std::string folded;
        bool marked = false;
    };
    std::vector<Word> words;
    qsizetype first = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool inWord =
            i < text.size() && (text[i].isLetterOrNumber() || text[i].isMark() || text[i].isSurrogate());
        if (inWord && first < 0) first = i;
        if (inWord || first < 0) continue;
        const QStringView word = QStringView(text).mid(first, i - first);
        words.push_back({static_cast<int>(first), static_cast<int>(word.size()), fold(word.toUtf8().toStdString())});
        first = -1;
    }
    for (const search::Mark& mark : marks) {
        const std::size_t side = mark.phrase ? mark.words.size() : 1;
        for (std::size_t at = 0; at + side <= words.size(); ++at) {
            const auto whole = [&](std::size_t i) { return words[at + i].folded == mark.words[i]; };
            const auto begins = [&](const std::string& wanted) { return words[at].folded.starts_with(wanted); };
            bool found = false;
            if (mark.phrase) {
                found = side > 0;
                for (std::size_t i = 0; found && i < side; ++i) found = whole(i);
            } else {
                found = std::ranges::any_of(mark.words, begins);
            }
            for (std::size_t i = 0; found && i < side; ++i) words[at + i].marked = true;
        }
    }
    for (const Word& word : words)
        if (word.marked) matches.emplace_back(word.first, word.length);
    return matches;
}

}  // namespace kith::ui
