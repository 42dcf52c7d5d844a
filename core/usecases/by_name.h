// Finding one of a few things by what a person wrote for it.
#pragma once

#include <kith/base/error.h>
#include <kith/base/fold.h>
#include <kith/base/id.h>
#include <kith/base/text.h>

#include <algorithm>
#include <fmt/format.h>
#include <span>
#include <string>
#include <string_view>

namespace kith {

/// The one with this id or, folded (fold.h), this name. `what` is the word for such a thing: "pool". Ambiguous when
/// several have the name, NotFound for none, with a sentence that says what there is.
template <class Thing>
[[nodiscard]] Result<Thing> byName(std::span<const Thing> things, std::string_view text, std::string_view what)
{
    if (const auto id = Id::parse(text)) {
        const auto found = std::ranges::find(things, *id, &Thing::id);
        if (found != things.end()) return *found;
    }
    const std::string folded = fold(collapseSpace(text));
    const auto called = [&](const Thing& each) { return fold(each.name) == folded; };
    const auto found = std::ranges::find_if(things, called);
    if (found == things.end()) {
        constexpr std::size_t kMost = 10;
        std::string names;
        for (const Thing& each : things.first(std::min(kMost, things.size())))
            names += (names.empty() ? "" : ", ") + each.name;
        if (things.size() > kMost) names += " …";
        return fail(ErrorCode::NotFound,
                    names.empty() ? fmt::format("There is no {} of that name; there is none yet.", what)
                                  : fmt::format("There is no {} of that name. There are: {}.", what, names));
    }
    if (std::ranges::count_if(things, called) > 1)
        return fail(ErrorCode::Ambiguous,
                    fmt::format("Several have that name; say which {} is meant by its id.", what));
    return *found;
}

}  // namespace kith
