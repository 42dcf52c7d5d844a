// Pictures of the main pages, for `packaging/setup run` without a display and for the README.
#pragma once

#include <kith/shell/main_window.h>

#include <QObject>
#include <QTimer>

#include <filesystem>

namespace kith::desktop {

/// Shows each page in light and dark at two sizes and writes it as a PNG. A page counts as painted when the event loop
/// has come round several times after it was shown.
class Pictures : public QObject {
    Q_OBJECT
public:
    Pictures(ui::Theme& theme, ui::MainWindow& window, std::filesystem::path folder, QObject* parent = nullptr);
    void start();

Q_SIGNALS:
    /// False when a picture could not be written.
    void finished(bool written);

private:
    void next();

    ui::Theme& theme_;
    ui::MainWindow& window_;
    std::filesystem::path folder_;
    QTimer timer_;
    int shot_ = 0;
    int rounds_ = 0;
    bool written_ = true;
};

}  // namespace kith::desktop
