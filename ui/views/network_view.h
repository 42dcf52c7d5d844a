// The Network page: who knows whom as a picture, as a list, and by who holds relationships alone.
#pragma once

#include <kith/controls/graph_scene.h>
#include <kith/controls/page_view.h>
#include <kith/models/list_model.h>
#include <kith/pages/network_table.h>
#include <kith/theme/theme.h>

class QPushButton;
class QSettings;
class QSplitter;
class QStackedWidget;

namespace kith::ui {

class Chip;
class EmptyState;
class GraphCanvas;
class NetworkInspector;
class PersonPicker;
class RowTable;
class SideList;
class TextLabel;

/// What the canvas draws of a picture. `page` says what lies on the best way, and what is said of people.
[[nodiscard]] GraphScene sceneOf(const NetworkPage& page);

class NetworkView final : public PageView {
    Q_OBJECT
public:
    /// All must outlive the view.
    NetworkView(const Theme* theme, NetworkPage& page, PageHost& host, QWidget* parent = nullptr);
    ~NetworkView() override;

    [[nodiscard]] QString title() const override { return tr("Network"); }
    [[nodiscard]] QList<CommandSpec> commands() override;
    void activate() override;
    /// Puts the person of this id in the middle; empty leaves what is there.
    void open(const QString& argument) override;
    /// From the inspector to the picture, from who is held alone to the picture, to who was in the middle before.
    [[nodiscard]] bool stepBack() override;
    [[nodiscard]] QString personInHand() const override;
    [[nodiscard]] QString helpTopic() const override { return QStringLiteral("network"); }
    void saveState(QSettings& settings) const override;
    void restoreState(const QSettings& settings) override;

private:
    enum class Shown : std::uint8_t { Picture, List, HeldAlone };
    /// A line of the list of those who are held alone: a colleague, or somebody they hold.
    struct HeldRow {
        Id id;
        Id holder;  ///< nil for a colleague
        QString figure;
        QString text;
        QString detail;
        friend bool operator==(const HeldRow&, const HeldRow&) = default;
    };
    using HeldModel = ListModel<HeldRow, QString>;

    QWidget* makeHead();
    QWidget* makeBar();
    void makeTable();
    void makeHeldAlone();
    void showAs(Shown what);
    void refresh();
    void refreshEmpty();
    void followSelection();
    void takeHolders(const std::vector<HolderLine>& holders);
    void chooseSteps();
    void chooseMost();
    void chooseSince();
    void chooseArea(const std::vector<NetworkGroup>& areas);
    void centreSelected();
    void openSelected();
    [[nodiscard]] QWidget* front() const;

    const Theme* theme_;
    NetworkPage& page_;
    PageHost& host_;
    NetworkTable table_;
    HeldModel held_;
    Shown shown_ = Shown::Picture;
    bool following_ = false;
    NetworkPage::Middle drawnAround_;
    std::size_t drawn_ = 0;
    QSplitter* splitter_;
    QStackedWidget* stack_;
    GraphCanvas* canvas_;
    RowTable* list_;
    QWidget* heldPanel_ = nullptr;
    SideList* heldList_ = nullptr;
    TextLabel* heldHint_ = nullptr;
    EmptyState* empty_ = nullptr;
    NetworkPage::State emptyFor_ = NetworkPage::State::Drawn;
    NetworkInspector* inspector_;
    TextLabel* heading_ = nullptr;
    TextLabel* sentence_ = nullptr;
    PersonPicker* picker_ = nullptr;
    QPushButton* area_ = nullptr;
    Chip* pictureChip_ = nullptr;
    Chip* listChip_ = nullptr;
    Chip* heldChip_ = nullptr;
    Chip* stepsChip_ = nullptr;
    Chip* mostChip_ = nullptr;
    Chip* sinceChip_ = nullptr;
};

}  // namespace kith::ui
