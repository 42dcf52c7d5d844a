#include <kith/controls/surfaces.h>

#include <kith/controls/badges.h>

#include <QPainter>

namespace kith::ui {

Card::Card(const Theme* theme, QWidget* parent, Ground ground)
    : QFrame(parent), theme_(theme), ground_(ground), column_(new QVBoxLayout(this))
{
    column_->setContentsMargins(1, 1, 1, 1);
    column_->setSpacing(0);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::paintEvent(QPaintEvent*)
{
    const Tokens& t = theme_->tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.line);
    painter.setBrush(ground_ == Ground::Surface ? t.surface : ground_ == Ground::Raised ? t.raised : t.canvas);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kCorner, kCorner);
}

HairLine::HairLine(const Theme* theme, QWidget* parent, Qt::Orientation orientation) : QWidget(parent), theme_(theme)
{
    if (orientation == Qt::Horizontal) setFixedHeight(1);
    else setFixedWidth(1);
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void HairLine::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), theme_->tokens().line);
}

Ground::Ground(const Theme* theme, bool surface, Edge hairline, QWidget* parent)
    : QWidget(parent), theme_(theme), surface_(surface), edge_(hairline)
{
    connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Ground::paintEvent(QPaintEvent*)
{
    const Tokens& t = theme_->tokens();
    QPainter painter(this);
    painter.fillRect(rect(), surface_ ? t.surface : t.canvas);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    Edge edge = edge_;
    if (mirrored && edge == Edge::Left) edge = Edge::Right;
    else if (mirrored && edge == Edge::Right) edge = Edge::Left;
    switch (edge) {
    case Edge::None: break;
    case Edge::Left: painter.fillRect(0, 0, 1, height(), t.line); break;
    case Edge::Right: painter.fillRect(width() - 1, 0, 1, height(), t.line); break;
    case Edge::Top: painter.fillRect(0, 0, width(), 1, t.line); break;
    case Edge::Bottom: painter.fillRect(0, height() - 1, width(), 1, t.line); break;
    }
}

namespace {

class EmptyGlyph final : public QWidget {
public:
    EmptyGlyph(const Theme* theme, Icon icon) : theme_(theme), icon_(icon)
    {
        setFixedSize(56, 56);
        connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme_->tokens().accentSoft);
        painter.drawEllipse(rect());
        theme_->paintIcon(painter, rect(), icon_, theme_->tokens().accent, 26);
    }

private:
    const Theme* theme_;
    Icon icon_;
};

}  // namespace

EmptyState::EmptyState(const Theme* theme, Icon icon, const QString& title, const QString& sentence, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      column_(new QVBoxLayout(this)),
      sentence_(new TextLabel(theme, sentence, TextSize::Body, Ink::Muted))
{
    auto* heading = new TextLabel(theme, title, TextSize::Lead, Ink::Text, Weight::Bold);
    for (TextLabel* label : {heading, sentence_}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setWordWrap(true);
    }
    sentence_->setFixedWidth(theme->px(400));
    setSentence(sentence);
    column_->setSpacing(3 * kSpace);
    column_->addStretch(2);
    column_->addWidget(new EmptyGlyph(theme, icon), 0, Qt::AlignHCenter);
    column_->addWidget(heading);
    column_->addWidget(sentence_, 0, Qt::AlignHCenter);
    column_->addStretch(3);
}

QPushButton* EmptyState::setAction(const QString& text, const QKeySequence& keys, std::function<void()> run)
{
    auto* button = new KeyButton(theme_, text, keys, ButtonKind::Primary);
    connect(button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    column_->insertSpacing(4, kSpace);
    column_->insertWidget(5, button, 0, Qt::AlignHCenter);
    return button;
}

void EmptyState::setSample(const QString& text, std::function<void()> run)
{
    auto* button = new QPushButton(text);
    setButtonKind(button, ButtonKind::Link);
    connect(button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    column_->insertWidget(column_->count() - 1, button, 0, Qt::AlignHCenter);
}

void EmptyState::setSentence(const QString& sentence)
{
    sentence_->setText(sentence);
    // Laid out by its size hint, which knows nothing of the fixed width, the last line would be cut off.
    sentence_->setMinimumHeight(sentence_->heightForWidth(sentence_->width()));
}

}  // namespace kith::ui
