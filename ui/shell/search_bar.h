// The field at the top: filters the page in front where it can be filtered, and opens the palette everywhere.
#pragma once

#include <kith/theme/theme.h>

#include <QLineEdit>

namespace kith::ui {

class SearchBar : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchBar(const Theme* theme, QWidget* parent = nullptr);
    /// Whether typing filters the page; else a click or a letter asks for the palette.
    void setFilters(bool filters);
    [[nodiscard]] bool filters() const { return filters_; }

Q_SIGNALS:
    void paletteAsked(const QString& text);
    /// Down or Enter: on to the list that was filtered.
    void leaveAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();

    const Theme* theme_;
    bool filters_ = false;
};

}  // namespace kith::ui
