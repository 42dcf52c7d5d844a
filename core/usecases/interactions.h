// Correcting what was logged.
#pragma once

#include <kith/usecases/workspace.h>

namespace kith {

/// Sets one field of an interaction (interaction::at, channel, direction, depth, minutes, text); the same limits as
/// in LogInteraction. NotFound when there is no such interaction.
class EditInteractionField {
public:
    explicit EditInteractionField(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& interaction, FieldIndex field, const Value& value) const;

private:
    Services& services_;
};

/// Removes an interaction with its participants. A reminder that came of it stays.
class RemoveInteraction {
public:
    explicit RemoveInteraction(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& interaction) const;

private:
    Services& services_;
};

}  // namespace kith
