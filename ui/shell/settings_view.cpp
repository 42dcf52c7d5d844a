#include <kith/shell/settings_view.h>

#include <kith/controls/surfaces.h>
#include <kith/shell/warmth_settings.h>

#include <QAbstractItemView>
#include <QCompleter>
#include <QHBoxLayout>
#include <QScrollArea>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kIdRole = Qt::UserRole + 1;
constexpr int kLabelWidth = 150;

QString wordFor(Appearance appearance)
{
    switch (appearance) {
    case Appearance::Light: return u"light"_s;
    case Appearance::Dark: return u"dark"_s;
    case Appearance::System: break;
    }
    return u"system"_s;
}

}  // namespace

Appearance savedAppearance(const QSettings& settings)
{
    const QString word = settings.value("appearance").toString();
    if (word == u"light"_s) return Appearance::Light;
    if (word == u"dark"_s) return Appearance::Dark;
    return Appearance::System;
}

SettingsView::SettingsView(SettingsPage& page, Theme* theme, QSettings* settings, PageHost& host, bool tray,
                           SyncPage* sync, QWidget* parent)
    : PageView(parent),
      page_(page),
      theme_(theme),
      settings_(settings),
      host_(host),
      found_(new QStandardItemModel(this)),
      sync_(sync)
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(20, 18, 20, 24);
    column->setSpacing(3 * kSpace);
    column->addWidget(new PageTitle(theme, tr("Settings"), tr("Saved as you change them")));
    buildAppearance(column);
    buildYou(column);
    section(column, tr("What warmth counts"))->addWidget(new WarmthSettings(page_, theme_));
    buildSearch(column);
    buildWindow(column, tray);
    if (sync_ != nullptr) buildServer(column);
    buildWorkspace(column);
    column->addStretch();
    content->setMaximumWidth(theme->px(760));

    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Settings"));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);

    connect(&page, &SettingsPage::changed, this, &SettingsView::refresh);
    connect(&page, &SettingsPage::said, this, [this](const QString& sentence) { host_.say(sentence); });
    connect(&page, &SettingsPage::failed, this, [this](const QString& sentence) { host_.say(sentence); });
    connect(theme, &Theme::changed, this, &SettingsView::refresh);
    refresh();
}

QVBoxLayout* SettingsView::section(QVBoxLayout* column, const QString& title)
{
    column->addSpacing(kSpace);
    column->addWidget(new SectionTitle(theme_, title));
    auto* card = new Card(theme_);
    card->column()->setContentsMargins(18, 14, 18, 14);
    card->column()->setSpacing(3 * kSpace);
    column->addWidget(card);
    return card->column();
}

QWidget* SettingsView::named(const QString& name, QWidget* field, const QString& help)
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(3 * kSpace);
    auto* label = new TextLabel(theme_, name, TextSize::Body, Ink::Muted);
    label->setFixedWidth(theme_->px(kLabelWidth));
    label->setBuddy(field);
    field->setAccessibleName(name);
    row->addWidget(label);
    row->addWidget(field);
    if (!help.isEmpty()) {
        auto* words = new TextLabel(theme_, help, TextSize::Small, Ink::Muted);
        words->setWordWrap(true);
        field->setAccessibleDescription(help);
        row->addWidget(words, 1);
    } else {
        row->addStretch(1);
    }
    return line;
}

void SettingsView::buildAppearance(QVBoxLayout* column)
{
    auto* box = section(column, tr("Appearance"));
    auto* chips = new QWidget;
    auto* row = new QHBoxLayout(chips);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    const QList<std::pair<Appearance, QString>> all = {
        {Appearance::System, tr("Like the system")}, {Appearance::Light, tr("Light")}, {Appearance::Dark, tr("Dark")}};
    for (const auto& [appearance, words] : all) {
        auto* chip = new Chip(theme_, words);
        chip->setCheckable(true);
        chip->setProperty("appearance", static_cast<int>(appearance));
        connect(chip, &QAbstractButton::clicked, this, [this, wanted = appearance] {
            settings_->setValue("appearance", wordFor(wanted));
            theme_->setAppearance(wanted);
            refresh();
        });
        appearances_.append(chip);
        row->addWidget(chip);
    }
    box->addWidget(named(tr("Colours"), chips));
}

void SettingsView::buildYou(QVBoxLayout* column)
{
    auto* box = section(column, tr("You"));
    me_ = new QLineEdit;
    me_->setPlaceholderText(tr("Type your name"));
    me_->setFixedWidth(theme_->px(240));
    auto* completer = new QCompleter(found_, me_);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->popup()->setAccessibleName(tr("People by that name"));
    me_->setCompleter(completer);
    connect(me_, &QLineEdit::textEdited, this, [this](const QString& text) {
        found_->clear();
        for (const SettingsPage::Choice& choice : page_.people(text)) {
            auto* item =
                new QStandardItem(choice.detail.isEmpty() ? choice.name : tr("%1, %2").arg(choice.name, choice.detail));
            item->setData(choice.id, kIdRole);
            found_->appendRow(item);
        }
    });
    connect(completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { page_.setMe(index.data(kIdRole).toString()); });
    // Words that name nobody are not kept: the field goes back to who is known.
    connect(me_, &QLineEdit::editingFinished, this,
            [this] { QMetaObject::invokeMethod(this, &SettingsView::refresh, Qt::QueuedConnection); });
    box->addWidget(named(tr("I am"), me_, tr("Conversations you log and reminders you set carry your name.")));

    organisation_ = new QLineEdit;
    organisation_->setFixedWidth(theme_->px(240));
    connect(organisation_, &QLineEdit::editingFinished, this, [this] { page_.setOrganisation(organisation_->text()); });
    box->addWidget(named(tr("My organisation"), organisation_));

    region_ = new QComboBox;
    region_->setFixedWidth(theme_->px(240));
    region_->setMaxVisibleItems(14);
    region_->addItem(tr("Not set"), QString());
    for (const SettingsPage::Choice& country : SettingsPage::regions()) region_->addItem(country.name, country.id);
    connect(region_, &QComboBox::activated, this, [this] { page_.setRegion(region_->currentData().toString()); });
    box->addWidget(named(tr("Country"), region_, tr("Where phone numbers written without a country belong.")));
}

