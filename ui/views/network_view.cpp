#include <kith/views/network_view.h>

#include <kith/controls/badges.h>
#include <kith/controls/graph_canvas.h>
#include <kith/controls/surfaces.h>
#include <kith/models/text.h>
#include <kith/views/flow_layout.h>
#include <kith/views/network_cells.h>
#include <kith/views/network_inspector.h>
#include <kith/views/person_picker.h>
#include <kith/views/row_table.h>
#include <kith/views/side_list.h>

#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

GraphScene sceneOf(const NetworkPage& page)
{
    const NetworkPicture& picture = page.picture();
    GraphScene scene;
    scene.nodes.reserve(picture.people.size());
    for (int i = 0; i < static_cast<int>(picture.people.size()); ++i) {
        const NetworkNode& node = picture.people[static_cast<std::size_t>(i)];
        scene.nodes.push_back({.name = node.name,
                               .spoken = page.spoken(i),
                               .band = node.band,
                               .step = node.step,
                               .ours = node.colleague,
                               .at = {node.x, node.y}});
    }
    scene.lines.reserve(picture.ties.size());
    for (const NetworkEdge& tie : picture.ties)
        scene.lines.push_back({.from = tie.from,
                               .to = tie.to,
                               .strength = tie.strength,
                               .age = tie.age,
                               .dashed = tie.dashed,
                               .towards = tie.towards,
                               .onWay = page.onWay(tie)});
    return scene;
}

NetworkView::NetworkView(const Theme* theme, NetworkPage& page, PageHost& host, QWidget* parent)
    : PageView(parent),
      theme_(theme),
      page_(page),
      host_(host),
      table_(page),
      held_([](const HeldRow& row) { return toQString(row.holder.toString() + row.id.toString()); },
            [](const HeldRow& row, int role) -> QVariant {
                if (role == Qt::AccessibleTextRole || role == Qt::DisplayRole)
                    return QStringList{row.text, row.figure, row.detail}.join(u", "_s);
                return {};
            }),
      splitter_(new QSplitter(Qt::Horizontal, this)),
      stack_(new QStackedWidget),
      canvas_(new GraphCanvas(theme)),
      list_(new RowTable(theme)),
      inspector_(new NetworkInspector(theme, page, host))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(splitter_);
    auto* main = new QWidget;
    auto* column = new QVBoxLayout(main);
    column->setContentsMargins(0, 4 * kSpace, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    makeTable();
    makeHeldAlone();
    stack_->addWidget(canvas_);
    stack_->addWidget(list_);
    stack_->addWidget(heldPanel_);
    column->addWidget(stack_, 1);
    column->addWidget(makeBar());
    splitter_->addWidget(main);
    splitter_->addWidget(inspector_);
    splitter_->setStretchFactor(0, 1);
    splitter_->setStretchFactor(1, 0);
    splitter_->setCollapsible(0, false);
    main->setMinimumWidth(theme->px(420));
    inspector_->setMinimumWidth(theme->px(260));
    splitter_->setSizes({theme->px(766), theme->px(318)});

    connect(canvas_, &GraphCanvas::selectAsked, &page_, &NetworkPage::select);
    connect(canvas_, &GraphCanvas::centreAsked, this, &NetworkView::centreSelected);
    connect(canvas_, &GraphCanvas::previewAsked, inspector_, &NetworkInspector::enter);
    connect(inspector_, &NetworkInspector::heldAloneAsked, this, [this] { showAs(Shown::HeldAlone); });
    connect(&page_, &NetworkPage::changed, this, &NetworkView::refresh);
    connect(&page_, &NetworkPage::selectionChanged, this, &NetworkView::followSelection);
    connect(&page_, &NetworkPage::areasRead, this, &NetworkView::chooseArea);
    connect(&page_, &NetworkPage::holdersRead, this, &NetworkView::takeHolders);
    connect(&page_, &NetworkPage::problem, this, [this](const QString& sentence) { host_.say(sentence); });
    connect(&page_, &NetworkPage::said, this, [this](const QString& sentence) {
        host_.say(sentence, tr("Undo"), [this] { host_.runCommand(u"window.undo"_s); });
    });
    refresh();
}

NetworkView::~NetworkView() = default;

QWidget* NetworkView::makeHead()
{
    heading_ = new TextLabel(theme_, title(), TextSize::Title, Ink::Text, Weight::Bold);
    sentence_ = new ElidedLabel(theme_, {}, TextSize::Body, Ink::Muted);
    picker_ = new PersonPicker([this](const QString& words) { return page_.suggest(words); });
    picker_->setAccessibleName(tr("Put somebody in the middle"));
    picker_->setPlaceholderText(tr("Around whom?"));
    picker_->addAction(theme_->icon(Icon::Search), QLineEdit::LeadingPosition);
    picker_->setFixedWidth(theme_->px(180));
    connect(picker_, &PersonPicker::picked, this, [this](const Id& person) {
        page_.centre(person);
        front()->setFocus(Qt::OtherFocusReason);
    });
    area_ = new QPushButton(tr("Area…"));
    area_->setAccessibleName(tr("Put a business area in the middle"));
    connect(area_, &QPushButton::clicked, &page_, &NetworkPage::readAreas);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(heading_);
    words->addWidget(sentence_);
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(5 * kSpace, 0, 5 * kSpace, 2 * kSpace);
    row->setSpacing(2 * kSpace);
    row->addLayout(words, 1);
    row->addWidget(picker_, 0, Qt::AlignVCenter);
    row->addWidget(area_, 0, Qt::AlignVCenter);
    return head;
}

