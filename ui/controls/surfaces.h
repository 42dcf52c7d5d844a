// What things stand on: cards, hairlines, empty states.
#pragma once

#include <kith/controls/labels.h>

#include <QFrame>
#include <QKeySequence>
#include <QPushButton>
#include <QVBoxLayout>

#include <functional>

namespace kith::ui {

/// A white ground with one hairline around it and 6-pixel corners. Children are laid out from top to bottom.
class Card : public QFrame {
    Q_OBJECT
public:
    enum class Ground { Surface, Raised, Canvas };
    explicit Card(const Theme* theme, QWidget* parent = nullptr, Ground ground = Ground::Surface);
    [[nodiscard]] QVBoxLayout* column() const { return column_; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_;
    Ground ground_;
    QVBoxLayout* column_;
};

/// A hairline across (or down) the room it is given.
class HairLine : public QWidget {
    Q_OBJECT
public:
    explicit HairLine(const Theme* theme, QWidget* parent = nullptr, Qt::Orientation orientation = Qt::Horizontal);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_;
};

/// A ground in a token colour without frame: the inspector, the navigation.
class Ground : public QWidget {
    Q_OBJECT
public:
    enum class Edge { None, Left, Right, Top, Bottom };
    Ground(const Theme* theme, bool surface, Edge hairline = Edge::None, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_;
    bool surface_;
    Edge edge_;
};

/// What this page is for, the one action that fills it, and a sample to look at.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const Theme* theme, Icon icon, const QString& title, const QString& sentence, QWidget* parent = nullptr);
    /// The one action; returns the button so that a page may name a shortcut on it.
    QPushButton* setAction(const QString& text, const QKeySequence& keys, std::function<void()> run);
    /// "Look at a sample": a quiet link under the action.
    void setSample(const QString& text, std::function<void()> run);
    void setSentence(const QString& sentence);

private:
    const Theme* theme_;
    QVBoxLayout* column_;
    TextLabel* sentence_;
};

}  // namespace kith::ui
