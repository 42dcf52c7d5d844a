// Who of ours should speak with a person, and why.
#pragma once

#include <kith/graph/graph.h>

#include <span>
#include <string>
#include <vector>

namespace kith::graph {

/// What is known of a colleague besides the graph.
struct SpeakerFacts {
    Node colleague = kNobody;
    std::vector<std::string> skills{};  ///< that they share with the person
    double yearsTogether = 0;  ///< at the same organisation at the same time, or where they studied
    std::string place{};  ///< where that was longest
    std::size_t openReminders = 0;  ///< how much they have promised already
};

/// Weights of the four terms; scaled so that they add up to 100, negative ones count as 0, and when nothing is left
/// these defaults hold.
struct SpeakerWeights {
    double tie = 40, skills = 25, history = 15, time = 20;
};

struct Speaker {
    Node colleague = kNobody;
    int points = 0;  ///< 0-100, the rounded sum
    Node through = kNobody;  ///< whom both know best, when they have no tie themselves
    std::vector<Term> terms;  ///< "tie", "skills", "history", "time"; the points add up to `points`
};

/// Colleagues to speak for us with a person, best first, of equals in order of id; at most `limit`. Candidates are
/// those with facts, and colleagues who have a tie with the person; nobody who may not mediate
/// (PersonFlags::mayMediate), not the person, and nobody of whom only their free time speaks. This says who among us is
/// close to somebody; it says nothing about how suitable the person is for anything.
///   tie      the strength of their tie; without one, of the best way through one common acquaintance who may mediate
///   skills   1 - 2^(-n/2) for n skills in common
///   history  1 - 2^(-years/2)
///   time     2^(-open reminders/10)
/// O(candidates × their ties).
[[nodiscard]] std::vector<Speaker> bestSpeakers(const Graph& graph, Node person, std::span<const SpeakerFacts> facts,
                                                std::size_t limit, const SpeakerWeights& weights = {});

}  // namespace kith::graph
