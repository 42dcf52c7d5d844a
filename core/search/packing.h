// Numbers, arrays and texts as bytes, and back: for an index that is kept in a file. Private to this folder.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace kith::search {

/// What may be copied byte for byte: numbers, as this machine has them, and whatever holds nothing else.
template <class T>
concept Plain = std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T>;

class Packer {
public:
    template <Plain T>
    void put(T value)
    {
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    template <Plain T>
    void putAll(std::span<const T> values)
    {
        put(static_cast<std::uint64_t>(values.size()));
        if (!values.empty()) bytes_.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
    }
    void putText(std::string_view text) { putAll(std::span(text)); }

    [[nodiscard]] std::size_t size() const { return bytes_.size(); }
    [[nodiscard]] std::string take() { return std::exchange(bytes_, {}); }

private:
    std::string bytes_;
};

/// Reads what a Packer wrote. Of bytes that are none of its own it takes no more than there are; good() is false then,
/// and everything reads as nothing.
class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : rest_(bytes) { }

    template <Plain T>
    [[nodiscard]] T get()
    {
        T value{};
        take(1, sizeof value).copy(reinterpret_cast<char*>(&value), sizeof value);
        return value;
    }
    template <Plain T>
    [[nodiscard]] std::vector<T> getAll()
    {
        const auto count = get<std::uint64_t>();
        const auto bytes = take(count, sizeof(T));
        std::vector<T> values(bytes.size() / sizeof(T));
        bytes.copy(reinterpret_cast<char*>(values.data()), bytes.size());
        return values;
    }
    [[nodiscard]] std::string_view getText() { return take(get<std::uint64_t>(), 1); }

    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] bool atEnd() const { return rest_.empty(); }

private:
    std::string_view take(std::uint64_t count, std::size_t size)
    {
        if (count > rest_.size() / size) {
            good_ = false;
            rest_ = {};
            return {};
        }
        const std::string_view taken = rest_.substr(0, count * size);
        rest_.remove_prefix(taken.size());
        return taken;
    }

    std::string_view rest_;
    bool good_ = true;
};

}  // namespace kith::search
