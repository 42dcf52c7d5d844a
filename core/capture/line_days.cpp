#include "line_reader.h"

#include <kith/capture/duration.h>
#include <kith/capture/follow_up.h>
#include <kith/capture/note.h>

#include <algorithm>
#include <array>
#include <utility>

namespace kith::capture {

using std::string_view;

namespace {

constexpr int kMinutesOfAWeek = 7 * 24 * 60;

}  // namespace

bool LineReader::mayFollowUp(std::size_t& start) const
{
    start = cursor_.at();
    if (clauseStarts_ || start == 0) return true;
    const auto before = [&](std::size_t back) { return start >= back ? words_[start - back].low : string_view{}; };
    const string_view last = before(1);
    const bool leads = last == "and" || last == "then" || last == "," || last == "please" || last == "-"
        || (last == "will" && (before(2) == "," || before(2) == ";" || before(2) == "and"));
    if (last == "will" && (before(2) == "i" || before(2) == "we")) start -= 2;
    else if (last == "ll" && before(2) == "'") start -= before(3) == "i" || before(3) == "we" ? 3 : 2;
    else if (leads) --start;
    else return last == "to" || last == "must" || last == "should" || last == "#";
    if (start > 0 && (words_[start - 1].low == "and" || words_[start - 1].low == ",")) --start;
    return true;
}

bool LineReader::readFollowUp()
{
    std::size_t start = 0;
    if (result_.followUp || cursor_.at() < noDayBefore_ || !mayFollowUp(start)) return false;
    auto clause = followUpAt(cursor_, context_.here);
    if (!clause) return false;
    if (!clause->when) {
        noDayBefore_ = clause->end;
        if (clauseStarts_)
            result_.problems.push_back({.span = clause->span,
                                        .sentence = "This says to follow up but not when; with a day, such as “on "
                                                    "Friday”, it becomes a reminder.",
                                        .blocks = false});
        return false;
    }
    cursor_.step(clause->end - cursor_.at());
    if (!clause->when->problem.empty()) {
        refuse(clause->span, std::move(clause->when->problem));
        return true;
    }
    // Words that lead to it go with it, unless a part of the line that was recognised reaches into them.
    std::size_t from = words_[start].span.from;
    for (const Span& known : cuts_)
        if (known.to > from) from = clause->span.from;
    if (from < clause->span.from) cut({from, clause->span.from});
    cutsBeforeFollowUp_ = cuts_;
    followUpFrom_ = clause->span.from;
    take(clause->span, Sort::FollowUp);
    followUpNeedsReason_ = clause->said.empty();
    followUpAsked_ = std::move(clause->asked);
    result_.followUp =
        FollowUp{.on = clause->when->date, .rrule = std::move(clause->when->rrule), .reason = std::move(clause->said)};
    clauseStarts_ = false;
    inText_ = true;
    return true;
}

bool LineReader::behindBound() const
{
    static constexpr std::array<string_view, 7> kBounds{"after", "before", "since", "until", "till", "from", "by"};
    return cursor_.at() > 0 && std::ranges::find(kBounds, words_[cursor_.at() - 1].low) != kBounds.end();
}

bool LineReader::readWhenInHead()
{
    if (result_.when || behindBound()) return false;
    const Cursor before = cursor_;
    auto when = eatWhen(cursor_, context_.here, Lean::Past, false);
    if (!when || !when->rrule.empty()) {
        cursor_ = before;
        return false;
    }
    keepWhen(std::move(*when));
    return true;
}

void LineReader::keepWhen(When when)
{
    if (!when.problem.empty()) {
        refuse(when.span, std::move(when.problem));
        return;
    }
    take(when.span, Sort::When);
    if (instantOf(when, context_.here) > context_.here.now)
        result_.problems.push_back({.span = when.span, .sentence = "This is still to come.", .blocks = false});
    result_.when = std::move(when);
}

bool LineReader::readDuration()
{
    if (result_.minutes) return false;
    const Cursor before = cursor_;
    const auto minutes = eatDuration(cursor_);
    if (!minutes || *minutes == 0) {
        cursor_ = before;
        return false;
    }
    const Span span = spanSince(before);
    if (*minutes > kMinutesOfAWeek) {
        refuse(span, "A conversation lasts a week at most.");
        return true;
    }
    take(span, Sort::Duration);
    result_.minutes = minutes;
    return true;
}

bool LineReader::readWhenAtEnd()
{
    const string_view low = cursor_.low();
    const bool figure = words_[cursor_.at()].sort == WordSort::Figures;
    if (result_.when || behindBound()
        || !(figure || low == "yesterday" || low == "today" || low == "earlier" || low == "this" || low == "last"
             || low == "a" || low == "an" || low == "two" || low == "three"))
        return false;
    const Cursor before = cursor_;
    auto when = eatWhen(cursor_, context_.here, Lean::Past, false);
    const bool ends = cursor_.done() || endsClause(cursor_) || beginsTag(cursor_);
    const string_view behind = when ? words_[cursor_.at() - 1].low : string_view{};
    const bool been = when && when->problem.empty() && when->rrule.empty() && when->date <= context_.here.today()
        && (low == "yesterday" || low == "today" || low == "earlier" || behind == "ago" || behind == "morning"
            || behind == "afternoon" || behind == "evening" || behind == "night");
    if (!been || !ends) {
        cursor_ = before;
        return false;
    }
    keepWhen(std::move(*when));
    return true;
}

}  // namespace kith::capture
