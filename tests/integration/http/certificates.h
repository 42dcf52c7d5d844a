// Certificates for tests, made on the spot.
#pragma once

#include <kith/support/temp_folder.h>

#include <filesystem>
#include <memory>
#include <string>

namespace kith::test {

/// A folder with a certificate authority and what it signed, removed at the end.
class Certificates {
public:
    struct Files {
        std::string certificate;
        std::string key;
    };

    Certificates();
    ~Certificates();
    Certificates(const Certificates&) = delete;
    Certificates& operator=(const Certificates&) = delete;

    /// The authority's certificate: what a client has to trust.
    [[nodiscard]] std::string authority() const;
    /// Signs a certificate for a name ("DNS:localhost", "IP:127.0.0.1"), good from now for so many days; with a
    /// negative number it has ended already.
    [[nodiscard]] Files sign(const std::string& name, int days = 2);
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

private:
    struct Keys;
    TempFolder folder_;
    std::unique_ptr<Keys> keys_;
    int last_ = 0;
};

}  // namespace kith::test
