#include <kith/capture/capture.h>

#include <kith/base/text.h>
#include <kith/capture/channel_words.h>
#include <kith/capture/duration.h>
#include <kith/capture/follow_up.h>
#include <kith/capture/note.h>

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

namespace kith::capture {

namespace {

using std::string_view;

constexpr int kMinutesOfAWeek = 7 * 24 * 60;

/// Words that begin what was said.
bool beginsText(string_view low)
{
    static constexpr std::array<string_view, 27> kWords{
        "about", "re",        "regarding", "concerning", "on",  "she",    "he",    "they",    "it",
        "who",   "that",      "which",     "because",    "but", "said",   "says",  "told",    "wants",
        "asked", "discussed", "is",        "was",        "has", "wanted", "where", "looking", "interested"};
    return std::ranges::find(kWords, low) != kWords.end();
}

class LineReader {
public:
    LineReader(string_view line, const Context& context) : words_(line), cursor_(words_), context_(context) { }

    Captured read()
    {
        readStart();
        while (!cursor_.done()) step();
        result_.text = noteOf(words_.line(), cuts_);
        if (followUpNeedsReason_) {
            std::string reason = lastClauseOf(noteOf(words_.line().substr(0, followUpFrom_), cutsBeforeFollowUp_));
            result_.followUp->reason = reason.empty() ? withCapital(followUpAsked_) : std::move(reason);
        }
        std::ranges::sort(result_.parts, {}, [](const Part& part) { return part.span.from; });
        return std::move(result_);
    }

private:
    [[nodiscard]] Span spanSince(const Cursor& before) const
    {
        return {words_[before.at()].span.from, words_[cursor_.at() - 1].span.to};
    }

    void cut(const Span& span) { cuts_.push_back(span); }

    void take(const Span& span, Sort sort)
    {
        result_.parts.push_back({span, sort});
        cut(span);
    }

    void refuse(const Span& span, std::string sentence)
    {
        take(span, Sort::Problem);
        result_.problems.push_back({.span = span, .sentence = std::move(sentence)});
    }

    /// "Ana called", "Ana Ruiz and Tom: …", "she wrote", "had a call".
    void readStart()
    {
        const Cursor before = cursor_;
        Cursor channel = cursor_;
        if (eatChannel(channel)) return;
        Cursor filler = cursor_;
        filler.eatAny({"i", "we"});
        filler.eatAny({"just"});
        filler.eatAny({"had", "have"});
        filler.eatAny({"a", "an", "another"});
        filler.eatAny({"quick", "short", "brief", "long"});
        Cursor behind = filler;
        if (filler.at() > before.at() && eatChannel(behind)) {
            cursor_ = filler;
            cut(spanSince(before));
            return;
        }
        if (cursor_.eatAny({"she", "he", "they"})) {
            behind = cursor_;
            const auto word = eatChannel(behind);
            if (word && word->sort == ChannelSort::Verb) {
                take(spanSince(before), Sort::Direction);
                theyBegan_ = true;
                return;
            }
            cursor_ = before;
        }
        const auto verbFollows = [](Cursor at) {
            const auto word = eatChannel(at);
            return word && word->sort != ChannelSort::Noun;
        };
        if (const auto name = eatName(cursor_, context_.who, Expected::KnownOnly)) {
            const bool whole = cursor_.at() - before.at() > 1;
            const bool goesOn = cursor_.low() == "and" || cursor_.low() == "&" || cursor_.low() == ","
                || cursor_.low() == ":" || cursor_.low() == "said" || cursor_.low() == "told"
                || cursor_.low() == "wants" || cursor_.low() == "asked";
            if (whole || goesOn || verbFollows(cursor_)) {
                mention(*name);
                theyBegan_ = true;
                return;
            }
        }
        cursor_ = before;
        if (const auto name = eatName(cursor_, context_.who, Expected::Perhaps); name && verbFollows(cursor_)) {
            mention(*name);
            theyBegan_ = true;
            return;
        }
        cursor_ = before;
    }

    void mention(const Span& span)
    {
        const string_view text = words_.line().substr(span.from, span.to - span.from);
        take(span, Sort::Person);
        if (named_.insert(asciiLower(text)).second) result_.people.push_back({.span = span, .text = toValidUtf8(text)});
        justNamed_ = true;
    }

