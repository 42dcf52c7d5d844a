#include <kith/pages/query_completion.h>

#include <kith/models/text.h>
#include <kith/pages/query_words.h>
#include <kith/pages/words.h>

#include <QPointer>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t kMost = 8;

QString explained(const QString& key)
{
    if (key == u"area"_s) return QueryCompletion::tr("part of our organisation");
    if (key == u"band"_s) return QueryCompletion::tr("cold, cool, warm or hot");
    if (key == u"city"_s) return QueryCompletion::tr("where they live");
    if (key == u"evidence"_s) return QueryCompletion::tr("how a skill is known");
    if (key == u"is"_s) return QueryCompletion::tr("talent, colleague, partner or client");
    if (key == u"name"_s) return QueryCompletion::tr("part of a name");
    if (key == u"note"_s) return QueryCompletion::tr("words in notes and conversations");
    if (key == u"org"_s) return QueryCompletion::tr("organisation");
    if (key == u"skill"_s) return QueryCompletion::tr("a skill or language");
    if (key == u"spoken"_s) return QueryCompletion::tr("how long ago");
    if (key == u"tag"_s) return QueryCompletion::tr("a tag");
    if (key == u"title"_s) return QueryCompletion::tr("what they do");
    if (key == u"warmth"_s) return QueryCompletion::tr("a number from 0 to 100");
    return {};
}

QString fieldOf(const search::Suggestion& suggestion)
{
    if (suggestion.field != search::Field::Anywhere) return fieldInWords(suggestion.field);
    const std::string_view key = std::string_view(suggestion.text).substr(0, suggestion.text.find(':'));
    if (key == "band" || key == "is" || key == "evidence") return {};
    return QueryCompletion::tr("Skill");
}

/// Behind the name of a field it need not be said which one.
QueryCompletion::Line lineOf(const search::Suggestion& suggestion, bool named)
{
    using What = search::Suggestion::What;
    QueryCompletion::Line line{toQString(suggestion.shown), {}, {}, toQString(suggestion.text)};
    if (suggestion.people) line.count = countText(*suggestion.people);
    switch (suggestion.what) {
    case What::Key:
        line.detail = explained(line.text);
        line.text = line.replacement;
        break;
    case What::Value: line.detail = named ? QString{} : fieldOf(suggestion); break;
    case What::Level: line.detail = QueryCompletion::tr("Level"); break;
    case What::Span:
        line.detail = suggestion.shown == "never" ? QueryCompletion::tr("not spoken to yet")
                                                  : QueryCompletion::tr("spoken to in these days");
        break;
    }
    return line;
}

/// How many UTF-16 units these bytes are.
int unitsIn(std::string_view utf8)
{
    return static_cast<int>(toQString(utf8).size());
}

}  // namespace

QueryCompletion::QueryCompletion(Worker& worker, const Clock& clock, const Zone& zone, QObject* parent)
    : QObject(parent), worker_(worker), clock_(clock), zone_(zone)
{
}

QueryCompletion::~QueryCompletion()
{
    if (stop_) stop_->store(true);
}

void QueryCompletion::suggest(const PeopleSearch* search, const QString& text, int cursor)
{
    if (stop_) stop_->store(true);
    if (search == nullptr || text.isEmpty()) return clear();
    stop_ = std::make_shared<std::atomic<bool>>(false);
    auto found = std::make_shared<search::Completion>();
    const std::string line = toUtf8(text);
    const std::size_t at = toUtf8(text.left(cursor)).size();
    worker_.read(
        [search, line, at, today = zone_.dateOf(clock_.now()), stop = stop_, found](const WorkspaceReader&) {
            if (!*stop) *found = search->complete(line, at, today, kMost);
        },
        [self = QPointer(this), text, line, stop = stop_, found] {
            if (self.isNull() || *stop) return;
            std::vector<Line> lines;
            const std::string_view utf8 = line;
            const std::string_view typed = utf8.substr(found->from, found->length);
            for (const search::Suggestion& suggestion : found->suggestions)
                // What stands there already says nothing.
                if (suggestion.text.substr(0, suggestion.text.find_last_not_of(' ') + 1) != typed)
                    lines.push_back(lineOf(suggestion, typed.find(':') != std::string_view::npos));
            self->show(text, unitsIn(utf8.substr(0, found->from)), unitsIn(typed), std::move(lines));
        });
}

void QueryCompletion::clear()
{
    if (stop_) stop_->store(true);
    show({}, 0, 0, {});
}

void QueryCompletion::show(QString text, int from, int length, std::vector<Line> lines)
{
    text_ = std::move(text);
    from_ = from;
    length_ = length;
    if (lines == lines_) return;
    lines_ = std::move(lines);
    Q_EMIT changed();
}

QueryCompletion::Edited QueryCompletion::taken(std::size_t line) const
{
    if (line >= lines_.size()) return {text_, static_cast<int>(text_.size())};
    QString replacement = lines_[line].replacement;
    const int end = from_ + length_;
    // One blank behind a value is enough.
    if (replacement.endsWith(u' ') && end < text_.size() && text_.at(end) == u' ') replacement.chop(1);
    QString text = text_;
    text.replace(from_, length_, replacement);
    const bool behindBlank = !replacement.endsWith(u' ') && lines_[line].replacement.endsWith(u' ');
    return {text, from_ + static_cast<int>(replacement.size()) + (behindBlank ? 1 : 0)};
}

}  // namespace kith::ui
