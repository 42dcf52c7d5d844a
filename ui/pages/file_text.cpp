#include <kith/pages/file_text.h>

#include <kith/usecases/import_file.h>

#include <QFile>

namespace kith::ui {

Result<std::string> contentOf(const QString& path)
{
    QFile file(path);
    if (!file.exists()) return fail(ErrorCode::BadInput, "There is no such file.");
    if (!file.open(QIODevice::ReadOnly)) return fail(ErrorCode::BadInput, "The file cannot be read.");
    if (file.size() > static_cast<qint64>(exchange::kLargestFile))
        return fail(ErrorCode::BadInput, "The file is larger than 2 GB.");
    return file.readAll().toStdString();
}

}  // namespace kith::ui
