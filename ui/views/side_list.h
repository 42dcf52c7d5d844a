// A narrow list beside the main one: a lead ("Tue 24"), a text of up to two lines, a quiet detail.
#pragma once

#include <QListView>
#include <functional>

namespace kith::ui {

class Theme;

struct SideLine {
    QString lead;
    QString text;
    QString detail;
    bool alarming = false;  ///< the detail is drawn as a warning
};

/// As high as its lines; where there is less room, others give way before the first three are hidden. Enter or a click
/// opens a line.
class SideList final : public QListView {
    Q_OBJECT
public:
    using LineOf = std::function<SideLine(int row)>;

    SideList(const Theme* theme, QAbstractItemModel* model, LineOf lineOf, const QString& name,
             QWidget* parent = nullptr);

    /// For lists that a field above steers: the current line is marked without the focus, and lines have room at
    /// both ends.
    void setPicker();
    [[nodiscard]] bool isPicker() const { return picker_; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(int row);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] int heightOf(int lines) const;

    const Theme* theme_;
    bool picker_ = false;
};

}  // namespace kith::ui
