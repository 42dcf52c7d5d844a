// Colours, type and icons of the window, in one object that is passed to whoever draws.
#pragma once

#include <kith/theme/icons.h>
#include <kith/theme/tokens.h>

#include <QFont>
#include <QObject>

#include <memory>

class QApplication;
class QPalette;

namespace kith::ui {

/// What the person chose; System follows the desktop and its changes.
enum class Appearance { System, Light, Dark };

/// The five steps of the type scale: 10, 11, 13, 16 and 22.
enum class TextSize { Tiny, Small, Body, Lead, Title };
enum class Weight { Regular, Medium, Bold };
/// Which token a text is drawn in.
enum class Ink { Text, Muted, Faint, Accent, Danger, Warning, Good, OnAccent };

/// Sizes of ux.md in logical pixels: space in steps of 4, corners 6, rows 36 (compact 28).
inline constexpr int kSpace = 4;
inline constexpr int kCorner = 6;
inline constexpr int kRow = 36;
inline constexpr int kRowCompact = 28;

class Theme : public QObject {
    Q_OBJECT
public:
    /// Reads the system's font; needs a QGuiApplication.
    explicit Theme(Appearance appearance = Appearance::System, QObject* parent = nullptr);
    ~Theme() override;

    /// Gives the application our style, palette and font, now and whenever the theme changes.
    void install(QApplication& app);

    [[nodiscard]] Appearance appearance() const { return appearance_; }
    void setAppearance(Appearance appearance);
    [[nodiscard]] bool dark() const { return dark_; }

    [[nodiscard]] const Tokens& tokens() const { return tokens_; }
    [[nodiscard]] const QColor& ink(Ink ink) const;
    [[nodiscard]] QFont font(TextSize size, Weight weight = Weight::Regular) const;
    /// Like font(), with figures of equal width where Qt can ask for them (6.7); paintFigures() does it everywhere.
    [[nodiscard]] QFont figures(TextSize size, Weight weight = Weight::Regular) const;
    /// Logical pixels scaled with the system's font size: for things that hold text.
    [[nodiscard]] int px(int pixels) const;

    /// Icon in an ink, sharp at every device pixel ratio; follows no later theme change, so fetch it again on
    /// changed().
    [[nodiscard]] QIcon icon(Icon icon, Ink ink = Ink::Muted) const;
    [[nodiscard]] QPixmap pixmap(Icon icon, int size, const QColor& colour, qreal ratio) const;
    /// Draws an icon in the middle of a rectangle.
    void paintIcon(QPainter& painter, const QRectF& where, Icon icon, const QColor& colour, int size = 16) const;

    /// False when less movement is asked for: KITH_REDUCED_MOTION=1.
    [[nodiscard]] bool motion() const;

    [[nodiscard]] QPalette palette() const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();
    [[nodiscard]] bool systemIsDark() const;

    Appearance appearance_;
    bool dark_ = false;
    Tokens tokens_;
    QString family_;
    double dpi_ = 96.0;
    double scale_ = 1.0;
    bool systemDarkAtStart_ = false;
    bool applying_ = false;
    QApplication* app_ = nullptr;
    std::unique_ptr<IconSet> icons_;
};

}  // namespace kith::ui
