#include <kith/theme/icons.h>

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>
#include <cmath>
#include <functional>

// The initialiser of a resource compiled into a static library must be called by name, outside any namespace.
static void loadIconResources()
{
    Q_INIT_RESOURCE(kith);
}

namespace kith::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array kNames = {
    "logo",      "today",        "people",     "network",      "pipelines",     "pools",      "reports",
    "tidy",      "settings",     "search",     "add",          "close",         "check",      "clock",
    "hand-over", "call",         "email",      "meeting",      "message",       "social",     "event",
    "note",      "chevron-down", "chevron-up", "chevron-left", "chevron-right", "arrow-down", "arrow-up",
    "undo",      "redo",         "warning",    "info",         "import",        "export",     "back",
    "more",      "star",         "lock",       "tray",         "edit",          "remove",     "filter",
    "link",      "pin",          "person",     "organisation", "phone",         "globe",      "calendar",
    "keyboard",  "help",         "command",    "return",       "sun",           "moon",       "folder",
    "shield",    "bell"};
static_assert(kNames.size() == static_cast<std::size_t>(Icon::Bell) + 1);

}  // namespace

QString iconName(Icon icon)
{
    return QString::fromLatin1(kNames[static_cast<std::size_t>(icon)]);
}

std::optional<Icon> iconNamed(const QString& name)
{
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (name == QLatin1StringView(kNames[i])) return static_cast<Icon>(i);
    }
    return std::nullopt;
}

struct IconSet::Cache {
    QHash<int, QByteArray> sources;
    QHash<QString, QPixmap> pixmaps;

    QPixmap pixmap(Icon icon, int size, const QColor& colour, qreal ratio)
    {
        const QString key = u"%1/%2/%3/%4"_s.arg(static_cast<int>(icon)).arg(size).arg(colour.rgba(), 8, 16).arg(ratio);
        if (const auto found = pixmaps.constFind(key); found != pixmaps.cend()) return *found;

        QByteArray& source = sources[static_cast<int>(icon)];
        if (source.isEmpty()) {
            QFile file(u":/kith/icons/%1.svg"_s.arg(iconName(icon)));
            if (file.open(QIODevice::ReadOnly)) source = file.readAll();
        }
        QByteArray coloured = source;
        coloured.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());

        const int pixels = static_cast<int>(std::lround(size * ratio));
        QPixmap pixmap(pixels, pixels);
        pixmap.fill(Qt::transparent);
        QSvgRenderer renderer(coloured);
        if (renderer.isValid()) {
            QPainter painter(&pixmap);
            painter.setOpacity(static_cast<qreal>(colour.alphaF()));
            renderer.render(&painter);
        }
        pixmap.setDevicePixelRatio(ratio);
        // A window uses some dozens of icons in a handful of sizes; a theme or screen change starts afresh.
        if (pixmaps.size() > 600) pixmaps.clear();
        pixmaps.insert(key, pixmap);
        return pixmap;
    }
};

namespace {

class Engine final : public QIconEngine {
public:
    using Render = std::function<QPixmap(int, const QColor&, qreal)>;

    Engine(Render render, QColor colour, QColor disabled)
        : render_(std::move(render)), colour_(std::move(colour)), disabled_(std::move(disabled))
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const int size = std::min(rect.width(), rect.height());
        const QPixmap pixmap = render_(size, ink(mode), painter->device()->devicePixelRatioF());
        painter->drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, pixmap);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return render_(std::min(size.width(), size.height()), ink(mode), 1.0);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // Qt gives the size in device pixels here.
        const int logical = static_cast<int>(std::lround(std::min(size.width(), size.height()) / scale));
        return render_(logical, ink(mode), scale);
    }
    QIconEngine* clone() const override { return new Engine(render_, colour_, disabled_); }

private:
    [[nodiscard]] QColor ink(QIcon::Mode mode) const { return mode == QIcon::Disabled ? disabled_ : colour_; }

    Render render_;
    QColor colour_;
    QColor disabled_;
};

}  // namespace

IconSet::IconSet() : cache_(std::make_shared<Cache>())
{
    loadIconResources();
}
IconSet::~IconSet() = default;

QPixmap IconSet::pixmap(Icon icon, int size, const QColor& colour, qreal ratio) const
{
    return cache_->pixmap(icon, size, colour, ratio);
}

QIcon IconSet::icon(Icon icon, const QColor& colour, const QColor& disabled) const
{
    auto render = [cache = cache_, icon](int size, const QColor& ink, qreal ratio) {
        return cache->pixmap(icon, size, ink, ratio);
    };
    return QIcon(new Engine(std::move(render), colour, disabled));
}

}  // namespace kith::ui
