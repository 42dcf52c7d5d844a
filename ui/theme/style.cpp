#include <kith/theme/style.h>

#include <kith/theme/button_kind.h>
#include <kith/theme/theme.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QTextEdit>

#include <algorithm>

namespace kith::ui {

namespace {

bool hasOwnFont(const QWidget* widget)
{
    return widget == nullptr || widget->testAttribute(Qt::WA_SetFont);
}

}  // namespace

Style::Style(const Theme& theme) : QProxyStyle(QStringLiteral("Fusion")), theme_(theme) { }

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_FocusFrameHMargin: return 7;
    case PM_DefaultFrameWidth:
    case PM_SpinBoxFrameWidth:
    case PM_ComboBoxFrameWidth: return 1;
    case PM_ButtonMargin: return 8;
    case PM_ScrollBarExtent: return 10;
    case PM_ScrollBarSliderMin: return 28;
    case PM_SplitterWidth: return 1;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize: return 16;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return theme_.px(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_MenuPanelWidth:
    case PM_ToolTipLabelFrameWidth: return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin: return 4;
    case PM_HeaderMargin: return 8;
    case PM_HeaderMarkSize: return 12;
    case PM_TextCursorWidth: return 2;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 2 * kSpace;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_UnderlineShortcut:
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_Menu_MouseTracking:
    case SH_ComboBox_ListMouseTracking:
    case SH_Slider_AbsoluteSetButtons: return 1;
    case SH_Widget_Animation_Duration: return theme_.motion() ? 120 : 0;
    case SH_Menu_Mask:
    case SH_ToolTip_Mask: {
        auto* mask = qstyleoption_cast<QStyleHintReturnMask*>(data);
        if (mask != nullptr && option != nullptr) {
            mask->region = QRegion(option->rect);
            const QRect r = option->rect;
            for (const QPoint corner : {r.topLeft(), r.topRight(), r.bottomLeft(), r.bottomRight()}) {
                mask->region -= QRegion(corner.x(), corner.y(), 1, 1);
            }
        }
        return 1;
    }
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const
{
    switch (type) {
    case CT_PushButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const ButtonKind kind = buttonKind(widget);
        const int side = kind == ButtonKind::Link ? kLinkMargin : kind == ButtonKind::Primary ? 13 : 9;
        const bool iconOnly = button != nullptr && button->text.isEmpty();
        const int height = theme_.px(kind == ButtonKind::Primary ? 32 : 26);
        // A link stands among words, in line with them: it is as wide as its own, in the font of buttonLabel().
        if (kind == ButtonKind::Link && button != nullptr && button->icon.isNull() && !hasOwnFont(widget))
            return {QFontMetrics(theme_.font(TextSize::Small, Weight::Medium))
                            .size(Qt::TextShowMnemonic, button->text)
                            .width()
                        + 2 * side,
                    std::max(height, size.height() + 4)};
        return {iconOnly ? std::max(height, size.width() + 8) : size.width() + 2 * side,
                std::max(height, size.height() + 4)};
    }
    case CT_LineEdit: return {size.width() + 16, std::max(theme_.px(32), size.height() + 8)};
    case CT_SpinBox: return {size.width() + 16, theme_.px(32)};
    case CT_ComboBox: return {size.width() + 38, std::max(theme_.px(32), size.height() + 8)};
    case CT_HeaderSection: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), std::max(theme_.px(30), base.height())};
    }
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item != nullptr && item->menuItemType == QStyleOptionMenuItem::Separator) return {10, 9};
        return {size.width() + 52, std::max(theme_.px(28), size.height() + 8)};
    }
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), std::max(theme_.px(kRowCompact), base.height())};
    }
    default: return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    switch (element) {
    case SE_LineEditContents: return option->rect.adjusted(7, 1, -7, -1);
    case SE_PushButtonFocusRect: return option->rect;
    default: return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const
{
    const QRect r = option->rect;
    if (control == CC_ComboBox) {
        switch (part) {
        case SC_ComboBoxEditField: {
            // An editor inside brings its own padding.
            const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
            const bool editor = combo == nullptr || combo->editable;
            return visualRect(option->direction, r, r.adjusted(editor ? 1 : 8, 1, -28, -1));
        }
        case SC_ComboBoxArrow: return visualRect(option->direction, r, {r.right() - 27, r.top(), 28, r.height()});
        case SC_ComboBoxListBoxPopup: return r.adjusted(0, 2, 0, 2);
        default: return r;
        }
    }
    if (control == CC_SpinBox) {
        const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        const bool buttons = spin != nullptr && spin->buttonSymbols != QAbstractSpinBox::NoButtons;
        const int width = buttons ? 22 : 0;
        const int half = r.height() / 2;
        switch (part) {
        case SC_SpinBoxUp: return visualRect(option->direction, r, {r.right() - width, r.top() + 2, width, half - 2});
        case SC_SpinBoxDown:
            return visualRect(option->direction, r, {r.right() - width, r.top() + half, width, half - 2});
        case SC_SpinBoxEditField: return visualRect(option->direction, r, r.adjusted(1, 1, -1 - width, -1));
        default: return r;
        }
    }
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (bar == nullptr) return QProxyStyle::subControlRect(control, option, part, widget);
        const bool across = bar->orientation == Qt::Horizontal;
        const int length = across ? r.width() : r.height();
        const qint64 range = static_cast<qint64>(bar->maximum) - bar->minimum;
        int slider = length;
        if (range > 0) {
            slider = static_cast<int>(static_cast<qint64>(bar->pageStep) * length / (range + bar->pageStep));
            slider = std::clamp(slider, std::min(28, length), length);
        }
        const int start =
            sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
        const auto along = [&](int from, int size) {
            return across ? visualRect(option->direction, r, QRect(r.left() + from, r.top(), size, r.height()))
                          : QRect(r.left(), r.top() + from, r.width(), size);
        };
        switch (part) {
        case SC_ScrollBarSlider: return along(start, slider);
        case SC_ScrollBarGroove: return r;
        case SC_ScrollBarSubPage: return along(0, start);
        case SC_ScrollBarAddPage: return along(start + slider, length - start - slider);
        default: return {};
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void Style::panel(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& line, double corner) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.alpha() == 0 ? QBrush(Qt::NoBrush) : QBrush(fill));
    painter.setPen(line.alpha() == 0 ? QPen(Qt::NoPen) : QPen(line, 1));
    const double inset = line.alpha() == 0 ? 0.0 : 0.5;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner - inset, corner - inset);
    painter.restore();
}

