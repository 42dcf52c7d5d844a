// Signing in to a server: what is asked for, what went wrong, and which space this workspace's people go into.
#pragma once

#include <kith/usecases/sync/sync_desk.h>

#include <QObject>
#include <QString>
#include <vector>

namespace kith::ui {

/// For the screen's thread. No widgets.
class SignInPage final : public QObject {
    Q_OBJECT
public:
    enum class Step : std::uint8_t {
        Form,  ///< to be filled in; problem() says what was wrong with the last attempt
        Asking,
        Choosing,  ///< one of choices() is to be chosen
        Joining,
        Done,
    };
    struct Form {
        QString server;
        QString user;
        QString password;
        QString code;  ///< of an invitation; the password is then the one to set
        QString device;
        QString caFile{};  ///< certificates to trust besides the system's, PEM; mostly empty
    };
    struct Choice {
        Id id;
        QString name;
        QString detail;  ///< "Everybody in the organisation"
    };

    /// `device`: what this machine is called, proposed for the list of devices. The desk must outlive the page.
    SignInPage(SyncDesk& desk, QString device, QObject* parent = nullptr);

    /// Begins anew: what is known of an earlier sign-in is proposed.
    void begin();
    [[nodiscard]] Step step() const { return step_; }
    [[nodiscard]] bool busy() const { return step_ == Step::Asking || step_ == Step::Joining; }
    [[nodiscard]] const Form& proposed() const { return proposed_; }
    [[nodiscard]] QString problem() const { return problem_; }
    [[nodiscard]] const std::vector<Choice>& choices() const { return choices_; }

    /// What is missing in a form, as a sentence; empty when it can be sent.
    [[nodiscard]] static QString missing(const Form& form);
    /// "https://" before a bare name, "http://" where it is this machine; no slash at the end.
    [[nodiscard]] static QString addressOf(const QString& typed);

    void submit(const Form& form);
    void choose(const Id& home);
    /// Ends what is under way; the workspace stays as it was.
    void cancel();

Q_SIGNALS:
    void changed();
    /// Signed in; `sentence` says what happens next.
    void signedIn(const QString& sentence);

private:
    void go(Step step, const QString& problem = {});
    void finished(const SyncAccount& account);
    void failed(const sync::Failure& failure);

    SyncDesk& desk_;
    QString device_;
    Form proposed_;
    Step step_ = Step::Form;
    QString problem_;
    std::vector<Choice> choices_;
    int attempt_ = 0;  ///< an answer to an earlier attempt says nothing any more
};

}  // namespace kith::ui
