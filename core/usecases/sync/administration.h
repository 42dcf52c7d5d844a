// What is decided on the server and not merged: spaces, grants, invitations, devices, erasure. Each call is one command
// that the server carries out as a whole or refuses with a sentence; the next round brings what came of it.
#pragma once

#include <kith/usecases/sync/server_session.h>

#include <string>
#include <vector>

namespace kith {

class Administration {
public:
    Administration(sync::SyncService& service, ServerSession& session) : service_(service), session_(session) { }

    /// `id` is the new space's, made by the caller: asking twice makes one.
    sync::Answer<void> makeSpace(const Id& id, const std::string& name, SpaceKind kind, std::stop_token stop);
    sync::Answer<void> renameSpace(const Id& space, const std::string& name, std::stop_token stop);
    /// Rights::None takes the grant back: the user's machines forget every byte of the space.
    sync::Answer<void> grant(const std::string& user, const Id& space, sync::Rights rights, std::stop_token stop);
    /// Returns the one-time code to hand over.
    sync::Answer<std::string> invite(const std::string& user, sync::Role role, std::stop_token stop);
    /// Who works in the spaces that we read.
    sync::Answer<sync::Team> team(std::stop_token stop);
    sync::Answer<std::vector<sync::Device>> devices(std::stop_token stop);
    sync::Answer<void> revokeDevice(const Id& device, std::stop_token stop);
    /// Takes a person away from the server and every machine, to the last byte. There is no way back.
    sync::Answer<void> erase(const Id& person, std::stop_token stop);

private:
    sync::Answer<sync::CommandReply> send(const sync::Command& command, std::stop_token stop);

    sync::SyncService& service_;
    ServerSession& session_;
};

}  // namespace kith
