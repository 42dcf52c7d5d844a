#include <kith/usecases/import/finder.h>
#include <kith/usecases/import/person_draft.h>
#include <kith/usecases/import/run.h>
#include <kith/usecases/import/ties.h>

#include <kith/base/fold.h>
#include <kith/base/text.h>
#include <kith/domain/contact_key.h>

#include <algorithm>
#include <fmt/format.h>
#include <memory>

namespace kith::importing {

namespace {

using What = ImportDifference::What;

/// Longest name, title or address, and longest note, that the workspace takes from a file; in bytes.
constexpr std::size_t kLongestLine = 2000;
constexpr std::size_t kLongestNote = std::size_t{1} << 20;

/// Why a record cannot be kept as it is; empty when it can.
std::string tooLong(const exchange::PersonRecord& record)
{
    const auto refuse = [](std::string_view what, std::size_t most) {
        return fmt::format("The {} is longer than {} characters.", what, most);
    };
    if (record.name.size() + record.given.size() + record.family.size() > kLongestLine)
        return refuse("name", kLongestLine);
    if (record.city.size() > kLongestLine) return refuse("city", kLongestLine);
    if (record.about.size() + record.source.size() > kLongestNote) return refuse("note", kLongestNote);
    for (const auto& contact : record.contacts)
        if (contact.value.size() > kLongestLine || contact.label.size() > kLongestLine)
            return refuse("contact point", kLongestLine);
    for (const auto& position : record.positions)
        if (position.organisation.size() > kLongestLine || position.role.size() > kLongestLine
            || position.area.size() > kLongestLine)
            return refuse("position", kLongestLine);
    for (const auto& skill : record.skills)
        if (skill.name.size() > kLongestLine) return refuse("skill", kLongestLine);
    for (const auto& tag : record.tags)
        if (tag.size() > kLongestLine) return refuse("tag", kLongestLine);
    return {};
}

std::string detailOf(const exchange::PersonRecord& record)
{
    if (record.positions.empty()) return record.city;
    const auto& position = record.positions.front();
    if (position.role.empty() || position.organisation.empty()) return position.role + position.organisation;
    return position.role + ", " + position.organisation;
}

/// People of a file while they are planned.
class PeoplePlan {
public:
    PeoplePlan(const Run& run, const std::vector<exchange::PersonRecord>& people)
        : run_(run),
          planning_(run.planning),
          people_(people),
          ties_(planning_),
          finder_(planning_.reader, run.planning.region),
          me_(whoSitsHere(planning_.reader))
    {
    }

    Result<void> make();

private:
    [[nodiscard]] static Id whoSitsHere(const WorkspaceReader& reader);
    Result<void> read();
    void planRecord(std::size_t reading);
    void planTies();
    void connect(PlannedRecord& record, const PersonDraft& draft, const exchange::PersonRecord& said);
    void relate(PlannedRecord& record, std::size_t subject, const exchange::RelatedRecord& related);
    [[nodiscard]] std::optional<std::size_t> subjectNamed(std::string_view who);
    void indexForTies();

