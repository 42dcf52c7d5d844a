// Reads who knows whom over one connection.
#pragma once

#include <kith/sqlite/connection.h>
#include <kith/usecases/network_queries.h>

namespace kith::store {

class Interned;

/// Borrows both. Sums of pairs are not kept in the file: reading all of them adds up every interaction, at 1 µs to
/// 10 µs each, and takes 120 bytes of memory a pair meanwhile.
class NetworkReader final : public NetworkQueries {
public:
    NetworkReader(sqlite::Connection& connection, const Interned& interned)
        : connection_(connection), interned_(interned)
    {
    }

    [[nodiscard]] Sizes networkSizes() const override;
    [[nodiscard]] Result<void>
    forEachNetworkPerson(const std::function<bool(const NetworkPerson&)>& visit) const override;
    [[nodiscard]] Result<void> forEachNetworkTie(const std::function<bool(const NetworkTie&)>& visit) const override;
    [[nodiscard]] Result<void>
    forEachNetworkContacts(const std::function<bool(const NetworkContacts&)>& visit) const override;

    [[nodiscard]] std::optional<NetworkPerson> networkPerson(const Id& person) const override;
    [[nodiscard]] NetworkPair networkPair(const Id& a, const Id& b) const override;
    [[nodiscard]] std::vector<Id> networkPartners(const Id& person) const override;

    [[nodiscard]] std::optional<graph::IdPair> endsOfTie(const Id& tie) const override;
    [[nodiscard]] std::optional<Id> interactionOfParticipant(const Id& participant) const override;
    [[nodiscard]] std::optional<std::vector<Id>> everybodyIn(const Id& interaction) const override;

    [[nodiscard]] std::vector<NetworkGroup> networkGroups(Kind kind) const override;
    [[nodiscard]] std::vector<Id> membersOfGroup(Kind kind, const Id& group) const override;
    [[nodiscard]] std::vector<NetworkCommonGround> commonGround(const Id& person, Date today,
                                                                std::size_t limit) const override;
    [[nodiscard]] std::vector<graph::PairContact> contactsBetween(const Id& a, const Id& b) const override;

private:
    [[nodiscard]] NetworkTie tieFrom(const sqlite::Statement& statement) const;
    [[nodiscard]] std::vector<Id> idsOf(sqlite::Statement statement) const;

    sqlite::Connection& connection_;
    const Interned& interned_;
};

}  // namespace kith::store