void Style::focusRing(QPainter& painter, const QRectF& rect, const QColor& colour, double corner) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 2));
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), corner - 1, corner - 1);
    painter.restore();
}

void Style::fieldPanel(QPainter& painter, const QStyleOption& option) const
{
    const Tokens& t = theme_.tokens();
    const bool enabled = option.state.testFlag(State_Enabled);
    panel(painter, option.rect, enabled ? t.surface : t.canvas, t.strongLine);
    if (enabled && option.state.testFlag(State_HasFocus)) focusRing(painter, option.rect, t.focus);
}

void Style::buttonPanel(QPainter& painter, const QStyleOption& option, const QWidget* widget) const
{
    const Tokens& t = theme_.tokens();
    const ButtonKind kind = buttonKind(widget);
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool down = option.state.testFlag(State_Sunken);
    const bool on = option.state.testFlag(State_On);
    const bool hover = enabled && option.state.testFlag(State_MouseOver);
    const QColor clear(Qt::transparent);

    if (kind == ButtonKind::Primary) {
        QColor fill = enabled ? t.accent : t.unlit;
        if (down) fill = fill.darker(115);
        else if (hover) fill = theme_.dark() ? fill.lighter(108) : fill.lighter(112);
        panel(painter, option.rect, fill, clear);
    } else {
        const bool framed = kind == ButtonKind::Normal || kind == ButtonKind::Danger;
        if (framed)
            panel(painter, option.rect,
                  on            ? t.accentSoft
                      : enabled ? t.surface
                                : t.canvas,
                  on ? t.accent : t.strongLine);
        else if (on) panel(painter, option.rect, t.accentSoft, clear);
        if (kind != ButtonKind::Link && (down || hover)) panel(painter, option.rect, down ? t.pressed : t.hover, clear);
    }
    if (option.state.testFlag(State_HasFocus) && option.state.testFlag(State_KeyboardFocusChange)) {
        if (kind == ButtonKind::Primary) focusRing(painter, QRectF(option.rect).adjusted(2, 2, -2, -2), t.onAccent, 4);
        else focusRing(painter, option.rect, t.focus);
    }
}

void Style::buttonLabel(QPainter& painter, const QStyleOption& option, const QWidget* widget) const
{
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    if (button == nullptr) return;
    const Tokens& t = theme_.tokens();
    QStyleOptionButton copy(*button);
    QColor ink = t.text;
    switch (buttonKind(widget)) {
    case ButtonKind::Primary: ink = t.onAccent; break;
    case ButtonKind::Quiet: ink = t.muted; break;
    case ButtonKind::Danger: ink = t.danger; break;
    case ButtonKind::Link: ink = t.accentText; break;
    case ButtonKind::Normal: break;
    }
    if (!option.state.testFlag(State_Enabled)) ink = t.faint;
    copy.palette.setColor(QPalette::ButtonText, ink);
    if (!hasOwnFont(widget)) painter.setFont(theme_.font(TextSize::Small, Weight::Medium));
    QProxyStyle::drawControl(CE_PushButtonLabel, &copy, &painter, widget);
}

