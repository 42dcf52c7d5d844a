#include "gallery_pages.h"

#include <kith/controls/badges.h>
#include <kith/controls/inline_edit.h>
#include <kith/controls/labels.h>
#include <kith/controls/sheet.h>
#include <kith/controls/surfaces.h>
#include <kith/controls/timeline.h>
#include <kith/controls/toast.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableWidget>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

void save(QWidget& widget, const QString& folder, const QString& name, const Theme& theme)
{
    QApplication::processEvents();
    QApplication::sendPostedEvents();
    QApplication::processEvents();
    widget.grab().save(u"%1/%2-%3.png"_s.arg(folder, name, theme.dark() ? u"dark"_s : u"light"_s));
}

QWidget* fields(const Theme* theme)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    auto* line = new QLineEdit;
    line->setPlaceholderText(u"Search people, notes, commands"_s);
    auto* focused = new QLineEdit(u"Ana Ruiz"_s);
    auto* combo = new QComboBox;
    combo->addItems({u"Meeting"_s, u"Call"_s});
    auto* check = new QCheckBox(u"Only people I have spoken with"_s);
    check->setChecked(true);
    auto* off = new QCheckBox(u"Not chosen"_s);
    auto* radio = new QRadioButton(u"Follow the system"_s);
    radio->setChecked(true);
    auto* date = new QDateEdit(QDate(2026, 11, 22));
    date->setCalendarPopup(true);
    auto* spin = new QSpinBox;
    auto* text = new QPlainTextEdit(u"About the data lead role; open to move after the bonus in March."_s);
    text->setFixedHeight(70);
    auto* progress = new QProgressBar;
    progress->setValue(40);
    progress->setFixedHeight(6);
    auto* edit = new InlineEdit(theme, u"City"_s);
    edit->setValue(u"Leeds (edited where it stands)"_s);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{line, focused, combo, check, off, radio, date, spin, text, progress, edit}) {
        column->addWidget(widget);
    }
    column->addStretch();
    return box;
}

QWidget* buttons(const Theme* theme)
{
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->addWidget(new KeyButton(theme, u"Log a conversation"_s, QKeySequence(u"Ctrl+L"_s), ButtonKind::Primary), 0, 0,
                    1, 2);
    grid->addWidget(new KeyButton(theme, u"Log"_s, QKeySequence(u"L"_s)), 1, 0);
    grid->addWidget(new KeyButton(theme, u"Hand over"_s), 1, 1);
    auto* danger = new QPushButton(u"Remove person"_s);
    setButtonKind(danger, ButtonKind::Danger);
    grid->addWidget(danger, 2, 0);
    auto* quiet = new QPushButton(u"Quiet"_s);
    setButtonKind(quiet, ButtonKind::Quiet);
    grid->addWidget(quiet, 2, 1);
    auto* link = new QPushButton(u"Show why"_s);
    setButtonKind(link, ButtonKind::Link);
    grid->addWidget(link, 3, 0);
    auto* disabled = new QPushButton(u"Disabled"_s);
    disabled->setEnabled(false);
    grid->addWidget(disabled, 3, 1);
    auto* on = new Chip(theme, u"platform engineer"_s);
    on->setCheckable(true);
    on->setChecked(true);
    on->setDetail(u"+2 aliases"_s);
    on->setRemovable(true);
    grid->addWidget(on, 4, 0);
    auto* any = new Chip(theme, u"Band"_s);
    any->setDetail(u"any"_s);
    grid->addWidget(any, 4, 1);
    for (int band = 0; band < 4; ++band) {
        auto* glyph = new WarmthGlyph(theme);
        glyph->setWarmth(static_cast<Band>(band), 12 + band * 24);
        grid->addWidget(glyph, 5 + band / 2, band % 2);
    }
    auto* avatars = new QHBoxLayout;
    for (const auto& name : {u"Ana Ruiz"_s, u"Олена Ковальчук"_s, u"محمد السيد"_s, u"李伟"_s, u"Élodie Moreau"_s,
                             u"Zoë Müller"_s, u"प्रिया नायर"_s}) {
        avatars->addWidget(new Avatar(theme, name, 30));
    }
    avatars->addStretch();
    grid->addLayout(avatars, 7, 0, 1, 2);
    auto* icons = new QGridLayout;
    for (int i = 0; i <= static_cast<int>(Icon::Bell); ++i) {
        auto* label = new QLabel;
        label->setPixmap(theme->icon(static_cast<Icon>(i), Ink::Muted).pixmap(20, 20));
        icons->addWidget(label, i / 12, i % 12);
    }
    grid->addLayout(icons, 8, 0, 1, 2);
    grid->setRowStretch(9, 1);
    return box;
}

