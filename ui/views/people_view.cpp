#include <kith/views/people_view.h>

#include <kith/controls/badges.h>
#include <kith/controls/surfaces.h>
#include <kith/models/text.h>
#include <kith/pages/words.h>
#include <kith/views/flow_layout.h>
#include <kith/views/new_person_sheet.h>
#include <kith/views/people_cells.h>
#include <kith/views/people_chips.h>
#include <kith/views/people_saved_chip.h>
#include <kith/views/person_inspector.h>
#include <kith/views/person_section.h>
#include <kith/views/query_field.h>
#include <kith/views/row_table.h>

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <utility>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

enum EmptyKind { kNotEmpty, kNobodyYet, kNobodyFits, kNobodySpoken, kNobodySitsHere };

}  // namespace

PeopleView::PeopleView(const Theme* theme, PeoplePage& page, PersonPage& person, PageHost& host, QWidget* parent)
    : PageView(parent),
      theme_(theme),
      page_(page),
      person_(person),
      host_(host),
      completion_(page.worker(), page.clock(), page.zone()),
      table_(new RowTable(theme)),
      cells_(new PeopleCells(theme, this)),
      stack_(new QStackedWidget),
      splitter_(new QSplitter(Qt::Horizontal, this)),
      inspector_(new PersonInspector(theme, person, host))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(splitter_);

    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 5 * kSpace, 0, 0);
    column->setSpacing(2 * kSpace);
    column->addWidget(makeHead());
    makeTable();
    stack_->addWidget(table_);
    column->addWidget(stack_, 1);
    splitter_->addWidget(list);
    splitter_->addWidget(inspector_);
    splitter_->setStretchFactor(0, 1);
    splitter_->setStretchFactor(1, 0);
    splitter_->setCollapsible(0, false);
    list->setMinimumWidth(theme->px(420));
    inspector_->setMinimumWidth(theme->px(260));
    splitter_->setSizes({theme->px(766), theme->px(318)});

    connect(&page_, &PeoplePage::changed, this, &PeopleView::refresh);
    connect(&page_, &PeoplePage::selectionChanged, this, &PeopleView::followSelection);
    connect(&page_, &PeoplePage::reasonsChanged, this, [this] { inspector_->showReasons(page_.reasons()); });
    connect(&page_, &PeoplePage::problem, this, [this](const QString& sentence) { host_.say(sentence); });
    connect(&page_, &PeoplePage::added, this, [this](const Id& id, const QString& name) {
        host_.say(tr("%1 added").arg(isolated(name)), tr("Open"),
                  [this, id] { host_.openPage(u"person"_s, toQString(id.toString())); });
    });
    connect(&person_, &PersonPage::problem, this, [this](const QString& sentence) { host_.say(sentence); });
    connect(&person_, &PersonPage::saved, this, [this](const QString& sentence) {
        if (isVisible()) host_.say(sentence, tr("Undo"), [this] { host_.runCommand(u"window.undo"_s); });
    });
    connect(theme, &Theme::changed, this, &PeopleView::showTheme);
    showTheme();
    refresh();
    followSelection();
}

PeopleView::~PeopleView() = default;

