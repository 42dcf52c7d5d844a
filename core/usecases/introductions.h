// Who can introduce us to somebody, who of ours knows them, and which relationships hang on one colleague: the graph's
// answers with names and words.
#pragma once

#include <kith/graph/graph.h>
#include <kith/usecases/workspace.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kith {

/// What a tie is made of, seen from the one named first: "worked-with", "referred", "referred by", "spoken", "same
/// events"; stated kinds first, in the words of the command line.
[[nodiscard]] std::vector<std::string> tieWords(graph::Marks marks);

struct IntroductionStep {
    Id person;
    std::string name;
    std::vector<std::string> tie;  ///< how the one before knows them; empty for the first
    double strength = 1;  ///< of that tie, 0-1; 1 for the first
};

/// From somebody of ours to the target.
struct Introduction {
    std::vector<IntroductionStep> steps;
    double strength = 0;  ///< the product of the steps' strengths
};

/// Where it may start: at one person, at anybody in an area, or, with neither, at any colleague.
struct IntroductionWish {
    Id to;
    Id from{};
    Id area{};
    std::size_t count = 1;
};

struct Knows {
    Id person;
    std::string name;
    std::vector<std::string> tie;
    double strength = 0;
};

/// Somebody whom two people know.
struct KnownByBoth {
    Id person;
    std::string name;
    bool mayIntroduce = true;  ///< false: off-limits, not to be contacted, or not willing
    // Their ties with the first and the second of the two, as they see them.
    std::vector<std::string> tieWithFirst;
    std::vector<std::string> tieWithSecond;
    double withFirst = 0;
    double withSecond = 0;
    double way = 0;  ///< the product: how strong the way through them is; 0 when they may not introduce
};

struct CommonAcquaintances {
    std::size_t count = 0;  ///< of all, listed or not
    /// Strongest way first; behind them, by the product of their ties, who may not introduce.
    std::vector<KnownByBoth> people;
};

/// A colleague who might speak for us with somebody.
struct Spokesperson {
    Id person;
    std::string name;
    int points = 0;  ///< 0-100, the sum of the terms
    std::string through;  ///< whom both know best, when they have no tie themselves
    std::vector<graph::Term> terms;
};

struct HeldAlone {
    Id person;
    std::string name;
    double strength = 0;
    std::vector<Spokesperson> introduce;  ///< whom the holder would best introduce to them
};

struct HolderAlone {
    Id colleague;
    std::string name;
    std::size_t count = 0;  ///< of people whose only warm tie with us is theirs
    std::vector<HeldAlone> people;  ///< strongest first
};

/// Answers from one snapshot of the graph; names are read as they are now. Confined to one thread.
class Introductions {
public:
    Introductions(const WorkspaceReader& reader, graph::GraphPtr graph, Instant now, Date today)
        : reader_(reader), graph_(std::move(graph)), now_(now), today_(today)
    {
    }

    /// Best first, at most `count`, no middleman twice (graph::PathFinder); none when nobody leads there. NotFound for
    /// somebody who is not there, BadInput for an area without anybody in it.
    [[nodiscard]] Result<std::vector<Introduction>> paths(const IntroductionWish& wish) const;
    /// Colleagues with a tie, strongest first.
    [[nodiscard]] Result<std::vector<Knows>> whoKnows(const Id& person, std::size_t limit) const;
    /// Who knows both, whoever they are; at most `limit` are listed. NotFound for somebody who is not there, BadInput
    /// for twice the same person. O(ties of both).
    [[nodiscard]] Result<CommonAcquaintances> commonAcquaintances(const Id& first, const Id& second,
                                                                  std::size_t limit) const;
    /// Colleagues who would best speak with somebody, with the reasons (graph::bestSpeakers).
    [[nodiscard]] Result<std::vector<Spokesperson>> speakers(const Id& person, std::size_t limit) const;
    /// By colleague, whoever holds most first, at most `holders`; of each at most `people`, with `introduce` colleagues
    /// each.
    [[nodiscard]] std::vector<HolderAlone> heldAlone(std::size_t people, std::size_t introduce,
                                                     std::size_t holders = SIZE_MAX) const;
    /// The colleague who holds a person alone, with how many there are in all and, of `people`, that person; nothing
    /// when nobody does.
    [[nodiscard]] std::optional<HolderAlone> holderOf(const Id& person, std::size_t introduce) const;
    /// The arithmetic of the tie between two people, as the graph has it.
    [[nodiscard]] graph::TieStrength explain(const Id& a, const Id& b) const;

private:
    [[nodiscard]] HeldAlone held(graph::Node person, graph::Node holder, double strength, std::size_t introduce) const;
    [[nodiscard]] Result<graph::Node> nodeOf(const Id& person) const;
    [[nodiscard]] std::string nameOf(graph::Node node) const;

    const WorkspaceReader& reader_;
    graph::GraphPtr graph_;
    Instant now_;
    Date today_;
};

}  // namespace kith
