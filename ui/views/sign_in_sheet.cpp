#include <kith/views/sign_in_sheet.h>

#include <kith/controls/badges.h>
#include <kith/controls/labels.h>
#include <kith/controls/sheet.h>
#include <kith/views/form_grid.h>
#include <kith/views/person_section.h>

#include <QFileDialog>
#include <QRadioButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidth = 520;

}  // namespace

SignInPanel::SignInPanel(const Theme* theme, SignInPage& page, QWidget* parent)
    : QWidget(parent), theme_(theme), page_(page)
{
    setAccessibleName(tr("Sign in to a server"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(5 * kSpace, 5 * kSpace, 5 * kSpace, 5 * kSpace);
    column->setSpacing(3 * kSpace);
    form_ = makeForm();
    choice_ = makeChoice();
    choice_->hide();
    column->addWidget(form_);
    makeAdvanced(column);
    column->addWidget(choice_);
    problem_ = new TextLabel(theme, {}, TextSize::Body, Ink::Danger);
    problem_->setWordWrap(true);
    problem_->setAccessibleName(tr("What went wrong"));
    column->addWidget(problem_);
    column->addWidget(makeFoot());
    for (const auto& keys : {u"Ctrl+Return"_s, u"Ctrl+Enter"_s})
        connect(new QShortcut(QKeySequence(keys), this), &QShortcut::activated, this, &SignInPanel::confirm);
    connect(&page_, &SignInPage::changed, this, &SignInPanel::refresh);
    refresh();
}

QWidget* SignInPanel::firstField() const
{
    for (QLineEdit* field : {server_, user_, password_})
        if (field->text().isEmpty()) return field;
    return server_;
}

QWidget* SignInPanel::makeForm()
{
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3 * kSpace);
    column->addWidget(new TextLabel(theme_, tr("Sign in to a server"), TextSize::Lead, Ink::Text, Weight::Bold));
    auto* intro =
        new TextLabel(theme_, tr("Your administrator gave you an address and a name, and the first time a code."),
                      TextSize::Body, Ink::Muted);
    intro->setWordWrap(true);
    column->addWidget(intro);
    QFormLayout* grid = addFormGrid(column);
    const auto add = [&](const QString& name, const QString& hint) {
        QLineEdit* edit = addLine(theme_, grid, name, hint);
        connect(edit, &QLineEdit::returnPressed, this, &SignInPanel::confirm);
        return edit;
    };
    server_ = add(tr("Server"), tr("kith.example.org"));
    user_ = add(tr("User"), {});
    password_ = add(tr("Password"), {});
    password_->setEchoMode(QLineEdit::Password);
    code_ = add(tr("One-time code"), tr("only the first time"));
    device_ = add(tr("This device"), tr("how it is called in the list of devices"));
    const SignInPage::Form& known = page_.proposed();
    server_->setText(known.server);
    user_->setText(known.user);
    device_->setText(known.device);
    connect(code_, &QLineEdit::textChanged, this, [this](const QString& code) {
        password_->setPlaceholderText(code.isEmpty() ? QString{} : tr("the password that you choose"));
    });
    return whole;
}

void SignInPanel::makeAdvanced(QVBoxLayout* column)
{
    fold_ = new QPushButton(tr("Advanced"));
    fold_->setCheckable(true);
    fold_->setIcon(theme_->icon(Icon::ChevronRight, Ink::Muted));
    setButtonKind(fold_, ButtonKind::Quiet);
    column->addWidget(fold_, 0, Qt::AlignLeft);
    advanced_ = new QWidget;
    auto* inner = new QVBoxLayout(advanced_);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(kSpace);
    caFile_ = new QLineEdit(page_.proposed().caFile);
    caFile_->setAccessibleName(tr("Certificates to trust"));
    caFile_->setPlaceholderText(tr("a file in PEM form"));
    connect(caFile_, &QLineEdit::returnPressed, this, &SignInPanel::confirm);
    auto* choose = new QPushButton(tr("Choose…"));
    choose->setAccessibleName(tr("Choose a file of certificates"));
    connect(choose, &QPushButton::clicked, this, [this] {
        auto* dialog = new QFileDialog(window(), tr("Certificates to trust"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer)"), tr("All files (*)")});
        connect(dialog, &QFileDialog::fileSelected, caFile_, &QLineEdit::setText);
        dialog->open();
    });
    auto* help = new TextLabel(theme_,
                               tr("Only where your organisation issues its own certificates: a file that your "
                                  "administrator gave you. Its issuers are trusted for this server besides those that "
                                  "the system knows."),
                               TextSize::Small, Ink::Muted);
    help->setWordWrap(true);
    caFile_->setAccessibleDescription(help->text());
    inner->addWidget(rowWidget({formLabel(theme_, tr("Certificates to trust"), caFile_), caFile_, choose}, 1));
    inner->addWidget(help);
    column->addWidget(advanced_);
    connect(fold_, &QPushButton::toggled, this, [this](bool open) {
        advanced_->setVisible(open);
        fold_->setIcon(theme_->icon(open ? Icon::ChevronDown : Icon::ChevronRight, Ink::Muted));
        if (open) caFile_->setFocus(Qt::OtherFocusReason);
    });
    advanced_->setVisible(!caFile_->text().isEmpty());
    fold_->setChecked(!caFile_->text().isEmpty());
}

QWidget* SignInPanel::makeChoice()
{
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3 * kSpace);
    column->addWidget(
        new TextLabel(theme_, tr("Who shall see what is here?"), TextSize::Lead, Ink::Text, Weight::Bold));
    auto* intro = new TextLabel(theme_,
                                tr("The people and conversations in this workspace become part of one space on the "
                                   "server."),
                                TextSize::Body, Ink::Muted);
    intro->setWordWrap(true);
    column->addWidget(intro);
    choices_ = new QVBoxLayout;
    choices_->setSpacing(2 * kSpace);
    column->addLayout(choices_);
    return whole;
}

QWidget* SignInPanel::makeFoot()
{
    busy_ = new TextLabel(theme_, {}, TextSize::Small, Ink::Muted);
    auto* cancel = new QPushButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &SignInPanel::closeAsked);
    go_ = new KeyButton(theme_, tr("Sign in"), QKeySequence(u"Ctrl+Return"_s), ButtonKind::Primary);
    connect(go_, &QPushButton::clicked, this, &SignInPanel::confirm);
    return rowWidget({busy_, cancel, go_}, 0);
}

