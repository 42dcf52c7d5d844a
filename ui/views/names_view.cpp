#include <kith/views/names_view.h>

#include <kith/controls/surfaces.h>
#include <kith/models/text.h>
#include <kith/views/form_grid.h>
#include <kith/views/form_sheet.h>
#include <kith/views/person_section.h>
#include <kith/views/side_list.h>

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPushButton>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMargin = 20;
constexpr int kWidth = 760;
constexpr int kLongest = 4000;

}  // namespace

NamesView::NamesView(const Theme* theme, NamesPage& page, PageHost& host, QWidget* parent)
    : PageView(parent),
      theme_(theme),
      page_(page),
      host_(host),
      heading_(new PageTitle(theme, tr("Other names"))),
      filter_(new QLineEdit),
      add_(new KeyButton(theme, tr("Add"), QKeySequence(Qt::Key_N))),
      change_(new KeyButton(theme, tr("Change"), QKeySequence(Qt::Key_Return))),
      remove_(new KeyButton(theme, tr("Delete"), QKeySequence(Qt::Key_Delete))),
      restore_(new KeyButton(theme, tr("Put back"), QKeySequence(Qt::Key_R))),
      taxonomy_(wrappingLabel(theme)),
      take_(new KeyButton(theme, tr("Take names from ESCO…"))),
      forget_(new KeyButton(theme, tr("Forget them")))
{
    auto* inner = new QWidget;
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(3 * kSpace);
    column->addWidget(heading_);
    column->addWidget(wrappingLabel(
        theme, TextSize::Body, Ink::Muted,
        tr("Titles and skills that mean the same. Whoever searches for one of the names finds people by the others, "
           "too, and is told so. What you change here holds for all who share the workspace.")));
    filter_->setPlaceholderText(tr("Filter names"));
    filter_->setAccessibleName(tr("Filter names"));
    filter_->setClearButtonEnabled(true);
    column->addWidget(rowWidget({filter_, add_}, 0));
    list_ = new SideList(
        theme, &page_.lines(),
        [this](int row) {
            const NamesLine* line = page_.at(row);
            return line == nullptr ? SideLine{} : SideLine{{}, line->names, line->detail};
        },
        tr("Groups of names"));
    list_->setPicker();
    column->addWidget(list_, 1);
    column->addWidget(rowWidget({change_, remove_, restore_, new QWidget}, 3));
    column->addWidget(new SectionTitle(theme, tr("Taxonomy")));
    column->addWidget(wrappingLabel(
        theme, TextSize::Small, Ink::Muted,
        tr("ESCO, the European classification of occupations and skills, has thousands more. Download its CSV "
           "package from esco.ec.europa.eu and choose the files of occupations and skills; they are kept in "
           "this workspace alone.")));
    column->addWidget(rowWidget({taxonomy_, take_, forget_}, 0));
    inner->setMaximumWidth(theme->px(kWidth));
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(inner, 4);
    outer->addStretch(1);

    connect(filter_, &QLineEdit::textChanged, &page_, &NamesPage::setFilter);
    connect(filter_, &QLineEdit::returnPressed, list_, [this] { list_->setFocus(Qt::TabFocusReason); });
    connect(add_, &QPushButton::clicked, this, &NamesView::add);
    connect(change_, &QPushButton::clicked, this, &NamesView::change);
    connect(remove_, &QPushButton::clicked, this, &NamesView::remove);
    connect(restore_, &QPushButton::clicked, this, &NamesView::restore);
    connect(take_, &QPushButton::clicked, this, &NamesView::takeTaxonomy);
    connect(forget_, &QPushButton::clicked, &page_, &NamesPage::forgetTaxonomy);
    connect(list_, &SideList::opened, this, &NamesView::change);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, &NamesView::refresh);
    connect(&page_, &NamesPage::changed, this, &NamesView::refresh);
    connect(&page_, &NamesPage::said, this, [this](const QString& sentence) {
        host_.say(sentence, tr("Undo"), [this] { host_.runCommand(u"window.undo"_s); });
    });
    connect(&page_, &NamesPage::told, this, [this](const QString& sentence) { host_.say(sentence); });
    connect(&page_, &NamesPage::problem, this, [this](const QString& sentence) { host_.say(sentence); });
    refresh();
}

const NamesLine* NamesView::current() const
{
    return page_.at(list_->currentIndex().row());
}

