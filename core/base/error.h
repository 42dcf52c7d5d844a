// Errors as values: every operation that can fail returns Result<T>.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace kith {

/// What kind of thing went wrong; pages choose their words and their next step by it.
enum class ErrorCode : std::uint8_t {
    BadInput,  ///< what the caller gave makes no sense; nothing was changed
    NotFound,  ///< no such person, file, batch …
    Ambiguous,  ///< a name that fits several people
    Conflict,  ///< the thing changed meanwhile
    Locked,  ///< another process has the workspace open
    WrongKey,  ///< the key or passphrase does not open this workspace
    NewerVersion,  ///< the file was written by a newer Kith
    Corrupt,  ///< the file is damaged
    ReadOnly,  ///< the file or folder cannot be written
    DiskFull,  ///< no space left
    NoKeychain,  ///< the system keychain is missing or refuses
    Cancelled,  ///< the person or the program called it off
    Internal,  ///< a defect in Kith, or a failure of the system underneath
};

/// A failure. `message` is one plain English sentence that says what happened and what was kept;
/// the command line prints it as it is, pages translate by `code` and may show it as detail.
/// It never contains names or contact details of people, so that it may be logged.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;

    friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = std::expected<T, Error>;

/// Shorthand for `return std::unexpected(Error{code, message})`.
[[nodiscard]] std::unexpected<Error> fail(ErrorCode code, std::string message);

/// The stable word for a code ("bad-input", "wrong-key" …), for logs and tests.
[[nodiscard]] std::string_view wordOf(ErrorCode code);

}  // namespace kith

/// Assigns the value of a Result to `var`, or returns its error from the enclosing function.
#define KITH_TRY(var, expression)                                                                                      \
    auto var##_result = (expression);                                                                                  \
    if (!var##_result) return std::unexpected(std::move(var##_result).error());                                        \
    auto var = std::move(var##_result).value()

/// Returns the error of a Result<void> from the enclosing function; goes on otherwise.
#define KITH_CHECK(expression)                                                                                         \
    do {                                                                                                               \
        if (auto kithResult = (expression); !kithResult) return std::unexpected(std::move(kithResult).error());        \
    } while (false)
