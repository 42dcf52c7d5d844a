// Who knows whom as of the moment that a command reads.
#pragma once

#include "context.h"

#include <kith/usecases/introductions.h>
#include <kith/usecases/network.h>

#include <memory>
#include <optional>

namespace kith::cli {

/// The graph, with the one who answers from it.
struct GraphReading {
    Network network;
    std::optional<Introductions> introductions;
    Instant at{};
};

/// The session must outlive what is returned. O(people + ties).
[[nodiscard]] Result<std::unique_ptr<GraphReading>> readGraph(Context& context, const Session& session);

/// The area, or the organisation, of a name; NotFound with a sentence when there is none.
[[nodiscard]] Result<Id> groupCalled(const WorkspaceReader& reader, Kind kind, const std::string& name);

}  // namespace kith::cli
