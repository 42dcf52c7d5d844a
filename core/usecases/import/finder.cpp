#include <kith/usecases/import/finder.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>
#include <kith/domain/contact_key.h>

#include <fmt/format.h>

namespace kith::importing {

namespace {

std::string quoted(std::string_view text)
{
    constexpr std::size_t kShown = 80;
    return text.size() <= kShown ? std::string(text) : std::string(prefixUtf8(text, kShown)) + "…";
}

}  // namespace

const PersonFinder::Found& PersonFinder::find(std::string_view text)
{
    text = trim(text);
    const auto [at, fresh] = found_.try_emplace(std::string(text));
    if (fresh) at->second = look(text);
    return at->second;
}

PersonFinder::Found PersonFinder::look(std::string_view text) const
{
    if (text.empty()) return {{}, "A person is missing."};
    const auto answer = [&](const std::vector<Id>& people, std::string_view nobody) -> Found {
        if (people.size() == 1) return {people.front(), {}};
        if (people.empty()) return {{}, fmt::format("{} “{}”.", nobody, quoted(text))};
        return {{}, fmt::format("Several people fit “{}”; an e-mail address or an id says which one.", quoted(text))};
    };
    if (const auto id = Id::parse(text)) {
        const Id shown = reader_.shownFor(*id);
        const auto row = reader_.row(Kind::Person, shown);
        if (row && !row->removed) return {shown, {}};
        return answer({}, "Nobody has the id");
    }
    const ContactKind kind = guessContactKind(text);
    const std::string key = contactKey(kind, text, region_);
    if (kind == ContactKind::Email) return answer(reader_.peopleByContact(kind, key), "Nobody has the e-mail address");
    if (kind == ContactKind::Url) {
        const auto people = reader_.peopleByContact(kind, key);
        if (!people.empty() || text.find('/') != std::string_view::npos)
            return answer(people, "Nobody has the profile");
    }
    if (kind == ContactKind::Phone) return answer(reader_.peopleByContact(kind, key), "Nobody has the phone number");
    const auto people = reader_.peopleByFoldedName(fold(text));
    if (people.empty() && kind == ContactKind::Handle)
        return answer(reader_.peopleByContact(kind, key), "Nobody is called");
    return answer(people, "Nobody is called");
}

const std::string& PersonFinder::nameOf(const Id& person)
{
    const auto [at, fresh] = names_.try_emplace(person);
    if (fresh)
        if (const auto row = reader_.row(Kind::Person, person)) at->second = textOf(row->values[person::name]);
    return at->second;
}

}  // namespace kith::importing
