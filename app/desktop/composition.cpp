#include "composition.h"

#include "pictures.h"

#include <kith/pages/words.h>
#include <kith/store/backups.h>

#include <QTimer>

namespace kith::desktop {

namespace {

std::unique_ptr<Clock> clockFor(const QString& now)
{
    if (const auto at = parseIsoInstant(now.toStdString(), SystemZone{})) return std::make_unique<FixedClock>(*at);
    return std::make_unique<SystemClock>();
}

ui::Appearance appearanceOf(const QString& word)
{
    if (word == QLatin1String("light")) return ui::Appearance::Light;
    return word == QLatin1String("dark") ? ui::Appearance::Dark : ui::Appearance::System;
}

}  // namespace

Composition::Composition(QApplication& app, Options options)
    : app_(app),
      options_(std::move(options)),
      clock_(clockFor(options_.now)),
      ids_(*clock_, random_),
      theme_(appearanceOf(options_.appearance.isEmpty() ? settings_.value(QStringLiteral("appearance")).toString()
                                                        : options_.appearance)),
      notifier_(options_.screenshots.empty()
                    ? std::unique_ptr<ui::Notifier>(std::make_unique<ui::TrayNotifier>(&theme_))
                    : std::make_unique<ui::SilentNotifier>()),
      window_(&theme_, options_.screenshots.empty() ? &settings_ : nullptr, notifier_.get()),
      instance_(options_.workspace),
      opening_({.path = options_.workspace, .keyFile = options_.keyFile}, keychain_, *clock_, ids_, random_)
{
    theme_.install(app_);
    window_.setStaysInTray(notifier_->hasTray()
                           && settings_.value(QStringLiteral("window/staysInTray"), false).toBool());
    connectOpening();
    connect(notifier_.get(), &ui::Notifier::raiseAsked, &window_, &ui::MainWindow::bringToFront);
    connect(notifier_.get(), &ui::Notifier::quitAsked, &app_, &QApplication::quit);
    connect(&window_, &ui::MainWindow::quitAsked, &app_, &QApplication::quit);
    connect(&window_, &ui::MainWindow::filesDropped, this, [this](const QStringList& files) {
        if (pages_) pages_->previewImport(files);
    });
    connect(&instance_, &SingleInstance::raised, this, [this](const QStringList& files) {
        window_.bringToFront();
        if (pages_ && !files.isEmpty()) pages_->previewImport(files);
    });
}

Composition::~Composition() = default;

bool Composition::start()
{
    if (options_.screenshots.empty() && instance_.handOver(options_.files)) return false;
    instance_.listen();
    if (!options_.background || !notifier_->hasTray()) window_.show();
    opening_.start();
    return true;
}

void Composition::connectOpening()
{
    connect(&opening_, &Opening::isNew, this, &Composition::showCreate);
    connect(&opening_, &Opening::wantsPassphrase, this, &Composition::showUnlock);
    connect(&opening_, &Opening::wantsNewPassphrase, this, [this](const QString& why) {
        answer(fail(ErrorCode::NoKeychain, why.toStdString()));
        if (creating_) creating_->askPassphrase(why);
    });
    connect(&opening_, &Opening::failed, this, [this](const Error& error) {
        if (pending_) answer(std::unexpected(error));
        else showTrouble(error);
    });
    connect(&opening_, &Opening::opened, this, &Composition::showPages);
}

void Composition::answer(const Result<void>& result)
{
    if (auto waiting = std::exchange(pending_, {})) waiting(result);
}

void Composition::showCreate(bool keychain)
{
    ui::CreateView::Actions actions;
    actions.create = [this](const ui::NewWorkspace& wanted, ui::Answer done) {
        createThen({wanted.organisation.toStdString(), wanted.me.toStdString(), wanted.passphrase.toStdString()},
                   std::move(done));
    };
    creating_ =
        new ui::CreateView(&theme_, QString::fromStdString(options_.workspace.string()), keychain, std::move(actions));
    window_.setCover(creating_);
}

void Composition::createThen(const Opening::NewWorkspace& wanted, ui::Answer done)
{
    pending_ = std::move(done);
    opening_.create(wanted);
}

void Composition::showUnlock()
{
    window_.setCover(new ui::UnlockView(&theme_, QString::fromStdString(options_.workspace.string()),
                                        [this](const QString& passphrase, ui::Answer done) {
                                            pending_ = std::move(done);
                                            opening_.unlock(passphrase.toStdString());
                                        }));
}

void Composition::showTrouble(const Error& error)
{
    QList<ui::TroubleView::Way> ways;
    const auto backups = store::automaticBackups(options_.workspace);
    const bool mayRestore = error.code == ErrorCode::Corrupt || error.code == ErrorCode::WrongKey;
    if (mayRestore && !backups.empty())
        ways.append({tr("Restore the backup of %1").arg(QString::fromStdString(backups.front().stem().string())),
                     [this] { restoreLatest(); }});
    ways.append({tr("Try again"), [this] { opening_.start(); }});
    ways.append({tr("Quit"), [this] { app_.quit(); }});
    window_.setCover(new ui::TroubleView(&theme_, tr("The workspace cannot be opened"),
                                         QString::fromStdString(error.message), ways));
}

void Composition::restoreLatest()
{
    opening_.restore([this](const Result<void>& restored) {
        if (restored) opening_.start();
        else showTrouble(restored.error());
    });
}

void Composition::showPages()
{
    auto toScreen = [this](std::move_only_function<void()> task) {
        // A queued call must be copyable; the task is not.
        auto shared = std::make_shared<std::move_only_function<void()>>(std::move(task));
        QMetaObject::invokeMethod(this, [shared] { (*shared)(); }, Qt::QueuedConnection);
    };
    auto worker = store::WorkspaceWorker::start(opening_.take(), *clock_, zone_, ids_, toScreen);
    if (!worker) {
        showTrouble(worker.error());
        return;
    }
    answer({});
    pages_ = std::make_unique<WorkspacePages>(std::move(*worker), options_.keyFile, *clock_, zone_, ids_, theme_,
                                              window_, *notifier_, settings_);
    window_.removeCover();
    window_.openPage(QStringLiteral("today"));
    if (!options_.files.isEmpty()) pages_->previewImport(options_.files);
    Q_EMIT ready();
    if (options_.measureStart) QTimer::singleShot(0, &app_, &QApplication::quit);
    if (!options_.screenshots.empty()) takePictures();
}

void Composition::takePictures()
{
    auto* pictures = new Pictures(theme_, window_, options_.screenshots, this);
    connect(pictures, &Pictures::finished, &app_, [this](bool written) { app_.exit(written ? 0 : 1); });
    pictures->start();
}

}  // namespace kith::desktop
