// The window with stand-in pages, and what lies over it: palette, keys, guide, welcome.
#include "gallery_pages.h"

#include <kith/controls/sheet.h>
#include <kith/shell/main_window.h>
#include <kith/shell/settings_view.h>
#include <kith/shell/welcome_view.h>
#include <kith/support/fake_sync_desk.h>
#include <kith/support/inline_worker.h>
#include <kith/support/temp_workspace.h>
#include <kith/views/sign_in_sheet.h>
#include <kith/views/sync_view.h>

#include <QApplication>
#include <QTemporaryDir>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

class StandIn final : public PageView {
public:
    StandIn(const Theme* theme, const QString& name, const QString& detail) : name_(name)
    {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(20, 18, 20, 20);
        column->addWidget(new PageTitle(theme, name, detail));
        column->addStretch();
    }
    QString title() const override { return name_; }
    QList<CommandSpec> commands() override
    {
        return {{u"today.log"_s, u"Log with the selected person"_s, QKeySequence(u"L"_s), [] { }, {}, u"message"_s},
                {u"today.snooze"_s, u"Snooze the selected reminder"_s, QKeySequence(u"S"_s), [] { }, {}, u"clock"_s}};
    }

private:
    QString name_;
};

void somebody(const QString&, const std::function<void(const PaletteFinds&)>& answer)
{
    answer({.peopleHeading = u"People · 12"_s,
            .people = {{u"1"_s, u"Ana Ruiz"_s, u"Platform engineer · City Council"_s},
                       {u"2"_s, u"Олена Ковальчук"_s, u"Reliability engineer · Tidal Energy"_s}},
            .showAll = u"Show all 12 in People"_s,
            .notesHeading = u"Notes · 3 people"_s,
            .notes = {{u"1"_s, u"Ana Ruiz"_s, u"… open to the data lead role after the bonus in March"_s}}});
}

void grab(MainWindow& window, const QString& folder, const QString& name, const Theme& theme)
{
    QApplication::processEvents();
    QApplication::processEvents();
    window.grab().save(u"%1/%2-%3.png"_s.arg(folder, name, theme.dark() ? u"dark"_s : u"light"_s));
    if (Sheet* sheet = Sheet::current(&window)) sheet->dismiss();
}

/// Two conflicts, an edit that was not taken, two devices.
void showSync(test::FakeSyncDesk& desk, test::TempWorkspace& file)
{
    const Id ana = file.addPerson("Ana Ruiz");
    const Id olena = file.addPerson("Олена Ковальчук");
    test::addConflict(file.services(), Kind::Person, ana, person::city, Value{"Leeds"}, Value{"York"});
    test::addConflict(file.services(), Kind::Person, olena, person::about, Value{"Leads the reliability guild."},
                      Value{"Leads the reliability guild; would move for a role in public health, not before the bonus "
                            "in March."});
    const Instant now = file.clock.now();
    desk.known = {{.id = file.ids.make(),
                   .name = "priya-desk",
                   .user = "priya",
                   .version = "0.3",
                   .lastSeen = now,
                   .current = true},
                  {.id = file.ids.make(),
                   .name = "Priya's old laptop",
                   .user = "priya",
                   .version = "0.2",
                   .lastSeen = now - std::chrono::days{9}}};
    desk.refused = {{.seq = 7,
                     .kind = Kind::Person,
                     .row = ana,
                     .reason = "Your role or your rights in this space do not allow that.",
                     .at = now - std::chrono::hours{20}}};
    SyncState state = test::FakeSyncDesk::signedIn();
    state.counts = {.waiting = 3, .oldestWaiting = now - std::chrono::minutes{7}, .conflicts = 2, .rejected = 1};
    desk.show(state);
}

}  // namespace

void drawWindow(Theme& theme, const QString& folder)
{
    QTemporaryDir place;
    QSettings settings(place.filePath(u"window.ini"_s), QSettings::IniFormat);
    SilentNotifier notifier;
    MainWindow window(&theme, &settings, &notifier);
    window.setActions(
        {[](const QString&) {}, somebody, [](const auto& done) { done(true, u"Undone: log a conversation."_s); }, {}});
    auto* today = new StandIn(&theme, u"Today"_s, u"Sunday 22 November · 8 conversations, about 20 minutes"_s);
    auto* people = new StandIn(&theme, u"People"_s, u"12,481"_s);
    window.addPage({u"today"_s, u"Today"_s, Icon::Today}, today);
    window.addPage({u"people"_s, u"People"_s, Icon::People}, people);
    Q_EMIT today->countChanged(8);
    Q_EMIT people->countChanged(12481);
    window.resize(1280, 800);
    window.show();
    window.runCommand(u"window.undo"_s);
    grab(window, folder, u"window"_s, theme);
    window.openPalette(u""_s);
    grab(window, folder, u"palette"_s, theme);
    window.openPalette(u"o"_s);
    grab(window, folder, u"palette-typed"_s, theme);
    window.openShortcuts();
    grab(window, folder, u"keys"_s, theme);
    window.openGuide(u"logging"_s);
    grab(window, folder, u"guide"_s, theme);
    test::TempWorkspace file;
    test::InlineWorker worker(file.workspace(), file.services());
    SettingsPage page(worker, file.clock, {u"~/.local/share/kith/workspace.kith"_s, true, {}, {}});
    page.setOrganisation(u"City Council"_s);
    page.setRegion(u"GB"_s);
    test::FakeSyncDesk desk;
    showSync(desk, file);
    SyncPage sync(worker, desk, file.clock, file.zone);
    SignInPage door(desk, u"priya-desk"_s);
    window.addHiddenPage(u"settings"_s, new SettingsView(page, &theme, &settings, window, true, &sync));
    window.addHiddenPage(u"sync"_s, new SyncView(&theme, sync, door, window));
    window.setState(sync.words(), inkOf(sync.headline()), sync.sentence());
    window.openPage(u"settings"_s);
    grab(window, folder, u"settings"_s, theme);
    window.openPage(u"sync"_s);
    grab(window, folder, u"sync"_s, theme);
    openSignInSheet(&theme, &window, door);
    grab(window, folder, u"sign-in"_s, theme);
    desk.show({});
    window.setState(sync.words(), inkOf(sync.headline()), sync.sentence());
    grab(window, folder, u"sync-alone"_s, theme);
    window.openPage(u"today"_s);
    window.setCover(new CreateView(&theme, u"~/.local/share/kith/workspace.kith"_s, false,
                                   {[](const auto&, const auto&) { }, [](const auto&) { }}));
    grab(window, folder, u"welcome"_s, theme);
    auto* unlock = new UnlockView(&theme, u"~/.local/share/kith/workspace.kith"_s,
                                  [](const QString&, const Answer& answer) { answer(fail(ErrorCode::WrongKey, {})); });
    window.setCover(unlock);
    for (QLineEdit* field : unlock->findChildren<QLineEdit*>()) field->setText(u"wrong horse"_s);
    for (QPushButton* button : unlock->findChildren<QPushButton*>()) button->click();
    grab(window, folder, u"unlock"_s, theme);
}

}  // namespace kith::ui
