// F1: the shortcuts that hold now, and the user guide.
#pragma once

#include <kith/controls/command_spec.h>
#include <kith/theme/theme.h>

#include <QList>
#include <QWidget>

class QListWidget;
class QTextBrowser;

namespace kith::ui {

/// Two columns of "what it does · keys", in groups.
class ShortcutSheet : public QWidget {
    Q_OBJECT
public:
    struct Group {
        QString title;
        QList<CommandSpec> commands;
    };
    ShortcutSheet(const Theme* theme, const QList<Group>& groups, QWidget* parent = nullptr);

Q_SIGNALS:
    void guideAsked();
};

/// The chapters of resources/help, one beside the other.
class HelpView : public QWidget {
    Q_OBJECT
public:
    struct Chapter {
        QString topic;
        QString title;
    };
    /// Chapters in reading order.
    [[nodiscard]] static QList<Chapter> chapters();
    /// Opens at a chapter; at the first when there is none of this name.
    HelpView(const Theme* theme, const QString& topic, QWidget* parent = nullptr);

private:
    void show(const QString& topic);

    const Theme* theme_;
    QListWidget* list_;
    QTextBrowser* text_;
};

}  // namespace kith::ui
