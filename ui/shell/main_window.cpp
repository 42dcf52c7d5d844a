#include <kith/shell/main_window.h>

#include <kith/controls/sheet.h>
#include <kith/shell/drop_hint.h>
#include <kith/shell/help_view.h>

#include <QApplication>
#include <QHBoxLayout>
#include <QScreen>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize kUsualSize{1280, 800};
constexpr int kLongestHistory = 50;

}  // namespace

MainWindow::MainWindow(Theme* theme, QSettings* settings, Notifier* notifier, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      settings_(settings),
      notifier_(notifier),
      commands_(new Commands(this)),
      layers_(new QStackedWidget),
      navigation_(new Navigation(theme)),
      search_(new SearchBar(theme)),
      log_(new KeyButton(theme, tr("Log a conversation"), QKeySequence(u"Ctrl+L"_s), ButtonKind::Primary)),
      stack_(new QStackedWidget),
      toast_(new Toast(theme, this)),
      dropHint_(new DropHint(theme, this))
{
    setWindowTitle(u"Kith"_s);
    setWindowIcon(theme->icon(Icon::Logo, Ink::Accent));
    setMinimumSize(880, 560);
    setAcceptDrops(true);
    setAutoFillBackground(true);

    auto* frame = new QWidget;
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(navigation_);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(buildTop());
    column->addWidget(new HairLine(theme));
    column->addWidget(stack_, 1);
    row->addLayout(column, 1);
    layers_->addWidget(frame);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(layers_);

    connect(navigation_, &Navigation::chosen, this, [this](const QString& id) { openPage(id); });
    connect(navigation_->settingsButton(), &QPushButton::clicked, this, [this] { runCommand(u"window.settings"_s); });
    connect(navigation_->stateButton(), &QAbstractButton::clicked, this, [this] { openPage(u"sync"_s); });
    connect(log_, &QPushButton::clicked, this, [this] { logConversation(); });
    if (notifier_ != nullptr) {
        connect(notifier_, &Notifier::raiseAsked, this, &MainWindow::bringToFront);
        connect(notifier_, &Notifier::quitAsked, this, [this] {
            quitting_ = true;
            close();
        });
    }
    addOwnCommands();
    setState(tr("Only on this machine"), Ink::Muted, tr("Nothing waits for a network."));
    resize(kUsualSize);
    if (settings_ != nullptr) restoreGeometry(settings_->value("window/geometry").toByteArray());
}

MainWindow::~MainWindow() = default;

QWidget* MainWindow::buildTop()
{
    auto* top = new QWidget;
    top->setFixedHeight(theme_->px(53));
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(20, 0, 20, 0);
    search_->setMaximumWidth(theme_->px(424));
    row->addWidget(search_, 3);
    row->addStretch(2);
    row->addWidget(log_);
    connect(search_, &SearchBar::paletteAsked, this, &MainWindow::openPalette);
    connect(search_, &SearchBar::leaveAsked, this, [this] {
        if (front() != nullptr) front()->activate();
    });
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (front() == nullptr || !search_->filters()) return;
        filters_[current_] = text;
        static_cast<void>(front()->filter(text));
    });
    return top;
}

