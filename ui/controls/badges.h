// Small marks: a person's initials, a warmth band, a filter chip, a key.
#pragma once

#include <kith/controls/paint.h>
#include <kith/theme/button_kind.h>

#include <QAbstractButton>
#include <QPushButton>
#include <QWidget>

namespace kith::ui {

/// A person's initials on their tint.
class Avatar : public QWidget {
    Q_OBJECT
public:
    Avatar(const Theme* theme, const QString& name, int size = 32, QWidget* parent = nullptr);
    void setName(const QString& name);
    [[nodiscard]] QSize sizeHint() const override { return {size_, size_}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_;
    QString name_;
    int size_;
};

/// Bars, word and figure of a warmth; the glyph never says by colour what the word does not say.
class WarmthGlyph : public QWidget {
    Q_OBJECT
public:
    explicit WarmthGlyph(const Theme* theme, QWidget* parent = nullptr);
    /// A negative warmth shows the word alone.
    void setWarmth(Band band, int warmth = -1);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_;
    Band band_ = Band::Cold;
    int warmth_ = -1;
};

/// A rounded filter or tag: "Area North", "Band any". Checked chips are filled. With setRemovable it carries an ×.
class Chip : public QAbstractButton {
    Q_OBJECT
public:
    explicit Chip(const Theme* theme, const QString& text, QWidget* parent = nullptr);
    /// Quiet words after the text: "any", "+2 aliases".
    void setDetail(const QString& detail);
    void setRemovable(bool removable);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// The × was pressed, or Delete on the focused chip.
    void removeAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QRect crossRect() const;

    const Theme* theme_;
    QString detail_;
    bool removable_ = false;
};

/// A key as it looks on the keyboard: [Enter].
class KeyCap : public QWidget {
    Q_OBJECT
public:
    KeyCap(const Theme* theme, const QKeySequence& keys, QWidget* parent = nullptr);
    KeyCap(const Theme* theme, const QString& text, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_;
    QString text_;
};

/// A button that shows its key: "Log [L]", "Log a conversation [Ctrl L]". The key is shown, not bound.
class KeyButton : public QPushButton {
    Q_OBJECT
public:
    KeyButton(const Theme* theme, const QString& text, const QKeySequence& keys = {},
              ButtonKind kind = ButtonKind::Normal, QWidget* parent = nullptr);
    void setKeys(const QKeySequence& keys);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_;
    QString keyText_;
};

/// A bare icon with an accessible name and tooltip.
class IconButton : public QPushButton {
    Q_OBJECT
public:
    IconButton(const Theme* theme, Icon icon, const QString& name, QWidget* parent = nullptr);
    void setGlyph(Icon icon);
    [[nodiscard]] QSize sizeHint() const override;

private:
    void refresh();

    const Theme* theme_;
    Icon icon_;
};

}  // namespace kith::ui
