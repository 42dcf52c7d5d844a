#include "keychain_access.h"

#include <kith/secrets/keychain.h>

#include <QCoreApplication>
#include <optional>

namespace kith::cli {

namespace {

/// Starts a request and runs Qt's loop, the only one of this program, until it is answered.
template <class T, class Start>
Result<T> answerOf(Start start)
{
    int count = 1;
    char name[] = "kithctl";
    char* arguments[] = {name, nullptr};
    // A command that speaks to a server has an application already.
    std::optional<QCoreApplication> application;
    if (QCoreApplication::startingUp()) application.emplace(count, arguments);
    std::optional<Result<T>> answer;
    start([&answer](Result<T> result) {
        answer = std::move(result);
        QCoreApplication::quit();
    });
    // An answer at once has nothing left to wait for.
    if (!answer) QCoreApplication::exec();
    if (!answer) return fail(ErrorCode::NoKeychain, "The keychain did not answer.");
    return std::move(*answer);
}

}  // namespace

Result<std::string> readFromKeychain(const std::string& name)
{
    secrets::SystemKeychain keychain;
    return answerOf<std::string>([&](auto done) { keychain.read(name, std::move(done)); });
}

Result<void> writeToKeychain(const std::string& name, const std::string& secret)
{
    secrets::SystemKeychain keychain;
    return answerOf<void>([&](auto done) { keychain.write(name, secret, std::move(done)); });
}

Result<void> removeFromKeychain(const std::string& name)
{
    secrets::SystemKeychain keychain;
    auto done = answerOf<void>([&](auto answered) { keychain.remove(name, std::move(answered)); });
    if (!done && done.error().code == ErrorCode::NotFound) return {};
    return done;
}

}  // namespace kith::cli
