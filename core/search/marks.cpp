#include <kith/search/marks.h>

#include "fields.h"

#include <kith/base/fold.h>

#include <algorithm>

namespace kith::search {

namespace {

void addOnce(std::vector<Mark>& marks, Mark mark)
{
    if (!mark.words.empty() && std::ranges::find(marks, mark) == marks.end()) marks.push_back(std::move(mark));
}

Mark markOf(Field field, std::string_view folded, bool phrase)
{
    const Words words = foldedWords(folded);
    return {.field = field, .words = {words.begin(), words.end()}, .phrase = phrase};
}

void collect(const Query& query, std::vector<Mark>& marks)
{
    if (const auto* text = std::get_if<Text>(&query.node))
        addOnce(marks, markOf(text->field, fold(text->words), text->phrase));
    else if (const auto* all = std::get_if<All>(&query.node))
        for (const Query& part : all->of) collect(part, marks);
    else if (const auto* any = std::get_if<Any>(&query.node))
        for (const Query& part : any->of) collect(part, marks);
}

}  // namespace

std::vector<Mark> marksOf(const Query& query, const std::vector<Notice>& notices)
{
    std::vector<Mark> marks;
    collect(query, marks);
    for (const Notice& notice : notices)
        for (const std::string& words : notice.words)
            addOnce(marks, markOf(notice.what == Notice::What::Typo ? Field::Name : Field::Title, words, true));
    return marks;
}

bool asksForWords(const Query& query)
{
    if (const auto* text = std::get_if<Text>(&query.node))
        return text->field == Field::Anywhere || text->field == Field::Name;
    if (const auto* all = std::get_if<All>(&query.node)) return std::ranges::any_of(all->of, asksForWords);
    if (const auto* any = std::get_if<Any>(&query.node)) return std::ranges::any_of(any->of, asksForWords);
    return false;
}

}  // namespace kith::search
