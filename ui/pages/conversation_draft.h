// What the log sheet holds before it is saved, and what is still wrong with it.
#pragma once

#include <kith/usecases/log_interaction.h>

#include <QDate>
#include <QDateTime>
#include <QString>
#include <vector>

namespace kith::ui {

/// Somebody named in the sheet. Without an id it is a new person, added when the conversation is saved.
struct Companion {
    Id id;
    QString name;
    QString detail;  ///< "Staff engineer · Northlight"

    [[nodiscard]] bool isNew() const { return id.isNil(); }
    friend bool operator==(const Companion&, const Companion&) = default;
};

/// An open reminder that is due for somebody in the sheet; settled ones are done when the conversation is saved.
struct DueStep {
    Id reminder;
    Id person;
    QString sentence;  ///< "Ana Ruiz: ask again about the data lead role (due today)"
    bool settled = true;

    friend bool operator==(const DueStep&, const DueStep&) = default;
};

struct ConversationDraft {
    std::vector<Companion> people;
    std::vector<DueStep> dueSteps;
    Channel channel = Channel::Meeting;
    Direction direction = Direction::Both;
    Depth depth = Depth::Conversation;
    /// By the clock on the wall. Invalid means now: the moment at which the conversation is saved.
    QDateTime when;
    int minutes = 0;
    QString text;
    bool isPrivate = false;  ///< only whoever sits here can ever read it

    bool hasNextStep = false;
    QDate nextDue;
    QString nextReason;
    std::string nextRrule;
    bool nextIsPromise = false;

    /// Whether the person said anything worth keeping when the sheet closes.
    [[nodiscard]] bool worthKeeping() const { return !text.isEmpty() || hasNextStep || people.size() > 1; }

    friend bool operator==(const ConversationDraft&, const ConversationDraft&) = default;
};

/// The part of the sheet that a problem is about, so that the view can put the focus there.
enum class SheetField : std::uint8_t { None, People, When, Minutes, Text, NextDue, NextReason };

struct SheetProblem {
    SheetField field = SheetField::None;
    QString sentence;  ///< empty when there is none

    [[nodiscard]] explicit operator bool() const { return field != SheetField::None; }
};

/// The first thing that keeps the draft from being saved, from top to bottom. `now` is by the clock on the wall.
[[nodiscard]] SheetProblem firstProblem(const ConversationDraft& draft, const QDateTime& now);

/// The use case's words for a draft without problems.
[[nodiscard]] ConversationInput inputOf(const ConversationDraft& draft, Instant now, const Zone& zone);

/// What is likely for a channel: who started it and how deep it went. People correct it where it is wrong.
[[nodiscard]] Direction usualDirection(Channel channel);
[[nodiscard]] Depth usualDepth(Channel channel);
/// Whether a channel has a length in minutes.
[[nodiscard]] bool hasLength(Channel channel);

}  // namespace kith::ui
