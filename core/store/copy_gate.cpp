#include <kith/store/copy_gate.h>

namespace kith::store {

Result<void> CopyGate::run(const Make& make, const std::stop_token& asked)
{
    const std::scoped_lock one(one_);
    const std::stop_callback onStop(asked, [this] {
        const std::scoped_lock lock(mutex_);
        stop_ = true;
        changed_.notify_all();
    });
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return holds_ == 0 || asked.stop_requested(); });
            if (asked.stop_requested()) return fail(ErrorCode::Cancelled, "The copy was broken off.");
            stop_ = false;
            copying_ = true;
        }
        auto done = make(stop_);
        const std::scoped_lock lock(mutex_);
        copying_ = false;
        changed_.notify_all();
        if (done || !stop_) return done;
    }
}

CopyGate::Hold::Hold(CopyGate& gate) : gate_(gate)
{
    std::unique_lock lock(gate_.mutex_);
    ++gate_.holds_;
    gate_.stop_ = true;
    gate_.changed_.wait(lock, [this] { return !gate_.copying_; });
}

CopyGate::Hold::~Hold()
{
    const std::scoped_lock lock(gate_.mutex_);
    --gate_.holds_;
    gate_.changed_.notify_all();
}

}  // namespace kith::store