QWidget* PeopleView::makeHead()
{
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(5 * kSpace, 0, 5 * kSpace, 0);
    column->setSpacing(3 * kSpace);

    heading_ = new TextLabel(theme_, {}, TextSize::Title, Ink::Text, Weight::Bold);
    count_ = new TextLabel(theme_, {}, TextSize::Body, Ink::Text, Weight::Bold);
    rest_ = new TextLabel(theme_, {}, TextSize::Body, Ink::Muted);
    auto* add = new KeyButton(theme_, tr("New person"), QKeySequence(u"Ctrl+N"_s));
    connect(add, &QPushButton::clicked, this, [this] { openNewPersonSheet(theme_, this, page_); });
    auto* top = new QHBoxLayout;
    top->setSpacing(0);
    top->addWidget(heading_, 0, Qt::AlignBaseline);
    top->addSpacing(3 * kSpace);
    top->addWidget(count_, 0, Qt::AlignBaseline);
    top->addSpacing(kSpace);
    top->addWidget(rest_, 1, Qt::AlignBaseline);
    best_ = new Chip(theme_, tr("Best match first"));
    best_->setCheckable(true);
    connect(best_, &Chip::clicked, &page_, [this](bool on) {
        if (on) page_.orderByMatch();
        else page_.setOrder(page_.order(), page_.descending());
    });
    top->addWidget(best_, 0, Qt::AlignVCenter);
    top->addSpacing(3 * kSpace);
    top->addWidget(add);
    column->addLayout(top);

    filter_ = new QueryField(theme_, completion_, [this] { return page_.search(); }, this);
    filter_->setAccessibleName(tr("Filter people"));
    filter_->setPlaceholderText(tr("Words, or german>=B2 area:housing not spoken:60d"));
    filter_->setClearButtonEnabled(true);
    filter_->addAction(theme_->icon(Icon::Search), QLineEdit::LeadingPosition);
    filter_->setMinimumWidth(theme_->px(220));
    connect(filter_, &QLineEdit::textChanged, &page_, &PeoplePage::setFilterText);
    connect(filter_, &QueryField::submitted, this, [this] { table_->setFocus(Qt::ShortcutFocusReason); });
    auto* row = new QHBoxLayout;
    row->setSpacing(3 * kSpace);
    row->addWidget(filter_, 1);
    auto* facets = new QHBoxLayout;
    facets->setSpacing(6);
    for (const Facet facet : {Facet::Talent, Facet::Colleague, Facet::Partner, Facet::Client}) {
        auto* chip = new Chip(theme_, wordFor(facet));
        chip->setCheckable(true);
        connect(chip, &Chip::clicked, &page_, [this, facet](bool on) { page_.setFacet(facet, on); });
        facets->addWidget(chip);
        chips_.emplace_back(facet, chip);
    }
    row->addLayout(facets);
    column->addLayout(row);
    auto* chips = new PeopleChips(theme_, page_);
    saved_ = new PeopleSavedChip(theme_, page_, this);
    chips->setLead(saved_);
    connect(&saved_->saved(), &PeopleSaved::problem, this, [this](const QString& sentence) { host_.say(sentence); });
    connect(&saved_->saved(), &PeopleSaved::said, this, [this](const QString& sentence) {
        host_.say(sentence, tr("Undo"), [this] { host_.runCommand(u"window.undo"_s); });
    });
    column->addWidget(chips);
    hint_ = new TextLabel(theme_, {}, TextSize::Small, Ink::Muted);
    hint_->setWordWrap(true);
    hint_->hide();
    column->addWidget(hint_);
    return head;
}

void PeopleView::makeTable()
{
    table_->setAccessibleName(tr("People"));
    table_->setModel(&page_.table());
    table_->setItemDelegate(cells_);
    const int give = theme_->px(100);
    table_->setColumns({{.weight = 208, .least = theme_->px(150), .lead = 54},
                        {.weight = 124, .least = theme_->px(90)},
                        {.weight = 102, .least = theme_->px(80)},
                        {.weight = 80, .least = theme_->px(64), .givesWay = 5 * give},
                        {.weight = 92, .least = theme_->px(92)},
                        {.weight = 99, .least = theme_->px(94), .givesWay = 6 * give},
                        {.weight = 60, .least = theme_->px(60), .trail = 14}});
    connect(table_->header(), &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        if (!following_) page_.table().sort(column, order);
    });
    connect(table_, &RowTable::currentRowChanged, this, [this](int row) {
        if (!following_) page_.selectRow(row);
    });
    connect(table_, &RowTable::opened, this, &PeopleView::openSelected);
    connect(table_, &RowTable::previewed, this, &PeopleView::preview);
}

QString PeopleView::title() const
{
    return page_.heading();
}

