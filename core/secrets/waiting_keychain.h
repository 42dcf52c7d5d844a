// The keychain for threads that have no event loop, and for programs that have none at all.
#pragma once

#include <kith/secrets/keychain.h>

#include <functional>
#include <memory>
#include <string>

namespace kith::secrets {

/// Asks a keychain on a thread of its own and waits for the answer, which may be a person unlocking it. Thread-safe.
/// A QCoreApplication must exist.
class WaitingKeychain {
public:
    using Make = std::function<std::unique_ptr<Keychain>()>;

    /// The system's keychain.
    WaitingKeychain();
    /// Another one; made on the thread that asks it.
    explicit WaitingKeychain(const Make& make);
    /// No call may be under way.
    ~WaitingKeychain();
    WaitingKeychain(const WaitingKeychain&) = delete;
    WaitingKeychain& operator=(const WaitingKeychain&) = delete;

    /// Errors as in Keychain.
    [[nodiscard]] Result<std::string> read(const std::string& name);
    [[nodiscard]] Result<void> write(const std::string& name, const std::string& secret);
    /// Nothing to remove is no failure.
    [[nodiscard]] Result<void> remove(const std::string& name);

private:
    class Asker;
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace kith::secrets
