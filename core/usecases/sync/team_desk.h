// Port: what pages ask of the server about spaces and colleagues, and of erasing. The commands are administration.h's.
#pragma once

#include <kith/sync/service.h>
#include <kith/sync/team.h>

#include <functional>
#include <string>

namespace kith {

/// For the screen's thread; no call waits. Answers come on the screen's thread, in the order asked. After a command
/// that was carried out a round of sync brings what came of it.
class TeamDesk {
public:
    virtual ~TeamDesk() = default;

    template <class T>
    using Done = std::move_only_function<void(sync::Answer<T>)>;

    virtual void team(Done<sync::Team> done) = 0;
    virtual void makeSpace(const Id& id, const std::string& name, SpaceKind kind, Done<void> done) = 0;
    virtual void renameSpace(const Id& space, const std::string& name, Done<void> done) = 0;
    /// Rights::None takes the grant back.
    virtual void grant(const std::string& user, const Id& space, sync::Rights rights, Done<void> done) = 0;
    /// Answers with the one-time code.
    virtual void invite(const std::string& user, sync::Role role, Done<std::string> done) = 0;
    /// What has not been sent yet goes first, so that the server knows the person. It fails where the server cannot be
    /// reached: nothing is erased then.
    virtual void erase(const Id& person, Done<void> done) = 0;
};

}  // namespace kith
