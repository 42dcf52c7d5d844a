#include <kith/search/index.h>

#include "index_parts.h"

#include "evaluation.h"

#include <kith/base/fold.h>
#include <kith/base/text.h>
#include <kith/domain/warmth.h>

#include <algorithm>

namespace kith::search {

namespace {

constexpr Date kDayZero = std::chrono::sys_days{std::chrono::year{1899} / 12 / 31};
constexpr std::uint32_t kLastDay = (1U << Column::kDayBits) - 1;
constexpr std::size_t kRoom = 4096;  ///< people for whom room is made at a time

constexpr std::array<Facet, 4> kFacets{Facet::Talent, Facet::Colleague, Facet::Partner, Facet::Client};

std::string capitalised(std::string_view word)
{
    std::string text(word);
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

}  // namespace

std::uint32_t dayNumber(Date date)
{
    const auto days = (date - kDayZero).count();
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(days, 1, kLastDay));
}

std::optional<Shared> sharedOf(Field field)
{
    switch (field) {
    case Field::Title: return Shared::Title;
    case Field::Organisation: return Shared::Organisation;
    case Field::Area: return Shared::Area;
    case Field::City: return Shared::City;
    case Field::Tag: return Shared::Tag;
    case Field::Pool: return Shared::Pool;
    case Field::Stage: return Shared::Stage;
    case Field::Anywhere:
    case Field::Name:
    case Field::Note: return std::nullopt;
    }
    return std::nullopt;
}

std::string Index::Parts::spelling(Term term) const
{
    const auto found = spelled.find(term);
    return found == spelled.end() ? capitalised(names.words().word(term)) : found->second;
}

void Index::Parts::add(const PersonDocument& document)
{
    const auto person = static_cast<Person>(size());
    numbers.push_back(document.person);
    if (document.person >= latest.size()) latest.resize(std::size_t{document.person} + 1);
    latest[document.person] = person + 1;
    if (person >= alive.size()) {
        const std::size_t room = alive.size() + std::max(kRoom, alive.size() / 8);
        alive.resize(room);
        for (Bits& facet : facets) facet.resize(room);
        column.resize(room);
    }
    alive.add(person);
    ++living;
    for (std::size_t i = 0; i < kFacets.size(); ++i)
        if (document.facets.has(kFacets.at(i))) facets.at(i).add(person);
    setWarmth(person, document.warmth, document.lastContact);

    names.add(person, fold(document.name), [&](Term term) { nameWords.push_back(term); });
    nameBegins.push_back(static_cast<std::uint32_t>(nameWords.size()));
    for (const std::string_view piece : split(document.name, ' ')) {
        const std::string word = fold(piece);
        if (piece.size() == word.size() && asciiLower(piece) == word) continue;
        if (const auto term = names.words().find(word)) spelled.try_emplace(*term, piece);
    }
    for (const std::string& note : document.notes) notes.add(person, fold(note));
    for (const std::string& contact : document.contacts) contacts.add(person, fold(contact));
    const auto addTo = [&](Shared field, const std::vector<std::string>& texts) {
        for (const std::string& text : texts) at(field).add(person, text);
    };
    addTo(Shared::Title, document.titles);
    addTo(Shared::Organisation, document.organisations);
    addTo(Shared::Area, document.areas);
    addTo(Shared::City, document.cities);
    addTo(Shared::Tag, document.tags);
    addTo(Shared::Pool, document.pools);
    addTo(Shared::Stage, document.stages);
    for (const SkillFact& skill : document.skills)
        at(Shared::Skill).add(person, skill.name, skill.level, skill.evidence);
}

void Index::Parts::setWarmth(Person person, int warmth, std::optional<Date> lastContact)
{
    column.set(person, static_cast<std::uint32_t>(std::clamp(warmth, 0, kWarmest)),
               lastContact ? dayNumber(*lastContact) : 0);
}

bool Index::Parts::remove(std::uint32_t number)
{
    if (number >= latest.size() || latest[number] == 0) return false;
    alive.remove(latest[number] - 1);
    latest[number] = 0;
    --living;
    return true;
}

Index::Index() : parts_(std::make_unique<Parts>()) { }
Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

void Index::add(const PersonDocument& document)
{
    update(document);
}

void Index::finish()
{
    Parts& parts = *parts_;
    const auto newNumber = parts.names.finish(parts.size());
    for (Term& term : parts.nameWords) term = newNumber[term];
    std::unordered_map<Term, std::string> spelled;
    for (auto& [term, text] : parts.spelled) spelled.emplace(newNumber[term], std::move(text));
    parts.spelled = std::move(spelled);
    (void)parts.notes.finish(parts.size());
    (void)parts.contacts.finish(parts.size());
    for (ValueField& field : parts.shared) field.finish(parts.size());
    parts.nameWords.shrink_to_fit();
    parts.nameBegins.shrink_to_fit();
    parts.numbers.shrink_to_fit();
    parts.finished = parts.size();
}

void Index::update(const PersonDocument& document)
{
    // Lists of people only grow: somebody who changed is somebody new, and who they were counts nowhere.
    parts_->remove(document.person);
    parts_->add(document);
}

bool Index::remove(std::uint32_t person)
{
    return parts_->remove(person);
}

void Index::setWarmth(std::uint32_t person, int warmth, std::optional<Date> lastContact)
{
    if (person < parts_->latest.size() && parts_->latest[person] != 0)
        parts_->setWarmth(parts_->latest[person] - 1, warmth, lastContact);
}

std::size_t Index::people() const
{
    return parts_->living;
}

bool Index::worn() const
{
    constexpr std::size_t kSome = 10'000;
    return parts_->size() > parts_->finished + parts_->finished / 4 + kSome;
}

Result<Answer> Index::ask(const Query& query, const Question& question) const
{
    return Evaluation(*parts_, question).answer(query);
}

namespace {

std::vector<Group> counted(const Index::Parts& parts, Shared field, std::string_view typed, std::size_t most)
{
    const std::string folded = fold(typed);
    std::vector<Group> groups;
    for (auto& group : parts.at(field).countedIn(parts.alive, foldedWords(folded), most))
        groups.push_back({std::move(group.name), group.people});
    return groups;
}

}  // namespace

std::vector<Group> Index::values(Field field, std::string_view typed, std::size_t most) const
{
    const auto shared = sharedOf(field);
    return shared ? counted(*parts_, *shared, typed, most) : std::vector<Group>{};
}

std::vector<Group> Index::skills(std::string_view typed, std::size_t most) const
{
    return counted(*parts_, Shared::Skill, typed, most);
}

IndexMemory Index::memory() const
{
    const Parts& parts = *parts_;
    constexpr std::size_t kNode = 64;  // of spelled, about
    IndexMemory memory{.names = parts.names.bytes()
                           + (parts.nameBegins.capacity() + parts.nameWords.capacity()) * sizeof(Term)
                           + parts.spelled.size() * kNode,
                       .values = 0,
                       .notes = parts.notes.bytes(),
                       .contacts = parts.contacts.bytes(),
                       .people = (parts.numbers.capacity() + parts.latest.capacity()) * sizeof(std::uint32_t)
                           + parts.alive.bytes() + parts.facets.size() * parts.alive.bytes() + parts.column.bytes()};
    for (const ValueField& field : parts.shared) memory.values += field.bytes();
    return memory;
}

}  // namespace kith::search
