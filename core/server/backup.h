// The whole database as one file, and back. Private to this folder.
#pragma once

#include "core.h"

#include <filesystem>

namespace kith::server {

[[nodiscard]] Result<void> writeBackup(Core& core, const std::filesystem::path& file);
[[nodiscard]] Result<void> readBackup(Core& core, const std::filesystem::path& file);

}  // namespace kith::server
