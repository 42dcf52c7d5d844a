#include <kith/controls/paint.h>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainterPath>
#include <QTextBoundaryFinder>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// The first letter of a word with its combining marks.
QString firstCluster(const QString& word)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
    const qsizetype end = finder.toNextBoundary();
    return end > 0 ? word.left(end) : QString();
}

bool startsWithLetter(const QString& word)
{
    if (word.isEmpty()) return false;
    const QChar first = word.at(0);
    if (first.isHighSurrogate() && word.size() > 1) {
        return QChar::isLetterOrNumber(QChar::surrogateToUcs4(first, word.at(1)));
    }
    return first.isLetterOrNumber();
}

// Han, kana and Hangul names are written family name first and read badly as two initials: one is the custom.
bool isEastAsian(const QString& cluster)
{
    const char32_t point = cluster.toUcs4().value(0);
    const auto script = QChar::script(point);
    return script == QChar::Script_Han || script == QChar::Script_Hangul || script == QChar::Script_Hiragana
        || script == QChar::Script_Katakana;
}

}  // namespace

QString initialsOf(const QString& name)
{
    QStringList words;
    for (const QString& word : name.simplified().split(u' ')) {
        if (startsWithLetter(word)) words.append(word);
    }
    if (words.isEmpty()) return u"?"_s;
    QString initials = firstCluster(words.first());
    if (words.size() > 1 && !isEastAsian(initials)) {
        // A non-joiner keeps two initials of a cursive script from becoming one shape.
        if (initials.isRightToLeft()) initials += QChar(0x200C);
        initials += firstCluster(words.last());
    }
    return initials.toUpper();
}

int hueOf(const QString& name)
{
    // FNV-1a over the UTF-8 bytes: qHash is seeded per process, and a person's colour must not change.
    std::uint32_t hash = 2166136261U;
    for (const char byte : name.toUtf8()) hash = (hash ^ static_cast<std::uint8_t>(byte)) * 16777619U;
    // Twelve hues are as many as an eye tells apart at a glance.
    return static_cast<int>((hash ^ (hash >> 15U)) % 12U) * 30 + 8;
}

void paintAvatar(QPainter& painter, const QRectF& where, const QString& name, const Theme& theme)
{
    const double hue = hueOf(name) / 360.0;
    const auto hsl = [&](double saturation, double lightness) {
        return QColor::fromHslF(static_cast<float>(hue), static_cast<float>(saturation), static_cast<float>(lightness));
    };
    const QColor ground = theme.dark() ? hsl(0.28, 0.19) : hsl(0.48, 0.91);
    const QColor ink = theme.dark() ? hsl(0.42, 0.74) : hsl(0.45, 0.33);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(where);
    QFont font = theme.font(TextSize::Small, Weight::Bold);
    font.setPixelSize(std::max(8, static_cast<int>(std::lround(where.height() * 0.37))));
    const QString initials = initialsOf(name);
    const double room = where.width() * 0.78;
    const double wide = QFontMetricsF(font).horizontalAdvance(initials);
    if (wide > room) font.setPixelSize(std::max(6, static_cast<int>(font.pixelSize() * room / wide)));
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(where, Qt::AlignCenter | Qt::TextSingleLine, initials);
    painter.restore();
}

QString bandWord(Band band)
{
    switch (band) {
    case Band::Cold: return QCoreApplication::translate("kith::ui", "Cold");
    case Band::Cool: return QCoreApplication::translate("kith::ui", "Cool");
    case Band::Warm: return QCoreApplication::translate("kith::ui", "Warm");
    case Band::Hot: return QCoreApplication::translate("kith::ui", "Hot");
    }
    return {};
}

void paintWarmthBars(QPainter& painter, const QPointF& topLeft, Band band, const Theme& theme)
{
    constexpr std::array kHeights = {4.0, 7.0, 10.0, 13.0};
    const std::size_t level = static_cast<std::size_t>(band);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < kHeights.size(); ++i) {
        painter.setBrush(i <= level ? theme.tokens().band[level] : theme.tokens().unlit);
        painter.drawRoundedRect(
            QRectF(topLeft.x() + 5.0 * static_cast<double>(i), topLeft.y() + 13.5 - kHeights[i], 3.2, kHeights[i]), 1,
            1);
    }
    painter.restore();
}

namespace {

QString warmthText(Band band, int warmth)
{
    return warmth < 0 ? bandWord(band) : u"%1 %2"_s.arg(bandWord(band), QLocale().toString(warmth));
}

}  // namespace

int warmthWidth(Band band, int warmth, const Theme& theme)
{
    const QFontMetricsF metrics(theme.font(TextSize::Small, Weight::Medium));
    return kWarmthBars.width() + 5 + static_cast<int>(std::ceil(metrics.horizontalAdvance(warmthText(band, warmth))));
}

