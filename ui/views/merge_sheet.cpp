#include <kith/views/merge_sheet.h>

#include <kith/controls/badges.h>
#include <kith/controls/labels.h>
#include <kith/models/text.h>
#include <kith/pages/words.h>
#include <kith/views/form_sheet.h>
#include <kith/views/person_picker.h>

#include <QButtonGroup>
#include <QCoreApplication>
#include <QGridLayout>
#include <QPointer>
#include <QRadioButton>
#include <memory>

namespace kith::ui {

namespace {

struct Sheets {
    Q_DECLARE_TR_FUNCTIONS(MergeSheet)
};

constexpr qsizetype kShownOfText = 160;

QString shortened(const QString& text)
{
    const QString line = text.simplified();
    return line.size() <= kShownOfText ? line : line.left(kShownOfText) + QChar(0x2026);
}

/// What has been chosen so far; lives as long as the sheet.
struct Choice {
    Id other;
    std::vector<std::pair<FieldIndex, QRadioButton*>> theirs;
};

/// A value that can be chosen: the words wrap, which a radio button's own do not.
QWidget* option(const Theme* theme, QRadioButton* button, const QString& label, const QString& text)
{
    auto* words = new TextLabel(theme, text.isEmpty() ? Sheets::tr("nothing") : shortened(text), TextSize::Body,
                                text.isEmpty() ? Ink::Muted : Ink::Text);
    words->setWordWrap(true);
    words->setBuddy(button);
    button->setAccessibleName(Sheets::tr("%1: %2", "field, value").arg(label, words->text()));
    auto* widget = new QWidget;
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * kSpace);
    row->addWidget(button, 0, Qt::AlignTop);
    row->addWidget(words, 1);
    return widget;
}

QWidget* sideBySide(const Theme* theme, const PersonLines& mine, const MergeLines& merge, Choice& choice)
{
    auto* table = new QWidget;
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(4 * kSpace);
    grid->setVerticalSpacing(2 * kSpace);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    grid->addWidget(new ElidedLabel(theme, mine.name, TextSize::Body, Ink::Text, Weight::Bold), 0, 1);
    grid->addWidget(new ElidedLabel(theme, merge.name, TextSize::Body, Ink::Text, Weight::Bold), 0, 2);
    if (!mine.title.isEmpty() || !merge.place.isEmpty()) {
        grid->addWidget(new ElidedLabel(theme, mine.title, TextSize::Small, Ink::Muted), 1, 1);
        grid->addWidget(new ElidedLabel(theme, merge.place, TextSize::Small, Ink::Muted), 1, 2);
    }
    int row = 2;
    for (const MergeChoice& each : merge.choices) {
        auto* group = new QButtonGroup(table);
        auto* keep = new QRadioButton;
        auto* take = new QRadioButton;
        group->addButton(keep);
        group->addButton(take);
        // What says nothing is filled in any case.
        keep->setEnabled(!each.mine.isEmpty());
        (each.mine.isEmpty() ? take : keep)->setChecked(true);
        grid->addWidget(new TextLabel(theme, each.label, TextSize::Small, Ink::Muted), row, 0, Qt::AlignTop);
        grid->addWidget(option(theme, keep, each.label, each.mine), row, 1, Qt::AlignTop);
        grid->addWidget(option(theme, take, each.label, each.theirs), row, 2, Qt::AlignTop);
        choice.theirs.emplace_back(each.field, take);
        ++row;
    }
    return table;
}

}  // namespace

void openMergeSheet(const Theme* theme, QWidget* host, PersonPage& page)
{
    if (!page.lines()) return;
    const QString name = isolated(page.lines()->name);
    FormSheet form = makeFormSheet(theme, Sheets::tr("Merge %1 with another person").arg(name));
    auto* picker = new PersonPicker([&page](const QString& words) { return page.suggest(words); });
    picker->setAccessibleName(Sheets::tr("The other person"));
    picker->setPlaceholderText(Sheets::tr("Who is the same person? Name"));
    form.column->addWidget(picker);
    auto* place = new QWidget;
    auto* column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    form.column->addWidget(place);
    auto* note =
        new TextLabel(theme, Sheets::tr("Choose somebody to see both side by side. Nothing of either is deleted."),
                      TextSize::Small, Ink::Muted);
    note->setWordWrap(true);
    form.column->addWidget(note);

    const auto choice = std::make_shared<Choice>();
    QObject::connect(picker, &PersonPicker::picked, place, [=, &page](const Id& other) {
        const auto merge = page.mergeWith(other);
        if (!merge || !page.lines()) return;
        while (QLayoutItem* old = column->takeAt(0)) {
            delete old->widget();
            delete old;
        }
        choice->other = merge->other;
        choice->theirs.clear();
        QWidget* table = sideBySide(theme, *page.lines(), *merge, *choice);
        column->addWidget(table);
        // Made last, but what is chosen comes before the buttons below it.
        QWidget* before = picker;
        for (QRadioButton* button : table->findChildren<QRadioButton*>()) {
            QWidget::setTabOrder(before, button);
            before = button;
        }
        note->setText(Sheets::tr("%1 stays, and shows the conversations, contact points, skills, ties and reminders of "
                                 "both. Of two wishes not to be approached the stricter holds. You can unmerge them at "
                                 "any time, on this page.")
                          .arg(name));
    });
    openFormSheet(
        theme, host, form, Sheets::tr("Merge"),
        [=, &page] {
            if (choice->other.isNil()) {
                picker->setFocus();
                return false;
            }
            std::vector<FieldIndex> take;
            for (const auto& [field, theirs] : choice->theirs)
                if (theirs->isChecked()) take.push_back(field);
            page.merge(choice->other, take);
            return true;
        },
        picker);
}

}  // namespace kith::ui
