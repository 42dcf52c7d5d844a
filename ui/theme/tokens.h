// The colours of ux.md, light and dark, and those derived from them where contrast or states ask for more.
#pragma once

#include <QColor>

#include <array>

namespace kith::ui {

struct Tokens {
    // Grounds.
    QColor canvas, surface, raised;
    // Hairlines. `strongLine` frames fields and buttons.
    QColor line, strongLine;
    // Words. `faint` is for marks, placeholders of drawings and disabled things; words that must be read use
    // `faintText`.
    QColor text, muted, faint, faintText;
    QColor accent, accentSoft, accentText, onAccent;
    // Marks; the word beside a mark is drawn in its ...Text colour.
    QColor danger, warning, good, warningText, goodText;
    // Warmth by Band (cold, cool, warm, hot): `band` for glyphs, `bandText` for the word, which meets 4.5:1.
    std::array<QColor, 4> band, bandText;
    // States laid over a ground.
    QColor hover, pressed;
    // Behind sheets, under raised things, unlit bars of a glyph.
    QColor scrim, shadow, unlit;
    QColor focus;
    // Behind selected letters in a field.
    QColor selection;
};

[[nodiscard]] Tokens lightTokens();
[[nodiscard]] Tokens darkTokens();

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.2, relative luminance).
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

}  // namespace kith::ui
