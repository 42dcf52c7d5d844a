// Words on a page: always plain text, in a step of the type scale and an ink of the theme.
#pragma once

#include <kith/theme/theme.h>

#include <QLabel>

namespace kith::ui {

/// A label that follows the theme. Wraps when asked with setWordWrap.
class TextLabel : public QLabel {
    Q_OBJECT
public:
    explicit TextLabel(const Theme* theme, const QString& text = {}, TextSize size = TextSize::Body,
                       Ink ink = Ink::Text, Weight weight = Weight::Regular, QWidget* parent = nullptr);
    void setInk(Ink ink);
    void setWeight(Weight weight);
    void setTextSize(TextSize size);
    [[nodiscard]] const Theme* theme() const { return theme_; }

private:
    void refresh();

    const Theme* theme_;
    TextSize size_;
    Ink ink_;
    Weight weight_;
};

/// A label that wraps.
[[nodiscard]] TextLabel* wrappingLabel(const Theme* theme, TextSize size = TextSize::Body, Ink ink = Ink::Muted,
                                       const QString& text = {});

/// One line that ends in … when the room is short; the whole text is in the tooltip and the accessible name.
class ElidedLabel : public TextLabel {
    Q_OBJECT
public:
    using TextLabel::TextLabel;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

/// "COMING UP": the heading of a part of a page.
class SectionTitle : public TextLabel {
    Q_OBJECT
public:
    explicit SectionTitle(const Theme* theme, const QString& text, QWidget* parent = nullptr);
};

/// Heading of a page with a quiet line beside it: "Today" "Sunday 22 November · 8 conversations".
class PageTitle : public QWidget {
    Q_OBJECT
public:
    explicit PageTitle(const Theme* theme, const QString& title = {}, const QString& detail = {},
                       QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setDetail(const QString& detail);

private:
    TextLabel* title_;
    ElidedLabel* detail_;
};

}  // namespace kith::ui
