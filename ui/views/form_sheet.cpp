#include <kith/views/form_sheet.h>

#include <kith/controls/badges.h>
#include <kith/controls/labels.h>
#include <kith/views/person_section.h>

#include <QAbstractSpinBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPointer>
#include <QShortcut>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidth = 540;

struct Forms {
    Q_DECLARE_TR_FUNCTIONS(Forms)
};

}  // namespace

FormSheet makeFormSheet(const Theme* theme, const QString& title)
{
    auto* content = new QWidget;
    content->setAccessibleName(title);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(5 * kSpace, 5 * kSpace, 5 * kSpace, 5 * kSpace);
    column->setSpacing(3 * kSpace);
    auto* heading = new TextLabel(theme, title, TextSize::Lead, Ink::Text, Weight::Bold);
    heading->setWordWrap(true);
    column->addWidget(heading);
    return {content, column};
}

void openFormSheet(const Theme* theme, QWidget* host, FormSheet form, const QString& action, std::function<bool()> save,
                   QWidget* focus, std::function<void()> cancelled)
{
    auto* button = new KeyButton(theme, action, QKeySequence(u"Ctrl+Return"_s), ButtonKind::Primary);
    auto* cancel = new QPushButton(Forms::tr("Cancel"));
    form.column->addWidget(rowWidget({new QWidget, cancel, button}, 0));
    auto* sheet = new Sheet(theme, host, form.content, kWidth);
    const auto run = [sheet, save = std::move(save)] {
        if (save()) sheet->dismiss();
    };
    QObject::connect(button, &QPushButton::clicked, sheet, run);
    QObject::connect(cancel, &QPushButton::clicked, sheet, [sheet, cancelled = std::move(cancelled)] {
        if (cancelled) cancelled();
        sheet->dismiss();
    });
    for (const auto& keys : {u"Ctrl+Return"_s, u"Ctrl+Enter"_s})
        QObject::connect(new QShortcut(QKeySequence(keys), form.content), &QShortcut::activated, sheet, run);
    for (QLineEdit* field : form.content->findChildren<QLineEdit*>())
        if (qobject_cast<QAbstractSpinBox*>(field->parentWidget()) == nullptr)
            QObject::connect(field, &QLineEdit::returnPressed, sheet, run);
    sheet->open(focus);
}

void openAskingSheet(const Theme* theme, QWidget* host, const FormSheet& form, const QString& action,
                     std::function<void(const Outcome&)> save, QWidget* focus, Outcome late)
{
    TextLabel* trouble = wrappingLabel(theme, TextSize::Body, Ink::Danger);
    trouble->hide();
    form.column->addWidget(trouble);
    const Outcome tell = [trouble = QPointer(trouble), host, late = std::move(late)](const QString& problem) {
        if (trouble.isNull()) {
            if (!problem.isEmpty()) late(problem);
            return;
        }
        if (problem.isEmpty()) {
            if (Sheet* sheet = Sheet::current(host)) sheet->dismiss();
            return;
        }
        trouble->setText(problem);
        trouble->show();
    };
    openFormSheet(
        theme, host, form, action,
        [save = std::move(save), tell] {
            save(tell);
            return false;
        },
        focus);
}

}  // namespace kith::ui
