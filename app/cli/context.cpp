#include "context.h"

#include <cstdlib>

namespace kith::cli {

namespace {

std::filesystem::path fromEnvironment(const char* name)
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe): kithctl has one thread when it reads its environment.
    const char* value = std::getenv(name);
    return value != nullptr ? std::filesystem::path(value) : std::filesystem::path();
}

}  // namespace

std::filesystem::path defaultWorkspace()
{
    std::filesystem::path data = fromEnvironment("XDG_DATA_HOME");
    // The XDG Base Directory Specification has relative paths ignored.
    if (!data.is_absolute()) data = fromEnvironment("HOME") / ".local" / "share";
    return data / "kith" / "default.kith";
}

Context::Context(const Globals& globals, std::unique_ptr<Clock> clock)
    : globals_(globals),
      path_(globals.workspace.empty() ? defaultWorkspace() : std::filesystem::path(globals.workspace)),
      clock_(std::move(clock))
{
}

KeyPlace Context::keyPlace() const
{
    return {.keyFile = globals_.keyFile, .passphraseFile = fromEnvironment("KITH_PASSPHRASE_FILE")};
}

Result<Session*> Context::open()
{
    if (!session_) {
        KITH_TRY(session, Session::open(path_, keyPlace(), *clock_, zone_));
        session_ = std::move(session);
    }
    return session_.get();
}

Result<Instant> Context::readAt() const
{
    if (globals_.asOf.empty()) return clock_->now();
    const auto day = parseIsoDate(globals_.asOf);
    if (!day) return fail(ErrorCode::BadInput, "That is no date; write it like 2026-11-22.");
    const Instant endOfDay = zone_.instantOf(*day + std::chrono::days{1}, std::chrono::minutes{0});
    return std::min(endOfDay - std::chrono::milliseconds{1}, clock_->now());
}

}  // namespace kith::cli