QList<CommandSpec> PeopleView::commands()
{
    const auto selected = [this] { return page_.selected().has_value(); };
    const auto move = [this](Qt::Key key) {
        QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(table_, &press);
        table_->setFocus(Qt::ShortcutFocusReason);
    };
    QList<CommandSpec> all{
        {.id = u"people.filter"_s,
         .title = tr("Filter people"),
         .shortcut = QKeySequence(u"Ctrl+F"_s),
         .run =
             [this] {
                 filter_->setFocus(Qt::ShortcutFocusReason);
                 filter_->selectAll();
             },
         .icon = u"filter"_s},
        {.id = u"people.match"_s,
         .title = tr("Order people by the best match"),
         .run = [this] { page_.orderByMatch(); },
         .enabled = [this] { return page_.canOrderByMatch() && !page_.byMatch(); },
         .icon = u"search"_s},
        {.id = u"people.new"_s,
         .title = tr("New person"),
         .shortcut = QKeySequence(u"Ctrl+N"_s),
         .run = [this] { openNewPersonSheet(theme_, this, page_); },
         .icon = u"add"_s},
        {.id = u"people.open"_s,
         .title = tr("Open the selected person"),
         .run = [this] { openSelected(); },
         .enabled = selected,
         .icon = u"person"_s},
        {.id = u"people.remind"_s,
         .title = tr("Set a reminder for the selected person"),
         .shortcut = QKeySequence(u"Ctrl+R"_s),
         .run = [this] { inspector_->remind(); },
         .enabled = selected,
         .icon = u"bell"_s},
        {.id = u"people.log"_s,
         .title = tr("Log a conversation with the selected person"),
         .run = [this] { host_.logConversation(toQString(page_.selected()->toString())); },
         .enabled = selected,
         .icon = u"message"_s},
        {.id = u"people.next"_s,
         .title = tr("Next person"),
         .shortcut = QKeySequence(u"J"_s),
         .run = [move] { move(Qt::Key_Down); },
         .inPalette = false},
        {.id = u"people.previous"_s,
         .title = tr("Previous person"),
         .shortcut = QKeySequence(u"K"_s),
         .run = [move] { move(Qt::Key_Up); },
         .inPalette = false},
        {.id = u"people.preview"_s,
         .title = tr("Go to the inspector"),
         .run = [this] { preview(); },
         .enabled = selected,
         .inPalette = false},
    };
    return all + saved_->commands();
}

void PeopleView::activate()
{
    if (!page_.loaded() && !page_.listing()) page_.load();
    table_->setFocus(Qt::OtherFocusReason);
}

void PeopleView::open(const QString& argument)
{
    if (const auto id = Id::parse(toUtf8(argument))) page_.selectPerson(*id);
}

