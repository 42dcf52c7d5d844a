// The small drawings that lists and single widgets share: avatars, warmth bars, key caps, highlighted words.
#pragma once

#include <kith/domain/vocabulary.h>
#include <kith/theme/theme.h>

#include <QKeySequence>
#include <QPainter>
#include <QRectF>
#include <QString>
#include <QStringList>

namespace kith::ui {

/// One or two initials of a name in any script, whole grapheme clusters, upper case where the script has case;
/// "?" for a name without letters. Titles and particles are not guessed at: first and last word.
[[nodiscard]] QString initialsOf(const QString& name);
/// Hue 0-359 of a person's quiet tint; the same name always gives the same hue, on every machine.
[[nodiscard]] int hueOf(const QString& name);

/// A round tint with initials in it.
void paintAvatar(QPainter& painter, const QRectF& where, const QString& name, const Theme& theme);

/// "Cold", "Cool", "Warm", "Hot", translated.
[[nodiscard]] QString bandWord(Band band);
/// Four rising bars, as many lit as the band: 18 × 14 pixels, drawn in the middle of the left edge.
void paintWarmthBars(QPainter& painter, const QPointF& topLeft, Band band, const Theme& theme);
inline constexpr QSize kWarmthBars{18, 14};
/// Bars, word and (when not negative) figure, on one line; mirrored in right-to-left layouts.
void paintWarmth(QPainter& painter, const QRect& where, Band band, int warmth, const Theme& theme,
                 Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter,
                 Qt::LayoutDirection direction = Qt::LeftToRight);
[[nodiscard]] int warmthWidth(Band band, int warmth, const Theme& theme);

/// "Ctrl K": the keys of a shortcut in words, by the platform's names.
[[nodiscard]] QString keyText(const QKeySequence& keys);
[[nodiscard]] QSize keyCapSize(const QString& text, const Theme& theme);
/// A key cap in the middle of a rectangle; `ink` also tints its frame.
void paintKeyCap(QPainter& painter, const QRectF& where, const QString& text, const Theme& theme, const QColor& ink);

/// One line of plain text, elided at the end, in the reading direction of its own script.
void paintText(QPainter& painter, const QRect& where, const QString& text, const QFont& font, const QColor& colour,
               Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter,
               Qt::LayoutDirection direction = Qt::LeftToRight);
/// The text in at most `most` lines of this width; the last takes the rest, to be elided when it is drawn.
[[nodiscard]] QStringList wrappedLines(const QString& text, const QFont& font, int width, int most);
/// Figures of equal width, right-aligned: for counts and columns of numbers.
void paintFigures(QPainter& painter, const QRect& where, const QString& text, const QFont& font, const QColor& colour);

/// Text made safe for widgets that may read tags (tooltips): what a person typed stays what they typed.
[[nodiscard]] QString plainToolTip(const QString& text);

}  // namespace kith::ui