    void step()
    {
        if (readTag() || readFollowUp()) {
            justNamed_ = false;
            return;
        }
        if (endsClause(cursor_)) {
            cursor_.step();
            inText_ = true;
            firstSentence_ = false;
            clauseStarts_ = true;
            justNamed_ = false;
            return;
        }
        const bool read = inText_ ? readInText() : readInHead();
        if (!read) {
            justNamed_ = false;
            clauseStarts_ = false;
            cursor_.step();
        }
    }

    bool readTag()
    {
        if (!beginsTag(cursor_)) return false;
        const Cursor before = cursor_;
        cursor_.step(2);
        while (!cursor_.done() && cursor_.joined()) {
            const bool sign = words_[cursor_.at()].sort == WordSort::Sign;
            const bool inside = (cursor_.low() == "-" || cursor_.low() == "_" || cursor_.low() == "/")
                && cursor_.joined(1) && words_[cursor_.at() + 1].sort != WordSort::Sign;
            if (sign && !inside) break;
            cursor_.step();
        }
        const Span span = spanSince(before);
        take(span, Sort::Tag);
        std::string tag = toValidUtf8(words_.line().substr(span.from + 1, span.to - span.from - 1));
        if (tags_.insert(asciiLower(tag)).second) result_.tags.push_back(std::move(tag));
        return true;
    }

    /// Whether the words before the cursor let a follow-up begin here; `start` is where what leads to it begins.
    bool mayFollowUp(std::size_t& start) const
    {
        start = cursor_.at();
        if (clauseStarts_ || start == 0) return true;
        const auto before = [&](std::size_t back) { return start >= back ? words_[start - back].low : string_view{}; };
        const string_view last = before(1);
        if (last == "will" && (before(2) == "i" || before(2) == "we")) start -= 2;
        else if (last == "will" && (before(2) == "," || before(2) == ";" || before(2) == "and")) --start;
        else if (last == "ll" && before(2) == "'") start -= before(3) == "i" || before(3) == "we" ? 3 : 2;
        else if (last == "and" || last == "then" || last == "," || last == "please" || last == "-") --start;
        else return last == "to" || last == "must" || last == "should" || last == "#";
        if (start > 0 && (words_[start - 1].low == "and" || words_[start - 1].low == ",")) --start;
        return true;
    }

    bool readFollowUp()
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
        result_.followUp = FollowUp{
            .on = clause->when->date, .rrule = std::move(clause->when->rrule), .reason = std::move(clause->said)};
        clauseStarts_ = false;
        inText_ = true;
        return true;
    }

    bool readInHead()
    {
        if (cursor_.joined() && words_[cursor_.at()].sort != WordSort::Sign && words_[cursor_.at() - 1].low != "("
            && words_[cursor_.at() - 1].low != "\"" && words_[cursor_.at() - 1].low != ","
            && words_[cursor_.at() - 1].low != "/")
            return false;
        const Cursor before = cursor_;
        if (justNamed_ && readAnotherName()) return true;
        if (readNameWithLead()) return true;
        if (cursor_.low() == ":" || (cursor_.low() == "-" && !cursor_.joined() && !cursor_.joined(1))) {
            cursor_.step();
            cut(spanSince(before));
            inText_ = true;
            clauseStarts_ = true;
            return true;
        }
        if (readChannel() || readWhenInHead() || readDuration()) {
            clauseStarts_ = false;
            justNamed_ = false;
            return true;
        }
        if (beginsText(cursor_.low())) {
            inText_ = true;
            clauseStarts_ = false;
            cursor_.step();
            return true;
        }
        return false;
    }

    /// "and Tom", ", Tom", "& Tom" behind a name.
    bool readAnotherName()
    {
        const Cursor before = cursor_;
        const bool comma = cursor_.eat(",");
        const bool joined = cursor_.eatAny({"and", "&", "+"}) || comma;
        if (joined) {
            cursor_.eat("with");
            if (const auto name = eatName(cursor_, context_.who, Expected::Perhaps); name && writtenAlike(*name)) {
                cut({words_[before.at()].span.from, name->from});
                mention(*name);
                return true;
            }
        }
        cursor_ = before;
        return false;
    }

    /// A single word without a capital is a name only behind one without: "ana and tom", but not "Ana and will send".
    [[nodiscard]] bool writtenAlike(const Span& name) const
    {
        const auto lower = [&](const Span& span) {
            return beginsUpper(words_.line().substr(span.from, span.to - span.from)) == std::optional(false);
        };
        const bool whole = words_.line().substr(name.from, name.to - name.from).contains(' ');
        return whole || !lower(name) || (!result_.people.empty() && lower(result_.people.front().span));
    }

