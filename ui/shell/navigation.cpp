#include <kith/shell/navigation.h>

#include <kith/controls/paint.h>

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace kith::ui {
namespace {

class Brand final : public QWidget {
public:
    explicit Brand(const Theme* theme) : theme_(theme)
    {
        setFixedHeight(theme->px(56));
        setAccessibleName(QStringLiteral("Kith"));
        connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const int x = mirrored ? width() - 40 : 20;
        theme_->paintIcon(painter, QRectF(x, 0, 20, height()), Icon::Logo, theme_->tokens().accent, 20);
        const QRect words = mirrored ? QRect(0, 0, x - 9, height()) : QRect(x + 29, 0, width() - x - 29, height());
        paintText(painter, words, QStringLiteral("Kith"), theme_->font(TextSize::Lead, Weight::Bold),
                  theme_->tokens().text, Qt::AlignLeft | Qt::AlignVCenter, layoutDirection());
    }

private:
    const Theme* theme_;
};

}  // namespace

NavButton::NavButton(const Theme* theme, Icon icon, const QString& text, QWidget* parent)
    : QAbstractButton(parent), theme_(theme), icon_(icon)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void NavButton::setCount(qint64 count)
{
    count_ = count;
    setAccessibleDescription(count < 0 ? QString() : locale().toString(count));
    update();
}

QSize NavButton::sizeHint() const
{
    return {160, theme_->px(34)};
}

void NavButton::paintEvent(QPaintEvent*)
{
    const Tokens& t = theme_->tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (isChecked()) painter.setBrush(t.accentSoft);
    else if (isDown()) painter.setBrush(t.pressed);
    else if (underMouse()) painter.setBrush(t.hover);
    else painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect(), kCorner, kCorner);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.focus, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kCorner - 1, kCorner - 1);
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QColor ink = isChecked() ? t.accentText : t.muted;
    theme_->paintIcon(painter, QRectF(mirrored ? width() - 28 : 10, 0, 18, height()), icon_, ink, 18);
    const QString count = count_ < 0 ? QString() : locale().toString(count_);
    const QFont small = theme_->figures(TextSize::Small);
    const int room = count.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(count) + 8;
    const QRect words =
        mirrored ? QRect(10 + room, 0, width() - 48 - room, height()) : QRect(38, 0, width() - 48 - room, height());
    paintText(painter, words, text(), theme_->font(TextSize::Body, isChecked() ? Weight::Bold : Weight::Medium), ink,
              Qt::AlignLeft | Qt::AlignVCenter, layoutDirection());
    if (room > 0) {
        const QRect figures = mirrored ? QRect(10, 0, room, height()) : QRect(width() - 11 - room, 0, room, height());
        paintText(painter, figures, count, small, isChecked() ? t.accentText : t.faintText,
                  Qt::AlignRight | Qt::AlignVCenter, layoutDirection());
    }
}

StateButton::StateButton(const Theme* theme, QWidget* parent) : QAbstractButton(parent), theme_(theme)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StateButton::setState(const QString& words, Ink ink, const QString& detail)
{
    setText(words);
    setAccessibleName(tr("Sync: %1").arg(words));
    setAccessibleDescription(detail);
    setToolTip(plainToolTip(detail.isEmpty() ? words : tr("%1. %2", "state, what it means").arg(words, detail)));
    ink_ = ink;
    update();
}

QSize StateButton::sizeHint() const
{
    return {100, theme_->px(38)};  // room for two lines: some languages need it always
}

void StateButton::paintEvent(QPaintEvent*)
{
    constexpr int kDot = 7;
    const Tokens& t = theme_->tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (isDown() || underMouse()) {
        painter.setBrush(isDown() ? t.pressed : t.hover);
        painter.drawRoundedRect(rect(), kCorner, kCorner);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(t.focus, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kCorner - 1, kCorner - 1);
        painter.setPen(Qt::NoPen);
    }
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.setBrush(theme_->ink(ink_));
    painter.drawEllipse(QRectF(mirrored ? width() - 10 - kDot : 10, (height() - kDot) / 2.0, kDot, kDot));
    const QRect words = mirrored ? QRect(2, 0, width() - 27, height()) : QRect(25, 0, width() - 27, height());
    const QFont font = theme_->font(TextSize::Small);
    if (QFontMetrics(font).horizontalAdvance(text()) <= words.width()) {
        paintText(painter, words, text(), font, t.muted, Qt::AlignLeft | Qt::AlignVCenter, layoutDirection());
        return;
    }
    painter.setFont(font);
    painter.setPen(t.muted);
    painter.drawText(words, static_cast<int>(Qt::AlignLeading | Qt::AlignVCenter) | Qt::TextWordWrap, text());
}

Navigation::Navigation(const Theme* theme, QWidget* parent)
    : Ground(theme, false, Edge::Right, parent),
      theme_(theme),
      group_(new QButtonGroup(this)),
      list_(new QVBoxLayout),
      state_(new StateButton(theme)),
      settings_(new IconButton(theme, Icon::Settings, tr("Settings")))
{
    setAccessibleName(tr("Pages"));
    setFixedWidth(theme->px(196));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 18);
    column->setSpacing(0);
    column->addWidget(new Brand(theme));
    list_->setContentsMargins(10, 2, 10, 0);
    list_->setSpacing(2);
    column->addLayout(list_);
    column->addStretch();
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(10, 0, 14, 0);
    foot->setSpacing(4);
    foot->addWidget(state_, 1);
    foot->addWidget(settings_);
    column->addLayout(foot);
    group_->setExclusive(true);
}

void Navigation::add(const NavItem& item, const QKeySequence& keys)
{
    auto* button = new NavButton(theme_, item.icon, item.title);
    if (!keys.isEmpty()) button->setToolTip(plainToolTip(item.title + QStringLiteral("  ") + keyText(keys)));
    group_->addButton(button);
    list_->addWidget(button);
    entries_.insert(item.id, Entry{item, button});
    connect(button, &QAbstractButton::clicked, this, [this, id = item.id] { Q_EMIT chosen(id); });
}

void Navigation::setCurrent(const QString& id)
{
    // A page outside the list (a person, the settings) leaves none of them lit.
    group_->setExclusive(false);
    for (const Entry& entry : std::as_const(entries_)) entry.button->setChecked(entry.item.id == id);
    group_->setExclusive(entries_.contains(id));
}

void Navigation::setCount(const QString& id, qint64 count)
{
    if (const auto found = entries_.constFind(id); found != entries_.cend()) found->button->setCount(count);
}

void Navigation::setTitle(const QString& id, const QString& title)
{
    if (const auto found = entries_.constFind(id); found != entries_.cend()) {
        found->button->setText(title);
        found->button->setAccessibleName(title);
    }
}

void Navigation::setManagerView(bool on)
{
    for (const Entry& entry : std::as_const(entries_)) entry.button->setVisible(!on || entry.item.inManagerView);
}

void Navigation::setState(const QString& words, Ink ink, const QString& detail)
{
    state_->setState(words, ink, detail);
}

}  // namespace kith::ui