QWidget* NetworkView::makeBar()
{
    auto* bar = new QWidget;
    auto* outer = new QVBoxLayout(bar);
    outer->setContentsMargins(5 * kSpace, 2 * kSpace, 5 * kSpace, 4 * kSpace);
    auto* chips = new QWidget;
    outer->addWidget(chips);
    auto* row = new FlowLayout(chips, 6, 6);
    const auto add = [&](const QString& text, auto run) {
        auto* chip = new Chip(theme_, text);
        connect(chip, &Chip::clicked, this, run);
        row->addWidget(chip);
        return chip;
    };
    pictureChip_ = add(tr("Picture"), [this] { showAs(Shown::Picture); });
    listChip_ = add(tr("List"), [this] { showAs(Shown::List); });
    heldChip_ = add(tr("Held alone"), [this] { showAs(Shown::HeldAlone); });
    for (Chip* chip : {pictureChip_, listChip_, heldChip_}) chip->setCheckable(true);
    stepsChip_ = add(tr("Steps"), [this] { chooseSteps(); });
    mostChip_ = add(tr("People"), [this] { chooseMost(); });
    sinceChip_ = add(tr("Ties since"), [this] { chooseSince(); });
    return bar;
}

void NetworkView::makeTable()
{
    list_->setAccessibleName(tr("Network as a list"));
    list_->setModel(&table_);
    list_->setItemDelegate(new NetworkCells(theme_, this));
    list_->setRowHeight(theme_->px(kRow));
    const int give = theme_->px(100);
    list_->setColumns({{.weight = 190, .least = theme_->px(150), .lead = 54},
                       {.weight = 140, .least = theme_->px(110)},
                       {.weight = 150, .least = theme_->px(110), .givesWay = 5 * give},
                       {.weight = 60, .least = theme_->px(70)},
                       {.weight = 100, .least = theme_->px(96), .givesWay = 6 * give},
                       {.weight = 90, .least = theme_->px(92)}});
    // Strongest first is what it is about.
    list_->header()->setSortIndicatorShown(false);
    list_->header()->setSectionsClickable(false);
    connect(theme_, &Theme::changed, this, [this] { list_->setRowHeight(theme_->px(kRow)); });
    connect(list_, &RowTable::currentRowChanged, this, [this](int row) {
        if (!following_) page_.select(row);
    });
    connect(list_, &RowTable::opened, this, &NetworkView::centreSelected);
    connect(list_, &RowTable::previewed, this, [this] { inspector_->enter(); });
}

void NetworkView::makeHeldAlone()
{
    heldPanel_ = new QWidget;
    auto* column = new QVBoxLayout(heldPanel_);
    column->setContentsMargins(5 * kSpace, kSpace, 5 * kSpace, 0);
    column->setSpacing(3 * kSpace);
    heldHint_ = new TextLabel(theme_, {}, TextSize::Body, Ink::Muted);
    heldHint_->setWordWrap(true);
    column->addWidget(heldHint_);
    heldList_ = new SideList(
        theme_, &held_,
        [this](int row) {
            const HeldRow& each = *held_.at(row);
            return SideLine{.lead = each.figure, .text = each.text, .detail = each.detail};
        },
        tr("Who is held alone"));
    connect(heldList_, &SideList::opened, this, [this](int row) {
        const Id person = held_.at(row)->id;
        showAs(Shown::Picture);
        page_.centre(person);
    });
    column->addWidget(heldList_, 1);
    column->addStretch(0);
}

QWidget* NetworkView::front() const
{
    switch (shown_) {
    case Shown::Picture: return canvas_;
    case Shown::List: return list_;
    case Shown::HeldAlone: return heldList_;
    }
    return canvas_;
}

void NetworkView::showAs(Shown what)
{
    shown_ = what;
    if (what != Shown::HeldAlone) page_.setAsList(what == Shown::List);
    else page_.readHolders();
    refresh();
    if (isVisible()) front()->setFocus(Qt::OtherFocusReason);
}

void NetworkView::activate()
{
    page_.start();
    front()->setFocus(Qt::OtherFocusReason);
}

void NetworkView::open(const QString& argument)
{
    const auto person = Id::parse(toUtf8(argument));
    if (!person) return;
    if (shown_ == Shown::HeldAlone) showAs(page_.asList() ? Shown::List : Shown::Picture);
    page_.begin({.person = *person});
}

