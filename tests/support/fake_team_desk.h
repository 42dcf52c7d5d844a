// A server's word on spaces and colleagues as the test gives it; commands change nothing but what is noted.
#pragma once

#include <kith/usecases/sync/team_desk.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace kith::test {

class FakeTeamDesk final : public TeamDesk {
public:
    void team(Done<sync::Team> done) override
    {
        if (failure) done(std::unexpected(*failure));
        else done(known);
    }
    void makeSpace(const Id& id, const std::string& name, SpaceKind, Done<void> done) override
    {
        made = id;
        end("make " + name, std::move(done));
    }
    void renameSpace(const Id&, const std::string& name, Done<void> done) override
    {
        end("rename " + name, std::move(done));
    }
    void grant(const std::string& user, const Id& space, sync::Rights rights, Done<void> done) override
    {
        if (!failure)
            for (const sync::TeamMember& member : known.members) {
                if (member.name != user) continue;
                std::erase_if(known.grants,
                              [&](const auto& one) { return one.member == member.id && one.space == space; });
                if (rights != sync::Rights::None)
                    known.grants.push_back({.space = space, .member = member.id, .rights = rights});
            }
        end("grant " + user + ' ' + std::string(sync::wordOf(rights)), std::move(done));
    }
    void invite(const std::string& user, sync::Role role, Done<std::string> done) override
    {
        asked.push_back("invite " + user + ' ' + std::string(sync::wordOf(role)));
        if (failure) done(std::unexpected(*failure));
        else done("7QF2-9MKD-XW3P");
    }
    void erase(const Id& person, Done<void> done) override
    {
        erased = person;
        if (holds) waiting = std::move(done);
        else end("erase", std::move(done));
    }

    sync::Team known;
    std::optional<sync::Failure> failure;
    std::vector<std::string> asked;
    Id made;
    Id erased;
    bool holds = false;  ///< an erasure is answered by the test
    Done<void> waiting;

private:
    void end(std::string what, Done<void> done)
    {
        asked.push_back(std::move(what));
        if (failure) done(std::unexpected(*failure));
        else done({});
    }
};

}  // namespace kith::test