SignInPage::Form SignInPanel::filledIn() const
{
    return {.server = server_->text(),
            .user = user_->text(),
            .password = password_->text(),
            .code = code_->text(),
            .device = device_->text(),
            .caFile = caFile_->text()};
}

void SignInPanel::confirm()
{
    if (page_.busy()) return;
    if (page_.step() == SignInPage::Step::Form) {
        page_.submit(filledIn());
        return;
    }
    for (int i = 0; i < radios_.size(); ++i)
        if (radios_[i]->isChecked()) {
            page_.choose(page_.choices()[static_cast<std::size_t>(i)].id);
            return;
        }
}

void SignInPanel::showChoices()
{
    for (QRadioButton* old : std::as_const(radios_)) old->parentWidget()->deleteLater();
    radios_.clear();
    for (const SignInPage::Choice& choice : page_.choices()) {
        auto* radio = new QRadioButton(choice.name);
        radio->setAccessibleDescription(choice.detail);
        radio->setAutoExclusive(false);
        connect(radio, &QRadioButton::clicked, this, [this, radio] {
            for (QRadioButton* other : std::as_const(radios_)) other->setChecked(other == radio);
        });
        auto* detail = new TextLabel(theme_, choice.detail, TextSize::Small, Ink::Muted);
        detail->setContentsMargins(theme_->px(24), 0, 0, 0);
        auto* line = new QWidget;
        auto* column = new QVBoxLayout(line);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(radio);
        column->addWidget(detail);
        choices_->addWidget(line);
        radios_ << radio;
    }
    if (radios_.isEmpty()) return;
    radios_.front()->setChecked(true);
    radios_.front()->setFocus(Qt::OtherFocusReason);
}

void SignInPanel::refresh()
{
    const SignInPage::Step step = page_.step();
    if (step == SignInPage::Step::Done) {
        Q_EMIT closeAsked();
        return;
    }
    const bool choosing = step == SignInPage::Step::Choosing || step == SignInPage::Step::Joining;
    const bool arrives = choosing && choice_->isHidden();
    form_->setVisible(!choosing);
    fold_->setVisible(!choosing);
    advanced_->setVisible(!choosing && fold_->isChecked());
    choice_->setVisible(choosing);
    if (arrives) showChoices();
    problem_->setText(page_.problem());
    problem_->setVisible(!page_.problem().isEmpty());
    busy_->setText(step == SignInPage::Step::Asking        ? tr("Asking the server…")
                       : step == SignInPage::Step::Joining ? tr("Joining…")
                                                           : QString{});
    go_->setText(choosing ? tr("Join") : tr("Sign in"));
    go_->setEnabled(!page_.busy());
}

void openSignInSheet(const Theme* theme, QWidget* host, SignInPage& page)
{
    if (Sheet* open = Sheet::current(host)) open->dismiss();
    page.begin();
    auto* panel = new SignInPanel(theme, page);
    auto* sheet = new Sheet(theme, host, panel, kWidth);
    QObject::connect(panel, &SignInPanel::closeAsked, sheet, &Sheet::dismiss);
    QObject::connect(sheet, &Sheet::closed, &page, &SignInPage::cancel);
    sheet->open(panel->firstField());
}

}  // namespace kith::ui
