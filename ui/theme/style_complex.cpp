// The parts of the style that draw whole controls: combo and spin boxes, scroll bars, menus, table headers.
#include <kith/theme/style.h>
#include <kith/theme/theme.h>

#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>

namespace kith::ui {

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    const Tokens& t = theme_.tokens();
    switch (element) {
    case CE_PushButtonLabel: return buttonLabel(*painter, *option, widget);
    case CE_HeaderSection: return headerSection(*painter, *option);
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect.adjusted(0, option->rect.height() - 1, 0, 0), t.line);
        return;
    case CE_HeaderLabel: return headerLabel(*painter, *option);
    case CE_MenuItem: return menuItem(*painter, *option, widget);
    case CE_MenuEmptyArea: return;
    case CE_Splitter: painter->fillRect(option->rect, t.line); return;
    case CE_ShapedFrame: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame != nullptr && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
            const QRect r = frame->rect;
            if (frame->frameShape == QFrame::HLine) painter->fillRect(r.left(), r.center().y(), r.width(), 1, t.line);
            else painter->fillRect(r.center().x(), r.top(), 1, r.height(), t.line);
            return;
        }
        return QProxyStyle::drawControl(element, option, painter, widget);
    }
    case CE_ProgressBarGroove:
        return panel(*painter, option->rect, t.line, Qt::transparent, option->rect.height() / 2.0);
    case CE_ProgressBarContents: {
        const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
        if (bar == nullptr) return;
        QRectF r = bar->rect;
        const double corner = r.height() / 2;
        const double span = bar->maximum - bar->minimum;
        // A bar of unknown length stays a quiet block in the middle: movement says nothing that the words do not.
        if (span <= 0) r.adjust(r.width() / 3, 0, -r.width() / 3, 0);
        else r.setWidth(std::max(r.height(), r.width() * (bar->progress - bar->minimum) / span));
        if (option->direction == Qt::RightToLeft && span > 0) r.moveRight(bar->rect.right());
        return panel(*painter, r, t.accent, Qt::transparent, corner);
    }
    case CE_ProgressBarLabel: return;
    default: return QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const
{
    switch (control) {
    case CC_ComboBox: return comboBox(*painter, *option, widget);
    case CC_SpinBox: return spinBox(*painter, *option, widget);
    case CC_ScrollBar: return scrollBar(*painter, *option, widget);
    default: return QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

void Style::headerSection(QPainter& painter, const QStyleOption& option) const
{
    const Tokens& t = theme_.tokens();
    if (option.state.testFlag(State_MouseOver) && option.state.testFlag(State_Enabled))
        painter.fillRect(option.rect, t.hover);
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.line);
}

void Style::headerLabel(QPainter& painter, const QStyleOption& option) const
{
    const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(&option);
    if (header == nullptr) return;
    const Tokens& t = theme_.tokens();
    painter.save();
    const QFont font = theme_.font(TextSize::Small);
    painter.setFont(font);
    painter.setPen(t.muted);
    QRect r = header->rect;
    const QFontMetrics metrics(font);
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    const QString text = metrics.elidedText(header->text, Qt::ElideRight, r.width() - (sorted ? 18 : 0));
    const auto alignment = visualAlignment(option.direction, header->textAlignment | Qt::AlignVCenter);
    if (sorted) {
        const int width = metrics.horizontalAdvance(text);
        const bool right = alignment.testFlag(Qt::AlignRight);
        if (right) r.adjust(0, 0, -18, 0);
        const int x = right ? r.right() + 4 : r.left() + width + 4;
        theme_.paintIcon(painter, QRect(x, r.top(), 14, r.height()),
                         header->sortIndicator == QStyleOptionHeader::SortDown ? Icon::ArrowDown : Icon::ArrowUp,
                         t.muted, 13);
    }
    painter.drawText(r, static_cast<int>(alignment) | Qt::TextSingleLine, text);
    painter.restore();
}

void Style::menuItem(QPainter& painter, const QStyleOption& option, const QWidget*) const
{
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(&option);
    if (item == nullptr) return;
    const Tokens& t = theme_.tokens();
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(item->rect.left(), item->rect.center().y(), item->rect.width(), 1, t.line);
        return;
    }
    const bool enabled = item->state.testFlag(State_Enabled);
    if (item->state.testFlag(State_Selected) && enabled) panel(painter, item->rect, t.accentSoft, Qt::transparent, 4);

    painter.save();
    const QRect r = item->rect;
    const QRect mark = visualRect(option.direction, r, {r.left() + 6, r.top(), 18, r.height()});
    if (item->checkType != QStyleOptionMenuItem::NotCheckable && item->checked) {
        theme_.paintIcon(painter, mark, Icon::Check, t.accent, 14);
    } else if (!item->icon.isNull()) {
        item->icon.paint(&painter, mark.adjusted(1, 0, -1, 0), Qt::AlignCenter,
                         enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const qsizetype tab = item->text.indexOf(QLatin1Char('\t'));
    const QRect words = visualRect(option.direction, r, r.adjusted(30, 0, -12, 0));
    const int flags = Qt::AlignVCenter | Qt::TextHideMnemonic | Qt::TextSingleLine;
    painter.setFont(item->font);
    painter.setPen(enabled ? t.text : t.faint);
    painter.drawText(words, flags | static_cast<int>(visualAlignment(option.direction, Qt::AlignLeft)),
                     tab < 0 ? item->text : item->text.left(tab));
    if (tab >= 0) {
        painter.setPen(enabled ? t.muted : t.faint);
        painter.setFont(theme_.font(TextSize::Small));
        painter.drawText(words, flags | static_cast<int>(visualAlignment(option.direction, Qt::AlignRight)),
                         item->text.mid(tab + 1));
    }
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
        theme_.paintIcon(painter, visualRect(option.direction, r, {r.right() - 20, r.top(), 16, r.height()}),
                         option.direction == Qt::RightToLeft ? Icon::ChevronLeft : Icon::ChevronRight, t.muted, 14);
    }
    painter.restore();
}

void Style::comboBox(QPainter& painter, const QStyleOptionComplex& option, const QWidget* widget) const
{
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(&option);
    if (combo == nullptr) return;
    const Tokens& t = theme_.tokens();
    const bool enabled = option.state.testFlag(State_Enabled);
    if (combo->frame) {
        fieldPanel(painter, option);
        if (enabled && !combo->editable && option.state.testFlag(State_MouseOver)) {
            panel(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), t.hover, Qt::transparent, 5);
        }
    }
    theme_.paintIcon(painter, subControlRect(CC_ComboBox, &option, SC_ComboBoxArrow, widget), Icon::ChevronDown,
                     enabled ? t.muted : t.faint, 14);
}

