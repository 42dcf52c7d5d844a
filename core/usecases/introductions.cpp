#include <kith/usecases/introductions.h>

#include <kith/graph/acquaintances.h>
#include <kith/graph/held_alone.h>
#include <kith/graph/path_finder.h>
#include <kith/graph/speakers.h>

#include <algorithm>
#include <array>
#include <utility>

namespace kith {

namespace {

constexpr std::size_t kMostWithCommonGround = 50;

struct MarkWord {
    std::uint16_t mark;
    std::string_view word;
};
constexpr std::array<MarkWord, 11> kMarkWords = {{{graph::Marks::kManages, "manages"},
                                                  {graph::Marks::kManagedBy, "managed by"},
                                                  {graph::Marks::kReferred, "referred"},
                                                  {graph::Marks::kReferredBy, "referred by"},
                                                  {graph::Marks::kWorkedWith, "worked-with"},
                                                  {graph::Marks::kStudiedWith, "studied-with"},
                                                  {graph::Marks::kIntroduced, "introduced"},
                                                  {graph::Marks::kIntroducedBy, "introduced by"},
                                                  {graph::Marks::kKnows, "knows"},
                                                  {graph::Marks::kSpoken, "spoken"},
                                                  {graph::Marks::kTogether, "same events"}}};

}  // namespace

std::vector<std::string> tieWords(graph::Marks marks)
{
    std::vector<std::string> words;
    for (const auto& [mark, word] : kMarkWords)
        if (marks.has(mark)) words.emplace_back(word);
    return words;
}

Result<graph::Node> Introductions::nodeOf(const Id& person) const
{
    const auto node = graph_->find(person);
    if (!node || graph_->flags(*node).isGone()) return fail(ErrorCode::NotFound, "There is no such person.");
    return *node;
}

std::string Introductions::nameOf(graph::Node node) const
{
    const auto card = reader_.card(graph_->idOf(node), now_);
    return card ? card->name : std::string{};
}

Result<std::vector<Introduction>> Introductions::paths(const IntroductionWish& wish) const
{
    KITH_TRY(target, nodeOf(wish.to));
    std::vector<graph::Node> members;
    graph::PathStart start = graph::PathStart::anybody();
    if (!wish.from.isNil()) {
        KITH_TRY(from, nodeOf(wish.from));
        start = graph::PathStart::one(from);
    } else if (!wish.area.isNil()) {
        for (const Id& member : reader_.network().membersOfGroup(Kind::Area, wish.area))
            if (const auto node = graph_->find(member); node && *node != target) members.push_back(*node);
        if (members.empty()) return fail(ErrorCode::BadInput, "Nobody works in that area now.");
        start = graph::PathStart::anyOf(members);
    }
    std::vector<graph::Path> found;
    graph::PathFinder().bestDistinct(*graph_, start, target, wish.count, found);
    std::vector<Introduction> introductions;
    for (const graph::Path& path : found) {
        Introduction& introduction = introductions.emplace_back(Introduction{.steps = {}, .strength = path.strength});
        for (const graph::PathStep& step : path.steps) {
            const bool first = introduction.steps.empty();
            introduction.steps.push_back({.person = graph_->idOf(step.person),
                                          .name = nameOf(step.person),
                                          .tie = first ? std::vector<std::string>{} : tieWords(step.arc.marks),
                                          .strength = first ? 1.0 : step.arc.strength()});
        }
    }
    return introductions;
}

Result<std::vector<Knows>> Introductions::whoKnows(const Id& person, std::size_t limit) const
{
    KITH_TRY(node, nodeOf(person));
    std::vector<Knows> known;
    for (const graph::Acquaintance& each : graph::whoKnows(*graph_, node, limit))
        known.push_back({.person = graph_->idOf(each.person),
                         .name = nameOf(each.person),
                         .tie = tieWords(each.arc.marks.turned()),
                         .strength = each.arc.strength()});
    return known;
}

Result<CommonAcquaintances> Introductions::commonAcquaintances(const Id& first, const Id& second,
                                                               std::size_t limit) const
{
    KITH_TRY(one, nodeOf(first));
    KITH_TRY(other, nodeOf(second));
    if (one == other) return fail(ErrorCode::BadInput, "Both are the same person.");
    auto found = graph::commonAcquaintances(*graph_, one, other, SIZE_MAX);
    const auto mayIntroduce = [&](const graph::CommonAcquaintance& each) {
        return graph_->flags(each.person).mayMediate();
    };
    std::ranges::stable_partition(found, mayIntroduce);
    CommonAcquaintances common{.count = found.size(), .people = {}};
    found.resize(std::min(limit, found.size()));
    for (const graph::CommonAcquaintance& each : found)
        common.people.push_back({.person = graph_->idOf(each.person),
                                 .name = nameOf(each.person),
                                 .mayIntroduce = mayIntroduce(each),
                                 .tieWithFirst = tieWords(each.withFirst.marks.turned()),
                                 .tieWithSecond = tieWords(each.withSecond.marks.turned()),
                                 .withFirst = each.withFirst.strength(),
                                 .withSecond = each.withSecond.strength(),
                                 .way = mayIntroduce(each) ? each.strength : 0});
    return common;
}

Result<std::vector<Spokesperson>> Introductions::speakers(const Id& person, std::size_t limit) const
{
    KITH_TRY(node, nodeOf(person));
    std::vector<graph::SpeakerFacts> facts;
    for (NetworkCommonGround& ground : reader_.network().commonGround(person, today_, kMostWithCommonGround))
        if (const auto colleague = graph_->find(ground.colleague))
            facts.push_back({.colleague = *colleague,
                             .skills = std::move(ground.skills),
                             .yearsTogether = ground.yearsTogether,
                             .place = std::move(ground.place),
                             .openReminders = ground.openReminders});
    std::vector<Spokesperson> best;
    for (graph::Speaker& speaker : graph::bestSpeakers(*graph_, node, facts, limit))
        best.push_back({.person = graph_->idOf(speaker.colleague),
                        .name = nameOf(speaker.colleague),
                        .points = speaker.points,
                        .through = speaker.through == graph::kNobody ? std::string{} : nameOf(speaker.through),
                        .terms = std::move(speaker.terms)});
    return best;
}

HeldAlone Introductions::held(graph::Node person, graph::Node holder, double strength, std::size_t introduce) const
{
    HeldAlone alone{.person = graph_->idOf(person), .name = nameOf(person), .strength = strength, .introduce = {}};
    for (graph::Introducible& fit : graph::whomToIntroduce(*graph_, person, holder, introduce))
        alone.introduce.push_back({.person = graph_->idOf(fit.colleague),
                                   .name = nameOf(fit.colleague),
                                   .points = fit.points,
                                   .through = {},
                                   .terms = std::move(fit.terms)});
    return alone;
}

std::vector<HolderAlone> Introductions::heldAlone(std::size_t people, std::size_t introduce, std::size_t most) const
{
    std::vector<HolderAlone> holders;
    for (const graph::Holder& holder : graph::heldAlone(*graph_)) {
        if (holders.size() == most) break;
        HolderAlone& each = holders.emplace_back(HolderAlone{.colleague = graph_->idOf(holder.colleague),
                                                             .name = nameOf(holder.colleague),
                                                             .count = holder.people.size(),
                                                             .people = {}});
        for (const graph::HeldPerson& one : holder.people) {
            if (each.people.size() == people) break;
            each.people.push_back(held(one.person, holder.colleague, one.tie.strength(), introduce));
        }
    }
    return holders;
}

std::optional<HolderAlone> Introductions::holderOf(const Id& person, std::size_t introduce) const
{
    const auto node = nodeOf(person);
    const graph::Node holder = node ? graph::onlyHolder(*graph_, *node) : graph::kNobody;
    if (holder == graph::kNobody) return std::nullopt;
    return HolderAlone{.colleague = graph_->idOf(holder),
                       .name = nameOf(holder),
                       .count = graph::countHeldAlone(*graph_, holder),
                       .people = {held(*node, holder, graph_->between(*node, holder)->strength(), introduce)}};
}

graph::TieStrength Introductions::explain(const Id& a, const Id& b) const
{
    const auto still = reader_.holdStill();
    std::vector<graph::Statement> statements;
    for (const NetworkTie& tie : reader_.network().networkPair(a, b).ties)
        statements.push_back(
            {.kind = tie.kind, .outgoing = tie.a == a, .strength = tie.strength, .statedAt = tie.statedAt});
    return graph::explainTie(statements, reader_.network().contactsBetween(a, b), now_);
}

}  // namespace kith
