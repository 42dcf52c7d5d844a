// The page Settings.
#pragma once

#include <kith/controls/badges.h>
#include <kith/controls/labels.h>
#include <kith/controls/page_view.h>
#include <kith/pages/settings_page.h>
#include <kith/pages/sync_page.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSettings>
#include <QStandardItemModel>

class QVBoxLayout;

namespace kith::ui {

/// What the person chose earlier ("light", "dark", else follow the system); key "appearance" of the settings.
[[nodiscard]] Appearance savedAppearance(const QSettings& settings);

class SettingsView final : public PageView {
    Q_OBJECT
public:
    /// References must outlive the view. `tray`: whether the window may stay in a tray when closed. Without `sync`
    /// nothing is said of a server.
    SettingsView(SettingsPage& page, Theme* theme, QSettings* settings, PageHost& host, bool tray,
                 SyncPage* sync = nullptr, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Settings"); }
    void activate() override;
    [[nodiscard]] QString helpTopic() const override { return QStringLiteral("privacy"); }

Q_SIGNALS:
    void staysInTrayChanged(bool stays);

private:
    void buildAppearance(QVBoxLayout* column);
    void buildYou(QVBoxLayout* column);
    void buildSearch(QVBoxLayout* column);
    void buildWindow(QVBoxLayout* column, bool tray);
    void buildServer(QVBoxLayout* column);
    void buildWorkspace(QVBoxLayout* column);
    QVBoxLayout* section(QVBoxLayout* column, const QString& title);
    QWidget* named(const QString& name, QWidget* field, const QString& help = {});
    void refresh();
    void refreshServer();

    SettingsPage& page_;
    Theme* theme_;
    QSettings* settings_;
    PageHost& host_;
    QList<Chip*> appearances_;
    QLineEdit* me_ = nullptr;
    QStandardItemModel* found_;
    QLineEdit* organisation_ = nullptr;
    QComboBox* region_ = nullptr;
    QCheckBox* manager_ = nullptr;
    QPushButton* backUp_ = nullptr;
    QPushButton* check_ = nullptr;
    TextLabel* busy_ = nullptr;
    SyncPage* sync_;
    TextLabel* membership_ = nullptr;
    TextLabel* server_ = nullptr;
    QPushButton* signIn_ = nullptr;
    QPushButton* open_ = nullptr;
    QPushButton* signOut_ = nullptr;
};

}  // namespace kith::ui