void MainWindow::addOwnCommands()
{
    const auto add = [this](const char* id, const QString& title, const QKeySequence& keys, const QString& icon,
                            std::function<void()> run, std::function<bool()> enabled = {}) {
        commands_->add({QString::fromLatin1(id), title, keys, std::move(run), std::move(enabled), icon});
    };
    add(
        "window.log", tr("Log a conversation"), QKeySequence(u"Ctrl+L"_s), u"message"_s, [this] { logConversation(); },
        [this] { return static_cast<bool>(actions_.log); });
    add(
        "window.undo", tr("Undo the last change"), QKeySequence(u"Ctrl+Z"_s), u"undo"_s, [this] { revert(false); },
        [this] { return static_cast<bool>(actions_.undo); });
    add(
        "window.redo", tr("Redo what was undone"), QKeySequence(u"Ctrl+Shift+Z"_s), u"redo"_s, [this] { revert(true); },
        [this] { return static_cast<bool>(actions_.redo); });
    add("window.settings", tr("Open the settings"), QKeySequence(u"Ctrl+,"_s), u"settings"_s, [this] {
        if (pages_.contains(u"settings"_s)) openPage(u"settings"_s);
        Q_EMIT settingsAsked();
    });
    add("window.shortcuts", tr("Show the keys that work here"), QKeySequence(u"F1"_s), u"keyboard"_s,
        [this] { openShortcuts(); });
    add("window.guide", tr("Read the guide"), QKeySequence(u"Shift+F1"_s), u"help"_s,
        [this] { openGuide(front() != nullptr ? front()->helpTopic() : QString()); });
    add("window.appearance", tr("Switch between light and dark"), {}, u"moon"_s, [this] {
        theme_->setAppearance(theme_->dark() ? Appearance::Light : Appearance::Dark);
        if (settings_ != nullptr) settings_->setValue("appearance", theme_->dark() ? u"dark"_s : u"light"_s);
    });
    add("window.quit", tr("Quit Kith"), QKeySequence(u"Ctrl+Q"_s), u"close"_s, [this] {
        quitting_ = true;
        close();
    });
    commands_->add({u"window.palette"_s,
                    tr("Search people and commands"),
                    QKeySequence(u"Ctrl+K"_s),
                    [this] { openPalette(); },
                    {},
                    u"search"_s,
                    false});
    commands_->add({u"window.back"_s,
                    tr("Step back"),
                    QKeySequence(Qt::Key_Escape),
                    [this] {
                        if (front() == nullptr || !front()->stepBack()) goBack();
                    },
                    {},
                    u"back"_s,
                    false});
}

void MainWindow::setActions(Actions actions)
{
    actions_ = std::move(actions);
    log_->setVisible(static_cast<bool>(actions_.log));
}

void MainWindow::install(const QString& id, PageView* page)
{
    pages_.insert(id, page);
    stack_->addWidget(page);
    page->setAccessibleName(page->title());
    for (CommandSpec& spec : page->commands()) commands_->add(std::move(spec), id);
    if (settings_ != nullptr) {
        settings_->beginGroup(u"pages/"_s + id);
        page->restoreState(*settings_);
        settings_->endGroup();
    }
    connect(page, &PageView::countChanged, this, [this, id](qint64 count) { navigation_->setCount(id, count); });
    connect(page, &PageView::filterChanged, this, [this, id](const QString& text) {
        filters_[id] = text;
        if (id == current_ && search_->filters()) search_->setText(text);
    });
    connect(page, &PageView::titleChanged, this, [this, id, page] {
        page->setAccessibleName(page->title());
        navigation_->setTitle(id, page->title());
    });
}

void MainWindow::addPage(const NavItem& item, PageView* page)
{
    order_.append(item.id);
    const QKeySequence keys(order_.size() <= 9 ? u"Ctrl+%1"_s.arg(order_.size()) : QString());
    navigation_->add(item, keys);
    install(item.id, page);
    commands_->add({u"go."_s + item.id,
                    tr("Go to %1").arg(item.title),
                    keys,
                    [this, id = item.id] { openPage(id); },
                    {},
                    iconName(item.icon)});
    if (current_.isEmpty()) openPage(item.id);
}

void MainWindow::addHiddenPage(const QString& id, PageView* page)
{
    install(id, page);
}
void MainWindow::addCommand(CommandSpec spec)
{
    commands_->add(std::move(spec));
}
PageView* MainWindow::page(const QString& id) const
{
    return pages_.value(id, nullptr);
}

void MainWindow::setCover(QWidget* cover)
{
    removeCover();
    toast_->hide();
    layers_->addWidget(cover);
    layers_->setCurrentWidget(cover);
    cover->setFocus();
}

void MainWindow::removeCover()
{
    layers_->setCurrentIndex(0);
    while (layers_->count() > 1) {
        QWidget* cover = layers_->widget(1);
        layers_->removeWidget(cover);
        cover->deleteLater();
    }
    if (front() != nullptr) front()->activate();
}

void MainWindow::setState(const QString& words, Ink ink, const QString& detail)
{
    navigation_->setState(words, ink, detail);
}
void MainWindow::setManagerView(bool on)
{
    navigation_->setManagerView(on);
}
void MainWindow::setPageTitle(const QString& id, const QString& title)
{
    navigation_->setTitle(id, title);
}

