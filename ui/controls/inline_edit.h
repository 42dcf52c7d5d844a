// Text that can be edited where it stands.
#pragma once

#include <kith/theme/theme.h>

#include <QLineEdit>
#include <QPlainTextEdit>

namespace kith::ui {

/// Looks like a label until Enter, F2 or a click turns it into a field. Enter or leaving it saves, Esc takes it back.
class InlineEdit : public QLineEdit {
    Q_OBJECT
public:
    /// From the edge of the field to its first letter, so that what stands above or below can begin there too.
    static constexpr int kTextInset = 9;

    /// `name` is what screen readers call the field ("City").
    InlineEdit(const Theme* theme, const QString& name, QWidget* parent = nullptr);

    /// The saved value. Ignored while the person is typing: the value typed wins and is saved by them.
    void setValue(const QString& value);
    [[nodiscard]] QString value() const { return value_; }
    [[nodiscard]] bool editing() const { return !isReadOnly(); }
    void beginEdit();
    void setLabelFont(TextSize size, Weight weight, Ink ink = Ink::Text);

Q_SIGNALS:
    /// A new value, trimmed, that differs from the one before.
    void committed(const QString& value);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    /// Draws a value that is too long with an ellipsis; false when it fits.
    [[nodiscard]] bool paintElided();
    void finish(bool save);
    void refresh();

    const Theme* theme_;
    QString value_;
    TextSize size_ = TextSize::Body;
    Weight weight_ = Weight::Regular;
    Ink ink_ = Ink::Text;
};

/// The same for several lines: Ctrl+Enter or leaving it saves, Esc takes it back. As high as its text, up to a page.
class InlineText : public QPlainTextEdit {
    Q_OBJECT
public:
    InlineText(const Theme* theme, const QString& name, QWidget* parent = nullptr);
    void setValue(const QString& value);
    [[nodiscard]] QString value() const { return value_; }
    [[nodiscard]] bool editing() const { return !isReadOnly(); }
    void beginEdit();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void committed(const QString& value);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void finish(bool save);
    void refresh();

    const Theme* theme_;
    QString value_;
};

}  // namespace kith::ui