void paintWarmth(QPainter& painter, const QRect& where, Band band, int warmth, const Theme& theme,
                 Qt::Alignment alignment, Qt::LayoutDirection direction)
{
    const bool mirrored = direction == Qt::RightToLeft;
    const bool right = alignment.testFlag(Qt::AlignRight) != mirrored;
    const int width = std::min(warmthWidth(band, warmth, theme), where.width());
    const QRect box(right ? where.right() - width + 1 : where.left(), where.top(), width, where.height());
    const int bars = mirrored ? box.right() - kWarmthBars.width() + 1 : box.left();
    paintWarmthBars(painter, QPointF(bars, box.center().y() - 7), band, theme);
    const QRect words =
        mirrored ? box.adjusted(0, 0, -kWarmthBars.width() - 5, 0) : box.adjusted(kWarmthBars.width() + 5, 0, 0, 0);
    paintText(painter, words, warmthText(band, warmth), theme.font(TextSize::Small, Weight::Medium),
              theme.tokens().bandText[static_cast<std::size_t>(band)], Qt::AlignLeft | Qt::AlignVCenter, direction);
}

QString keyText(const QKeySequence& keys)
{
    if (keys == QKeySequence(Qt::Key_Return) || keys == QKeySequence(Qt::Key_Enter)) {
        return QCoreApplication::translate("kith::ui", "Enter");
    }
    QString text = keys.toString(QKeySequence::NativeText);
    text.replace(QLatin1String("Return"), QCoreApplication::translate("kith::ui", "Enter"));
    // "Ctrl++" must keep its second plus.
    for (qsizetype i = 1; i + 1 < text.size(); ++i) {
        if (text.at(i) == u'+' && text.at(i - 1) != u' ') text[i] = u' ';
    }
    return text;
}

QSize keyCapSize(const QString& text, const Theme& theme)
{
    const QFontMetricsF metrics(theme.font(TextSize::Tiny, Weight::Medium));
    const int height = theme.px(17);
    return {std::max(height, static_cast<int>(std::ceil(metrics.horizontalAdvance(text))) + 10), height};
}

void paintKeyCap(QPainter& painter, const QRectF& where, const QString& text, const Theme& theme, const QColor& ink)
{
    const QSizeF size = keyCapSize(text, theme);
    QRectF cap(QPointF(), size);
    cap.moveCenter(where.center());
    cap.moveTopLeft(QPointF(std::round(cap.x()), std::round(cap.y())));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QColor frame = ink;
    frame.setAlphaF(0.40F);
    painter.setPen(QPen(frame, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5);
    // The front edge of a key, one pixel deeper than its sides.
    painter.drawLine(cap.bottomLeft() + QPointF(3.5, -1.5), cap.bottomRight() + QPointF(-3.5, -1.5));
    painter.setPen(ink);
    painter.setFont(theme.font(TextSize::Tiny, Weight::Medium));
    painter.drawText(cap.adjusted(0, -0.5, 0, -0.5), Qt::AlignCenter | Qt::TextSingleLine, text);
    painter.restore();
}

void paintText(QPainter& painter, const QRect& where, const QString& text, const QFont& font, const QColor& colour,
               Qt::Alignment alignment, Qt::LayoutDirection direction)
{
    if (text.isEmpty() || where.width() <= 0) return;
    painter.save();
    painter.setFont(font);
    painter.setPen(colour);
    QString line = text;
    line.replace(u'\n', u' ');
    const QString shown = QFontMetrics(font).elidedText(line, Qt::ElideRight, where.width());
    // The words keep the reading direction of their script; where they stand follows the window.
    painter.setLayoutDirection(line.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    Qt::Alignment side = alignment & Qt::AlignHorizontal_Mask;
    const bool toRight = side.testFlag(Qt::AlignRight) != (direction == Qt::RightToLeft);
    side = side.testFlag(Qt::AlignHCenter)
        ? Qt::AlignHCenter
        : Qt::Alignment((toRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    painter.drawText(where, static_cast<int>(side | (alignment & Qt::AlignVertical_Mask)) | Qt::TextSingleLine, shown);
    painter.restore();
}

QStringList wrappedLines(const QString& text, const QFont& font, int width, int most)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    QStringList lines;
    while (lines.size() < most) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) break;
        line.setLineWidth(std::max(1, width));
        const bool last = lines.size() + 1 == most;
        lines << text.mid(line.textStart(), last ? -1 : line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

void paintFigures(QPainter& painter, const QRect& where, const QString& text, const QFont& font, const QColor& colour)
{
    const QFontMetricsF metrics(font);
    double digit = 0;
    for (char16_t figure = u'0'; figure <= u'9'; ++figure)
        digit = std::max(digit, metrics.horizontalAdvance(QChar(figure)));
    painter.save();
    painter.setFont(font);
    painter.setPen(colour);
    const double baseline = where.center().y() + 1 + (metrics.ascent() - metrics.descent()) / 2;
    double x = where.right() + 1;
    for (auto at = text.crbegin(); at != text.crend(); ++at) {
        const double own = metrics.horizontalAdvance(*at);
        const double advance = at->isDigit() ? digit : own;
        x -= advance;
        painter.drawText(QPointF(x + (advance - own) / 2, baseline), QString(*at));
    }
    painter.restore();
}

QString plainToolTip(const QString& text)
{
    return Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal);
}

}  // namespace kith::ui
