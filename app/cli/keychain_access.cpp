#include "keychain_access.h"

#include <kith/secrets/waiting_keychain.h>

#include <QCoreApplication>

#include <optional>

namespace kith::cli {

namespace {

/// Asks the keychain, with an application for Qt around it: a command that speaks to a server has one already.
template <class Ask>
auto asked(Ask ask)
{
    int count = 1;
    char name[] = "kithctl";
    char* arguments[] = {name, nullptr};
    std::optional<QCoreApplication> application;
    if (QCoreApplication::startingUp()) application.emplace(count, arguments);
    secrets::WaitingKeychain keychain;
    return ask(keychain);
}

}  // namespace

Result<std::string> readFromKeychain(const std::string& name)
{
    return asked([&](secrets::WaitingKeychain& keychain) { return keychain.read(name); });
}

Result<void> writeToKeychain(const std::string& name, const std::string& secret)
{
    return asked([&](secrets::WaitingKeychain& keychain) { return keychain.write(name, secret); });
}

}  // namespace kith::cli
