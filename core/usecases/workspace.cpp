#include <kith/usecases/workspace.h>

#include <kith/domain/contact_key.h>

namespace kith {

std::string regionOf(const WorkspaceReader& reader)
{
    std::string region = reader.setting(settings::kRegion);
    return region.empty() ? std::string(kDefaultRegion) : region;
}

WarmthWeights warmthWeightsOf(const WorkspaceReader& reader)
{
    return weightsFrom(reader.setting(settings::kWarmthWeights)).value_or(WarmthWeights{});
}

}  // namespace kith