void NamesView::refresh()
{
    heading_->setDetail(page_.sentence());
    if (current() == nullptr && page_.lines().count() > 0) list_->setCurrentIndex(page_.lines().index(0));
    const NamesLine* line = current();
    change_->setEnabled(line != nullptr);
    remove_->setText(line != nullptr && line->builtIn ? tr("Switch off") : tr("Delete"));
    remove_->setEnabled(line != nullptr && !line->off);
    restore_->setVisible(line != nullptr && line->builtIn);
    restore_->setEnabled(line != nullptr && line->changed);
    taxonomy_->setText(page_.taxonomySentence());
    forget_->setVisible(page_.hasTaxonomy());
}

void NamesView::activate()
{
    page_.read();
    list_->setFocus(Qt::OtherFocusReason);
}

bool NamesView::stepBack()
{
    if (filter_->text().isEmpty()) return false;
    filter_->clear();
    list_->setFocus(Qt::OtherFocusReason);
    return true;
}

void NamesView::add()
{
    askForNames(tr("Names that mean the same"), tr("Add"), {}, true,
                [this](AliasKind kind, const QString& names, const Outcome& done) { page_.add(kind, names, done); });
}

void NamesView::change()
{
    const NamesLine* line = current();
    if (line == nullptr) return;
    askForNames(tr("Change the names"), tr("Change"), line->names, false,
                [this, key = line->key](AliasKind, const QString& names, const Outcome& done) {
                    page_.change(key, names, done);
                });
}

void NamesView::remove()
{
    if (const NamesLine* line = current(); line != nullptr && !line->off) page_.remove(QString(line->key));
}

void NamesView::restore()
{
    if (const NamesLine* line = current(); line != nullptr && line->changed) page_.restore(QString(line->key));
}

void NamesView::askForNames(const QString& title, const QString& action, const QString& names, bool withKind,
                            const std::function<void(AliasKind, const QString&, const Outcome&)>& take)
{
    const FormSheet form = makeFormSheet(theme_, title);
    QFormLayout* grid = addFormGrid(form.column);
    auto* field = addLine(theme_, grid, tr("Names"), tr("talent partner = people scout"));
    field->setText(names);
    field->setMaxLength(kLongest);
    QComboBox* kind = nullptr;
    if (withKind) {
        kind = addField(theme_, grid, tr("Of"), new QComboBox);
        kind->addItem(tr("a title"));
        kind->addItem(tr("a skill"));
    }
    form.column->addWidget(
        wrappingLabel(theme_, TextSize::Small, Ink::Muted, tr("With = between them; the list goes by the first.")));
    openAskingSheet(
        theme_, this, form, action,
        [field, kind, take](const Outcome& done) {
            const bool skill = kind != nullptr && kind->currentIndex() == 1;
            take(skill ? AliasKind::Skill : AliasKind::Title, field->text(), done);
        },
        field, [this](const QString& problem) { host_.say(problem); });
}

void NamesView::takeTaxonomy()
{
    auto* dialog = new QFileDialog(window(), tr("Files of ESCO's CSV package"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("CSV (*.csv)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, &page_, &NamesPage::takeTaxonomy);
    dialog->open();
}

QList<CommandSpec> NamesView::commands()
{
    const auto any = [this] { return current() != nullptr; };
    return {{.id = u"names.add"_s,
             .title = tr("Add names that mean the same"),
             .shortcut = Qt::Key_N,
             .run = [this] { add(); },
             .icon = iconName(Icon::Add)},
            {.id = u"names.change"_s,
             .title = tr("Change these names"),
             .shortcut = Qt::Key_F2,
             .run = [this] { change(); },
             .enabled = any,
             .icon = iconName(Icon::Edit)},
            {.id = u"names.remove"_s,
             .title = tr("Delete these names, or switch them off"),
             .shortcut = Qt::Key_Delete,
             .run = [this] { remove(); },
             .enabled = [this] { return current() != nullptr && !current()->off; },
             .icon = iconName(Icon::Remove)},
            {.id = u"names.restore"_s,
             .title = tr("Put these names back as Kith comes with them"),
             .shortcut = Qt::Key_R,
             .run = [this] { restore(); },
             .enabled = [this] { return current() != nullptr && current()->changed; },
             .icon = iconName(Icon::Undo)},
            {.id = u"names.filter"_s,
             .title = tr("Filter the names"),
             .shortcut = QKeySequence(u"Ctrl+F"_s),
             .run = [this] { filter_->setFocus(Qt::ShortcutFocusReason); },
             .icon = iconName(Icon::Search)},
            {.id = u"names.take"_s,
             .title = tr("Take names from ESCO"),
             .run = [this] { takeTaxonomy(); },
             .icon = iconName(Icon::Import)}};
}

}  // namespace kith::ui
