// What the commands about pools and pipelines share.
#pragma once

#include "../context.h"
#include "../person_json.h"

#include <kith/usecases/workspace.h>

#include <string>
#include <string_view>
#include <vector>

namespace kith::cli {

/// PERSON (cli.md), each of several.
[[nodiscard]] Result<std::vector<Id>> resolveEach(const WorkspaceReader& reader,
                                                  const std::vector<std::string>& people);
/// "1 person", "3 people": as many rows of the kind as were changed.
[[nodiscard]] std::string peopleIn(const ChangeSet& changes, Kind kind);
/// The sentence, or {"<key>": id} with --json.
Result<void> tell(Context& context, std::string_view key, const Id& id, const std::string& sentence);

}  // namespace kith::cli
