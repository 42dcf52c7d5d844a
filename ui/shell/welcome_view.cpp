#include <kith/shell/welcome_view.h>

#include <kith/controls/badges.h>
#include <kith/controls/surfaces.h>

#include <QHBoxLayout>
#include <QPainter>
#include <QPointer>

namespace kith::ui {
namespace {

constexpr int kShortestPassphrase = 10;

class Mark final : public QWidget {
public:
    explicit Mark(const Theme* theme) : theme_(theme)
    {
        setFixedSize(44, 44);
        connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        theme_->paintIcon(painter, rect(), Icon::Logo, theme_->tokens().accent, 44);
    }

private:
    const Theme* theme_;
};

// A column in the middle of the window: mark, heading, sentence, then whatever the caller adds.
QVBoxLayout* middleColumn(const Theme* theme, QWidget* view, const QString& title, const QString& sentence)
{
    auto* outer = new QHBoxLayout(view);
    auto* box = new QWidget;
    box->setFixedWidth(theme->px(420));
    outer->addStretch();
    outer->addWidget(box);
    outer->addStretch();
    auto* column = new QVBoxLayout(box);
    column->setSpacing(2 * kSpace);
    column->addStretch(2);
    column->addWidget(new Mark(theme));
    column->addSpacing(2 * kSpace);
    column->addWidget(new TextLabel(theme, title, TextSize::Title, Ink::Text, Weight::Bold));
    auto* words = new TextLabel(theme, sentence, TextSize::Body, Ink::Muted);
    words->setWordWrap(true);
    column->addWidget(words);
    column->addSpacing(3 * kSpace);
    view->setAccessibleName(title);
    return column;
}

QLineEdit* field(const Theme* theme, QVBoxLayout* column, const QString& name, const QString& hint, bool secret = false)
{
    auto* edit = new QLineEdit;
    auto* label = new TextLabel(theme, name, TextSize::Small, Ink::Muted, Weight::Medium);
    label->setBuddy(edit);
    edit->setAccessibleName(name);
    edit->setPlaceholderText(hint);
    if (secret) edit->setEchoMode(QLineEdit::Password);
    column->addWidget(label);
    column->addWidget(edit);
    column->addSpacing(kSpace);
    return edit;
}

TextLabel* problemLine(const Theme* theme, QVBoxLayout* column)
{
    auto* problem = new TextLabel(theme, {}, TextSize::Body, Ink::Danger);
    problem->setWordWrap(true);
    problem->hide();
    column->addWidget(problem);
    return problem;
}

void showProblem(TextLabel* problem, const QString& sentence)
{
    problem->setText(sentence);
    problem->setVisible(!sentence.isEmpty());
    problem->setAccessibleName(sentence);
}

}  // namespace

CreateView::CreateView(const Theme* theme, const QString& place, bool keychain, Actions actions, QWidget* parent)
    : QWidget(parent), actions_(std::move(actions))
{
    auto* column =
        middleColumn(theme, this, tr("Welcome to Kith"),
                     tr("A place for the people you may one day want to work with, and for what was said between you. "
                        "It stays on this machine, encrypted."));
    organisation_ = field(theme, column, tr("Your organisation"), tr("For example: City Council"));
    me_ = field(theme, column, tr("Your name"), tr("First and last name"));
    secret_ = new QWidget;
    auto* secret = new QVBoxLayout(secret_);
    secret->setContentsMargins(0, 0, 0, 0);
    secret->setSpacing(2 * kSpace);
    why_ = new TextLabel(theme,
                         tr("This machine has no keychain to keep the key in, so a passphrase opens the workspace. "
                            "Nobody can open it without."),
                         TextSize::Small, Ink::Muted);
    why_->setWordWrap(true);
    secret->addWidget(why_);
    passphrase_ =
        field(theme, secret, tr("Passphrase"), tr("At least %n characters", nullptr, kShortestPassphrase), true);
    again_ = field(theme, secret, tr("The same again"), {}, true);
    column->addWidget(secret_);
    secret_->setVisible(!keychain);
    problem_ = problemLine(theme, column);
    create_ = new KeyButton(theme, tr("Create my workspace"), {}, ButtonKind::Primary);
    auto* row = new QHBoxLayout;
    row->setSpacing(3 * kSpace);
    row->addWidget(create_);
    if (actions_.demo) {
        demo_ = new QPushButton(tr("Look around a demo first"));
        setButtonKind(demo_, ButtonKind::Link);
        row->addWidget(demo_);
        connect(demo_, &QPushButton::clicked, this, [this] {
            busy_ = true;
            refresh();
            actions_.demo([guard = QPointer<CreateView>(this)](const Result<void>& result) {
                if (guard != nullptr) guard->answered(result);
            });
        });
    }
    row->addStretch();
    column->addSpacing(2 * kSpace);
    column->addLayout(row);
    column->addSpacing(2 * kSpace);
    auto* where = new ElidedLabel(theme, tr("Kept in %1").arg(place), TextSize::Small, Ink::Faint);
    column->addWidget(where);
    column->addStretch(3);

    for (QLineEdit* edit : {organisation_, me_, passphrase_, again_}) {
        connect(edit, &QLineEdit::textChanged, this, &CreateView::refresh);
        connect(edit, &QLineEdit::returnPressed, create_, &QPushButton::click);
    }
    connect(create_, &QPushButton::clicked, this, [this] {
        busy_ = true;
        refresh();
        const NewWorkspace wanted{organisation_->text().simplified(), me_->text().simplified(),
                                  secret_->isHidden() ? QString() : passphrase_->text()};
        actions_.create(wanted, [guard = QPointer<CreateView>(this)](const Result<void>& result) {
            if (guard != nullptr) guard->answered(result);
        });
    });
    setFocusProxy(organisation_);
    refresh();
}

void CreateView::refresh()
{
    bool ready = !organisation_->text().trimmed().isEmpty() && !me_->text().trimmed().isEmpty();
    QString sentence;
    if (!secret_->isHidden()) {
        const QString words = passphrase_->text();
        ready = ready && words.size() >= kShortestPassphrase && again_->text() == words;
        if (!again_->text().isEmpty() && again_->text() != words) sentence = tr("The two passphrases differ.");
    }
    showProblem(problem_, sentence);
    create_->setEnabled(ready && !busy_);
    if (demo_ != nullptr) demo_->setEnabled(!busy_);
}

void CreateView::askPassphrase(const QString& why)
{
    if (!why.isEmpty())
        why_->setText(tr("%1 A passphrase opens the workspace instead. Nobody can open it without.", "why").arg(why));
    secret_->show();
    busy_ = false;
    passphrase_->setFocus();
    refresh();
}

void CreateView::answered(const Result<void>& result)
{
    busy_ = false;
    refresh();
    if (!result) showProblem(problem_, QString::fromStdString(result.error().message));
}

UnlockView::UnlockView(const Theme* theme, const QString& place, Unlock unlock, QWidget* parent)
    : QWidget(parent), unlock_(std::move(unlock))
{
    auto* column = middleColumn(theme, this, tr("Open your workspace"), tr("It is encrypted with your passphrase."));
    passphrase_ = field(theme, column, tr("Passphrase"), {}, true);
    problem_ = problemLine(theme, column);
    open_ = new KeyButton(theme, tr("Open"), QKeySequence(Qt::Key_Return), ButtonKind::Primary);
    open_->setEnabled(false);
    column->addSpacing(2 * kSpace);
    column->addWidget(open_);
    column->addSpacing(2 * kSpace);
    column->addWidget(new ElidedLabel(theme, place, TextSize::Small, Ink::Faint));
    column->addStretch(3);
    connect(passphrase_, &QLineEdit::textChanged, this, [this] {
        open_->setEnabled(!busy_ && !passphrase_->text().isEmpty());
        showProblem(problem_, {});
    });
    connect(passphrase_, &QLineEdit::returnPressed, open_, &QPushButton::click);
    connect(open_, &QPushButton::clicked, this, [this] {
        busy_ = true;
        open_->setEnabled(false);
        unlock_(passphrase_->text(), [guard = QPointer<UnlockView>(this)](const Result<void>& result) {
            if (guard != nullptr) guard->answered(result);
        });
    });
    setFocusProxy(passphrase_);
}

void UnlockView::answered(const Result<void>& result)
{
    busy_ = false;
    open_->setEnabled(true);
    if (result) {
        passphrase_->clear();
        return;
    }
    showProblem(problem_,
                result.error().code == ErrorCode::WrongKey
                    ? tr("That passphrase does not open this workspace. Nothing was changed; try again.")
                    : QString::fromStdString(result.error().message));
    passphrase_->selectAll();
    passphrase_->setFocus();
}

TroubleView::TroubleView(const Theme* theme, const QString& title, const QString& sentence, const QList<Way>& ways,
                         QWidget* parent)
    : QWidget(parent)
{
    auto* column = middleColumn(theme, this, title, sentence);
    bool first = true;
    for (const Way& way : ways) {
        auto* button = new KeyButton(theme, way.words, {}, first ? ButtonKind::Primary : ButtonKind::Normal);
        connect(button, &QPushButton::clicked, this, [run = way.run] { run(); });
        column->addWidget(button);
        if (first) setFocusProxy(button);
        first = false;
    }
    column->addStretch(3);
}

}  // namespace kith::ui
