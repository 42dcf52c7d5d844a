// An index as bytes, piece by piece, so that it can be kept in a file and need not be made anew at each start.
#pragma once

#include <kith/search/index.h>

#include <memory>
#include <string_view>

namespace kith::search {

/// Changes whenever the bytes do, or what is in an index of the same people does: another fold(), other fields. Bytes
/// hold numbers as the machine has them, so that it also says in which order their bytes are.
[[nodiscard]] std::string packedIndexFormat();

/// Hands out an index as pieces of about so many bytes; what cannot be cut makes some longer. The index outlives it and
/// does not change meanwhile.
class IndexPacker {
public:
    explicit IndexPacker(const Index& index, std::size_t bytes = std::size_t{1} << 20U);
    ~IndexPacker();
    IndexPacker(const IndexPacker&) = delete;
    IndexPacker& operator=(const IndexPacker&) = delete;

    /// Empty after the last. O(bytes of the piece)
    [[nodiscard]] std::string next();

private:
    struct Steps;
    std::unique_ptr<Steps> steps_;
};

/// Puts an index together from its pieces, in their order. Bytes that are none of them are refused, but for what only
/// makes other answers: whoever keeps pieces sees to it that they stay as they are.
class IndexUnpacker {
public:
    IndexUnpacker();
    ~IndexUnpacker();
    IndexUnpacker(const IndexUnpacker&) = delete;
    IndexUnpacker& operator=(const IndexUnpacker&) = delete;

    /// Corrupt when it is not the next piece of an index. O(bytes)
    [[nodiscard]] Result<void> add(std::string_view piece);
    /// Once all were added; Corrupt when some are missing. The index answers and is changed as the one that was packed.
    [[nodiscard]] Result<Index> finish();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace kith::search