void MainWindow::openSheet(QWidget* content, int width, int top)
{
    if (Sheet* open = Sheet::current(this)) open->dismiss();
    auto* sheet = new Sheet(theme_, this, content, width);
    sheet->setTop(top);
    sheet->open();
}

void MainWindow::openPalette(const QString& text)
{
    auto* palette = new CommandPalette(theme_, commands_->ofPage() + commands_->ofWindow(), actions_.find, text);
    connect(palette, &CommandPalette::commandChosen, this, [this](const QString& id) {
        if (Sheet* open = Sheet::current(this)) open->dismiss();
        runCommand(id);
    });
    connect(palette, &CommandPalette::personChosen, this, [this](const QString& id) {
        if (Sheet* open = Sheet::current(this)) open->dismiss();
        openPage(u"person"_s, id);
    });
    connect(palette, &CommandPalette::allChosen, this, [this](const QString& words) {
        if (Sheet* open = Sheet::current(this)) open->dismiss();
        filters_[u"people"_s] = words;
        openPage(u"people"_s);
    });
    openSheet(palette, 620, 96);
}

void MainWindow::openShortcuts()
{
    QList<ShortcutSheet::Group> groups;
    if (front() != nullptr) groups.append({front()->title(), commands_->ofPage()});
    groups.append({tr("Everywhere"), commands_->ofWindow()});
    auto* sheet = new ShortcutSheet(theme_, groups);
    connect(sheet, &ShortcutSheet::guideAsked, this,
            [this] { openGuide(front() != nullptr ? front()->helpTopic() : QString()); });
    openSheet(sheet, 760, 80);
}

void MainWindow::openGuide(const QString& topic)
{
    openSheet(new HelpView(theme_, topic), 860, 64);
}

void MainWindow::bringToFront()
{
    if (isMinimized()) showNormal();
    show();
    raise();
    activateWindow();
}

void MainWindow::say(const QString& sentence, const QString& action, std::function<void()> run)
{
    toast_->say(sentence, action, std::move(run));
}

void MainWindow::openPage(const QString& id, const QString& argument)
{
    visit({id, argument}, true);
}

void MainWindow::visit(const Visit& where, bool remember)
{
    PageView* next = page(where.page);
    if (next == nullptr) return;
    const bool same = where.page == current_ && where.argument == argument_;
    if (remember && !same && !current_.isEmpty()) {
        history_.append({current_, argument_});
        if (history_.size() > kLongestHistory) history_.removeFirst();
    }
    current_ = where.page;
    argument_ = where.argument;
    next->open(where.argument);
    stack_->setCurrentWidget(next);
    commands_->setCurrentPage(current_);
    navigation_->setCurrent(current_);
    const QString text = filters_.value(current_);
    search_->setFilters(false);
    search_->setText(text);
    search_->setFilters(next->filter(text));
    setWindowTitle(tr("%1 – Kith").arg(next->title()));
    next->activate();
}

void MainWindow::goBack()
{
    if (history_.isEmpty()) return;
    const Visit before = history_.takeLast();
    visit(before, false);
}

void MainWindow::runCommand(const QString& id)
{
    commands_->run(id);
}

void MainWindow::logConversation(const QString& personId)
{
    if (!actions_.log) return;
    const PageView* page = pages_.value(current_, nullptr);
    actions_.log(personId.isEmpty() && page != nullptr ? page->personInHand() : personId);
}

void MainWindow::revert(bool redo)
{
    const auto answer = [this, redo](bool ok, const QString& sentence) {
        if (ok && !redo) say(sentence, tr("Redo"), [this] { revert(true); });
        else if (ok) say(sentence, tr("Undo"), [this] { revert(false); });
        else say(sentence);
    };
    const auto& action = redo ? actions_.redo : actions_.undo;
    if (action) action(answer);
}

void MainWindow::saveState()
{
    if (settings_ == nullptr) return;
    settings_->setValue("window/geometry", saveGeometry());
    for (auto at = pages_.cbegin(); at != pages_.cend(); ++at) {
        settings_->beginGroup(u"pages/"_s + at.key());
        at.value()->saveState(*settings_);
        settings_->endGroup();
    }
}

}  // namespace kith::ui
