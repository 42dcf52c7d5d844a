#include <kith/pages/sign_in_page.h>

#include <kith/models/text.h>
#include <kith/pages/sync_words.h>

#include <QPointer>

#include <algorithm>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

SignInPage::SignInPage(SyncDesk& desk, QString device, QObject* parent)
    : QObject(parent), desk_(desk), device_(std::move(device))
{
    begin();
}

void SignInPage::begin()
{
    proposed_ = {.server = {}, .user = {}, .password = {}, .code = {}, .device = device_, .caFile = {}};
    proposed_.caFile = toQString(desk_.state().caFile);
    if (const auto& account = desk_.state().account) {
        proposed_.server = toQString(account->server);
        proposed_.user = toQString(account->user);
    }
    choices_.clear();
    go(Step::Form);
}

void SignInPage::go(Step step, const QString& problem)
{
    step_ = step;
    problem_ = problem;
    Q_EMIT changed();
}

QString SignInPage::addressOf(const QString& typed)
{
    QString address = typed.trimmed();
    while (address.endsWith(u'/')) address.chop(1);
    if (address.isEmpty() || address.contains("://"_L1)) return address;
    // A server on this machine has no certificate, and needs none.
    const bool here = address.startsWith("localhost"_L1, Qt::CaseInsensitive) || address.startsWith("127."_L1)
        || address.startsWith("[::1]"_L1);
    address.prepend(here ? "http://"_L1 : "https://"_L1);
    return address;
}

QString SignInPage::missing(const Form& form)
{
    if (addressOf(form.server).isEmpty()) return tr("Say which server: the address that your administrator gave you.");
    if (form.user.trimmed().isEmpty()) return tr("Say the name of your account.");
    if (form.password.isEmpty())
        return form.code.trimmed().isEmpty() ? tr("Say your password.")
                                             : tr("Choose a password; the code opens the door only this once.");
    return {};
}

void SignInPage::submit(const Form& form)
{
    if (busy()) return;
    if (const QString sentence = missing(form); !sentence.isEmpty()) {
        go(Step::Form, sentence);
        return;
    }
    proposed_ = form;
    proposed_.password.clear();
    proposed_.code.clear();
    const int attempt = ++attempt_;
    go(Step::Asking);
    desk_.signIn({.server = toUtf8(addressOf(form.server)),
                  .user = toUtf8(form.user.trimmed()),
                  .password = toUtf8(form.password),
                  .code = toUtf8(form.code.trimmed()),
                  .deviceName = toUtf8(form.device.trimmed()),
                  .caFile = toUtf8(form.caFile.trimmed())},
                 [self = QPointer(this), attempt](const sync::Answer<SignInStep>& answer) {
                     if (self.isNull() || self->attempt_ != attempt) return;
                     if (!answer) return self->failed(answer.error());
                     if (answer->account) return self->finished(*answer->account);
                     self->choices_.clear();
                     for (const sync::SpaceInfo& space : answer->choices)
                         self->choices_.push_back({space.id, toQString(space.name), whoSees(space.kind)});
                     self->go(Step::Choosing);
                 });
}

void SignInPage::choose(const Id& home)
{
    if (step_ != Step::Choosing || std::ranges::find(choices_, home, &Choice::id) == choices_.end()) return;
    const int attempt = ++attempt_;
    go(Step::Joining);
    desk_.enter(home, [self = QPointer(this), attempt](const sync::Answer<SyncAccount>& account) {
        if (self.isNull() || self->attempt_ != attempt) return;
        if (!account) return self->failed(account.error());
        self->finished(*account);
    });
}

void SignInPage::cancel()
{
    if (step_ == Step::Form || step_ == Step::Done) return;
    ++attempt_;
    desk_.callOff();
    go(Step::Form);
}

void SignInPage::finished(const SyncAccount& account)
{
    go(Step::Done);
    Q_EMIT signedIn(tr("Signed in to %1. What you and your colleagues share comes together now.")
                        .arg(toQString(account.organisation)));
}

void SignInPage::failed(const sync::Failure& failure)
{
    go(Step::Form, signInProblem(failure));
}

}  // namespace kith::ui
