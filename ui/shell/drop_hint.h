// Shown over the window while files are dragged across it.
#pragma once

#include <kith/theme/theme.h>

#include <QWidget>

namespace kith::ui {

class DropHint : public QWidget {
    Q_OBJECT
public:
    DropHint(const Theme* theme, QWidget* window);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme* theme_;
};

}  // namespace kith::ui
