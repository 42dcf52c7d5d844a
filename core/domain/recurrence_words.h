// The English behind recurrenceInWords; apart, so that the rules for evaluating and for saying do not mix.
#pragma once

#include <string>

struct icalrecurrencetype;

namespace kith::detail {

/// Empty when the rule has parts for which there are no short words. The rule must be a valid one of days or longer.
[[nodiscard]] std::string wordsFor(const icalrecurrencetype& rule);

}  // namespace kith::detail
