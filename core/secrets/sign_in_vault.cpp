#include <kith/secrets/sign_in_vault.h>

#include <kith/base/private_file.h>
#include <kith/base/text.h>

#include <fstream>
#include <iterator>

namespace kith::secrets {

namespace {

std::string entryOf(const Id& device)
{
    return "signin-" + device.toString();
}

class KeychainVault final : public TokenVault {
public:
    KeychainVault(WaitingKeychain& keychain, const Id& device) : keychain_(keychain), name_(entryOf(device)) { }

    Result<std::optional<std::string>> load() override
    {
        auto found = keychain_.read(name_);
        if (found) return std::optional(std::move(*found));
        if (found.error().code == ErrorCode::NotFound) return std::optional<std::string>{};
        return std::unexpected(found.error());
    }
    Result<void> save(const std::string& token) override { return keychain_.write(name_, token); }
    Result<void> forget() override { return keychain_.remove(name_); }
    void belongsTo(const Id& device) override { name_ = entryOf(device); }

private:
    WaitingKeychain& keychain_;
    std::string name_;
};

class FileVault final : public TokenVault {
public:
    explicit FileVault(std::filesystem::path path) : path_(std::move(path)) { }

    Result<std::optional<std::string>> load() override
    {
        std::ifstream in(path_, std::ios::binary);
        if (!in) return std::optional<std::string>{};
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        return std::optional(std::string(trim(text)));
    }
    Result<void> save(const std::string& token) override
    {
        KITH_TRY(file, PrivateFile::create(path_));
        KITH_CHECK(file.write(token + '\n'));
        return file.commit();
    }
    Result<void> forget() override
    {
        std::error_code error;
        std::filesystem::remove(path_, error);
        if (error) return fail(ErrorCode::ReadOnly, "The file with the sign-in could not be removed.");
        return {};
    }

private:
    std::filesystem::path path_;
};

}  // namespace

std::unique_ptr<TokenVault> keychainVault(WaitingKeychain& keychain, const Id& device)
{
    return std::make_unique<KeychainVault>(keychain, device);
}

std::unique_ptr<TokenVault> fileVault(const std::filesystem::path& keyFile)
{
    return std::make_unique<FileVault>(keyFile.string() + ".signin");
}

}  // namespace kith::secrets
