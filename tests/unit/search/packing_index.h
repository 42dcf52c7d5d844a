// An index as pieces and back, for tests.
#pragma once

#include <kith/search/packed_index.h>

#include <string>
#include <vector>

namespace kith::search {

inline std::vector<std::string> packed(const Index& index, std::size_t bytes)
{
    std::vector<std::string> pieces;
    IndexPacker packer(index, bytes);
    for (std::string piece = packer.next(); !piece.empty(); piece = packer.next()) pieces.push_back(std::move(piece));
    return pieces;
}

inline Result<Index> unpacked(const std::vector<std::string>& pieces)
{
    IndexUnpacker unpacker;
    for (const std::string& piece : pieces) KITH_CHECK(unpacker.add(piece));
    return unpacker.finish();
}

}  // namespace kith::search
