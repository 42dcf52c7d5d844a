// What stands in the window before a workspace is open: making one, or unlocking it.
#pragma once

#include <kith/base/error.h>
#include <kith/controls/labels.h>

#include <QLineEdit>
#include <QPushButton>
#include <QWidget>

#include <functional>

namespace kith::ui {

struct NewWorkspace {
    QString organisation;
    QString me;
    QString passphrase;  ///< empty: the key goes into the keychain
};

/// Answers with what happened; called once, on the screen's thread, when the work is over.
using Answer = std::function<void(Result<void>)>;

/// First start: organisation, your name, and a passphrase where there is no keychain.
class CreateView : public QWidget {
    Q_OBJECT
public:
    struct Actions {
        std::function<void(NewWorkspace, Answer)> create;
        std::function<void(Answer)> demo;  ///< a workspace of invented people to look at; empty: not offered
    };
    /// `place` is where the file will be, shown as it is.
    CreateView(const Theme* theme, const QString& place, bool keychain, Actions actions, QWidget* parent = nullptr);
    /// The keychain turned out to be missing or refuses: asks for a passphrase too, and says why.
    void askPassphrase(const QString& why);

private:
    void refresh();
    void answered(const Result<void>& result);

    QLineEdit* organisation_;
    QLineEdit* me_;
    QWidget* secret_;
    QLineEdit* passphrase_;
    QLineEdit* again_;
    TextLabel* why_;
    TextLabel* problem_;
    QPushButton* create_;
    QPushButton* demo_ = nullptr;
    Actions actions_;
    bool busy_ = false;
};

/// A workspace that opens with a passphrase only.
class UnlockView : public QWidget {
    Q_OBJECT
public:
    using Unlock = std::function<void(QString passphrase, Answer)>;
    UnlockView(const Theme* theme, const QString& place, Unlock unlock, QWidget* parent = nullptr);

private:
    void answered(const Result<void>& result);

    QLineEdit* passphrase_;
    TextLabel* problem_;
    QPushButton* open_;
    Unlock unlock_;
    bool busy_ = false;
};

/// The workspace cannot be opened at all: what happened, what was kept, and what can be done now.
class TroubleView : public QWidget {
    Q_OBJECT
public:
    struct Way {
        QString words;  ///< "Restore yesterday's backup"
        std::function<void()> run;
    };
    TroubleView(const Theme* theme, const QString& title, const QString& sentence, const QList<Way>& ways,
                QWidget* parent = nullptr);
};

}  // namespace kith::ui
