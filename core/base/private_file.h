// A file that is complete or not there, and that only its owner may read.
#pragma once

#include <kith/base/error.h>

#include <filesystem>
#include <string_view>

namespace kith {

/// Writes beside the target under a temporary name (mode 0600) and takes the target's place in commit(); what is not
/// committed is removed. Errors: ReadOnly, DiskFull, Internal.
class PrivateFile {
public:
    [[nodiscard]] static Result<PrivateFile> create(const std::filesystem::path& target);
    ~PrivateFile();
    PrivateFile(PrivateFile&& other) noexcept;
    PrivateFile(const PrivateFile&) = delete;
    PrivateFile& operator=(const PrivateFile&) = delete;
    PrivateFile& operator=(PrivateFile&&) = delete;

    [[nodiscard]] Result<void> write(std::string_view bytes);
    [[nodiscard]] Result<void> commit();

private:
    PrivateFile(std::filesystem::path target, std::filesystem::path temporary, int descriptor)
        : target_(std::move(target)), temporary_(std::move(temporary)), descriptor_(descriptor)
    {
    }

    std::filesystem::path target_;
    std::filesystem::path temporary_;
    int descriptor_;
};

}  // namespace kith
