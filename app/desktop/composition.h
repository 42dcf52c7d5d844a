// Builds the program: theme, window, and the way from a file to its pages.
#pragma once

#include "opening.h"
#include "options.h"
#include "single_instance.h"
#include "workspace_pages.h"

#include <kith/shell/tray_notifier.h>
#include <kith/shell/welcome_view.h>
#include <kith/theme/theme.h>

#include <QApplication>
#include <QPointer>
#include <QSettings>

#include <memory>

namespace kith::desktop {

class Composition : public QObject {
    Q_OBJECT
public:
    Composition(QApplication& app, Options options);
    ~Composition() override;

    /// False when another Kith has this workspace and was brought to the front instead.
    [[nodiscard]] bool start();

Q_SIGNALS:
    /// The workspace is open and its pages are in the window.
    void ready();

private:
    void connectOpening();
    void showCreate(bool keychain);
    void showUnlock();
    void showTrouble(const Error& error);
    void showPages();
    void restoreLatest();
    void createThen(const Opening::NewWorkspace& wanted, ui::Answer answer);
    void answer(const Result<void>& result);
    void takePictures();

    QApplication& app_;
    Options options_;
    QSettings settings_;
    std::unique_ptr<Clock> clock_;
    SystemZone zone_;
    SystemRandom random_;
    UuidSource ids_;
    secrets::SystemKeychain keychain_;
    ui::Theme theme_;
    std::unique_ptr<ui::Notifier> notifier_;
    ui::MainWindow window_;
    SingleInstance instance_;
    Opening opening_;
    std::unique_ptr<WorkspacePages> pages_;
    QPointer<ui::CreateView> creating_;  ///< the window's cover while a workspace is made
    ui::Answer pending_;  ///< of the view that waits for the opening
};

}  // namespace kith::desktop