bool NetworkView::stepBack()
{
    if (inspector_->isAncestorOf(focusWidget()) || picker_->hasFocus()) {
        picker_->clear();
        front()->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (shown_ == Shown::HeldAlone) {
        showAs(page_.asList() ? Shown::List : Shown::Picture);
        return true;
    }
    return page_.back();
}

QString NetworkView::personInHand() const
{
    const int at = page_.selected();
    return at < 0 ? QString{} : toQString(page_.picture().people[static_cast<std::size_t>(at)].id.toString());
}

void NetworkView::centreSelected()
{
    const auto person = Id::parse(toUtf8(personInHand()));
    if (person) page_.centre(*person);
}

void NetworkView::openSelected()
{
    if (!personInHand().isEmpty()) host_.openPage(u"person"_s, personInHand());
}

void NetworkView::refresh()
{
    sentence_->setText(shown_ == Shown::HeldAlone ? tr("Relationships that hang on one colleague") : page_.sentence());
    pictureChip_->setChecked(shown_ == Shown::Picture);
    listChip_->setChecked(shown_ == Shown::List);
    heldChip_->setChecked(shown_ == Shown::HeldAlone);
    const NetworkPage::Scope& scope = page_.scope();
    stepsChip_->setText(tr("Steps %1").arg(QLocale().toString(scope.steps)));
    mostChip_->setText(tr("At most %1").arg(QLocale().toString(scope.most)));
    sinceChip_->setText(scope.sinceYear ? tr("Ties since %1").arg(*scope.sinceYear) : tr("Ties of any age"));
    for (Chip* chip : {stepsChip_, mostChip_, sinceChip_}) chip->setVisible(shown_ != Shown::HeldAlone);
    const bool same = drawnAround_ == page_.middle() && drawn_ == page_.picture().people.size();
    drawnAround_ = page_.middle();
    drawn_ = page_.picture().people.size();
    canvas_->setScene(sceneOf(page_), page_.selected(), same);
    refreshEmpty();
    followSelection();
}

void NetworkView::refreshEmpty()
{
    using State = NetworkPage::State;
    const bool nothing =
        shown_ != Shown::HeldAlone && (page_.state() == State::NoTies || page_.state() == State::Missing);
    const State wanted = nothing ? page_.state() : State::Drawn;
    inspector_->setVisible(page_.state() == State::Drawn || page_.state() == State::Reading);
    area_->setVisible(page_.state() != State::NoTies);
    pictureChip_->parentWidget()->setVisible(page_.state() != State::NoTies);
    picker_->setVisible(page_.state() != State::NoTies);
    if (wanted != emptyFor_) {
        if (empty_ != nullptr) {
            stack_->removeWidget(empty_);
            empty_->deleteLater();
            empty_ = nullptr;
        }
        emptyFor_ = wanted;
        if (wanted == State::NoTies) {
            empty_ = new EmptyState(
                theme_, Icon::Network, tr("Nobody knows anybody here yet"),
                tr("This page shows who knows whom, and who can introduce you. Every conversation that you log with "
                   "somebody makes a tie, and so does a tie that you add on a person's page."));
            empty_->setAction(tr("Log a conversation"), QKeySequence(u"Ctrl+L"_s), [this] { host_.logConversation(); });
            empty_->setSample(tr("Or import ties from another system"), [this] { host_.openPage(u"import"_s); });
            stack_->addWidget(empty_);
        } else if (wanted == State::Missing) {
            empty_ = new EmptyState(theme_, Icon::Network, tr("Nothing to draw here"), page_.sentence());
            empty_->setAction(tr("Begin somewhere else"), {}, [this] { page_.begin({}); });
            stack_->addWidget(empty_);
        }
    }
    stack_->setCurrentWidget(empty_ != nullptr                ? static_cast<QWidget*>(empty_)
                                 : shown_ == Shown::Picture   ? static_cast<QWidget*>(canvas_)
                                 : shown_ == Shown::HeldAlone ? heldPanel_
                                                              : static_cast<QWidget*>(list_));
}

void NetworkView::followSelection()
{
    following_ = true;
    // The way to whoever is selected is drawn anew.
    canvas_->setScene(sceneOf(page_), page_.selected(), true);
    const int row = page_.selected();
    if (row != list_->currentIndex().row()) list_->setCurrentIndex(row < 0 ? QModelIndex{} : table_.index(row, 0));
    following_ = false;
}

void NetworkView::takeHolders(const std::vector<HolderLine>& holders)
{
    std::vector<HeldRow> rows;
    for (const HolderLine& holder : holders) {
        rows.push_back({.id = holder.id,
                        .holder = {},
                        .figure = {},
                        .text = u"%1 %2"_s.arg(holder.name, holder.sentence),
                        .detail = {}});
        for (const HeldLine& held : holder.people)
            rows.push_back({.id = held.id,
                            .holder = holder.id,
                            .figure = held.figure,
                            .text = held.name,
                            .detail = held.introduce});
    }
    heldHint_->setText(rows.empty()
                           ? tr("Nobody is held alone: everybody with a warm tie has it with two colleagues or more.")
                           : tr("Each colleague with the people whose only warm tie with us is theirs, strongest "
                                "first, and whom they would best introduce. Enter shows somebody in the picture."));
    held_.setItems(std::move(rows));
}

}  // namespace kith::ui
