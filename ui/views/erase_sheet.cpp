#include <kith/views/erase_sheet.h>

#include <kith/controls/badges.h>
#include <kith/controls/labels.h>
#include <kith/views/form_sheet.h>
#include <kith/views/person_section.h>

#include <QCoreApplication>
#include <QLineEdit>
#include <QShortcut>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidth = 560;

struct EraseSheet {
    Q_DECLARE_TR_FUNCTIONS(EraseSheet)
};

}  // namespace

void openEraseSheet(const Theme* theme, QWidget* host, ErasePage& page, const Id& person)
{
    if (!page.begin(person)) return;
    if (Sheet* open = Sheet::current(host)) open->dismiss();
    const FormSheet form = makeFormSheet(theme, EraseSheet::tr("Erase %1 for good?").arg(page.name()));
    const QStringList consequences = page.consequences();
    for (const QString& sentence : consequences) {
        const bool first = &sentence == &consequences.front();
        auto* words = new TextLabel(theme, sentence, TextSize::Body, first ? Ink::Danger : Ink::Muted,
                                    first ? Weight::Medium : Weight::Regular);
        words->setWordWrap(true);
        form.column->addWidget(words);
    }
    auto* ask = new TextLabel(theme, EraseSheet::tr("To go on, type the name: %1").arg(page.name()));
    ask->setWordWrap(true);
    auto* typed = new QLineEdit;
    typed->setAccessibleName(EraseSheet::tr("The name, to confirm"));
    typed->setAccessibleDescription(consequences.join(u' '));
    ask->setBuddy(typed);
    form.column->addSpacing(kSpace);
    form.column->addWidget(ask);
    form.column->addWidget(typed);
    auto* problem = new TextLabel(theme, {}, TextSize::Body, Ink::Danger);
    problem->setWordWrap(true);
    problem->setAccessibleName(EraseSheet::tr("What went wrong"));
    problem->hide();
    form.column->addWidget(problem);

    auto* busy = new TextLabel(theme, {}, TextSize::Small, Ink::Muted);
    auto* cancel = new QPushButton(EraseSheet::tr("Cancel"));
    auto* go =
        new KeyButton(theme, EraseSheet::tr("Erase for good"), QKeySequence(u"Ctrl+Return"_s), ButtonKind::Danger);
    go->setEnabled(false);
    form.column->addWidget(rowWidget({busy, cancel, go}, 0));
    auto* sheet = new Sheet(theme, host, form.content, kWidth);
    sheet->setTop(90);
    const auto erase = [&page, typed] {
        if (!page.busy() && page.confirms(typed->text())) page.erase();
    };
    const auto refresh = [&page, typed, problem, busy, cancel, go] {
        go->setEnabled(!page.busy() && page.confirms(typed->text()));
        typed->setEnabled(!page.busy());
        cancel->setEnabled(!page.busy());
        busy->setText(page.busy() ? EraseSheet::tr("Erasing…") : QString{});
        problem->setText(page.problem());
        problem->setVisible(!page.problem().isEmpty());
        if (!page.problem().isEmpty()) typed->setFocus(Qt::OtherFocusReason);
    };
    // Once it has begun the answer has to be seen.
    sheet->setMayClose([&page] { return !page.busy(); });
    QObject::connect(typed, &QLineEdit::textChanged, sheet, refresh);
    QObject::connect(&page, &ErasePage::changed, sheet, refresh);
    QObject::connect(&page, &ErasePage::erased, sheet, &Sheet::dismiss);
    QObject::connect(go, &QPushButton::clicked, sheet, erase);
    QObject::connect(cancel, &QPushButton::clicked, sheet, &Sheet::dismiss);
    for (const auto& keys : {u"Ctrl+Return"_s, u"Ctrl+Enter"_s})
        QObject::connect(new QShortcut(QKeySequence(keys), form.content), &QShortcut::activated, sheet, erase);
    sheet->open(typed);
}

}  // namespace kith::ui
