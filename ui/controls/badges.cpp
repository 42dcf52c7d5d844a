#include <kith/controls/badges.h>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace kith::ui {

Avatar::Avatar(const Theme* theme, const QString& name, int size, QWidget* parent)
    : QWidget(parent), theme_(theme), size_(size)
{
    setFixedSize(size, size);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setName(name);
}

void Avatar::setName(const QString& name)
{
    name_ = name;
    setAccessibleName(name);
    update();
}

void Avatar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintAvatar(painter, rect(), name_, *theme_);
}

WarmthGlyph::WarmthGlyph(const Theme* theme, QWidget* parent) : QWidget(parent), theme_(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    setWarmth(band_);
}

void WarmthGlyph::setWarmth(Band band, int warmth)
{
    band_ = band;
    warmth_ = warmth;
    setAccessibleName(warmth < 0 ? tr("Warmth: %1").arg(bandWord(band))
                                 : tr("Warmth: %1, %2 of 100").arg(bandWord(band)).arg(warmth));
    updateGeometry();
    update();
}

QSize WarmthGlyph::sizeHint() const
{
    return {warmthWidth(band_, warmth_, *theme_) + 1, theme_->px(20)};
}

void WarmthGlyph::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintWarmth(painter, rect(), band_, warmth_, *theme_, Qt::AlignLeft | Qt::AlignVCenter, layoutDirection());
}

Chip::Chip(const Theme* theme, const QString& text, QWidget* parent) : QAbstractButton(parent), theme_(theme)
{
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Chip::setDetail(const QString& detail)
{
    detail_ = detail;
    setAccessibleName(detail.isEmpty() ? text() : text() + QChar(u' ') + detail);
    updateGeometry();
    update();
}

void Chip::setRemovable(bool removable)
{
    removable_ = removable;
    setAccessibleDescription(removable ? tr("Delete removes it") : QString());
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics words(theme_->font(TextSize::Small, Weight::Medium));
    const QFontMetrics quiet(theme_->font(TextSize::Small));
    const int detail = detail_.isEmpty() ? 0 : quiet.horizontalAdvance(detail_) + 6;
    return {20 + words.horizontalAdvance(text()) + detail + (removable_ ? 16 : 0) + 1, theme_->px(24)};
}

QRect Chip::crossRect() const
{
    const int left = layoutDirection() == Qt::RightToLeft ? 6 : width() - 20;
    return {left, 0, 14, height()};
}

void Chip::paintEvent(QPaintEvent*)
{
    const Tokens& t = theme_->tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double corner = height() / 2.0;
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(isChecked() ? QPen(Qt::NoPen) : QPen(t.strongLine));
    painter.setBrush(isChecked() ? t.accentSoft : t.surface);
    painter.drawRoundedRect(box, corner, corner);
    if (isEnabled() && (underMouse() || isDown())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? t.pressed : t.hover);
        painter.drawRoundedRect(box, corner, corner);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.focus, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), corner - 1, corner - 1);
    }
    const QFont font = theme_->font(TextSize::Small, Weight::Medium);
    const int words = QFontMetrics(font).horizontalAdvance(text()) + 1;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRect first(mirrored ? width() - 10 - words : 10, 0, words, height());
    paintText(painter, first, text(), font,
              !isEnabled()      ? t.faint
                  : isChecked() ? t.accentText
                                : t.muted,
              Qt::AlignLeft | Qt::AlignVCenter, layoutDirection());
    if (!detail_.isEmpty()) {
        const QRect rest = mirrored ? QRect(4, 0, first.left() - 10, height())
                                    : QRect(first.right() + 6, 0, width() - first.right() - 8, height());
        paintText(painter, rest, detail_, theme_->font(TextSize::Small), t.faintText, Qt::AlignLeft | Qt::AlignVCenter,
                  layoutDirection());
    }
    if (removable_) theme_->paintIcon(painter, crossRect(), Icon::Close, isChecked() ? t.accentText : t.muted, 11);
}

void Chip::mouseReleaseEvent(QMouseEvent* event)
{
    if (removable_ && isDown() && crossRect().contains(event->position().toPoint())) {
        setDown(false);
        event->accept();
        Q_EMIT removeAsked();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void Chip::keyPressEvent(QKeyEvent* event)
{
    if (removable_ && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) Q_EMIT removeAsked();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) click();
    else QAbstractButton::keyPressEvent(event);
}

void Chip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) updateGeometry();
    QAbstractButton::changeEvent(event);
}

KeyCap::KeyCap(const Theme* theme, const QKeySequence& keys, QWidget* parent) : KeyCap(theme, keyText(keys), parent) { }

KeyCap::KeyCap(const Theme* theme, const QString& text, QWidget* parent) : QWidget(parent), theme_(theme), text_(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize KeyCap::sizeHint() const
{
    return keyCapSize(text_, *theme_);
}

void KeyCap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintKeyCap(painter, rect(), text_, *theme_, theme_->tokens().muted);
}

KeyButton::KeyButton(const Theme* theme, const QString& text, const QKeySequence& keys, ButtonKind kind,
                     QWidget* parent)
    : QPushButton(text, parent), theme_(theme)
{
    setButtonKind(this, kind);
    setKeys(keys);
    setFont(theme->font(kind == ButtonKind::Primary ? TextSize::Body : TextSize::Small, Weight::Medium));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, [this, theme, kind] {
        setFont(theme->font(kind == ButtonKind::Primary ? TextSize::Body : TextSize::Small, Weight::Medium));
    });
}

void KeyButton::setKeys(const QKeySequence& keys)
{
    keyText_ = keyText(keys);
    setAccessibleDescription(keyText_);
    updateGeometry();
    update();
}

QSize KeyButton::sizeHint() const
{
    QSize size = QPushButton::sizeHint();
    if (!keyText_.isEmpty()) size.rwidth() += keyCapSize(keyText_, *theme_).width() + 8;
    return size;
}

void KeyButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const ButtonKind kind = buttonKind(this);
    const Tokens& t = theme_->tokens();
    if (!keyText_.isEmpty()) {
        const int cap = keyCapSize(keyText_, *theme_).width();
        const int side = kind == ButtonKind::Primary ? 13 : 8;
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const QRect where(mirrored ? side : width() - side - cap, 0, cap, height());
        paintKeyCap(painter, where, keyText_, *theme_,
                    !isEnabled()                      ? t.faint
                        : kind == ButtonKind::Primary ? t.onAccent
                                                      : t.muted);
        if (mirrored) option.rect.setLeft(side + cap + 4 - side / 2);
        else option.rect.setRight(width() - side - cap - 4 + side / 2);
    }
    painter.drawControl(QStyle::CE_PushButtonLabel, option);
}

IconButton::IconButton(const Theme* theme, Icon icon, const QString& name, QWidget* parent)
    : QPushButton(parent), theme_(theme), icon_(icon)
{
    setButtonKind(this, ButtonKind::Quiet);
    setAccessibleName(name);
    setToolTip(plainToolTip(name));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, &IconButton::refresh);
    refresh();
}

void IconButton::setGlyph(Icon icon)
{
    icon_ = icon;
    refresh();
}

void IconButton::refresh()
{
    setIcon(theme_->icon(icon_, Ink::Muted));
}

QSize IconButton::sizeHint() const
{
    return {theme_->px(28), theme_->px(28)};
}

}  // namespace kith::ui
