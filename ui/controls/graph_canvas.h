// Draws who knows whom, and lets a reader move and walk in it.
#pragma once

#include <kith/controls/graph_scene.h>
#include <kith/theme/theme.h>

#include <QRectF>
#include <QWidget>
#include <optional>

namespace kith::ui {

/// The whole picture is fitted into the canvas until somebody moves it. The wheel, + and - zoom, 0 fits again, dragging
/// moves; a click selects, a double click or Enter asks for the middle, Space for a preview. Arrows go along the tie
/// nearest to them, Tab, J and K from the strongest to the weakest; Ctrl+Tab leaves the picture. The accessible name
/// says who is selected.
class GraphCanvas : public QWidget {
    Q_OBJECT
public:
    explicit GraphCanvas(const Theme* theme, QWidget* parent = nullptr);

    /// Fits it when `keepView` is false. `selected` -1: nobody.
    void setScene(GraphScene scene, int selected, bool keepView = false);
    void setSelected(int node);
    [[nodiscard]] int selected() const { return selected_; }
    [[nodiscard]] const GraphScene& scene() const { return scene_; }
    /// A little picture beside something else: it does not move, and any click or Enter emits opened().
    void setLittle(const QString& name);

    void zoomBy(double factor);
    void fit();
    [[nodiscard]] double zoom() const { return zoom_; }
    /// Where a node is drawn, and the labels that had room: for tests, and for whoever points at somebody.
    [[nodiscard]] QPointF placeOf(int node) const;
    struct Label {
        int node = 0;
        QRectF where;
        QString text;
    };
    [[nodiscard]] std::vector<Label> labels() const;
    [[nodiscard]] double sizeOf(int node) const;  ///< radius

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void selectAsked(int node);
    void centreAsked(int node);
    void previewAsked();
    void opened();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void speak();
    void zoomAt(double factor, QPointF anchor);
    void walk(int node);
    void bringIntoView(int node);
    void measure();
    [[nodiscard]] int nodeAt(QPointF point) const;
    [[nodiscard]] int count() const { return static_cast<int>(scene_.nodes.size()); }
    [[nodiscard]] const GraphNode& node(int index) const { return scene_.nodes[static_cast<std::size_t>(index)]; }
    void paintLines(QPainter& painter) const;
    void paintNode(QPainter& painter, int index) const;
    void paintLabels(QPainter& painter) const;

    const Theme* theme_;
    GraphScene scene_;
    int selected_ = -1;
    int hovered_ = -1;
    bool little_ = false;
    bool moved_ = false;  ///< somebody has chosen what to look at
    QRectF bounds_;  ///< of the nodes, in units
    QPointF scale_{1, 1};  ///< pixels a unit when fitted; wider than high in a wide canvas
    double zoom_ = 1;
    QPointF shift_;  ///< pixels from the middle of the canvas to the middle of the bounds
    std::optional<QPointF> grabbed_;
    bool dragging_ = false;
};

}  // namespace kith::ui
