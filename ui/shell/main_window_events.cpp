// What the window does with keys, with files dropped on it, and at its end.
#include <kith/shell/main_window.h>

#include <kith/controls/sheet.h>
#include <kith/shell/drop_hint.h>

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QUrl>

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList localFiles(const QMimeData* data)
{
    QStringList paths;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile()) paths.append(url.toLocalFile());
    }
    return paths;
}

}  // namespace

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && Sheet::current(this) == nullptr) runCommand(u"window.back"_s);
    else QWidget::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    saveState();
    if (staysInTray_ && !quitting_ && notifier_ != nullptr && notifier_->hasTray()) {
        event->ignore();
        hide();
        return;
    }
    event->accept();
    Q_EMIT quitAsked();
}

bool MainWindow::event(QEvent* event)
{
    if (event->type() == QEvent::Resize) dropHint_->setGeometry(rect());
    return QWidget::event(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (layers_->currentIndex() != 0 || localFiles(event->mimeData()).isEmpty()) return;
    event->acceptProposedAction();
    dropHint_->setGeometry(rect());
    dropHint_->show();
    dropHint_->raise();
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent*)
{
    dropHint_->hide();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    dropHint_->hide();
    const QStringList paths = localFiles(event->mimeData());
    if (paths.isEmpty()) return;
    event->acceptProposedAction();
    Q_EMIT filesDropped(paths);
}

}  // namespace kith::ui
