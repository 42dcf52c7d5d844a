#include <kith/pages/draft_text.h>

#include <kith/models/text.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

template <class E>
QJsonValue wordOf(E value)
{
    return toQString(wordFor(wordsOf<E>(), static_cast<std::int64_t>(value)));
}

/// The value of a word; `otherwise` for a word that nobody knows.
template <class E>
E valueOf(const QJsonValue& word, E otherwise)
{
    const std::string text = toUtf8(word.toString());
    const auto words = wordsOf<E>();
    const auto found = std::ranges::find(words, text, &Word::word);
    return found == words.end() ? otherwise : static_cast<E>(found->value);
}

QJsonValue idText(const Id& id)
{
    return toQString(id.toString());
}

Id idOf(const QJsonValue& text)
{
    return Id::parse(toUtf8(text.toString())).value_or(Id{});
}

}  // namespace

std::string toText(const ConversationDraft& draft)
{
    QJsonArray people;
    for (const Companion& companion : draft.people)
        people.append(companion.isNew() ? QJsonObject{{u"new"_s, companion.name}}
                                        : QJsonObject{{u"id"_s, idText(companion.id)}});
    QJsonArray open;
    for (const DueStep& step : draft.dueSteps)
        if (!step.settled) open.append(idText(step.reminder));
    QJsonObject all{{u"people"_s, people},
                    {u"open"_s, open},
                    {u"channel"_s, wordOf(draft.channel)},
                    {u"direction"_s, wordOf(draft.direction)},
                    {u"depth"_s, wordOf(draft.depth)},
                    {u"minutes"_s, draft.minutes},
                    {u"text"_s, draft.text},
                    {u"private"_s, draft.isPrivate}};
    if (draft.when.isValid()) all.insert(u"when"_s, draft.when.toString(Qt::ISODate));
    if (draft.hasNextStep)
        all.insert(u"next"_s,
                   QJsonObject{{u"due"_s, draft.nextDue.toString(Qt::ISODate)},
                               {u"reason"_s, draft.nextReason},
                               {u"rrule"_s, toQString(draft.nextRrule)},
                               {u"promise"_s, draft.nextIsPromise}});
    return QJsonDocument(all).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<ConversationDraft> draftOf(std::string_view text)
{
    const auto parsed =
        QJsonDocument::fromJson(QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())));
    if (!parsed.isObject()) return std::nullopt;
    const QJsonObject all = parsed.object();
    ConversationDraft draft;
    for (const QJsonValue& each : all[u"people"].toArray()) {
        Companion companion{.id = idOf(each[u"id"]), .name = each[u"new"].toString(), .detail = {}};
        if (!companion.id.isNil() || !companion.name.isEmpty()) draft.people.push_back(std::move(companion));
    }
    for (const QJsonValue& each : all[u"open"].toArray())
        draft.dueSteps.push_back({.reminder = idOf(each), .person = {}, .sentence = {}, .settled = false});
    draft.channel = valueOf(all[u"channel"], draft.channel);
    draft.direction = valueOf(all[u"direction"], draft.direction);
    draft.depth = valueOf(all[u"depth"], draft.depth);
    draft.when = QDateTime::fromString(all[u"when"].toString(), Qt::ISODate);
    draft.minutes = all[u"minutes"].toInt();
    draft.text = all[u"text"].toString();
    draft.isPrivate = all[u"private"].toBool();
    const QJsonObject next = all[u"next"].toObject();
    draft.hasNextStep = !next.isEmpty();
    draft.nextDue = QDate::fromString(next[u"due"].toString(), Qt::ISODate);
    draft.nextReason = next[u"reason"].toString();
    draft.nextRrule = toUtf8(next[u"rrule"].toString());
    draft.nextIsPromise = next[u"promise"].toBool();
    return draft;
}

}  // namespace kith::ui
