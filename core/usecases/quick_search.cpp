#include <kith/usecases/quick_search.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>

#include <algorithm>

namespace kith {

namespace {

/// The same words, asked for in notes.
search::Query inNotes(const search::Query& query)
{
    search::All all;
    const auto add = [&](const search::Query& part) {
        search::Text text = std::get<search::Text>(part.node);
        text.field = search::Field::Note;
        all.of.push_back({std::move(text)});
    };
    if (const auto* parts = std::get_if<search::All>(&query.node)) std::ranges::for_each(parts->of, add);
    else add(query);
    return {std::move(all)};
}

bool isWords(const search::Query& query)
{
    const auto* text = std::get_if<search::Text>(&query.node);
    return text != nullptr && text->field == search::Field::Anywhere;
}

/// Words and quoted words, anywhere: what a note can have.
bool isAllWords(const search::Query& query)
{
    const auto* all = std::get_if<search::All>(&query.node);
    return all != nullptr ? !all->of.empty() && std::ranges::all_of(all->of, isWords) : isWords(query);
}

/// The note in which most of what is asked for stands; the words may be in several.
std::string bestNote(const search::Query& query, const search::PersonDocument& person)
{
    std::string best;
    std::size_t most = 0;
    for (const search::Reason& reason : search::reasonsFor(query, person)) {
        if (reason.where != search::Where::Note || reason.words.size() <= most) continue;
        most = reason.words.size();
        best = reason.text;
    }
    return best;
}

std::vector<std::string> foldedWords(std::string_view text)
{
    std::vector<std::string> words;
    const std::string folded = fold(text);
    for (const std::string_view word : split(folded, ' '))
        if (!word.empty()) words.emplace_back(word);
    return words;
}

std::vector<SavedSearch> searchesCalled(const WorkspaceReader& reader, std::string_view typed, std::size_t most)
{
    const auto starts = foldedWords(typed);
    const auto isOther = [&](const SavedSearch& search) {
        const auto words = foldedWords(search.name);
        return !std::ranges::all_of(starts, [&](const std::string& start) {
            return std::ranges::any_of(words, [&](const std::string& word) { return word.starts_with(start); });
        });
    };
    auto searches = savedSearches(reader);
    std::erase_if(searches, isOther);
    if (searches.size() > most) searches.resize(most);
    return searches;
}

}  // namespace

Result<QuickFinds> findQuickly(const WorkspaceReader& reader, const PeopleSearch& search, const QuickQuestion& question,
                               Instant now, const Zone& zone, const std::atomic<bool>* stop)
{
    QuickFinds finds;
    const search::Query query = search::parse(question.text).query;
    if (query.isEverybody()) return finds;
    finds.searches = searchesCalled(reader, question.text, question.searches);
    if (!search.ready()) {
        finds.people = reader.suggest(question.text, question.people, now);
        finds.total = finds.people.size();
        finds.marks = search::marksOf(query);
        return finds;
    }
    search::Question asked{.today = zone.dateOf(now), .first = question.people, .notes = &reader, .stop = stop};
    KITH_TRY(answer, search.ask(query, asked));
    finds.total = answer.total;
    finds.people = reader.cards(answer.people, now);
    finds.marks = search::marksOf(query, answer.notices);
    if (!isAllWords(query)) return finds;

    const search::Query notes = inNotes(query);
    asked.first = question.notes;
    KITH_TRY(inThem, search.ask(notes, asked));
    finds.noteTotal = inThem.total;
    for (const PersonCard& card : reader.cards(inThem.people, now)) {
        KITH_TRY(document, reader.document(card.row, {.now = now, .zone = &zone}));
        if (!document) continue;
        if (std::string note = bestNote(notes, *document); !note.empty())
            finds.notes.push_back({card, std::move(note)});
    }
    return finds;
}

}  // namespace kith
