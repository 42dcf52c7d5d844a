// The system keychain: where workspace keys and, later, sign-in tokens live.
#pragma once

#include <kith/base/error.h>

#include <functional>
#include <string>

namespace kith::secrets {

/// A place for small secrets by name. Answers come later, on the thread that asked; that thread needs an event loop.
class Keychain {
public:
    virtual ~Keychain() = default;

    using Read = std::function<void(Result<std::string>)>;
    using Written = std::function<void(Result<void>)>;

    /// NotFound when the keychain works but has no such entry; NoKeychain when there is none or it refuses.
    virtual void read(const std::string& name, Read done) = 0;
    virtual void write(const std::string& name, const std::string& secret, Written done) = 0;
    virtual void remove(const std::string& name, Written done) = 0;
};

/// The keychain of the desktop session (Secret Service or KWallet on Linux) through QtKeychain, never its insecure
/// fallback. Entries are under the service "Kith".
class SystemKeychain final : public Keychain {
public:
    void read(const std::string& name, Read done) override;
    void write(const std::string& name, const std::string& secret, Written done) override;
    void remove(const std::string& name, Written done) override;
};

}  // namespace kith::secrets
