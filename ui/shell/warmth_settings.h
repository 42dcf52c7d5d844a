// What warmth counts with, in Settings.
#pragma once

#include <kith/controls/badges.h>
#include <kith/controls/labels.h>
#include <kith/pages/settings_page.h>

#include <QSpinBox>
#include <QWidget>

#include <array>

namespace kith::ui {

class WarmthSettings final : public QWidget {
    Q_OBJECT
public:
    /// The references must outlive the widget.
    WarmthSettings(SettingsPage& page, Theme* theme, QWidget* parent = nullptr);

private:
    void refresh();
    [[nodiscard]] WarmthWeights typed() const;

    SettingsPage& page_;
    std::array<QSpinBox*, kWarmthTerms> weights_{};
    std::array<TextLabel*, kWarmthTerms> shares_{};
    KeyButton* usual_;
};

}  // namespace kith::ui
