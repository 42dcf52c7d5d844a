#include "pictures.h"

#include <kith/controls/sheet.h>

#include <QPixmap>
#include <array>

namespace kith::desktop {

namespace {

struct View {
    const char* name;
    void (*show)(ui::MainWindow& window);
};

constexpr std::array kViews = {
    View{"today", [](ui::MainWindow& w) { w.openPage(QStringLiteral("today")); }},
    View{"people",
         [](ui::MainWindow& w) {
             w.openPage(QStringLiteral("people"));
             (void)w.page(QStringLiteral("people"))->filter({});
         }},
    View{"search",
         [](ui::MainWindow& w) {
             w.openPage(QStringLiteral("people"));
             (void)w.page(QStringLiteral("people"))->filter(QStringLiteral("engineer is:talent not spoken:30d"));
         }},
    View{"palette", [](ui::MainWindow& w) { w.openPalette(QStringLiteral("lead")); }},
    View{"person", [](ui::MainWindow& w) { w.runCommand(QStringLiteral("people.open")); }},
    View{"log", [](ui::MainWindow& w) { w.logConversation(); }},
    View{"import", [](ui::MainWindow& w) { w.openPage(QStringLiteral("import")); }},
    View{"team", [](ui::MainWindow& w) { w.openPage(QStringLiteral("team")); }},
    View{"sync", [](ui::MainWindow& w) { w.openPage(QStringLiteral("sync")); }},
    View{"network",
         [](ui::MainWindow& w) {
             w.openPage(QStringLiteral("people"));
             w.runCommand(QStringLiteral("people.open"));
             w.runCommand(QStringLiteral("person.network"));
             if (w.currentPage() != QStringLiteral("network")) w.openPage(QStringLiteral("network"));  // nobody is here
         }},
    View{"settings", [](ui::MainWindow& w) { w.openPage(QStringLiteral("settings")); }},
    View{"names", [](ui::MainWindow& w) { w.openPage(QStringLiteral("names")); }},
};

struct Size {
    int width, height;
};
constexpr std::array kSizes = {Size{1280, 800}, Size{1920, 1080}};

constexpr int kShots = static_cast<int>(kViews.size() * kSizes.size() * 2);
/// Rounds of the event loop for lists to arrive and lay themselves out.
constexpr int kSettle = 12;

}  // namespace

Pictures::Pictures(ui::Theme& theme, ui::MainWindow& window, std::filesystem::path folder, QObject* parent)
    : QObject(parent), theme_(theme), window_(window), folder_(std::move(folder))
{
    connect(&timer_, &QTimer::timeout, this, &Pictures::next);
}

void Pictures::start()
{
    std::error_code ignored;
    std::filesystem::create_directories(folder_, ignored);
    timer_.start(25);
}

void Pictures::next()
{
    const auto views = static_cast<int>(kViews.size());
    const View& view = kViews[static_cast<std::size_t>(shot_ % views)];
    const Size& size = kSizes[static_cast<std::size_t>(shot_ / views) % kSizes.size()];
    const bool dark = shot_ >= kShots / 2;
    if (rounds_ == 0) {
        if (ui::Sheet* sheet = ui::Sheet::current(&window_)) sheet->dismiss();
        theme_.setAppearance(dark ? ui::Appearance::Dark : ui::Appearance::Light);
        window_.resize(size.width, size.height);
        view.show(window_);
    }
    if (++rounds_ < kSettle) return;
    rounds_ = 0;
    const QString name = QStringLiteral("%1-%2-%3.png")
                             .arg(QLatin1String(view.name), dark ? QLatin1String("dark") : QLatin1String("light"))
                             .arg(size.width);
    written_ &= window_.grab().save(QString::fromStdString((folder_ / name.toStdString()).string()));
    if (++shot_ < kShots) return;
    timer_.stop();
    Q_EMIT finished(written_);
}

}  // namespace kith::desktop
