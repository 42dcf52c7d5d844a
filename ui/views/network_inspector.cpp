#include <kith/views/network_inspector.h>

#include <kith/controls/badges.h>
#include <kith/models/text.h>
#include <kith/pages/words.h>
#include <kith/views/network_sections.h>

#include <QHBoxLayout>
#include <QScrollArea>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMargin = 18;
constexpr int kFace = 44;
constexpr int kStepFace = 30;

}  // namespace

NetworkInspector::NetworkInspector(const Theme* theme, NetworkPage& page, PageHost& host, QWidget* parent)
    : Ground(theme, true, Edge::None, parent),
      theme_(theme),
      page_(page),
      host_(host),
      nobody_(rowWidget({new TextLabel(theme, tr("Nobody is selected."), TextSize::Body, Ink::Muted)}, 0)),
      somebody_(new QWidget(this)),
      best_(new QWidget),
      hint_(wrappingLabel(theme, TextSize::Small)),
      ask_(new QWidget),
      group_(new GroupSection(theme, page)),
      both_(new KnownByBothSection(theme, page)),
      others_(new Section(theme, tr("Other ways"))),
      held_(new Section(theme, tr("Held alone")))
{
    setAccessibleName(tr("Inspector"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    nobody_->layout()->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    outer->addWidget(nobody_, 0, Qt::AlignTop);
    outer->addWidget(somebody_, 1);

    auto* inner = new QWidget;
    auto* parts = new QVBoxLayout(inner);
    parts->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    parts->setSpacing(5 * kSpace);
    parts->addWidget(group_);
    parts->addWidget(makeHead());

    // The best way: everybody on it, one under the other, and what their ties come to.
    auto* way = new QWidget;
    auto* wayColumn = new QVBoxLayout(way);
    wayColumn->setContentsMargins(0, 0, 0, 0);
    wayColumn->setSpacing(2 * kSpace);
    bestTitle_ = new SectionTitle(theme, {});
    bestTitle_->setWordWrap(true);
    wayColumn->addWidget(bestTitle_);
    auto* stepColumn = new QVBoxLayout(best_);
    stepColumn->setContentsMargins(0, 0, 0, 0);
    stepColumn->setSpacing(3 * kSpace);
    steps_ = std::make_unique<Rows<NetworkWayStep>>(
        stepColumn, [this](const NetworkWayStep& made) -> Rows<NetworkWayStep>::Row {
            auto* face = new Avatar(theme_, made.name, theme_->px(kStepFace));
            auto* name = new ElidedLabel(theme_, {}, TextSize::Body, Ink::Text, Weight::Bold);
            auto* how = new ElidedLabel(theme_, {}, TextSize::Small, Ink::Muted);
            auto* figure = new TextLabel(theme_, {}, TextSize::Body, Ink::Muted);
            figure->setFont(theme_->figures(TextSize::Body));
            auto* words = new QWidget;
            auto* column = new QVBoxLayout(words);
            column->setContentsMargins(0, 0, 0, 0);
            column->setSpacing(0);
            column->addWidget(name);
            column->addWidget(how);
            return {rowWidget({face, words, figure}, 1, 10), [=](const NetworkWayStep& step) {
                        face->setName(step.name);
                        name->setText(step.name);
                        how->setText(step.detail);
                        how->setVisible(!step.detail.isEmpty());
                        figure->setText(step.figure);
                    }};
        });
    wayColumn->addWidget(best_);
    arithmetic_ = new TextLabel(theme, {}, TextSize::Body, Ink::Muted);
    result_ = new TextLabel(theme, {}, TextSize::Body, Ink::Text, Weight::Bold);
    sum_ = new QWidget;
    auto* sumColumn = new QVBoxLayout(sum_);
    sumColumn->setContentsMargins(0, 0, 0, 0);
    sumColumn->setSpacing(2 * kSpace);
    sumColumn->addWidget(new HairLine(theme));
    sumColumn->addWidget(rowWidget({arithmetic_, result_}, 0));
    wayColumn->addWidget(sum_);
    wayColumn->addWidget(hint_);
    askWords_ = wrappingLabel(theme, TextSize::Small);
    auto* ask = new QPushButton(tr("Remind me tomorrow"));
    setButtonKind(ask, ButtonKind::Primary);
    connect(ask, &QPushButton::clicked, &page_, &NetworkPage::ask);
    auto* askColumn = new QVBoxLayout(ask_);
    askColumn->setContentsMargins(0, 0, 0, 0);
    askColumn->setSpacing(2 * kSpace);
    askColumn->addWidget(askWords_);
    askColumn->addWidget(ask);
    wayColumn->addWidget(ask_);
    parts->addWidget(way);

    otherRows_ = std::make_unique<Rows<OtherWay>>(others_->body(), [this](const OtherWay&) -> Rows<OtherWay>::Row {
        auto* brief = wrappingLabel(theme_);
        auto* result = new TextLabel(theme_, {}, TextSize::Body, Ink::Muted);
        result->setFont(theme_->figures(TextSize::Body));
        auto* row = rowWidget({brief, result}, 0);
        return {row, [=](const OtherWay& other) {
                    brief->setText(other.brief);
                    result->setText(other.result);
                    row->setToolTip(plainToolTip(other.arithmetic));
                }};
    });
    parts->addWidget(others_);
    parts->addWidget(both_);

    heldWords_ = wrappingLabel(theme);
    introduceWords_ = wrappingLabel(theme);
    auto* see = new QPushButton(tr("See everybody who is held alone"));
    setButtonKind(see, ButtonKind::Link);
    connect(see, &QPushButton::clicked, this, &NetworkInspector::heldAloneAsked);
    held_->body()->addWidget(heldWords_);
    held_->body()->addWidget(introduceWords_);
    held_->body()->addWidget(see, 0, Qt::AlignLeading);
    parts->addWidget(held_);
    parts->addStretch(1);
    auto* column = new QVBoxLayout(somebody_);
    column->setContentsMargins(0, 0, 0, 0);
    scroll_ = scrollingColumn(inner);
    column->addWidget(scroll_);

    connect(&page_, &NetworkPage::changed, this, &NetworkInspector::refresh);
    connect(&page_, &NetworkPage::selectionChanged, this, &NetworkInspector::refresh);
    refresh();
}

QWidget* NetworkInspector::makeHead()
{
    face_ = new Avatar(theme_, {}, theme_->px(kFace));
    name_ = new ElidedLabel(theme_, {}, TextSize::Lead, Ink::Text, Weight::Bold);
    detail_ = wrappingLabel(theme_, TextSize::Small);
    warmth_ = new WarmthGlyph(theme_);
    auto* words = new QWidget;
    auto* lines = new QVBoxLayout(words);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(1);
    lines->addWidget(name_);
    lines->addWidget(detail_);
    lines->addWidget(warmth_);

    tie_ = wrappingLabel(theme_, TextSize::Small);
    open_ = new QPushButton(tr("Open"));
    centre_ = new KeyButton(theme_, tr("Centre"), QKeySequence(Qt::Key_Return));
    auto* log = new QPushButton(tr("Log"));
    connect(open_, &QPushButton::clicked, this,
            [this] { host_.openPage(u"person"_s, toQString(node()->id.toString())); });
    connect(centre_, &QPushButton::clicked, this, [this] { page_.centre(node()->id); });
    connect(log, &QPushButton::clicked, this, [this] { host_.logConversation(toQString(node()->id.toString())); });
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3 * kSpace);
    auto* top = rowWidget({face_, words}, 1, 12);
    static_cast<QHBoxLayout*>(top->layout())->setAlignment(face_, Qt::AlignTop);
    column->addWidget(top);
    column->addWidget(tie_);
    column->addWidget(rowWidget({open_, log, centre_, new QWidget}, 3));
    return head;
}

const NetworkNode* NetworkInspector::node() const
{
    const int at = page_.selected();
    return at < 0 ? nullptr : &page_.picture().people[static_cast<std::size_t>(at)];
}

void NetworkInspector::enter()
{
    if (node() != nullptr) open_->setFocus(Qt::ShortcutFocusReason);
}

void NetworkInspector::refresh()
{
    const NetworkNode* person = node();
    nobody_->setVisible(person == nullptr);
    somebody_->setVisible(person != nullptr);
    if (person == nullptr) return;
    face_->setName(person->name);
    name_->setText(person->name);
    detail_->setText(person->detail);
    detail_->setVisible(!person->detail.isEmpty());
    warmth_->setWarmth(person->band, person->warmth);
    const QString tie = page_.tieSentence(page_.selected());
    tie_->setText(tie);
    tie_->setVisible(!tie.isEmpty());
    centre_->setEnabled(person->id != page_.middle().person);
    const QString best = tr("Best way to %1").arg(isolated(person->name));
    bestTitle_->setText(best.toUpper());
    bestTitle_->setAccessibleName(best);
    showWays();
    group_->refresh();
    both_->refresh();
    held_->setVisible(!page_.heldSentence().isEmpty());
    heldWords_->setText(page_.heldSentence());
    introduceWords_->setText(page_.introduceSentence());
    introduceWords_->setVisible(!page_.introduceSentence().isEmpty());
}

void NetworkInspector::showWays()
{
    const auto& ways = page_.ways();
    best_->setVisible(!ways.empty());
    sum_->setVisible(!ways.empty());
    hint_->setText(page_.wayHint());
    hint_->setVisible(!page_.wayHint().isEmpty());
    askWords_->setText(page_.askTitle());
    ask_->setVisible(!page_.askTitle().isEmpty());
    steps_->set(ways.empty() ? std::vector<NetworkWayStep>{} : ways.front().steps);
    std::vector<OtherWay> others;
    for (std::size_t i = 1; i < ways.size(); ++i)
        others.push_back({ways[i].steps.front().id, ways[i].brief, ways[i].result,
                          tr("%1 = %2").arg(ways[i].arithmetic, ways[i].result)});
    otherRows_->set(others);
    others_->setVisible(!others.empty());
    if (ways.empty()) return;
    arithmetic_->setText(ways.front().arithmetic);
    result_->setText(ways.front().result);
    sum_->setAccessibleName(tr("%1 = %2").arg(ways.front().arithmetic, ways.front().result));
}

}  // namespace kith::ui
