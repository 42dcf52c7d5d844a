#include <kith/theme/theme.h>

#include <kith/theme/style.h>

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPainter>
#include <QPalette>
#include <QScreen>
#include <QStyleHints>
#include <QToolTip>

#include <algorithm>
#include <array>
#include <cmath>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// The steps of the scale as pixels at 96 dpi and a usual system font; measured against design/mock at 1280×800.
constexpr std::array kPixels = {11.0, 12.0, 13.5, 16.0, 21.0};

// Desktops ship with 9 to 11 points and mean the same reading size by it; anybody outside has asked for more or less.
double scaleFor(double points)
{
    if (points <= 0) return 1.0;
    if (points < 9.0) return std::max(points / 9.0, 0.8);
    if (points > 11.0) return std::min(points / 11.0, 2.5);
    return 1.0;
}

}  // namespace

Theme::Theme(Appearance appearance, QObject* parent)
    : QObject(parent), appearance_(appearance), icons_(std::make_unique<IconSet>())
{
    const QFont system = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    family_ = QFontDatabase::hasFamily(u"Inter"_s) ? u"Inter"_s : QFontInfo(system).family();
    const QScreen* screen = QGuiApplication::primaryScreen();
    dpi_ = screen != nullptr ? screen->logicalDotsPerInchY() : 96.0;
    scale_ = scaleFor(system.pointSizeF()) * std::clamp(dpi_ / 96.0, 0.8, 3.0);
    systemDarkAtStart_ = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    dark_ = appearance_ == Appearance::Dark || (appearance_ == Appearance::System && systemIsDark());
    tokens_ = dark_ ? darkTokens() : lightTokens();
}

Theme::~Theme() = default;

bool Theme::systemIsDark() const
{
    // QStyleHints::colorScheme came with Qt 6.5; asked for by name, so that one build serves 6.4 and later.
    const QVariant scheme = QGuiApplication::styleHints()->property("colorScheme");
    if (scheme.isValid() && scheme.toInt() != 0) return scheme.toInt() == 2;
    return systemDarkAtStart_;
}

void Theme::install(QApplication& app)
{
    app_ = &app;
    app.setStyle(new Style(*this));
    app.installEventFilter(this);
    apply();
}

void Theme::setAppearance(Appearance appearance)
{
    appearance_ = appearance;
    apply();
}

void Theme::apply()
{
    dark_ = appearance_ == Appearance::Dark || (appearance_ == Appearance::System && systemIsDark());
    tokens_ = dark_ ? darkTokens() : lightTokens();
    if (app_ != nullptr && !applying_) {
        applying_ = true;
        app_->setPalette(palette());
        app_->setFont(font(TextSize::Body));
        QToolTip::setPalette(palette());
        QToolTip::setFont(font(TextSize::Small));
        applying_ = false;
    }
    Q_EMIT changed();
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == app_ && event->type() == QEvent::ThemeChange && appearance_ == Appearance::System && !applying_
        && systemIsDark() != dark_) {
        apply();
    }
    return QObject::eventFilter(watched, event);
}

const QColor& Theme::ink(Ink ink) const
{
    switch (ink) {
    case Ink::Text: return tokens_.text;
    case Ink::Muted: return tokens_.muted;
    case Ink::Faint: return tokens_.faintText;
    case Ink::Accent: return tokens_.accentText;
    case Ink::Danger: return tokens_.danger;
    case Ink::Warning: return tokens_.warningText;
    case Ink::Good: return tokens_.goodText;
    case Ink::OnAccent: return tokens_.onAccent;
    }
    return tokens_.text;
}

QFont Theme::font(TextSize size, Weight weight) const
{
    QFont font(family_);
    // Points, because a QFont holds whole pixels only and the body step lies between two.
    font.setPointSizeF(kPixels[static_cast<std::size_t>(size)] * scale_ * 72.0 / dpi_);
    font.setWeight(weight == Weight::Bold ? QFont::DemiBold : weight == Weight::Medium ? QFont::Medium : QFont::Normal);
    if (size == TextSize::Title) font.setWeight(weight == Weight::Regular ? QFont::Normal : QFont::Bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

QFont Theme::figures(TextSize size, Weight weight) const
{
    QFont font = this->font(size, weight);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#endif
    return font;
}

int Theme::px(int pixels) const
{
    return static_cast<int>(std::lround(pixels * scale_));
}

QIcon Theme::icon(Icon icon, Ink ink) const
{
    return icons_->icon(icon, this->ink(ink), tokens_.faint);
}

QPixmap Theme::pixmap(Icon icon, int size, const QColor& colour, qreal ratio) const
{
    return icons_->pixmap(icon, size, colour, ratio);
}

void Theme::paintIcon(QPainter& painter, const QRectF& where, Icon icon, const QColor& colour, int size) const
{
    const QPixmap pixmap = icons_->pixmap(icon, size, colour, painter.device()->devicePixelRatioF());
    painter.drawPixmap(
        QPointF(std::round(where.center().x() - size / 2.0), std::round(where.center().y() - size / 2.0)), pixmap);
}

bool Theme::motion() const
{
    return qEnvironmentVariableIntValue("KITH_REDUCED_MOTION") == 0;
}

QPalette Theme::palette() const
{
    const Tokens& t = tokens_;
    QPalette p;
    p.setColor(QPalette::Window, t.canvas);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.canvas);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::PlaceholderText, t.faintText);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::Button, t.surface);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::BrightText, t.danger);
    p.setColor(QPalette::Highlight, t.selection);
    p.setColor(QPalette::HighlightedText, t.text);
    p.setColor(QPalette::Link, t.accentText);
    p.setColor(QPalette::LinkVisited, t.accentText);
    p.setColor(QPalette::Light, t.surface);
    p.setColor(QPalette::Midlight, t.line);
    p.setColor(QPalette::Mid, t.line);
    p.setColor(QPalette::Dark, t.strongLine);
    p.setColor(QPalette::Shadow, t.strongLine);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText}) {
        p.setColor(QPalette::Disabled, role, t.faint);
    }
    return p;
}

}  // namespace kith::ui
