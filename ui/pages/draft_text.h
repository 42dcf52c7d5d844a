// A draft of the log sheet as text, to be kept until the sheet is opened again.
#pragma once

#include <kith/pages/conversation_draft.h>

#include <string>
#include <string_view>

namespace kith::ui {

/// JSON. Of people who are in the workspace only the id is written, of reminders only those that shall stay open.
[[nodiscard]] std::string toText(const ConversationDraft& draft);
/// What toText wrote: companions have an id or a name, the steps due have their reminder alone. Nothing for an empty
/// text and for one that is no draft.
[[nodiscard]] std::optional<ConversationDraft> draftOf(std::string_view text);

}  // namespace kith::ui
