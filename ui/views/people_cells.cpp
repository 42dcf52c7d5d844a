#include <kith/views/people_cells.h>

#include <kith/controls/paint.h>
#include <kith/theme/theme.h>

#include <QPainter>
#include <QTextLayout>

namespace kith::ui {

namespace {

constexpr int kAvatar = 28;
constexpr int kEdge = 14;

bool readsRightToLeft(const QString& text)
{
    return text.isRightToLeft();
}

}  // namespace

PeopleCells::PeopleCells(const Theme* theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) { }

void PeopleCells::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = theme_->tokens();
    const auto column = static_cast<PeopleColumn>(index.column());
    const QString text = index.data(Qt::DisplayRole).toString();
    QRect cell = option.rect.adjusted(2 * kSpace, 0, -kSpace, 0);
    switch (column) {
    case PeopleColumn::Name: {
        const int size = theme_->px(kAvatar);
        cell.setLeft(option.rect.left() + kEdge);
        const QRect face(cell.left(), cell.center().y() - size / 2, size, size);
        if (!text.isEmpty()) paintAvatar(*painter, face, text, *theme_);
        cell.setLeft(face.right() + 3 * kSpace);
        paintWords(*painter, cell, column, text, theme_->font(TextSize::Body, Weight::Bold), t.text);
        break;
    }
    case PeopleColumn::Title: paintWords(*painter, cell, column, text, theme_->font(TextSize::Body), t.text); break;
    case PeopleColumn::Organisation:
    case PeopleColumn::City: paintWords(*painter, cell, column, text, theme_->font(TextSize::Body), t.muted); break;
    case PeopleColumn::Warmth: {
        const QVariant band = index.data(kBandRole);
        if (band.isValid())
            paintWarmth(*painter, cell, static_cast<Band>(band.toInt()), index.data(kWarmthRole).toInt(), *theme_);
        break;
    }
    case PeopleColumn::HeldBy:
        paintText(*painter, cell, text, theme_->font(TextSize::Body),
                  index.data(kQuietRole).toBool() ? t.faintText : t.muted);
        break;
    case PeopleColumn::Last:
        cell.setRight(option.rect.right() - kEdge);
        paintFigures(*painter, cell, text, theme_->figures(TextSize::Body),
                     index.data(kQuietRole).toBool() ? t.faintText : t.muted);
        break;
    }
}

QSize PeopleCells::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {theme_->px(80), theme_->px(kRow)};
}

void PeopleCells::paintWords(QPainter& painter, const QRect& where, PeopleColumn column, const QString& text,
                             const QFont& font, const QColor& colour) const
{
    const auto matches = matchesIn(text, marksFor(column, marks_));
    if (matches.empty()) {
        paintText(painter, where, text, font, colour);
        return;
    }
    QFont strong = font;
    strong.setWeight(QFont::Bold);
    // Elided by the wider of the two fonts, so that the highlighted text never runs out of its cell.
    const QString shown = QFontMetrics(strong).elidedText(text, Qt::ElideRight, where.width());
    QList<QTextLayout::FormatRange> ranges;
    for (const auto& [first, length] : matches) {
        if (first >= shown.size()) break;
        QTextCharFormat format;
        format.setFontWeight(QFont::Bold);
        format.setForeground(theme_->tokens().accentText);
        ranges.append({first, std::min(length, static_cast<int>(shown.size()) - first), format});
    }
    QTextLayout layout(shown, font);
    QTextOption options;
    options.setTextDirection(readsRightToLeft(shown) ? Qt::RightToLeft : Qt::LeftToRight);
    options.setWrapMode(QTextOption::NoWrap);
    options.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    layout.setTextOption(options);
    layout.setFormats(ranges);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(where.width());
    layout.endLayout();
    painter.setPen(colour);
    layout.draw(&painter, QPointF(where.left(), where.top() + (where.height() - line.height()) / 2));
}

}  // namespace kith::ui
