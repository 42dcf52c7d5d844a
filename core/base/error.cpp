#include <kith/base/error.h>

#include <utility>

namespace kith {

std::unexpected<Error> fail(ErrorCode code, std::string message)
{
    return std::unexpected(Error{code, std::move(message)});
}

std::string_view wordOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadInput: return "bad-input";
    case ErrorCode::NotFound: return "not-found";
    case ErrorCode::Ambiguous: return "ambiguous";
    case ErrorCode::Conflict: return "conflict";
    case ErrorCode::Locked: return "locked";
    case ErrorCode::WrongKey: return "wrong-key";
    case ErrorCode::NewerVersion: return "newer-version";
    case ErrorCode::Corrupt: return "corrupt";
    case ErrorCode::ReadOnly: return "read-only";
    case ErrorCode::DiskFull: return "disk-full";
    case ErrorCode::NoKeychain: return "no-keychain";
    case ErrorCode::Cancelled: return "cancelled";
    case ErrorCode::Internal: return "internal";
    }
    return "internal";
}

}  // namespace kith
