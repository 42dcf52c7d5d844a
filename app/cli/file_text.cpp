#include "file_text.h"

#include <kith/exchange/detect.h>

#include <filesystem>
#include <fmt/format.h>
#include <fstream>

namespace kith::cli {

namespace fs = std::filesystem;

namespace {

std::unexpected<Error> unreadable(const std::string& path)
{
    return fail(ErrorCode::NotFound, fmt::format("The file {} cannot be read; nothing was changed.", path));
}

}  // namespace

Result<std::string> contentOf(const std::string& path)
{
    std::error_code error;
    if (fs::is_directory(path, error))
        return fail(ErrorCode::BadInput, fmt::format("{} is a folder, not a file; nothing was changed.", path));
    std::ifstream in(path, std::ios::binary);
    if (!in) return unreadable(path);
    std::string bytes;
    std::string part(std::size_t{1} << 20U, '\0');
    while (in.read(part.data(), static_cast<std::streamsize>(part.size())) || in.gcount() > 0) {
        bytes.append(part, 0, static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > exchange::kLargestFile)
            return fail(ErrorCode::BadInput, "The file is larger than 2 GB; nothing was changed.");
    }
    if (in.bad()) return unreadable(path);
    return bytes;
}

}  // namespace kith::cli
