#include "graph_reading.h"

#include <kith/base/fold.h>

#include <fmt/format.h>

namespace kith::cli {

Result<std::unique_ptr<GraphReading>> readGraph(Context& context, const Session& session)
{
    KITH_TRY(at, context.readAt());
    auto reading = std::make_unique<GraphReading>();
    const Date today = context.zone().dateOf(at);
    const auto still = session.reader().holdStill();
    KITH_CHECK(reading->network.load(session.reader().network(), at, today));
    reading->introductions.emplace(session.reader(), reading->network.snapshot(), at, today);
    reading->at = at;
    return reading;
}

Result<Id> groupCalled(const WorkspaceReader& reader, Kind kind, const std::string& name)
{
    const auto group = reader.namedRow(kind, fold(name));
    if (!group)
        return fail(ErrorCode::NotFound,
                    fmt::format("There is no {} called {}.", kind == Kind::Area ? "area" : "organisation", name));
    return *group;
}

}  // namespace kith::cli