QWidget* table(const Theme* theme)
{
    auto* card = new Card(theme);
    auto* view = new QTableWidget(6, 3);
    view->setHorizontalHeaderLabels({u"Name"_s, u"Title"_s, u"Last"_s});
    view->verticalHeader()->hide();
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->horizontalHeader()->setSortIndicatorShown(true);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int row = 0; row < 6; ++row) {
        view->setItem(row, 0, new QTableWidgetItem(u"Ana Ruiz"_s));
        view->setItem(row, 1, new QTableWidgetItem(u"Platform engineer"_s));
        view->setItem(row, 2, new QTableWidgetItem(u"54 d"_s));
    }
    view->selectRow(1);
    card->column()->addWidget(view);
    return card;
}

QWidget* timeline(const Theme* theme)
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->addWidget(new SectionTitle(theme, u"Timeline"_s));
    auto* list = new Timeline(theme);
    list->setFitsContent(true);
    list->setEntries(
        {{u"1"_s, u"29 Sep · coffee · Tom, both talked"_s,
          u"Open to the data lead role after the bonus in March. Likes the housing programme."_s,
          TimelineEntry::Bullet::Conversation},
         {u"2"_s, u"3 Jul · message · she wrote"_s, u"Sent her slides from the service design meet-up."_s,
          TimelineEntry::Bullet::Exchange},
         {u"3"_s, u"1 Jun · message"_s, u"تحدثنا عن الدور الجديد في الفريق"_s, TimelineEntry::Bullet::Hello},
         {u"4"_s, u"11 Mar · note"_s, u"<b>Met</b> at GovCamp North, introduced by Sam."_s,
          TimelineEntry::Bullet::Note}});
    column->addWidget(list);
    auto* person = new QHBoxLayout;
    person->addWidget(new Avatar(theme, u"Ana Ruiz"_s, 60));
    auto* words = new QVBoxLayout;
    words->addWidget(new ElidedLabel(theme, u"Ana Ruiz"_s, TextSize::Lead, Ink::Text, Weight::Bold));
    words->addWidget(
        new ElidedLabel(theme, u"Platform engineer with a title that does not fit"_s, TextSize::Body, Ink::Muted));
    words->addWidget(new ElidedLabel(theme, u"City Council · Leeds"_s, TextSize::Small, Ink::Muted));
    person->addLayout(words, 1);
    column->addLayout(person);
    column->addStretch();
    return box;
}

}  // namespace

void drawGallery(QApplication& app, Appearance appearance, const QString& folder)
{
    Theme theme(appearance);
    theme.install(app);

    QWidget window;
    window.resize(1280, 800);
    auto* grid = new QGridLayout(&window);
    grid->setContentsMargins(20, 20, 20, 20);
    grid->setSpacing(16);
    grid->addWidget(new PageTitle(&theme, u"Today"_s, u"Sunday 22 November · 8 conversations, about 20 minutes"_s), 0,
                    0, 1, 3);
    grid->addWidget(fields(&theme), 1, 0);
    grid->addWidget(buttons(&theme), 1, 1);
    grid->addWidget(timeline(&theme), 1, 2);
    grid->addWidget(table(&theme), 2, 0, 1, 2);
    auto* empty = new EmptyState(
        &theme, Icon::People, u"Nobody here yet"_s,
        u"People is where everybody you may one day work with lives. Bring in your connections, or add the first person by hand."_s);
    empty->setAction(u"Import a file"_s, QKeySequence(u"Ctrl+I"_s), [] { });
    empty->setSample(u"Look at a sample"_s, [] { });
    grid->addWidget(empty, 2, 2);
    for (int column = 0; column < 3; ++column) grid->setColumnStretch(column, 1);
    window.show();
    save(window, folder, u"controls"_s, theme);

    Toast toast(&theme, &window);
    toast.say(u"Conversation with Ana Ruiz logged."_s, u"Undo"_s, [] { });
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(20, 20, 20, 20);
    column->addWidget(new TextLabel(&theme, u"coffee with Ana Ruiz and Tom K yesterday"_s, TextSize::Lead));
    column->addWidget(new QLineEdit);
    auto* sheet = new Sheet(&theme, &window, content);
    sheet->open();
    save(window, folder, u"sheet"_s, theme);
    window.hide();
    drawWindow(theme, folder);
    app.setStyle(u"Fusion"_s);
}

}  // namespace kith::ui
