#include <kith/base/private_file.h>

#include <cerrno>
#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>
#include <utility>

namespace kith {

namespace {

std::unexpected<Error> failed(int error, const std::filesystem::path& target)
{
    const ErrorCode code = error == ENOSPC || error == EDQUOT ? ErrorCode::DiskFull
        : error == EACCES || error == EROFS || error == EPERM ? ErrorCode::ReadOnly
        : error == ENOENT                                     ? ErrorCode::NotFound
                                                              : ErrorCode::Internal;
    const std::string_view why = code == ErrorCode::DiskFull ? "the disk is full"
        : code == ErrorCode::ReadOnly                        ? "its folder cannot be written"
        : code == ErrorCode::NotFound                        ? "its folder does not exist"
                                                             : "the system refused";
    return fail(code, fmt::format("{} could not be written: {}; nothing was left behind.", target.string(), why));
}

}  // namespace

Result<PrivateFile> PrivateFile::create(const std::filesystem::path& target)
{
    // mkstemp makes the file with mode 0600, and puts random letters in place of the six.
    std::string name = target.string() + '.' + std::string(6, 'X');
    const int descriptor = mkstemp(name.data());
    if (descriptor < 0) return failed(errno, target);
    return PrivateFile(target, name, descriptor);
}

PrivateFile::PrivateFile(PrivateFile&& other) noexcept
    : target_(std::move(other.target_)),
      temporary_(std::move(other.temporary_)),
      descriptor_(std::exchange(other.descriptor_, -1))
{
    other.temporary_.clear();
}

PrivateFile::~PrivateFile()
{
    if (descriptor_ >= 0) ::close(descriptor_);
    if (temporary_.empty()) return;
    std::error_code ignored;
    std::filesystem::remove(temporary_, ignored);
}

Result<void> PrivateFile::write(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return failed(errno, target_);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

Result<void> PrivateFile::commit()
{
    if (::fsync(descriptor_) != 0) return failed(errno, target_);
    if (::close(std::exchange(descriptor_, -1)) != 0) return failed(errno, target_);
    std::error_code error;
    std::filesystem::rename(temporary_, target_, error);
    if (error) return failed(error.value(), target_);
    temporary_.clear();
    return {};
}

}  // namespace kith
