// What a file that somebody chose holds.
#pragma once

#include <kith/base/error.h>

#include <QString>

#include <string>

namespace kith::ui {

/// All of its bytes; BadInput with a sentence for what is not there, cannot be read, or is larger than
/// exchange::kLargestFile. Not for the screen's thread.
[[nodiscard]] Result<std::string> contentOf(const QString& path);

}  // namespace kith::ui
