#include <kith/usecases/import/positions.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>

#include <algorithm>
#include <fmt/format.h>

namespace kith::importing {

namespace {

using exchange::PositionRecord;
using What = ImportDifference::What;

constexpr std::string_view kWord = "position";

bool isTyped(const Row& row)
{
    return std::ranges::any_of(std::array{affiliation::organisation, affiliation::area, affiliation::role},
                               [&](auto field) { return row.stamps[field] && row.stamps[field]->source.isTyped(); });
}

bool isTypedField(const Row& row, FieldIndex field)
{
    return row.stamps[field] && row.stamps[field]->source.isTyped();
}

/// The day on which the affiliation was last said.
Date asOf(const Row& row)
{
    Date latest{};
    for (const auto& stamp : row.stamps)
        if (stamp) latest = std::max(latest, stamp->source.asOf);
    return latest;
}

std::string jobWords(std::string_view role, std::string_view organisation, std::string_view area)
{
    std::string result(role);
    for (const std::string_view part : {area, organisation}) {
        if (part.empty()) continue;
        if (!result.empty()) result += ", ";
        result += part;
    }
    return result;
}

Value since(const PositionRecord& position)
{
    return position.since ? dateValue(*position.since) : Value{};
}

/// Whether two dates can be the same one, where either may be unknown.
bool datesAgree(const Value& known, const std::optional<Date>& said)
{
    return isNothing(known) || !said || known == dateValue(*said);
}

}  // namespace

Positions::Positions(const Planning& planning, const Id& person, bool fresh,
                     std::span<const PositionRecord* const> said)
    : planning_(planning), person_(person), fresh_(fresh)
{
    if (said.size() > 1)
        for (const PositionRecord* position : said) said_.push_back(jobOf(*position));
    if (fresh || said.empty()) return;
    for (Row& row : planning_.reader.rowsReferring(Kind::Affiliation, affiliation::person, person))
        if (!row.removed) posts_.push_back(postOf(std::move(row)));
    for (const PositionRecord* position : said)
        if (Post* post = find(*position)) post->named = true;
}

Positions::Post Positions::postOf(Row row) const
{
    Post post{.known = {.row = std::move(row)}, .organisation = {}, .area = {}, .foldedRole = {}};
    post.organisation = idOf(post.value(affiliation::organisation));
    post.area = idOf(post.value(affiliation::area));
    post.foldedRole = fold(textOf(post.value(affiliation::role)));
    const Value& until = post.value(affiliation::until);
    post.current = isNothing(until);
    return post;
}

std::string Positions::words(const Post& post) const
{
    NamedRows& names = planning_.names;
    return jobWords(textOf(post.value(affiliation::role)), names.nameOf(Kind::Organisation, post.organisation),
                    names.nameOf(Kind::Area, post.area));
}

std::string Positions::words(const PositionRecord& position)
{
    return jobWords(position.role, position.organisation, position.area);
}

bool Positions::isSameJob(const Post& post, const PositionRecord& position) const
{
    // A place in a business area of ours does not take the employer that another source names.
    if (!post.area.isNil() && post.organisation.isNil() && fold(position.area).empty()
        && !fold(position.organisation).empty())
        return false;
    NamedRows& names = planning_.names;
    bool something = false;
    const auto agrees = [&](Kind kind, const std::string& name, const Id& known) {
        if (known.isNil() || fold(name).empty()) return true;
        something = something || names.find(kind, name) == known;
        return names.find(kind, name) == known;
    };
    if (!agrees(Kind::Organisation, position.organisation, post.organisation)) return false;
    if (!agrees(Kind::Area, position.area, post.area)) return false;
    const std::string role = fold(position.role);
    if (role.empty() || post.foldedRole.empty()) return something;
    return role == post.foldedRole;
}

int Positions::Job::parts() const
{
    return int{!organisation.empty()} + int{!area.empty()} + int{!role.empty()};
}

Positions::Job Positions::jobOf(const PositionRecord& position)
{
    return {fold(position.organisation), fold(position.area), fold(position.role), position.until.has_value()};
}

bool Positions::isCovered(const Job& job) const
{
    const auto within = [](const std::string& part, const std::string& whole) { return part.empty() || part == whole; };
    const bool titleAlone = job.organisation.empty() && job.area.empty();
    return std::ranges::any_of(said_, [&](const Job& other) {
        if (other.past != job.past) return false;
        if (titleAlone && !other.organisation.empty()) return true;
        return other.parts() > job.parts() && within(job.organisation, other.organisation)
            && within(job.area, other.area) && within(job.role, other.role);
    });
}

Positions::Post* Positions::find(const PositionRecord& position)
{
    Post* best = nullptr;
    int bestScore = -1;
    const std::string role = fold(position.role);
    const Id organisation = planning_.names.find(Kind::Organisation, position.organisation);
    for (Post& post : posts_) {
        if (!isSameJob(post, position)) continue;
        const Value& until = post.value(affiliation::until);
        if (!position.until && !post.current) continue;
        if (position.until
            && (!datesAgree(until, position.until) || !datesAgree(post.value(affiliation::since), position.since)))
            continue;
        const int score = 2 * int{post.organisation == organisation} + int{post.foldedRole == role};
        if (score <= bestScore) continue;
        best = &post;
        bestScore = score;
    }
    return best;
}

Positions::Post* Positions::findEnded(const PositionRecord& position)
{
    for (Post& post : posts_)
        if (!post.current && isSameJob(post, position)) return &post;
    return nullptr;
}

void Positions::take(PlannedRecord& record, const PositionRecord& position)
{
    const Job job = jobOf(position);
    if (job.parts() == 0) return;
    if (isCovered(job)) {
        if (std::ranges::count(said_, job.role, &Job::role) == 1)
            planning_.note(record,
                           {.what = What::NotTaken,
                            .field = std::string(kWord),
                            .before = {},
                            .after = words(position),
                            .note = "another line of the file names the employer"});
        return;
    }
    if (Post* post = find(position)) return complete(record, *post, position);
    if (wasRemoved(record, position)) return;
    if (!position.until) {
        if (!mayBegin(record, position)) return;
        endOthers(record, position);
    }
    add(record, position);
}

void Positions::complete(PlannedRecord& record, Post& post, const PositionRecord& position)
{
    post.named = true;
    if (post.organisation.isNil() && !fold(position.organisation).empty()) {
        const auto verdict =
            planning_.settle(record, post.known, affiliation::organisation,
                             idValue(planning_.names.obtain(Kind::Organisation, position.organisation)), "employer");
        if (verdict == Verdict::Add) post.organisation = idOf(post.value(affiliation::organisation));
    }
    if (post.foldedRole.empty() && !position.role.empty()) {
        const auto verdict =
            planning_.settle(record, post.known, affiliation::role, textValue(collapseSpace(position.role)), "role");
        if (verdict == Verdict::Add) post.foldedRole = fold(position.role);
    }
    if (position.since)
        planning_.settle(record, post.known, affiliation::since, since(position), "in the position since");
    if (position.until && post.current) {
        const auto verdict = planning_.settle(record, post.known, affiliation::until, dateValue(*position.until),
                                              "in the position until");
        if (verdict == Verdict::Add) post.current = false;
    }
}

bool Positions::wasRemoved(PlannedRecord& record, const PositionRecord& position)
{
    if (fresh_) return false;
    for (Row& row : planning_.reader.rowsRemovedByHand(Kind::Affiliation, affiliation::person, person_)) {
        if (!isSameJob(postOf(std::move(row)), position)) continue;
        planning_.note(record,
                       {.what = What::KeptTyped,
                        .field = std::string(kWord),
                        .before = {},
                        .after = words(position),
                        .note = "removed by hand"});
        return true;
    }
    return false;
}

bool Positions::mayBegin(PlannedRecord& record, const PositionRecord& position)
{
    const auto keep = [&](What what, const Post& post) {
        planning_.note(record,
                       {.what = what, .field = std::string(kWord), .before = words(post), .after = words(position)});
        return false;
    };
    for (const Post& post : posts_)
        if (post.current && !post.named && isTyped(post.known.row)) return keep(What::KeptTyped, post);
    for (const Post& post : posts_)
        if (post.current && !post.named && !post.known.fresh && asOf(post.known.row) > planning_.asOf)
            return keep(What::KeptNewer, post);
    if (const Post* ended = findEnded(position)) {
        if (isTypedField(ended->known.row, affiliation::until)) return keep(What::KeptTyped, *ended);
        // An older export, read after a newer one, does not bring a past job back.
        if (ended->value(affiliation::until) >= dateValue(planning_.asOf)) return keep(What::KeptNewer, *ended);
    }
    return true;
}

void Positions::end(PlannedRecord& record, Post& post, Date on)
{
    planning_.note(record,
                   {.what = What::Ended, .field = std::string(kWord), .before = words(post), .after = isoDate(on)});
    planning_.write(post.known, affiliation::until, dateValue(on));
    post.current = false;
}

void Positions::endOthers(PlannedRecord& record, const PositionRecord& position)
{
    const bool hadAny = !posts_.empty();
    bool sameEmployer = false;
    std::string before;
    for (Post& post : posts_) {
        if (!post.current || post.named || post.known.fresh) continue;
        // A place in a business area of ours is not what other sources mean by an employer.
        if (!post.area.isNil() && position.area.empty()) continue;
        const Id organisation = planning_.names.find(Kind::Organisation, position.organisation);
        sameEmployer = sameEmployer || position.organisation.empty()
            || (!organisation.isNil() && organisation == post.organisation);
        if (before.empty()) before = words(post);
        end(record, post, planning_.asOf);
    }
    if (fresh_ || !hadAny || record.news != ImportNews::None) return;
    record.news = sameEmployer ? ImportNews::NewPosition : ImportNews::NewEmployer;
    record.newsWords =
        fmt::format("{} {}", sameEmployer ? "new position" : "new employer",
                    sameEmployer || position.organisation.empty() ? words(position) : position.organisation);
    if (!before.empty()) record.newsWords += ", was " + before;
}

void Positions::add(PlannedRecord& record, const PositionRecord& position)
{
    NamedRows& names = planning_.names;
    Id organisation = names.obtain(Kind::Organisation, position.organisation);
    const Id area = names.obtain(Kind::Area, position.area);
    if (organisation.isNil() && area.isNil()) {
        // A title alone is about the employer who is known already.
        for (const Post& post : posts_)
            if (!post.organisation.isNil()) organisation = post.organisation;
    }
    if (organisation.isNil() && area.isNil() && fold(position.role).empty()) {
        if (!words(position).empty())
            planning_.note(record,
                           {.what = What::NotTaken,
                            .field = std::string(kWord),
                            .before = {},
                            .after = words(position),
                            .note = "it has no letters"});
        return;
    }
    Post post{
        .known = planning_.make(Kind::Affiliation,
                                {person_, idValue(organisation), idValue(area), textValue(collapseSpace(position.role)),
                                 since(position), position.until ? dateValue(*position.until) : Value{}}),
        .organisation = organisation,
        .area = area,
        .foldedRole = fold(position.role),
        .current = !position.until,
        .named = true};
    if (record.action != ImportAction::Create)
        planning_.note(record,
                       {.what = What::Added, .field = std::string(kWord), .before = {}, .after = words(position)});
    posts_.push_back(std::move(post));
}

}  // namespace kith::importing
