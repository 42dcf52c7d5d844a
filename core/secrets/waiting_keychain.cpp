#include <kith/secrets/waiting_keychain.h>

#include <QObject>
#include <QThread>

#include <future>

namespace kith::secrets {

/// Lives on the keychain's thread, and so does the keychain.
class WaitingKeychain::Asker final : public QObject {
public:
    explicit Asker(std::unique_ptr<Keychain> keychain) : keychain_(std::move(keychain)) { }

    /// Starts a request on this thread and waits for its answer on the caller's.
    template <class T, class Start>
    Result<T> answerOf(const Start& start)
    {
        const auto answer = std::make_shared<std::promise<Result<T>>>();
        const auto ask = [this, start, answer] {
            start(*keychain_, [answer](Result<T> result) { answer->set_value(std::move(result)); });
        };
#ifndef __clang_analyzer__  // it does not see that Qt takes over the copy
        QMetaObject::invokeMethod(this, ask, Qt::QueuedConnection);
#endif
        return answer->get_future().get();
    }

private:
    std::unique_ptr<Keychain> keychain_;
};

struct WaitingKeychain::Parts {
    QThread thread;
    Asker* asker = nullptr;  ///< lives, and dies, on the thread
};

WaitingKeychain::WaitingKeychain() : WaitingKeychain([] { return std::make_unique<SystemKeychain>(); }) { }

WaitingKeychain::WaitingKeychain(const Make& make) : parts_(std::make_unique<Parts>())
{
    parts_->thread.setObjectName(QStringLiteral("kith-keychain"));
    const auto made = std::make_shared<std::promise<Asker*>>();
    QObject::connect(
        &parts_->thread, &QThread::started, &parts_->thread, [made, make] { made->set_value(new Asker(make())); },
        Qt::DirectConnection);
    parts_->thread.start();
    parts_->asker = made->get_future().get();
    QObject::connect(&parts_->thread, &QThread::finished, parts_->asker, &QObject::deleteLater);
}

WaitingKeychain::~WaitingKeychain()
{
    parts_->thread.quit();
    parts_->thread.wait();
}

Result<std::string> WaitingKeychain::read(const std::string& name)
{
    return parts_->asker->answerOf<std::string>(
        [name](Keychain& keychain, Keychain::Read done) { keychain.read(name, std::move(done)); });
}

Result<void> WaitingKeychain::write(const std::string& name, const std::string& secret)
{
    return parts_->asker->answerOf<void>(
        [name, secret](Keychain& keychain, Keychain::Written done) { keychain.write(name, secret, std::move(done)); });
}

Result<void> WaitingKeychain::remove(const std::string& name)
{
    auto done = parts_->asker->answerOf<void>(
        [name](Keychain& keychain, Keychain::Written answered) { keychain.remove(name, std::move(answered)); });
    if (!done && done.error().code == ErrorCode::NotFound) return {};
    return done;
}

}  // namespace kith::secrets
