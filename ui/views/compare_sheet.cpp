#include <kith/views/compare_sheet.h>

#include <kith/controls/badges.h>
#include <kith/controls/labels.h>
#include <kith/controls/sheet.h>
#include <kith/views/person_section.h>

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QShortcut>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int kCompareWidth = 820;
constexpr int kRejectedWidth = 540;

struct CompareSheet {
    Q_DECLARE_TR_FUNCTIONS(CompareSheet)
};

QWidget* makeContent(const QString& name, QVBoxLayout*& column)
{
    auto* content = new QWidget;
    content->setAccessibleName(name);
    column = new QVBoxLayout(content);
    column->setContentsMargins(5 * kSpace, 5 * kSpace, 5 * kSpace, 5 * kSpace);
    column->setSpacing(3 * kSpace);
    return content;
}

constexpr int kShort = 76;
constexpr int kLong = 220;

QWidget* value(const Theme* theme, const QString& title, const QString& text, const QString& who, int height)
{
    auto* section = new Section(theme, title);
    auto* words = new QPlainTextEdit(text);
    words->setReadOnly(true);
    words->setAccessibleName(title);
    words->setTabChangesFocus(true);
    words->setFixedHeight(theme->px(height));
    section->body()->addWidget(words);
    section->body()->addWidget(new TextLabel(theme, who, TextSize::Small, Ink::Muted));
    return section;
}

/// A button that closes the sheet and then acts; its key does the same.
KeyButton* actionOf(const Theme* theme, Sheet* sheet, QWidget* content, const QString& text, Qt::Key key,
                    ButtonKind kind, std::function<void()> run)
{
    auto* button = new KeyButton(theme, text, QKeySequence(key), kind);
    const auto act = [sheet, run = std::move(run)] {
        sheet->dismiss();
        run();
    };
    QObject::connect(button, &QPushButton::clicked, sheet, act);
    QObject::connect(new QShortcut(QKeySequence(key), content), &QShortcut::activated, sheet, act);
    return button;
}

}  // namespace

void openCompareSheet(const Theme* theme, QWidget* host, const ConflictLine& line, CompareActions actions)
{
    QVBoxLayout* column = nullptr;
    QWidget* content = makeContent(CompareSheet::tr("Both values"), column);
    auto* sheet = new Sheet(theme, host, content, kCompareWidth);
    column->addWidget(new ElidedLabel(theme, CompareSheet::tr("%1 · %2", "person, field").arg(line.about, line.field),
                                      TextSize::Lead, Ink::Text, Weight::Bold));
    auto* values = new QHBoxLayout;
    values->setSpacing(5 * kSpace);
    // Both boxes are as high as the longer text needs.
    const int height = std::max(line.kept.size(), line.lost.size()) > 120 ? kLong : kShort;
    values->addWidget(value(theme, CompareSheet::tr("Stands now"), line.kept, line.keptBy, height));
    values->addWidget(value(theme, CompareSheet::tr("The other value"), line.lost, line.lostBy, height));
    column->addLayout(values);

    auto* buttons = new QHBoxLayout;
    if (!line.person.isNil()) {
        auto* open = actionOf(theme, sheet, content, CompareSheet::tr("Open the person"), Qt::Key_O, ButtonKind::Quiet,
                              std::move(actions.open));
        buttons->addWidget(open);
    }
    buttons->addStretch(1);
    auto* take = actionOf(theme, sheet, content, CompareSheet::tr("Take the other"), Qt::Key_T, ButtonKind::Normal,
                          std::move(actions.take));
    auto* keep = actionOf(theme, sheet, content, CompareSheet::tr("Keep"), Qt::Key_D, ButtonKind::Normal,
                          std::move(actions.keep));
    buttons->addWidget(keep);
    buttons->addWidget(take);
    column->addLayout(buttons);
    sheet->open(keep);
}

void openRejectedSheet(const Theme* theme, QWidget* host, const RejectedLine& line, std::function<void()> dismiss)
{
    QVBoxLayout* column = nullptr;
    QWidget* content = makeContent(CompareSheet::tr("Not taken by the server"), column);
    auto* sheet = new Sheet(theme, host, content, kRejectedWidth);
    column->addWidget(new ElidedLabel(theme, line.what, TextSize::Lead, Ink::Text, Weight::Bold));
    auto* reason = new TextLabel(theme, line.reason);
    reason->setWordWrap(true);
    column->addWidget(reason);
    auto* note = new TextLabel(theme,
                               CompareSheet::tr("Since %1. What the server has stands in the workspace; dismissing "
                                                "only clears this line.")
                                   .arg(line.at),
                               TextSize::Small, Ink::Muted);
    note->setWordWrap(true);
    column->addWidget(note);
    auto* button = actionOf(theme, sheet, content, CompareSheet::tr("Dismiss"), Qt::Key_Delete, ButtonKind::Normal,
                            std::move(dismiss));
    column->addWidget(button, 0, Qt::AlignRight);
    sheet->open(button);
}

}  // namespace kith::ui
