#include <kith/usecases/demo.h>

#include <kith/base/fold.h>
#include <kith/base/random.h>
#include <kith/usecases/demo/scene.h>

#include <algorithm>
#include <fmt/format.h>

namespace kith {

namespace {

constexpr std::size_t kMostPeople = 5'000'000;
/// People in one command: enough that a commit costs little beside its rows, few enough that memory stays small.
constexpr std::size_t kChunk = 2000;
/// In a small workspace commands are smaller, and each says its facts are from another day, so that facts have ages.
constexpr std::size_t kSmallChunk = 40;

/// Apart from Dice's streams, so that ids and choices are not alike.
constexpr std::uint64_t kIdStream = 0x6B69746864656D6FULL;

Result<void> check(const DemoOptions& options, const WorkspaceReader& reader)
{
    if (options.people < 1 || options.people > kMostPeople)
        return fail(ErrorCode::BadInput,
                    fmt::format("A demo workspace holds 1 to {} people; nothing was changed.", kMostPeople));
    if (reader.countPeople() > 0)
        return fail(ErrorCode::BadInput,
                    "The workspace has people already, and demo data would mix with them; nothing "
                    "was changed. Make a new workspace for it.");
    return {};
}

Edit newEdit(Date asOf)
{
    return {.command = CommandKind::Demo, .subject = "Demo data", .source = {.origin = "demo", .asOf = asOf}};
}

Date ageOfFacts(const demo::Scene& scene, std::size_t first)
{
    if (!scene.isSmall()) return scene.today;
    demo::Dice dice = scene.cast.dice(first, demo::Cast::Stream::Traits);
    return scene.today - std::chrono::days{dice.between(0, 500)};
}

Result<void> writePeople(demo::Scene& scene, WorkspaceWriter& writer, const DemoProgress& progress)
{
    const std::size_t total = scene.cast.people();
    const std::size_t chunk = scene.isSmall() ? kSmallChunk : kChunk;
    for (std::size_t first = 0; first < total; first += chunk) {
        const std::size_t last = std::min(first + chunk, total);
        Edit edit = newEdit(ageOfFacts(scene, first));
        for (std::size_t i = first; i < last; ++i) demo::writePerson(scene, edit, i);
        for (std::size_t i = first; i < last; ++i) {
            demo::writeTies(scene, edit, i);
            demo::writeHistory(scene, edit, i);
        }
        KITH_CHECK(writer.apply(edit));
        if (progress && !progress(last, total))
            return fail(ErrorCode::Cancelled,
                        fmt::format("Called off; {} of {} demo people were written and stay.", last, total));
    }
    return {};
}

}  // namespace

Result<DemoSummary> MakeDemo::run(const DemoOptions& options, const DemoProgress& progress)
{
    KITH_CHECK(check(options, services_.reader));

    const FixedClock clock(services_.clock.now());
    SeededRandom random(options.seed ^ kIdStream);
    UuidSource ids(clock, random);
    demo::Scene scene{.cast = demo::Cast(options.people, options.seed),
                      .now = clock.now(),
                      .today = services_.zone.dateOf(clock.now()),
                      .ids = ids};
    scene.people.reserve(options.people);

    std::string ownName = services_.reader.setting(settings::kOrganisation);
    if (ownName.empty()) ownName = demo::kOwnOrganisation;
    scene.ownOrganisation = services_.reader.namedRow(Kind::Organisation, fold(ownName)).value_or(Id{});

    KITH_CHECK(services_.writer.beginFilling());
    const auto written = [&]() -> Result<void> {
        Edit ground = newEdit(scene.today);
        demo::writeGround(scene, ground, ownName);
        KITH_CHECK(services_.writer.apply(ground));
        return writePeople(scene, services_.writer, progress);
    }();
    KITH_CHECK(services_.writer.endFilling());
    KITH_CHECK(written);

    scene.summary.me = scene.people.front();
    KITH_CHECK(services_.writer.setSetting(settings::kOrganisation, ownName));
    KITH_CHECK(services_.writer.setSetting(settings::kMe, scene.summary.me.toString()));
    return scene.summary;
}

}  // namespace kith
