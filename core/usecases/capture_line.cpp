#include <kith/usecases/capture_line.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>
#include <kith/capture/time_words.h>
#include <kith/usecases/edit_rules.h>

#include <algorithm>
#include <fmt/format.h>
#include <unordered_map>
#include <utility>

namespace kith {

namespace {

/// How many people with similar names are looked at.
constexpr std::size_t kLookedAt = 40;

std::vector<std::string> wordsOfName(std::string_view name)
{
    std::vector<std::string> words;
    const std::string folded = fold(name);
    for (const std::string_view word : split(folded, ' '))
        if (!word.empty()) words.emplace_back(word);
    return words;
}

/// Whether somebody of this name may be called so: the words in their order, the last of several also in short.
bool maySay(const std::vector<std::string>& typed, std::string_view name)
{
    const auto words = wordsOfName(name);
    std::size_t at = 0;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const bool inShort = i > 0 && i + 1 == typed.size() && !capture::isTimeWord(typed[i]);
        while (at < words.size() && words[at] != typed[i] && !(inShort && words[at].starts_with(typed[i]))) ++at;
        if (at == words.size()) return false;
        ++at;
    }
    return !typed.empty();
}

class PeopleByName final : public capture::Who {
public:
    PeopleByName(const WorkspaceReader& reader, Instant now) : reader_(reader), now_(now) { }

    [[nodiscard]] std::size_t known(std::span<const std::string_view> words) const override
    {
        std::string typed;
        std::size_t length = 0;
        for (const std::string_view word : words) {
            if (!typed.empty()) typed += ' ';
            typed += word;
            if (called(typed).empty()) break;
            ++length;
        }
        return length;
    }

    /// Whoever has exactly this name; else whoever may be called so.
    [[nodiscard]] const std::vector<PersonCard>& called(const std::string& typed) const
    {
        const std::string folded = fold(typed);
        if (const auto known = found_.find(folded); known != found_.end()) return known->second;
        const auto words = wordsOfName(folded);
        std::vector<PersonCard> cards;
        if (!words.empty()) {
            cards = reader_.suggest(folded, kLookedAt, now_);
            std::erase_if(cards, [&](const PersonCard& card) { return !maySay(words, card.name); });
            const auto same = [&](const PersonCard& card) { return fold(card.name) == folded; };
            if (std::ranges::any_of(cards, same))
                std::erase_if(cards, [&](const PersonCard& card) { return !same(card); });
        }
        return found_.emplace(folded, std::move(cards)).first->second;
    }

private:
    const WorkspaceReader& reader_;
    Instant now_;
    mutable std::unordered_map<std::string, std::vector<PersonCard>> found_{};
};

/// As pools are compared with what stands behind a #, where no blank can stand.
std::string asPoolName(std::string_view name)
{
    std::string folded = fold(name);
    std::ranges::replace(folded, '-', ' ');
    std::ranges::replace(folded, '_', ' ');
    return collapseSpace(folded);
}

Error ambiguous(const NamedPerson& person)
{
    std::string sentence =
        fmt::format("“{}” fits {} people; name one by id or e-mail. Nothing was logged:", person.text, person.fitting);
    for (const PersonCard& card : person.candidates) {
        sentence += fmt::format("\n  {}  {}", card.id.toString(), card.name);
        if (!card.title.empty()) sentence += ", " + card.title;
        if (!card.organisation.empty()) sentence += ", " + card.organisation;
    }
    return {ErrorCode::Ambiguous, std::move(sentence)};
}

}  // namespace

Result<ReadLine> CaptureLine::read(std::string_view line, std::span<const Id> also) const
{
    KITH_CHECK(edits::checkText(line, "The line"));
    const Instant now = services_.clock.now();
    const PeopleByName who(services_.reader, now);
    const capture::Here here{now, services_.zone, order_};
    ReadLine result;
    result.captured = capture::parse(line, {.here = here, .who = &who});
    result.channel = result.captured.channel.value_or(Channel::Meeting);
    result.at = result.captured.when ? capture::instantOf(*result.captured.when, here) : now;
    const auto pools = services_.reader.pipelines().pools();
    for (const std::string& name : result.captured.tags) {
        const auto pool =
            std::ranges::find(pools, asPoolName(name), [](const PoolView& each) { return asPoolName(each.name); });
        if (pool != pools.end()) result.pools.push_back(*pool);
        else result.tags.push_back(name);
    }

    std::vector<Id> shown;
    for (const Id& id : also) shown.push_back(services_.reader.shownFor(id));
    const auto isAlso = [&](const PersonCard& card) { return std::ranges::find(shown, card.id) != shown.end(); };
    for (const capture::Mention& mention : result.captured.people) {
        NamedPerson person{.text = mention.text};
        std::vector<PersonCard> cards = who.called(mention.text);
        if (mention.text.contains('@')) {
            KITH_TRY(id, services_.reader.resolvePerson(mention.text));
            if (auto card = services_.reader.card(id, now)) cards = {std::move(*card)};
        }
        if (const auto meant = std::ranges::find_if(cards, isAlso); meant != cards.end())
            cards = std::vector<PersonCard>{*meant};
        if (cards.empty()) {
            person.name = collapseSpace(mention.text);
            person.isNew = true;
        } else if (cards.size() == 1) {
            person.id = cards.front().id;
            person.name = cards.front().name;
        } else {
            person.fitting = cards.size();
            cards.resize(std::min(cards.size(), kMostCandidates));
            person.candidates = std::move(cards);
        }
        result.people.push_back(std::move(person));
    }
    for (const Id& id : shown) {
        if (std::ranges::find(result.people, id, &NamedPerson::id) != result.people.end()) continue;
        const auto card = services_.reader.card(id, now);
        result.people.push_back({.id = id, .name = card ? card->name : std::string{}});
    }
    return result;
}

Result<ConversationInput> CaptureLine::inputOf(const ReadLine& line) const
{
    const capture::Captured& captured = line.captured;
    for (const capture::Problem& problem : captured.problems)
        if (problem.blocks) return fail(ErrorCode::BadInput, problem.sentence + " Nothing was logged.");
    ConversationInput input;
    for (const NamedPerson& person : line.people) {
        if (!person.candidates.empty()) return std::unexpected(ambiguous(person));
        if (person.isNew) input.newPeople.push_back(person.name);
        else input.people.push_back(person.id);
    }
    if (input.people.empty() && input.newPeople.empty())
        return fail(ErrorCode::BadInput, "The line does not say who it was with. Nothing was logged.");
    input.channel = line.channel;
    input.direction = captured.direction;
    input.at = line.at;
    input.minutes = captured.minutes.value_or(0);
    input.text = captured.text;
    input.tags = line.tags;
    for (const PoolView& pool : line.pools) input.pools.push_back(pool.id);
    if (captured.followUp)
        input.nextStep = NextStep{
            .due = captured.followUp->on, .reason = captured.followUp->reason, .rrule = captured.followUp->rrule};
    return input;
}

Result<Logged> CaptureLine::run(const ReadLine& line) const
{
    KITH_TRY(input, inputOf(line));
    return LogInteraction(services_).run(input);
}

}  // namespace kith
