#include <kith/usecases/demo/names.h>
#include <kith/usecases/demo/phrases.h>
#include <kith/usecases/demo/scene.h>

#include <algorithm>
#include <array>

namespace kith::demo {

namespace {

using std::chrono::days;

Name uniqueName(Scene& scene, std::size_t person, Dice& dice)
{
    // The one who sits here reads English; that name stands in every menu.
    const NameWish wish{.variety = !scene.isSmall(), .latin = person == 0};
    Name name = makeName(dice, wish);
    for (int attempt = 0; scene.isSmall() && attempt < 20; ++attempt) {
        if (scene.takenNames.insert(name.full).second) break;
        name = makeName(dice, {.variety = attempt > 3, .latin = wish.latin});
    }
    return name;
}

/// Where two people would share an address, the second one carries a number, as in life.
std::string uniqueAddress(Scene& scene, std::size_t person, const std::string& local, std::string_view domain)
{
    if (!scene.isSmall()) return local + std::to_string(person) + '@' + std::string(domain);
    std::string address = local + '@' + std::string(domain);
    for (int number = 2; !scene.takenAddresses.insert(address).second; ++number)
        address = local + std::to_string(number) + '@' + std::string(domain);
    return address;
}

struct Writing {
    Scene& scene;
    Edit& edit;
    std::size_t person;
    const Id& id;
    const Traits& traits;
    Dice& dice;
};

void writeAffiliation(const Writing& w)
{
    Scene& scene = w.scene;
    Dice& dice = w.dice;
    const Date since = scene.today - days{dice.between(40, 2600)};
    const bool colleague = scene.cast.isColleague(w.person);
    NewRow current(w.edit, Kind::Affiliation, scene.ids.make());
    current.set(affiliation::person, idValue(w.id));
    if (colleague) {
        const auto titles = w.traits.area == kTalentArea ? talentTitles() : colleagueTitles();
        current.set(affiliation::organisation, idValue(scene.ownOrganisation))
            .set(affiliation::area, idValue(scene.areas[w.traits.area]))
            .set(affiliation::role, w.person == 0 ? "Talent partner" : dice.pick(titles));
    } else {
        current.set(affiliation::organisation, idValue(scene.employers[w.traits.organisation].id))
            .set(affiliation::role,
                 w.traits.facets.has(Facet::Talent) ? dice.pick(fields()[w.traits.field].titles)
                                                    : std::string_view("Account director"));
    }
    current.set(affiliation::since, dateValue(since));
    if (colleague || !dice.percent(30)) return;

    const bool wasHere = dice.percent(15);
    NewRow past(w.edit, Kind::Affiliation, scene.ids.make());
    past.set(affiliation::person, idValue(w.id));
    if (wasHere) {
        past.set(affiliation::organisation, idValue(scene.ownOrganisation))
            .set(affiliation::area, idValue(scene.areas[w.traits.area]));
    } else {
        past.set(affiliation::organisation, idValue(scene.employers[dice.below(scene.employers.size())].id));
    }
    past.set(affiliation::role, dice.pick(fields()[w.traits.field].titles))
        .set(affiliation::since, dateValue(since - days{dice.between(400, 2500)}))
        .set(affiliation::until, dateValue(since - days{dice.between(0, 60)}));
}

void writeContactPoint(const Writing& w, ContactKind kind, std::string value, std::string_view label)
{
    if (value.empty()) return;
    NewRow(w.edit, Kind::ContactPoint, w.scene.ids.make())
        .set(contact_point::person, idValue(w.id))
        .set(contact_point::kind, enumValue(kind))
        .set(contact_point::value, textValue(std::move(value)))
        .set(contact_point::label, label);
}

void writeContactPoints(const Writing& w, const Name& name, std::string_view ownDomain)
{
    Scene& scene = w.scene;
    Dice& dice = w.dice;
    const bool colleague = scene.cast.isColleague(w.person);
    const bool atWork = colleague || dice.percent(45);
    constexpr std::string_view kPersonal[] = {"example.org", "example.com", "example.net"};
    const std::string domain = colleague ? std::string(ownDomain)
        : atWork                         ? domainOf(scene.employers[w.traits.organisation].name)
                                         : std::string(dice.pick(kPersonal));
    const std::string address = uniqueAddress(scene, w.person, name.address, domain);
    const std::string slug = address.substr(0, address.find('@'));
    writeContactPoint(w, ContactKind::Email, address, atWork ? "work" : "home");
    if (dice.percent(40)) writeContactPoint(w, ContactKind::Phone, mobileNumber(scene.mobiles++), "mobile");
    if (dice.percent(12))
        writeContactPoint(w, ContactKind::Phone,
                          landlineNumber(cities()[w.traits.city], scene.landlines[w.traits.city]++), "work");
    if (dice.percent(30)) writeContactPoint(w, ContactKind::Url, "https://profiles.example/in/" + slug, "profile");
    if (dice.percent(6)) writeContactPoint(w, ContactKind::Handle, "@" + slug + "@social.example", "fediverse");
}

void writeSkill(const Writing& w, const Id& skill, SkillLevel level)
{
    Dice& dice = w.dice;
    const int at = dice.between(0, 99);
    const Evidence evidence = at < 68 ? Evidence::SelfDeclared
        : at < 86                     ? Evidence::Observed
        : at < 94                     ? Evidence::Assessed
                                      : Evidence::Certified;
    NewRow row(w.edit, Kind::PersonSkill, w.scene.ids.make());
    row.set(person_skill::person, idValue(w.id))
        .set(person_skill::skill, idValue(skill))
        .set(person_skill::level, enumValue(level))
        .set(person_skill::evidence, enumValue(evidence));
    if (evidence != Evidence::SelfDeclared) {
        const std::size_t observer = dice.below(std::min(w.person + 1, w.scene.cast.colleagues()));
        if (observer != w.person) row.set(person_skill::observed_by, idValue(w.scene.people[observer]));
        row.set(person_skill::observed_on, dateValue(w.scene.today - days{dice.between(10, 900)}));
    }
    ++w.scene.summary.skills;
}

/// A few different numbers below bound, in the order drawn.
template <std::size_t Most>
std::span<const std::size_t> drawDifferent(Dice& dice, std::array<std::size_t, Most>& room, std::size_t count,
                                           std::size_t bound)
{
    std::size_t drawn = 0;
    while (drawn < std::min(count, bound)) {
        const std::size_t next = dice.below(bound);
        if (std::find(room.begin(), room.begin() + static_cast<std::ptrdiff_t>(drawn), next)
            == room.begin() + static_cast<std::ptrdiff_t>(drawn))
            room[drawn++] = next;
    }
    return std::span(room).first(drawn);
}

void writeSkills(const Writing& w)
{
    Dice& dice = w.dice;
    constexpr SkillLevel kLevels[] = {SkillLevel::Basic,    SkillLevel::Working,  SkillLevel::Working,
                                      SkillLevel::Advanced, SkillLevel::Advanced, SkillLevel::Expert};
    constexpr SkillLevel kCefr[] = {SkillLevel::A1, SkillLevel::A2, SkillLevel::B1,
                                    SkillLevel::B2, SkillLevel::C1, SkillLevel::C2};
    const auto& offered = w.scene.skills[w.traits.field];
    std::array<std::size_t, 8> room{};
    const auto count = static_cast<std::size_t>(dice.between(3, 8));
    for (const std::size_t at : drawDifferent(dice, room, count, offered.size()))
        writeSkill(w, offered[at], dice.pick(kLevels));
    if (dice.percent(55)) {
        const std::size_t spoken = dice.percent(25) ? 2 : 1;
        for (const std::size_t at : drawDifferent(dice, room, spoken, w.scene.languages.size() - 1))
            writeSkill(w, w.scene.languages[at + 1], dice.pick(kCefr));
    }
    // English, the language of the place, is mentioned of some only.
    if (dice.percent(25)) writeSkill(w, w.scene.languages[0], kCefr[static_cast<std::size_t>(dice.between(3, 5))]);
}

void writeTags(const Writing& w)
{
    std::array<std::size_t, 3> room{};
    const std::size_t count = w.dice.percent(45) ? static_cast<std::size_t>(w.dice.between(1, 3)) : 0;
    for (const std::size_t at : drawDifferent(w.dice, room, count, w.scene.tags.size()))
        NewRow(w.edit, Kind::PersonTag, w.scene.ids.make())
            .set(person_tag::person, idValue(w.id))
            .set(person_tag::tag, idValue(w.scene.tags[at]));
}

}  // namespace

void writePerson(Scene& scene, Edit& edit, std::size_t person)
{
    const Traits traits = scene.cast.traits(person);
    Dice dice = scene.cast.dice(person, Cast::Stream::Facts);
    const Name name = uniqueName(scene, person, dice);
    const Id id = scene.people.emplace_back(scene.ids.make());
    const bool colleague = scene.cast.isColleague(person);

    std::string about;
    if (!colleague) {
        const auto skills = fields()[traits.field].skills;
        const std::size_t known = dice.below(scene.colleagueNames.size());
        const std::size_t first = dice.below(skills.size());
        about = aboutText(dice,
                          {.skill = skills[first],
                           .otherSkill = skills[(first + 1 + dice.below(skills.size() - 1)) % skills.size()],
                           .organisation = scene.employers[traits.organisation].name,
                           .city = cities()[traits.city].name,
                           .area = areas()[traits.area].name,
                           .field = fields()[traits.field].name,
                           .colleague = scene.colleagueNames[known]});
    } else {
        scene.colleagueNames.push_back(name.spoken);
        ++scene.summary.colleagues;
    }
    NewRow(edit, Kind::Person, id)
        .set(person::name, textValue(name.full))
        .set(person::given, textValue(name.given))
        .set(person::family, textValue(name.family))
        .set(person::facets, std::int64_t{traits.facets.bits})
        .set(person::city, cities()[traits.city].name)
        .set(person::about, textValue(std::move(about)));
    ++scene.summary.people;

    const Writing writing{scene, edit, person, id, traits, dice};
    writeAffiliation(writing);
    writeContactPoints(writing, name, domainOf(kOwnOrganisation));
    writeSkills(writing);
    writeTags(writing);
}

}  // namespace kith::demo
