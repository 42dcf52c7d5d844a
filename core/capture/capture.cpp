#include <kith/capture/capture.h>

#include "line_reader.h"

#include <kith/base/text.h>
#include <kith/capture/follow_up.h>
#include <kith/capture/note.h>

#include <algorithm>
#include <array>
#include <utility>

namespace kith::capture {

using std::string_view;

namespace {

/// Words that begin what was said.
bool beginsText(string_view low)
{
    static constexpr std::array<string_view, 27> kWords{
        "about", "re",        "regarding", "concerning", "on",  "she",    "he",    "they",    "it",
        "who",   "that",      "which",     "because",    "but", "said",   "says",  "told",    "wants",
        "asked", "discussed", "is",        "was",        "has", "wanted", "where", "looking", "interested"};
    return std::ranges::find(kWords, low) != kWords.end();
}

}  // namespace

Captured LineReader::read()
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

Span LineReader::spanSince(const Cursor& before) const
{
    return {words_[before.at()].span.from, words_[cursor_.at() - 1].span.to};
}

void LineReader::take(const Span& span, Sort sort)
{
    result_.parts.push_back({span, sort});
    cut(span);
}

void LineReader::refuse(const Span& span, std::string sentence)
{
    take(span, Sort::Problem);
    result_.problems.push_back({.span = span, .sentence = std::move(sentence)});
}

void LineReader::step()
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

bool LineReader::readTag()
{
    if (!beginsTag(cursor_)) return false;
    const Cursor before = cursor_;
    cursor_.step(2);
    while (!cursor_.done() && cursor_.joined()) {
        const bool sign = words_[cursor_.at()].sort == WordSort::Sign;
        const bool inside = (cursor_.low() == "-" || cursor_.low() == "_" || cursor_.low() == "/") && cursor_.joined(1)
            && words_[cursor_.at() + 1].sort != WordSort::Sign;
        if (sign && !inside) break;
        cursor_.step();
    }
    const Span span = spanSince(before);
    take(span, Sort::Tag);
    std::string tag = toValidUtf8(words_.line().substr(span.from + 1, span.to - span.from - 1));
    if (tags_.insert(asciiLower(tag)).second) result_.tags.push_back(std::move(tag));
    return true;
}

bool LineReader::readInHead()
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

bool LineReader::readInText()
{
    if (!firstSentence_ || cursor_.joined()) return false;
    if (result_.people.empty() && cursor_.low() == "with" && readNameWithLead()) return true;
    if (justNamed_ && readAnotherName()) return true;
    const bool listed = cursor_.at() > 0 && words_[cursor_.at() - 1].low == ",";
    if (listed && readDuration()) return true;
    return readWhenAtEnd();
}

Captured parse(string_view line, const Context& context)
{
    return LineReader(line, context).read();
}

}  // namespace kith::capture