    const Run& run_;
    const Planning& planning_;
    const std::vector<exchange::PersonRecord>& people_;
    TieBook ties_;
    PersonFinder finder_;
    Id me_;
    std::vector<Reading> readings_;
    std::vector<std::size_t> recordOf_;  ///< index into plan.records, by reading
    Matched matched_;
    struct State {
        std::unique_ptr<PersonDraft> draft;
        std::size_t left = 0;
        Id person;
        bool isNew = false;
    };
    std::vector<State> states_;
    std::unordered_map<std::string, std::vector<std::size_t>> index_;  ///< uid, contact key, folded name → subjects
};

Id PeoplePlan::whoSitsHere(const WorkspaceReader& reader)
{
    const Id me = reader.shownFor(Id::parse(reader.setting(settings::kMe)).value_or(Id{}));
    const auto row = reader.row(Kind::Person, me);
    return row && !row->removed ? me : Id{};
}

Result<void> PeoplePlan::read()
{
    readings_.reserve(people_.size());
    for (std::size_t i = 0; i < people_.size(); ++i) {
        if (!run_.goesOn(i, people_.size() * 2)) return Run::cancelled();
        const exchange::PersonRecord& person = people_[i];
        PlannedRecord& record = planning_.plan.records.emplace_back();
        record.line = person.line;
        record.reason = tooLong(person);
        if (!record.reason.empty()) {
            record.action = ImportAction::Reject;
            continue;
        }
        Reading reading = readingOf(person, planning_.region);
        record.name = reading.name;
        record.detail = detailOf(person);
        recordOf_.push_back(i);
        readings_.push_back(std::move(reading));
    }
    return {};
}

Result<void> PeoplePlan::make()
{
    planning_.plan.records.reserve(people_.size());
    KITH_CHECK(read());
    Matcher matcher(planning_.reader, readings_, planning_.asOf);
    KITH_TRY(matched, matcher.match([&](std::size_t) {
        return run_.options.cancel != nullptr && run_.options.cancel->load(std::memory_order_relaxed);
    }));
    matched_ = std::move(matched);
    states_.resize(matched_.subjects.size());
    for (std::size_t s = 0; s < states_.size(); ++s) states_[s].left = matched_.subjects[s].records.size();
    for (std::size_t i = 0; i < readings_.size(); ++i) {
        if (!run_.goesOn(people_.size() + i, people_.size() * 2)) return Run::cancelled();
        planRecord(i);
    }
    planTies();
    return {};
}

void PeoplePlan::planRecord(std::size_t reading)
{
    PlannedRecord& record = planning_.plan.records[recordOf_[reading]];
    const Subject& subject = matched_.subjects[matched_.subjectOf[reading]];
    State& state = states_[matched_.subjectOf[reading]];
    if (!subject.reason.empty()) {
        record.action = ImportAction::Reject;
        record.reason = subject.reason;
        return;
    }
    record.action = ImportAction::Unchanged;
    if (!state.draft) {
        std::vector<const Reading*> all;
        all.reserve(subject.records.size());
        for (const std::size_t other : subject.records) all.push_back(&readings_[other]);
        state.draft = std::make_unique<PersonDraft>(planning_, subject.person, std::move(all));
        state.isNew = state.draft->isNew();
        if (state.isNew) record.action = ImportAction::Create;
    }
    state.draft->take(record, readings_[reading]);
    record.id = state.person = state.draft->id();
    const exchange::PersonRecord& said = *readings_[reading].record;
    if (planning_.format == exchange::Format::LinkedIn) {
        if (record.action == ImportAction::Create) {
            record.news = ImportNews::NewConnection;
            record.newsWords = "new connection";
        }
        connect(record, *state.draft, said);
    }
    if (--state.left == 0) state.draft.reset();
}

void PeoplePlan::connect(PlannedRecord& record, const PersonDraft& draft, const exchange::PersonRecord& said)
{
    static constexpr std::string_view kWord = "connection on LinkedIn";
    if (me_.isNil() || !said.connectedOn || me_ == draft.id()) return;
    const bool isNew =
        ties_.take(record, {.a = me_, .b = draft.id(), .kind = TieKind::Knows, .since = said.connectedOn}, false, kWord)
            .second;
    if (!isNew || record.news != ImportNews::None) return;
    record.news = ImportNews::NewConnection;
    record.newsWords = "new connection";
}

void PeoplePlan::indexForTies()
{
    const auto add = [&](std::string key, std::size_t subject) {
        auto& list = index_[std::move(key)];
        if (std::ranges::find(list, subject) == list.end()) list.push_back(subject);
    };
    for (std::size_t i = 0; i < readings_.size(); ++i) {
        const std::size_t subject = matched_.subjectOf[i];
        if (states_[subject].person.isNil()) continue;
        const Reading& reading = readings_[i];
        if (!reading.record->uid.empty()) add("uid " + reading.record->uid, subject);
        if (!reading.folded.empty()) add("name " + reading.folded, subject);
        for (const KeyedContact& contact : reading.contacts)
            if (!contact.shared) add(fmt::format("{} {}", static_cast<int>(contact.kind), contact.key), subject);
    }
}

std::optional<std::size_t> PeoplePlan::subjectNamed(std::string_view who)
{
    const ContactKind kind = guessContactKind(who);
    for (const std::string& key :
         {"uid " + std::string(who),
          fmt::format("{} {}", static_cast<int>(kind), contactKey(kind, who, planning_.region)), "name " + fold(who)}) {
        const auto found = index_.find(key);
        if (found != index_.end() && found->second.size() == 1) return found->second.front();
    }
    return std::nullopt;
}

void PeoplePlan::planTies()
{
    const bool any = std::ranges::any_of(people_, [](const auto& person) { return !person.related.empty(); });
    if (!any) return;
    indexForTies();
    for (std::size_t i = 0; i < readings_.size(); ++i) {
        PlannedRecord& record = planning_.plan.records[recordOf_[i]];
        if (record.action == ImportAction::Reject) continue;
        for (const auto& related : readings_[i].record->related) relate(record, matched_.subjectOf[i], related);
    }
}

void PeoplePlan::relate(PlannedRecord& record, std::size_t subject, const exchange::RelatedRecord& related)
{
    const State& state = states_[subject];
    SaidTie said{.a = state.person, .b = {}, .kind = related.kind};
    bool fresh = state.isNew;
    std::string reason;
    if (const auto other = subjectNamed(trim(related.who))) {
        said.b = states_[*other].person;
        fresh = fresh || states_[*other].isNew;
    } else {
        const auto& found = finder_.find(related.who);
        said.b = found.person;
        reason = found.reason;
    }
    if (said.b == said.a) reason = "it names the same person";
    if (said.b.isNil() || said.b == said.a) {
        planning_.note(
            record,
            {.what = What::NotTaken, .field = "tie", .before = {}, .after = related.who, .note = std::move(reason)});
        return;
    }
    ties_.take(record, said, fresh, fmt::format("{} {}", toWord(related.kind), related.who));
}

}  // namespace

bool Run::goesOn(std::size_t done, std::size_t all) const
{
    constexpr std::size_t kEvery = 512;
    if (done % kEvery != 0) return true;
    if (options.progress) options.progress(done, all);
    return options.cancel == nullptr || !options.cancel->load(std::memory_order_relaxed);
}

std::unexpected<Error> Run::cancelled()
{
    return fail(ErrorCode::Cancelled, "The import was called off; nothing was changed.");
}

Result<void> planPeople(const Run& run, const std::vector<exchange::PersonRecord>& people)
{
    return PeoplePlan(run, people).make();
}

}  // namespace kith::importing
