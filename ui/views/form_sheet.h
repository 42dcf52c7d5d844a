// The frame of a small form in a sheet: heading, fields, Cancel and one action.
#pragma once

#include <kith/controls/sheet.h>
#include <kith/pages/outcome.h>

#include <QVBoxLayout>
#include <functional>

namespace kith::ui {

struct FormSheet {
    QWidget* content = nullptr;
    QVBoxLayout* column = nullptr;
};

[[nodiscard]] FormSheet makeFormSheet(const Theme* theme, const QString& title);

/// Adds the buttons and opens. Enter in a one-line field, Ctrl+Enter anywhere, or the button call `save`; the sheet
/// closes when it returns true. The focus starts in `focus`. `cancelled` is called for Cancel, but not for Esc.
void openFormSheet(const Theme* theme, QWidget* host, FormSheet form, const QString& action, std::function<bool()> save,
                   QWidget* focus, std::function<void()> cancelled = {});

/// The same for what is done elsewhere and may be refused: `save` gets what to call with the outcome. The sheet closes
/// when it was done, and says what was wrong otherwise; a refusal that comes after it was closed goes to `late`.
void openAskingSheet(const Theme* theme, QWidget* host, const FormSheet& form, const QString& action,
                     std::function<void(const Outcome&)> save, QWidget* focus, Outcome late);

}  // namespace kith::ui
