#include <kith/theme/tokens.h>

#include <algorithm>
#include <cmath>

namespace kith::ui {
namespace {

QColor hex(QRgb rgb)
{
    return QColor::fromRgb(rgb);
}

QColor over(QRgb rgb, double alpha)
{
    QColor colour = QColor::fromRgb(rgb);
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

double luminance(const QColor& colour)
{
    const auto linear = [](float channel) {
        const double value = static_cast<double>(channel);
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

}  // namespace

Tokens lightTokens()
{
    Tokens t;
    t.canvas = hex(0xF7F6F3);
    t.surface = hex(0xFFFFFF);
    t.raised = hex(0xFFFFFF);
    t.line = hex(0xE7E4DD);
    t.strongLine = hex(0xCFCBC2);
    t.text = hex(0x1E2124);
    t.muted = hex(0x5F6670);
    t.faint = hex(0x8D939C);
    t.faintText = hex(0x646B74);
    t.accent = hex(0x0E7367);
    t.accentSoft = hex(0xDDF0ED);
    t.accentText = hex(0x0E7367);
    t.onAccent = hex(0xFFFFFF);
    t.danger = hex(0xB3372E);
    t.warning = hex(0xA86A00);
    t.good = hex(0x2E7D4F);
    t.warningText = hex(0x8F5A00);
    t.goodText = hex(0x287046);
    t.band = {hex(0x5B7FA6), hex(0x5F9E94), hex(0xC98A2B), hex(0xC9562F)};
    t.bandText = {hex(0x4A6C93), hex(0x39736A), hex(0x87590F), hex(0xAD4520)};
    t.hover = over(0x1E2124, 0.045);
    t.pressed = over(0x1E2124, 0.09);
    t.scrim = over(0x1E2124, 0.22);
    t.shadow = over(0x000000, 0.15);
    t.unlit = hex(0xCFCBC2);
    t.focus = hex(0x0E7367);
    t.selection = hex(0xB9E0DA);
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.canvas = hex(0x16181B);
    t.surface = hex(0x1D2024);
    t.raised = hex(0x24282D);
    t.line = hex(0x2C3137);
    t.strongLine = hex(0x3B424A);
    t.text = hex(0xE8EAED);
    t.muted = hex(0xA3AAB4);
    t.faint = hex(0x757D88);
    t.faintText = hex(0x949CA7);
    t.accent = hex(0x3CB8A6);
    t.accentSoft = hex(0x17352F);
    t.accentText = hex(0x3CB8A6);
    t.onAccent = hex(0x10201D);
    t.danger = hex(0xF0867C);
    t.warning = hex(0xE0B04A);
    t.good = hex(0x6CC592);
    t.warningText = t.warning;
    t.goodText = t.good;
    t.band = {hex(0x86A9D0), hex(0x84C4B9), hex(0xE5B566), hex(0xEE8B66)};
    t.bandText = t.band;
    t.hover = over(0xFFFFFF, 0.05);
    t.pressed = over(0xFFFFFF, 0.10);
    t.scrim = over(0x000000, 0.45);
    t.shadow = over(0x000000, 0.55);
    t.unlit = hex(0x3B424A);
    t.focus = hex(0x3CB8A6);
    t.selection = hex(0x22564C);
    return t;
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace kith::ui
