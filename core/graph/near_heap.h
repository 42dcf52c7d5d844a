// The queue of a shortest-path search. Private to this folder.
#pragma once

#include <kith/graph/arc.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kith::graph {

/// A path's length as path_finder.h defines it.
using Length = std::uint32_t;
inline constexpr Length kUnreached = 0xFFFF'FFFF;

/// Nearest first, of equals the smaller node. Keeps its memory when cleared. Four children a node: the tree is half as
/// high as with two, and the four lie in half a cache line. The same person may be in it several times; who takes one
/// out sees by the label whether it is the latest.
class NearHeap {
public:
    struct Entry {
        Length length;
        Node node;
    };

    void clear() { keys_.clear(); }
    [[nodiscard]] bool empty() const { return keys_.empty(); }
    [[nodiscard]] std::size_t size() const { return keys_.size(); }
    /// kUnreached when empty.
    [[nodiscard]] Length nearest() const { return keys_.empty() ? kUnreached : static_cast<Length>(keys_[0] >> 32); }

    void push(Length length, Node node)
    {
        const std::uint64_t key = std::uint64_t{length} << 32 | node;
        std::size_t at = keys_.size();
        keys_.push_back(key);
        while (at > 0) {
            const std::size_t parent = (at - 1) / 4;
            if (keys_[parent] <= key) break;
            keys_[at] = keys_[parent];
            at = parent;
        }
        keys_[at] = key;
    }

    /// Not of an empty one.
    Entry pop()
    {
        const std::uint64_t top = keys_[0];
        const std::uint64_t last = keys_.back();
        keys_.pop_back();
        const std::size_t count = keys_.size();
        std::size_t at = 0;
        for (std::size_t child = 1; child < count; child = 4 * at + 1) {
            const std::size_t end = child + 4 < count ? child + 4 : count;
            std::size_t least = child;
            for (++child; child < end; ++child)
                if (keys_[child] < keys_[least]) least = child;
            if (keys_[least] >= last) break;
            keys_[at] = keys_[least];
            at = least;
        }
        if (count > 0) keys_[at] = last;
        return {static_cast<Length>(top >> 32), static_cast<Node>(top)};
    }

private:
    std::vector<std::uint64_t> keys_;
};

}  // namespace kith::graph