bool PeopleView::stepBack()
{
    if (filter_->closeSuggestions()) return true;
    if (inspector_->isAncestorOf(focusWidget()) || filter_->hasFocus()) {
        if (filter_->hasFocus() && !filter_->text().isEmpty()) filter_->clear();
        else table_->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (filter_->text().isEmpty()) return false;
    filter_->clear();
    return true;
}

bool PeopleView::filter(const QString& text)
{
    filter_->setText(text);
    return true;
}

void PeopleView::saveState(QSettings& settings) const
{
    QStringList weights;
    for (const double weight : table_->weights()) weights << QString::number(weight);
    settings.setValue(u"columns"_s, weights);
    settings.setValue(u"splitter"_s, splitter_->saveState());
    settings.setValue(u"order"_s, static_cast<int>(page_.order()));
    settings.setValue(u"descending"_s, page_.descending());
}

void PeopleView::restoreState(const QSettings& settings)
{
    std::vector<double> weights;
    for (const QString& weight : settings.value(u"columns"_s).toStringList()) weights.push_back(weight.toDouble());
    table_->setWeights(weights);
    if (settings.contains(u"splitter"_s)) splitter_->restoreState(settings.value(u"splitter"_s).toByteArray());
    const int order = settings.value(u"order"_s, -1).toInt();
    if (order >= 0 && order <= static_cast<int>(PeopleOrder::Warmth))
        page_.setOrder(static_cast<PeopleOrder>(order), settings.value(u"descending"_s).toBool());
}

void PeopleView::refresh()
{
    following_ = true;
    heading_->setText(page_.heading());
    count_->setText(page_.loaded() ? page_.countShown() : QString{});
    rest_->setText(page_.loaded() ? page_.countRest() : QString{});
    for (const auto& [facet, chip] : chips_) chip->setChecked(page_.facets().has(facet));
    if (filter_->text() != page_.filterText()) filter_->setText(page_.filterText());
    if (std::exchange(filterTold_, page_.filterText()) != page_.filterText()) Q_EMIT filterChanged(page_.filterText());
    hint_->setText(page_.hint());
    hint_->setVisible(!page_.hint().isEmpty());
    filter_->setHint(page_.hint());
    best_->setVisible(page_.canOrderByMatch() && page_.shown() > 1);
    best_->setChecked(page_.byMatch());
    cells_->setMarks(page_.marks());
    table_->header()->setSortIndicator(page_.byMatch() ? -1 : static_cast<int>(columnOf(page_.order())),
                                       page_.descending() ? Qt::DescendingOrder : Qt::AscendingOrder);
    table_->viewport()->update();
    following_ = false;
    refreshEmpty();
    if (page_.loaded()) Q_EMIT countChanged(static_cast<qint64>(page_.total()));
}

void PeopleView::refreshEmpty()
{
    const int kind = !page_.loaded() || page_.shown() > 0 ? kNotEmpty
        : page_.needsMe()                                 ? kNobodySitsHere
        : page_.filtered()                                ? kNobodyFits
        : page_.restricted()                              ? kNobodySpoken
                                                          : kNobodyYet;
    if (kind == emptyKind_) return;
    emptyKind_ = kind;
    if (empty_ != nullptr) {
        stack_->removeWidget(empty_);
        empty_->deleteLater();
        empty_ = nullptr;
    }
    if (kind == kNotEmpty) return;
    EmptyState* state = nullptr;
    if (kind == kNobodyFits) {
        state =
            new EmptyState(theme_, Icon::Search, tr("Nobody fits"),
                           tr("Every word of the filter must begin a word of something that is known of the person. "
                              "F1 shows what else can be asked."));
        state->setAction(tr("Clear the filter"), {}, [this] {
            filter_->clear();
            for (const auto& [facet, chip] : chips_) page_.setFacet(facet, false);
        });
    } else if (kind == kNobodySpoken || kind == kNobodySitsHere) {
        state =
            new EmptyState(theme_, Icon::People, tr("Your people will be here"),
                           kind == kNobodySpoken ? tr("Everybody you log a conversation with appears in this list.")
                                                 : tr("Settings does not say yet who you are; choose yourself there."));
        if (kind == kNobodySpoken)
            state->setAction(tr("Log a conversation"), QKeySequence(u"Ctrl+L"_s), [this] { host_.logConversation(); });
        else state->setAction(tr("Open settings"), {}, [this] { host_.openPage(u"settings"_s); });
    } else {
        state = new EmptyState(theme_, Icon::People, tr("Nobody is here yet"),
                               tr("People come in by import, one by one, or while you log a conversation. Drop a CSV, "
                                  "vCard or LinkedIn export onto this window."));
        state->setAction(tr("Import a file"), {}, [this] { host_.openPage(u"import"_s); });
        state->setSample(tr("Or add one person"), [this] { openNewPersonSheet(theme_, this, page_); });
    }
    empty_ = state;
    stack_->addWidget(state);
    stack_->setCurrentWidget(state);
}

void PeopleView::followSelection()
{
    following_ = true;
    const int row = page_.selectedRow();
    if (row != table_->currentIndex().row())
        table_->setCurrentIndex(row < 0 ? QModelIndex{} : page_.table().index(row, 0));
    following_ = false;
    person_.show(page_.selected());
}

void PeopleView::showTheme()
{
    table_->setRowHeight(theme_->px(kRow));
}

void PeopleView::openSelected()
{
    if (page_.selected()) host_.openPage(u"person"_s, toQString(page_.selected()->toString()));
}

void PeopleView::preview()
{
    inspector_->enter();
}

}  // namespace kith::ui
