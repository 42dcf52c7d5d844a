// Who takes a reminder over: the content of a sheet.
#pragma once

#include <kith/pages/today_page.h>

#include <QWidget>

class QLineEdit;

namespace kith::ui {

class SideList;
class TextLabel;
class Theme;

/// Typing narrows the colleagues, Down and Up move through them, Enter hands over.
class HandOverPanel final : public QWidget {
    Q_OBJECT
public:
    HandOverPanel(TodayPage& page, const TodayItem& item, const Theme* theme, QWidget* parent = nullptr);

    [[nodiscard]] QWidget* firstField() const;

Q_SIGNALS:
    void chosen(const kith::Id& colleague);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(int row);
    void refresh();

    TodayPage& page_;
    QLineEdit* name_ = nullptr;
    SideList* list_ = nullptr;
    TextLabel* nobody_ = nullptr;
};

}  // namespace kith::ui
