// The page Other names.
#pragma once

#include <kith/controls/badges.h>
#include <kith/controls/labels.h>
#include <kith/controls/page_view.h>
#include <kith/pages/names_page.h>

class QLineEdit;
class QPushButton;

namespace kith::ui {

class SideList;

/// References must outlive the view.
class NamesView final : public PageView {
    Q_OBJECT
public:
    NamesView(const Theme* theme, NamesPage& page, PageHost& host, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Other names"); }
    [[nodiscard]] QList<CommandSpec> commands() override;
    void activate() override;
    [[nodiscard]] bool stepBack() override;
    [[nodiscard]] QString helpTopic() const override { return QStringLiteral("people"); }

private:
    [[nodiscard]] const NamesLine* current() const;
    void refresh();
    void add();
    void change();
    void remove();
    void restore();
    /// A sheet that asks for names, and for what they are of when `kind` may be chosen.
    void askForNames(const QString& title, const QString& action, const QString& names, bool withKind,
                     const std::function<void(AliasKind, const QString&, const Outcome&)>& take);
    void takeTaxonomy();

    const Theme* theme_;
    NamesPage& page_;
    PageHost& host_;
    PageTitle* heading_;
    QLineEdit* filter_;
    SideList* list_;
    KeyButton* add_;
    KeyButton* change_;
    KeyButton* remove_;
    KeyButton* restore_;
    TextLabel* taxonomy_;
    QPushButton* take_;
    QPushButton* forget_;
};

}  // namespace kith::ui
