// How the workspace stands with its server, in words for the navigation, the Sync page and the sign-in sheet.
#pragma once

#include <kith/usecases/sync/conflicts.h>
#include <kith/usecases/sync/sync_desk.h>

#include <QLocale>
#include <QString>

namespace kith::ui {

/// What words about a moment need to know.
struct WordContext {
    Instant now{};
    const Zone& zone;
    QLocale locale{};
};

/// "14:20" today, "yesterday, 14:20", "18 November, 14:20".
[[nodiscard]] QString momentInWords(Instant at, const WordContext& context);

/// Two or three words: "Up to date", "3 edits waiting", "Offline since 14:20", "2 conflicts".
[[nodiscard]] QString syncWords(const SyncState& state, const WordContext& context);
/// A sentence or two: what that means, what was kept, and what to do, where there is something to do.
[[nodiscard]] QString syncSentence(const SyncState& state, const WordContext& context);
/// "3 edits wait to be sent, the oldest since 14:20." Empty when none waits.
[[nodiscard]] QString waitingSentence(const SyncCounts& counts, const WordContext& context);

/// Why somebody could not be signed in, and what to do next.
[[nodiscard]] QString signInProblem(const sync::Failure& failure);
/// Why something asked of the server did not happen. `what` as in problemSentence().
[[nodiscard]] QString serverProblem(const QString& what, const sync::Failure& failure);

/// "recruiter", "business manager" …
[[nodiscard]] QString roleInWords(sync::Role role);
/// "may read", "may edit", "manages": reads after a name.
[[nodiscard]] QString rightsInWords(sync::Rights rights);
/// "Organisation", "Team", "Shared", "Private".
[[nodiscard]] QString spaceKindInWords(SpaceKind kind);
/// "Seen by the team": whom a space is for.
[[nodiscard]] QString whoSees(SpaceKind kind);
/// "City", "Text of the conversation", "Due on" …
[[nodiscard]] QString fieldInWords(Kind kind, FieldIndex field);
/// A value as a person reads it; the name of what is referred to, in place of its id. "Nothing" for none.
[[nodiscard]] QString valueInWords(Kind kind, FieldIndex field, const Value& value, const WorkspaceReader& reader,
                                   const WordContext& context);
/// "Person", "Contact point" …: what a row is.
[[nodiscard]] QString kindInWords(Kind kind);

}  // namespace kith::ui