    /// "with Ana", "w/ Ana", and behind the channel "Ana", "from Ana", "to Ana", "about Ana" for a note.
    bool readNameWithLead()
    {
        const Cursor before = cursor_;
        std::optional<Direction> direction;
        bool expected = cursor_.eat("with") || cursor_.eatAll({"w", "/"});
        if (!expected && channelEnd_ == cursor_.at() && channelEnd_ > 0) {
            if (channel_.sort == ChannelSort::Noun) {
                const bool note = channel_.channel == Channel::Note;
                if (cursor_.eat("from")) direction = Direction::In;
                else if (cursor_.eat("to")) direction = Direction::Out;
                else if (note) cursor_.eatAny({"about", "on", "for"});
                else if (channel_.channel == Channel::Message && cursor_.eat("for")) direction = Direction::Out;
                expected = cursor_.at() > before.at();
                if (!expected) {
                    const auto name = eatName(cursor_, context_.who, Expected::KnownOnly);
                    if (name && beginsUpper(words_.text(before.at())) != std::optional(false)) {
                        mention(*name);
                        return true;
                    }
                    cursor_ = before;
                    return false;
                }
            } else {
                cursor_.eatAny({"to", "with", "up"});
                cursor_.eat("with");
                expected = true;
            }
        }
        const auto name = expected ? eatName(cursor_, context_.who, Expected::Certainly) : std::nullopt;
        if (!name) {
            cursor_ = before;
            return false;
        }
        if (direction) result_.direction = *direction;
        if (name->from > words_[before.at()].span.from) cut({words_[before.at()].span.from, name->from});
        mention(*name);
        return true;
    }

    bool readChannel()
    {
        if (result_.channel) return false;
        const Cursor before = cursor_;
        const auto word = eatChannel(cursor_);
        if (!word || (cursor_.joined() && cursor_.low() == "-")) {
            cursor_ = before;
            return false;
        }
        result_.channel = word->channel;
        channel_ = *word;
        take(spanSince(before), Sort::Channel);
        if (word->sort == ChannelSort::Received) result_.direction = Direction::In;
        if (word->sort == ChannelSort::Verb) {
            const Cursor object = cursor_;
            if (cursor_.eatAny({"me", "us"})) {
                take(spanSince(object), Sort::Direction);
                result_.direction = Direction::In;
            } else if (cursor_.low() == "with") result_.direction = Direction::Both;
            else result_.direction = theyBegan_ ? Direction::In : Direction::Out;
            const Cursor back = cursor_;
            if (cursor_.eat("back")) cut(spanSince(back));
        }
        channelEnd_ = cursor_.at();
        return true;
    }

    /// Whether the cursor stands behind a word that makes a day part of what was said: "free after Friday".
    [[nodiscard]] bool behindBound() const
    {
        static constexpr std::array<string_view, 7> kBounds{"after", "before", "since", "until", "till", "from", "by"};
        return cursor_.at() > 0 && std::ranges::find(kBounds, words_[cursor_.at() - 1].low) != kBounds.end();
    }

    bool readWhenInHead()
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

    void keepWhen(When when)
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

    bool readDuration()
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

    bool readInText()
    {
        if (!firstSentence_ || cursor_.joined()) return false;
        if (result_.people.empty() && cursor_.low() == "with" && readNameWithLead()) return true;
        if (justNamed_ && readAnotherName()) return true;
        const bool listed = cursor_.at() > 0 && words_[cursor_.at() - 1].low == ",";
        if (listed && readDuration()) return true;
        return readWhenAtEnd();
    }

    /// "… about the role yesterday": a day that can only have been, as the last words of the first sentence.
    bool readWhenAtEnd()
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

    Words words_;
    Cursor cursor_;
    const Context& context_;
    Captured result_{};
    std::vector<Span> cuts_{};
    std::vector<Span> cutsBeforeFollowUp_{};
    std::unordered_set<std::string> tags_{};
    std::unordered_set<std::string> named_{};
    std::string followUpAsked_{};
    std::size_t followUpFrom_ = 0;
    std::size_t noDayBefore_ = 0;
    std::size_t channelEnd_ = 0;
    ChannelWord channel_{};
    bool followUpNeedsReason_ = false;
    bool theyBegan_ = false;
    bool inText_ = false;
    bool firstSentence_ = true;
    bool clauseStarts_ = true;
    bool justNamed_ = false;
};

}  // namespace

Captured parse(string_view line, const Context& context)
{
    return LineReader(line, context).read();
}

}  // namespace kith::capture