void SettingsView::buildWindow(QVBoxLayout* column, bool tray)
{
    auto* box = section(column, tr("Window"));
    manager_ = new QCheckBox(tr("Only the essentials: log, my people, my promises"));
    manager_->setAccessibleDescription(tr("The view for managers in the business"));
    connect(manager_, &QCheckBox::clicked, this, [this](bool on) { page_.setManagerView(on); });
    box->addWidget(manager_);
    if (!tray) return;
    auto* stays = new QCheckBox(tr("Keep reminding me from the tray when the window is closed"));
    stays->setChecked(settings_->value("window/staysInTray", false).toBool());
    connect(stays, &QCheckBox::clicked, this, [this](bool on) {
        settings_->setValue("window/staysInTray", on);
        Q_EMIT staysInTrayChanged(on);
    });
    box->addWidget(stays);
}

void SettingsView::buildServer(QVBoxLayout* column)
{
    auto* box = section(column, tr("Server"));
    membership_ = new TextLabel(theme_);
    membership_->setWordWrap(true);
    server_ = new TextLabel(theme_, {}, TextSize::Small, Ink::Muted);
    server_->setWordWrap(true);
    box->addWidget(membership_);
    box->addWidget(server_);
    auto* row = new QHBoxLayout;
    signIn_ = new KeyButton(theme_, tr("Sign in to a server"));
    open_ = new KeyButton(theme_, tr("Devices and conflicts"));
    signOut_ = new KeyButton(theme_, tr("Sign out"));
    row->addWidget(signIn_);
    row->addWidget(open_);
    row->addWidget(signOut_);
    row->addStretch();
    box->addLayout(row);
    connect(signIn_, &QPushButton::clicked, this, [this] { host_.runCommand(u"sync.signIn"_s); });
    connect(open_, &QPushButton::clicked, this, [this] { host_.openPage(u"sync"_s); });
    connect(signOut_, &QPushButton::clicked, sync_, &SyncPage::signOut);
    connect(sync_, &SyncPage::changed, this, &SettingsView::refreshServer);
    refreshServer();
}

void SettingsView::refreshServer()
{
    const bool signedIn = sync_->signedIn();
    membership_->setText(signedIn ? sync_->membership() : sync_->words());
    server_->setText(signedIn ? tr("%1 · %2", "server, state of sync").arg(sync_->server(), sync_->words())
                              : tr("Sign in to share people and conversations with your colleagues."));
    signIn_->setVisible(!signedIn || sync_->headline() == SyncHeadline::SignInNeeded);
    open_->setVisible(signedIn);
    signOut_->setVisible(signedIn);
}

void SettingsView::buildSearch(QVBoxLayout* column)
{
    auto* names = new KeyButton(theme_, tr("Other names…"));
    connect(names, &QPushButton::clicked, this, [this] { host_.openPage(QStringLiteral("names")); });
    auto* row = new QHBoxLayout;
    row->setSpacing(3 * kSpace);
    row->addWidget(names);
    row->addWidget(new TextLabel(theme_, tr("Titles and skills that mean the same"), TextSize::Small, Ink::Muted), 1);
    section(column, tr("Search"))->addLayout(row);
}

void SettingsView::buildWorkspace(QVBoxLayout* column)
{
    auto* box = section(column, tr("Workspace"));
    auto* place = new ElidedLabel(theme_, page_.path());
    place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    box->addWidget(place);
    auto* protection = new TextLabel(theme_, page_.protection(), TextSize::Small, Ink::Muted);
    protection->setWordWrap(true);
    box->addWidget(protection);
    auto* row = new QHBoxLayout;
    backUp_ = new KeyButton(theme_, tr("Back up now"));
    check_ = new KeyButton(theme_, tr("Check the file"));
    busy_ = new TextLabel(theme_, tr("Working…"), TextSize::Small, Ink::Muted);
    row->addWidget(backUp_);
    row->addWidget(check_);
    row->addWidget(busy_);
    row->addStretch();
    box->addLayout(row);
    connect(backUp_, &QPushButton::clicked, &page_, &SettingsPage::backUp);
    connect(check_, &QPushButton::clicked, &page_, &SettingsPage::check);
}

void SettingsView::refresh()
{
    for (Chip* chip : std::as_const(appearances_)) {
        chip->setChecked(chip->property("appearance").toInt() == static_cast<int>(theme_->appearance()));
    }
    if (!me_->hasFocus()) me_->setText(page_.myName());
    if (!organisation_->hasFocus()) organisation_->setText(page_.organisation());
    const int country = region_->findData(page_.region());
    region_->setCurrentIndex(std::max(country, 0));
    manager_->setChecked(page_.managerView());
    backUp_->setEnabled(!page_.busy());
    check_->setEnabled(!page_.busy());
    busy_->setVisible(page_.busy());
}

void SettingsView::activate()
{
    refresh();
    appearances_.first()->setFocus(Qt::OtherFocusReason);
}

}  // namespace kith::ui
