// The symbolic icons: drawn once as SVG with currentColor, recoloured and kept per size and device pixel ratio.
#pragma once

#include <QIcon>
#include <QString>

#include <memory>
#include <optional>

class QPainter;

namespace kith::ui {

enum class Icon {
    Logo,
    Today,
    People,
    Network,
    Pipelines,
    Pools,
    Reports,
    Tidy,
    Settings,
    Search,
    Add,
    Close,
    Check,
    Clock,
    HandOver,
    Call,
    Email,
    Meeting,
    Message,
    Social,
    Event,
    Note,
    ChevronDown,
    ChevronUp,
    ChevronLeft,
    ChevronRight,
    ArrowDown,
    ArrowUp,
    Undo,
    Redo,
    Warning,
    Info,
    Import,
    Export,
    Back,
    More,
    Star,
    Lock,
    Tray,
    Edit,
    Remove,
    Filter,
    Link,
    Pin,
    Person,
    Organisation,
    Phone,
    Globe,
    Calendar,
    Keyboard,
    Help,
    Command,
    Return,
    Sun,
    Moon,
    Folder,
    Shield,
    Bell,
};

/// The name of the file in resources/icons without its ending: "hand-over".
[[nodiscard]] QString iconName(Icon icon);
/// The icon with this name, for names that travel as text (CommandSpec::icon).
[[nodiscard]] std::optional<Icon> iconNamed(const QString& name);

class IconSet {
public:
    IconSet();
    ~IconSet();
    IconSet(const IconSet&) = delete;
    IconSet& operator=(const IconSet&) = delete;

    /// `size` logical pixels square. Rendered at the first call, then from a cache.
    [[nodiscard]] QPixmap pixmap(Icon icon, int size, const QColor& colour, qreal ratio) const;
    /// For QAction, QPushButton and item models; renders at whatever size and ratio is asked. Keeps the SVG alive
    /// itself.
    [[nodiscard]] QIcon icon(Icon icon, const QColor& colour, const QColor& disabled) const;

private:
    struct Cache;
    std::shared_ptr<Cache> cache_;
};

}  // namespace kith::ui
