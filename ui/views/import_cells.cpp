#include <kith/views/import_cells.h>

#include <kith/controls/paint.h>
#include <kith/pages/import_page.h>
#include <kith/theme/theme.h>

#include <QPainter>

namespace kith::ui {

namespace {

/// The sign beside the word, so that no meaning hangs on colour alone.
std::pair<Icon, Ink> signOf(ImportAction action)
{
    switch (action) {
    case ImportAction::Create: return {Icon::Add, Ink::Good};
    case ImportAction::Update: return {Icon::Edit, Ink::Accent};
    case ImportAction::Unchanged: return {Icon::Check, Ink::Muted};
    case ImportAction::Reject: return {Icon::Warning, Ink::Danger};
    }
    return {Icon::Check, Ink::Muted};
}

}  // namespace

void ImportCells::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Tokens& t = theme_->tokens();
    const auto column = static_cast<ImportColumn>(index.column());
    const QString text = index.data(Qt::DisplayRole).toString();
    QRect cell = option.rect.adjusted(2 * kSpace, 0, -kSpace, 0);
    if (column == ImportColumn::Action) {
        const QVariant action = index.data(kImportActionRole);
        if (!action.isValid()) return;
        const auto [icon, ink] = signOf(static_cast<ImportAction>(action.toInt()));
        cell.setLeft(option.rect.left() + 5 * kSpace);
        theme_->paintIcon(*painter, QRectF(cell.left(), cell.top(), 16, cell.height()), icon, theme_->ink(ink), 14);
        cell.setLeft(cell.left() + 16 + kSpace + 2);
        paintText(*painter, cell, text, theme_->font(TextSize::Small, Weight::Medium), theme_->ink(ink));
        return;
    }
    const bool name = column == ImportColumn::Name;
    paintText(*painter, cell, text, theme_->font(TextSize::Body, name ? Weight::Bold : Weight::Regular),
              name ? t.text : t.muted);
}

}  // namespace kith::ui