void Style::checkMark(QPainter& painter, const QStyleOption& option, bool round) const
{
    const Tokens& t = theme_.tokens();
    const bool on = option.state.testFlag(State_On) || option.state.testFlag(State_NoChange);
    const bool enabled = option.state.testFlag(State_Enabled);
    const double corner = round ? option.rect.width() / 2.0 : 4;
    panel(painter, option.rect, on ? (enabled ? t.accent : t.faint) : t.surface,
          on ? QColor(Qt::transparent) : t.strongLine, corner);
    if (!on && option.state.testFlag(State_MouseOver)) panel(painter, option.rect, t.hover, t.muted, corner);
    if (!on) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF r = option.rect;
    if (round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.onAccent);
        painter.drawEllipse(r.center(), r.width() / 5, r.width() / 5);
    } else {
        painter.setPen(QPen(t.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const double u = r.width() / 16;
        if (option.state.testFlag(State_NoChange)) {
            painter.drawLine(r.topLeft() + QPointF(4.5, 8) * u, r.topLeft() + QPointF(11.5, 8) * u);
        } else {
            painter.drawPolyline(QPolygonF({r.topLeft() + QPointF(4, 8.4) * u, r.topLeft() + QPointF(6.9, 11.2) * u,
                                            r.topLeft() + QPointF(12, 5.2) * u}));
        }
    }
    painter.restore();
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    const Tokens& t = theme_.tokens();
    switch (element) {
    case PE_PanelButtonCommand: return buttonPanel(*painter, *option, widget);
    case PE_FrameDefaultButton:
    case PE_FrameWindow:
    case PE_PanelScrollAreaCorner:
    case PE_FrameGroupBox: return;
    case PE_PanelButtonTool:
        if (option->state.testFlag(State_On)) panel(*painter, option->rect, t.accentSoft, Qt::transparent);
        if (option->state.testFlag(State_MouseOver)) panel(*painter, option->rect, t.hover, Qt::transparent);
        if (option->state.testFlag(State_Sunken)) panel(*painter, option->rect, t.pressed, Qt::transparent);
        if (option->state.testFlag(State_HasFocus) && option->state.testFlag(State_KeyboardFocusChange)) {
            focusRing(*painter, option->rect, t.focus);
        }
        return;
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame != nullptr && frame->lineWidth > 0) fieldPanel(*painter, *option);
        return;
    }
    case PE_FrameLineEdit:
    case PE_IndicatorHeaderArrow: return;
    case PE_Frame: {
        // Text areas are fields; lists and tables stand in their card without a frame of their own.
        const bool field = widget != nullptr && (widget->inherits("QPlainTextEdit") || widget->inherits("QTextEdit"));
        if (field) fieldPanel(*painter, *option);
        else if (option->state.testFlag(State_HasFocus) || option->state.testFlag(State_Sunken))
            panel(*painter, option->rect, Qt::transparent, t.line);
        return;
    }
    case PE_FrameFocusRect:
        if (option->state.testFlag(State_KeyboardFocusChange)) focusRing(*painter, option->rect, t.focus, 4);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: return checkMark(*painter, *option, false);
    case PE_IndicatorRadioButton: return checkMark(*painter, *option, true);
    case PE_PanelTipLabel:
    case PE_PanelMenu:
        painter->fillRect(option->rect, t.raised);
        return panel(*painter, option->rect, t.raised, t.strongLine, 2);
    case PE_FrameMenu: return panel(*painter, option->rect, Qt::transparent, t.strongLine, 2);
    case PE_PanelItemViewRow: return;
    case PE_PanelItemViewItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
        if (item == nullptr) return;
        if (item->backgroundBrush.style() != Qt::NoBrush) painter->fillRect(item->rect, item->backgroundBrush);
        if (item->state.testFlag(State_Selected)) painter->fillRect(item->rect, t.accentSoft);
        else if (item->state.testFlag(State_MouseOver)) painter->fillRect(item->rect, t.hover);
        return;
    }
    case PE_IndicatorArrowDown: return theme_.paintIcon(*painter, option->rect, Icon::ChevronDown, t.muted, 14);
    case PE_IndicatorArrowUp: return theme_.paintIcon(*painter, option->rect, Icon::ChevronUp, t.muted, 14);
    case PE_IndicatorArrowLeft: return theme_.paintIcon(*painter, option->rect, Icon::ChevronLeft, t.muted, 14);
    case PE_IndicatorArrowRight: return theme_.paintIcon(*painter, option->rect, Icon::ChevronRight, t.muted, 14);
    default: return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget) != nullptr || qobject_cast<QComboBox*>(widget) != nullptr
        || widget->inherits("QScrollBar") || widget->inherits("QHeaderView")) {
        widget->setAttribute(Qt::WA_Hover);
    }
    // A screen reader meets the list of a combo box as a window of its own.
    if (widget->inherits("QComboBoxListView") && widget->accessibleName().isEmpty()) {
        const QWidget* owner = widget;
        while (owner != nullptr && qobject_cast<const QComboBox*>(owner) == nullptr) owner = owner->parentWidget();
        if (owner != nullptr) widget->setAccessibleName(owner->accessibleName());
    }
    // The rounded ground of a text area is drawn by its frame; a square viewport would paint over the corners.
    if (auto* plain = qobject_cast<QPlainTextEdit*>(widget)) {
        if (plain->frameShape() != QFrame::NoFrame) plain->document()->setDocumentMargin(6);
        plain->viewport()->setAutoFillBackground(false);
    } else if (auto* rich = qobject_cast<QTextEdit*>(widget)) {
        rich->viewport()->setAutoFillBackground(false);
    }
}

}  // namespace kith::ui
