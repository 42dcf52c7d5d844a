// Reads a line word by word, from left to right, once. Private to this folder.
#pragma once

#include <kith/capture/capture.h>
#include <kith/capture/channel_words.h>
#include <kith/capture/when.h>
#include <kith/capture/words.h>

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace kith::capture {

/// Borrows both. Used once.
class LineReader {
public:
    LineReader(std::string_view line, const Context& context) : words_(line), cursor_(words_), context_(context) { }
    Captured read();

private:
    [[nodiscard]] Span spanSince(const Cursor& before) const;
    void cut(const Span& span) { cuts_.push_back(span); }
    void take(const Span& span, Sort sort);
    void refuse(const Span& span, std::string sentence);
    /// "Ana called", "Ana Ruiz and Tom: …", "she wrote", "had a call".
    void readStart();
    void mention(const Span& span);
    void step();
    bool readTag();

    /// Whether the words before the cursor let a follow-up begin here; `start` is where what leads to it begins.
    bool mayFollowUp(std::size_t& start) const;
    bool readFollowUp();
    bool readInHead();
    /// "and Tom", ", Tom", "& Tom" behind a name.
    bool readAnotherName();
    /// A single word without a capital is a name only behind one without: "ana and tom", but not "Ana and will send".
    [[nodiscard]] bool writtenAlike(const Span& name) const;
    /// "with Ana", "w/ Ana", and behind the channel "Ana", "from Ana", "to Ana", "about Ana" for a note.
    bool readNameWithLead();
    bool readChannel();

    /// Whether the cursor stands behind a word that makes a day part of what was said: "free after Friday".
    [[nodiscard]] bool behindBound() const;
    bool readWhenInHead();
    void keepWhen(When when);
    bool readDuration();
    bool readInText();
    /// "… about the role yesterday": a day that can only have been, as the last words of the first sentence.
    bool readWhenAtEnd();

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

}  // namespace kith::capture
