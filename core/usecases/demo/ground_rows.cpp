#include <kith/usecases/demo/scene.h>

#include <unordered_map>

namespace kith::demo {

namespace {

std::vector<Id> writeNamed(Scene& scene, Edit& edit, Kind kind, std::span<const std::string_view> names)
{
    std::vector<Id> ids;
    for (const auto name : names) {
        // The name is field 0 of skills and of tags.
        static_assert(skill::name == 0 && tag::name == 0);
        NewRow(edit, kind, ids.emplace_back(scene.ids.make())).set(0, name);
    }
    return ids;
}

void writeAreas(Scene& scene, Edit& edit)
{
    for (const auto& each : areas()) {
        NewRow row(edit, Kind::Area, scene.areas.emplace_back(scene.ids.make()));
        row.set(area::name, each.name);
        if (each.parent >= 0) row.set(area::parent, idValue(scene.areas[static_cast<std::size_t>(each.parent)]));
    }
}

void writeSkills(Scene& scene, Edit& edit)
{
    std::unordered_map<std::string_view, Id> known;
    for (const auto& field : fields()) {
        auto& ids = scene.skills.emplace_back();
        for (const auto name : field.skills) {
            const auto [at, isNew] = known.try_emplace(name);
            if (isNew) {
                at->second = scene.ids.make();
                NewRow(edit, Kind::Skill, at->second).set(skill::name, name);
            }
            ids.push_back(at->second);
        }
    }
}

void writeEmployers(Scene& scene, Edit& edit)
{
    Dice dice = scene.cast.dice(scene.cast.people(), Cast::Stream::Facts);
    for (std::size_t i = 0; i < scene.cast.organisations(); ++i) {
        const auto& employer = scene.employers.emplace_back(scene.ids.make(), organisationName(i), pickCity(dice));
        NewRow(edit, Kind::Organisation, employer.id)
            .set(organisation::name, employer.name)
            .set(organisation::website, "https://" + domainOf(employer.name))
            .set(organisation::city, cities()[employer.city].name);
    }
}

}  // namespace

void writeGround(Scene& scene, Edit& edit, std::string_view ownName)
{
    if (scene.ownOrganisation.isNil()) {
        scene.ownOrganisation = scene.ids.make();
        NewRow(edit, Kind::Organisation, scene.ownOrganisation)
            .set(organisation::name, ownName)
            .set(organisation::city, cities()[0].name);
    }
    writeAreas(scene, edit);
    writeEmployers(scene, edit);
    writeSkills(scene, edit);
    scene.languages = writeNamed(scene, edit, Kind::Skill, languages());
    scene.tags = writeNamed(scene, edit, Kind::Tag, tags());
    scene.landlines.assign(cities().size(), 0);
    scene.summary.areas = scene.areas.size();
    scene.summary.organisations = scene.employers.size() + 1;
}

}  // namespace kith::demo
