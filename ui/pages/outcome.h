// How a page answers whoever asked it for something that is done elsewhere and may be refused.
#pragma once

#include <QString>

#include <functional>

namespace kith::ui {

/// Called once, with nothing when it was done, else with the sentence that says why it was not.
using Outcome = std::function<void(const QString& problem)>;

}  // namespace kith::ui
