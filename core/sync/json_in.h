// Strict reading of JSON over simdjson. Private to this folder.
#pragma once

#include <kith/base/error.h>
#include <kith/base/id.h>
#include <kith/domain/stamp.h>

#include <simdjson.h>

#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace kith::sync {

/// A place in a message. Reading the wrong thing notes the first problem with its place and yields a default, so that a
/// message is read straight through and judged once, at its end. A child must not outlive its parent.
class In {
public:
    In(simdjson::dom::element element, std::string& problem) : element_(element), problem_(problem) { }

    /// A member that must be there.
    [[nodiscard]] In at(std::string_view key) const;
    /// A member that may be missing or null.
    [[nodiscard]] std::optional<In> maybe(std::string_view key) const;
    [[nodiscard]] bool isNull() const { return element_.is_null(); }

    [[nodiscard]] std::string text(std::size_t longest = std::numeric_limits<std::size_t>::max()) const;
    [[nodiscard]] std::string_view view() const;
    [[nodiscard]] std::int64_t integer(std::int64_t least = std::numeric_limits<std::int64_t>::min(),
                                       std::int64_t most = std::numeric_limits<std::int64_t>::max()) const;
    [[nodiscard]] double real() const;
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] Id id() const;
    /// 16 hexadecimal digits.
    [[nodiscard]] std::uint64_t word() const;
    [[nodiscard]] HybridTime time() const { return {word()}; }
    [[nodiscard]] Instant instant() const { return Instant{std::chrono::milliseconds{integer()}}; }

    /// Calls `each(In)` for every element.
    template <class Each>
    void list(Each each) const
    {
        simdjson::dom::array array;
        if (element_.get(array) != simdjson::SUCCESS) return wrong("a list");
        std::size_t index = 0;
        for (const simdjson::dom::element part : array) each(In(part, *this, {}, index++));
    }
    /// Calls `each(key, In)` for every member.
    template <class Each>
    void members(Each each) const
    {
        simdjson::dom::object object;
        if (element_.get(object) != simdjson::SUCCESS) return wrong("an object");
        for (const simdjson::dom::key_value_pair part : object)
            each(part.key, In(part.value, *this, part.key, kNoIndex));
    }

    /// Notes that this place should hold something else.
    void wrong(std::string_view expected) const;
    [[nodiscard]] bool failed() const { return !problem_.empty(); }

private:
    static constexpr std::size_t kNoIndex = std::numeric_limits<std::size_t>::max();

    In(simdjson::dom::element element, const In& parent, std::string_view key, std::size_t index)
        : element_(element), problem_(parent.problem_), parent_(&parent), key_(key), index_(index)
    {
    }
    [[nodiscard]] std::string place() const;

    simdjson::dom::element element_;
    std::string& problem_;
    const In* parent_ = nullptr;
    std::string_view key_;
    std::size_t index_ = kNoIndex;
};

}  // namespace kith::sync
