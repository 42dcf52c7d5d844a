// The system keychain for a program that has no event loop of its own.
#pragma once

#include <kith/base/error.h>

#include <string>

namespace kith::cli {

/// Waits for the keychain's answer, which may be a person unlocking it. Errors as in secrets::Keychain.
[[nodiscard]] Result<std::string> readFromKeychain(const std::string& name);
[[nodiscard]] Result<void> writeToKeychain(const std::string& name, const std::string& secret);

}  // namespace kith::cli
