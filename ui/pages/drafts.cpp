#include <kith/pages/drafts.h>

#include <chrono>
#include <utility>

namespace kith::ui {

Drafts::Drafts(Worker& worker, std::string what, QObject* parent)
    : QObject(parent),
      worker_(worker),
      what_(std::move(what)),
      changes_(worker.onChange([this](const ChangeSet& changes) {
          if (changes.kind == CommandKind::Sync) forgetGone(changes);
      }))
{
    timer_.setSingleShot(true);
    timer_.setInterval(std::chrono::milliseconds{800});
    connect(&timer_, &QTimer::timeout, this, &Drafts::flush);
}

Drafts::~Drafts()
{
    flush();
}

std::string Drafts::keyOf(const Id& subject) const
{
    return "draft." + what_ + '.' + subject.toString();
}

std::string Drafts::of(const Id& subject) const
{
    const auto known = latest_.find(subject);
    return known != latest_.end() ? known->second : worker_.reader().setting(keyOf(subject));
}

void Drafts::keep(const Id& subject, std::string text)
{
    if (of(subject) == text) return;
    latest_[subject] = text;
    waiting_[subject] = std::move(text);
    if (!timer_.isActive()) timer_.start();
}

void Drafts::forgetGone(const ChangeSet& changes)
{
    if (latest_.empty()) return;
    for (const RowChange& row : changes.rows) {
        if (row.what != RowChange::What::Removed) continue;
        const std::string name = row.id.toString();
        const auto about = [&](const auto& draft) { return draft.first == row.id || draft.second.contains(name); };
        std::erase_if(waiting_, about);
        std::erase_if(latest_, about);
    }
}

void Drafts::flush()
{
    timer_.stop();
    for (auto& [subject, text] : std::exchange(waiting_, {}))
        worker_.write([key = keyOf(subject), text](Services& services) { (void)services.writer.setSetting(key, text); },
                      {});
}

}  // namespace kith::ui
