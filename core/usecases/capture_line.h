// A conversation told in one line (core/capture), with the people of the workspace.
#pragma once

#include <kith/base/day_order.h>
#include <kith/capture/capture.h>
#include <kith/usecases/log_interaction.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

/// Somebody whom a line names.
struct NamedPerson {
    std::string text{};  ///< as written; empty for somebody who was named beside the line
    Id id{};  ///< nil for somebody new, and while it is not clear who is meant
    std::string name{};  ///< of the person, or of the new one
    bool isNew = false;
    std::vector<PersonCard> candidates{};  ///< at most kMostCandidates, when several people fit
    std::size_t fitting = 1;  ///< how many people fit, as far as was looked
};

/// What a line comes to. Nothing is written yet.
struct ReadLine {
    capture::Captured captured{};
    std::vector<NamedPerson> people{};
    Channel channel = Channel::Meeting;
    Instant at{};
    std::vector<std::string> tags{};
    std::vector<PoolView> pools{};  ///< named behind a #, with - or _ for blanks: #data-pool is "Data pool"
};

class CaptureLine {
public:
    static constexpr std::size_t kMostCandidates = 5;

    CaptureLine(Services& services, DayOrder order) : services_(services), order_(order) { }

    /// `also` are people who are named beside the line: they took part, and of several whom a name fits they are the
    /// one meant. A name that nobody has is somebody new. BadInput: a line over 1 MB. NotFound: nobody with an e-mail
    /// address.
    [[nodiscard]] Result<ReadLine> read(std::string_view line, std::span<const Id> also = {}) const;
    /// What LogInteraction is given for it. BadInput with the sentence of a day that does not exist; Ambiguous with the
    /// candidates of a name that fits several people.
    [[nodiscard]] Result<ConversationInput> inputOf(const ReadLine& line) const;
    /// Logs it as one command with one undo, as LogInteraction does. The ties between people who were in one
    /// conversation are not rows: who knows whom already counts what people attended together (graph/co_attendance.h).
    [[nodiscard]] Result<Logged> run(const ReadLine& line) const;

private:
    Services& services_;
    DayOrder order_;
};

}  // namespace kith
