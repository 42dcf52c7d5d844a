#include "line_reader.h"

#include <kith/base/text.h>
#include <kith/capture/mentions.h>

#include <algorithm>
#include <array>
#include <utility>

namespace kith::capture {

using std::string_view;

void LineReader::readStart()
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
            || cursor_.low() == ":" || cursor_.low() == "said" || cursor_.low() == "told" || cursor_.low() == "wants"
            || cursor_.low() == "asked";
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

void LineReader::mention(const Span& span)
{
    const string_view text = words_.line().substr(span.from, span.to - span.from);
    take(span, Sort::Person);
    if (named_.insert(asciiLower(text)).second) result_.people.push_back({.span = span, .text = toValidUtf8(text)});
    justNamed_ = true;
}

bool LineReader::readAnotherName()
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

bool LineReader::writtenAlike(const Span& name) const
{
    const auto lower = [&](const Span& span) {
        return beginsUpper(words_.line().substr(span.from, span.to - span.from)) == std::optional(false);
    };
    const bool whole = words_.line().substr(name.from, name.to - name.from).contains(' ');
    return whole || !lower(name) || (!result_.people.empty() && lower(result_.people.front().span));
}

bool LineReader::readNameWithLead()
{
    const Cursor before = cursor_;
    std::optional<Direction> direction;
    bool expected = cursor_.eat("with") || cursor_.eatAll({"w", "/"});
    if (!expected && channelEnd_ == cursor_.at() && channelEnd_ > 0) {
        if (channel_.sort == ChannelSort::Noun) {
            const bool note = channel_.channel == Channel::Note;
            if (cursor_.eat("from")) direction = Direction::In;
            else if (cursor_.eat("to") || (channel_.channel == Channel::Message && cursor_.eat("for")))
                direction = Direction::Out;
            else if (note) cursor_.eatAny({"about", "on", "for"});
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

bool LineReader::readChannel()
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

}  // namespace kith::capture