void Style::spinBox(QPainter& painter, const QStyleOptionComplex& option, const QWidget* widget) const
{
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(&option);
    if (spin == nullptr) return;
    const Tokens& t = theme_.tokens();
    if (spin->frame) fieldPanel(painter, option);
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons) return;
    const auto arrow = [&](SubControl part, Icon icon, bool possible) {
        const QRect where = subControlRect(CC_SpinBox, &option, part, widget);
        if (possible && option.activeSubControls == part && option.state.testFlag(State_MouseOver)) {
            panel(painter, where, t.hover, Qt::transparent, 3);
        }
        theme_.paintIcon(painter, where, icon, possible ? t.muted : t.faint, 11);
    };
    arrow(SC_SpinBoxUp, Icon::ChevronUp, spin->stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled));
    arrow(SC_SpinBoxDown, Icon::ChevronDown, spin->stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled));
}

void Style::scrollBar(QPainter& painter, const QStyleOptionComplex& option, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(&option);
    if (bar == nullptr || bar->maximum <= bar->minimum) return;
    QColor colour = theme_.tokens().strongLine;
    if (bar->state.testFlag(State_Sunken)) colour = theme_.tokens().muted;
    else if (bar->state.testFlag(State_MouseOver)) colour = theme_.tokens().faint;
    QRectF slider = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    slider.adjust(2, 2, -2, -2);
    panel(painter, slider, colour, Qt::transparent, std::min(slider.width(), slider.height()) / 2);
}

}  // namespace kith::ui
