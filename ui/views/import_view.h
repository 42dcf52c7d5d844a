// The import page: drop a file, see what it would change, apply it or put it away; take earlier imports back.
#pragma once

#include <kith/controls/page_view.h>
#include <kith/pages/import_page.h>
#include <kith/theme/theme.h>

#include <QTimer>

class QBoxLayout;
class QProgressBar;
class QPushButton;
class QPushButton;
class QStackedWidget;

namespace kith::ui {

class Chip;
class PageTitle;
class RowTable;
class TextLabel;

class ImportView final : public PageView {
    Q_OBJECT
public:
    /// Asks for a file and calls back with its path; a dialog of the system, passed in.
    using ChooseFile = std::function<void(std::function<void(const QString& path)>)>;

    /// All must outlive the view.
    ImportView(const Theme* theme, ImportPage& page, PageHost& host, ChooseFile choose, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Import"); }
    [[nodiscard]] QList<CommandSpec> commands() override;
    void activate() override;
    /// Reads the file at this path.
    void open(const QString& argument) override;
    [[nodiscard]] bool stepBack() override;
    [[nodiscard]] QString helpTopic() const override { return QStringLiteral("import"); }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    [[nodiscard]] QWidget* makeStart();
    [[nodiscard]] QWidget* makeReading();
    [[nodiscard]] QWidget* makePreview();
    [[nodiscard]] QWidget* makeDone();
    void choose();
    void refresh();
    void showWriting();
    void refreshColumns();
    void refreshDifferences();
    void refreshBatches();

    const Theme* theme_;
    ImportPage& page_;
    PageHost& host_;
    ChooseFile choose_;
    PageTitle* heading_;
    QStackedWidget* stack_;
    QBoxLayout* batches_;
    QWidget* batchesSection_;
    QProgressBar* progress_;
    TextLabel* reading_;
    QPushButton* callOff_;
    QTimer ticks_;
    QTimer patience_;  ///< a short import is over before there is anything to show
    std::vector<std::pair<ImportAction, Chip*>> chips_;
    RowTable* table_;
    QWidget* side_;
    QBoxLayout* differences_;
    QWidget* columnsSection_;
    QBoxLayout* columns_;
    QStringList columnsShown_;
    QPushButton* apply_;
    TextLabel* result_;
};

}  // namespace kith::ui
