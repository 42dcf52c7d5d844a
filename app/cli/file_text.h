// What a file that is named on the command line holds.
#pragma once

#include <kith/base/error.h>

#include <string>

namespace kith::cli {

/// All of its bytes; NotFound or BadInput with a sentence for what cannot be read, a folder, and more than
/// exchange::kLargestFile.
[[nodiscard]] Result<std::string> contentOf(const std::string& path);

}  // namespace kith::cli
