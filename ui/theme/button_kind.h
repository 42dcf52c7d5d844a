// Variants of QPushButton, told to the style by a dynamic property.
#pragma once

#include <QPushButton>

namespace kith::ui {

enum class ButtonKind {
    Normal,  ///< hairline frame
    Primary,  ///< filled with the accent; one on a screen
    Quiet,  ///< no frame until pointed at
    Danger,  ///< hairline frame, words in the danger colour
    Link,  ///< words in the accent colour, no frame
};

/// Beside the words of a link, for its focus; what stands below them is indented by as much.
inline constexpr int kLinkMargin = 2;

inline constexpr const char* kButtonKindProperty = "kithKind";

inline void setButtonKind(QPushButton* button, ButtonKind kind)
{
    button->setProperty(kButtonKindProperty, static_cast<int>(kind));
    button->update();
}

[[nodiscard]] inline ButtonKind buttonKind(const QWidget* button)
{
    return button == nullptr ? ButtonKind::Normal
                             : static_cast<ButtonKind>(button->property(kButtonKindProperty).toInt());
}

}  // namespace kith::ui
