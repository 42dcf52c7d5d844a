#include <kith/shell/commands.h>

#include <kith/controls/sheet.h>

#include <QShortcut>

#include <algorithm>

namespace kith::ui {

Commands::Commands(QWidget* window) : QObject(window), window_(window) { }
Commands::~Commands() = default;

void Commands::add(CommandSpec spec, const QString& page)
{
    Entry entry{std::move(spec), page, nullptr};
    // Esc belongs to whatever has the focus first; the window gets it when nobody wanted it.
    if (!entry.spec.shortcut.isEmpty() && entry.spec.shortcut != QKeySequence(Qt::Key_Escape)) {
        auto* shortcut = new QShortcut(entry.spec.shortcut, window_);
        connect(shortcut, &QShortcut::activated, this, [this, id = entry.spec.id] {
            if (Sheet::current(window_) == nullptr) run(id);
        });
        // Two commands on one key: Qt then reports neither. refresh() prevents it; this makes a slip visible in use.
        connect(shortcut, &QShortcut::activatedAmbiguously, this, [this, id = entry.spec.id] {
            if (Sheet::current(window_) == nullptr) run(id);
        });
        entry.shortcut = shortcut;
    }
    entries_.push_back(std::move(entry));
    refresh();
}

void Commands::setCurrentPage(const QString& page)
{
    page_ = page;
    refresh();
}

void Commands::refresh()
{
    for (Entry& entry : entries_) {
        if (entry.shortcut == nullptr) continue;
        bool holds = entry.page.isEmpty() || entry.page == page_;
        if (entry.page.isEmpty()) {
            holds = std::ranges::none_of(entries_, [&](const Entry& other) {
                return !other.page.isEmpty() && other.page == page_ && other.spec.shortcut == entry.spec.shortcut;
            });
        }
        entry.shortcut->setEnabled(holds);
    }
}

const Commands::Entry* Commands::find(const QString& id) const
{
    const Entry* found = nullptr;
    for (const Entry& entry : entries_) {
        if (entry.spec.id != id) continue;
        if (entry.page == page_) return &entry;
        if (entry.page.isEmpty()) found = &entry;
    }
    return found;
}

bool Commands::enabled(const QString& id) const
{
    const Entry* entry = find(id);
    return entry != nullptr && (!entry->spec.enabled || entry->spec.enabled());
}

bool Commands::run(const QString& id) const
{
    if (!enabled(id)) return false;
    // A copy: what runs may add or replace commands.
    const auto work = find(id)->spec.run;
    if (work) work();
    return true;
}

QList<CommandSpec> Commands::where(const QString& page) const
{
    QList<CommandSpec> found;
    for (const Entry& entry : entries_) {
        if (entry.page == page) found.append(entry.spec);
    }
    return found;
}

QList<CommandSpec> Commands::ofPage() const
{
    return page_.isEmpty() ? QList<CommandSpec>{} : where(page_);
}
QList<CommandSpec> Commands::ofWindow() const
{
    return where({});
}

}  // namespace kith::ui
