#include "../signed_in.h"
#include "commands.h"

#include <kith/base/text.h>
#include <kith/sync/pace.h>
#include <kith/usecases/sync/sync_round.h>

#include <fmt/format.h>
#include <thread>

namespace kith::cli {

namespace {

struct Wish {
    bool watch = false;
    bool allowRemovals = false;
};

class Syncing {
public:
    Syncing(Context& context, SyncStore& store, ServerAccess& server)
        : context_(context), store_(store), server_(server)
    {
    }

    sync::Answer<SyncReport> round(const RoundOptions& options)
    {
        const Instant began = context_.clock().now();
        auto report = SyncRound(server_.service(), server_.session(), store_, context_.clock())
                          .run(options, {}, [this](const SyncReport& so) {
                              context_.out().progress(fmt::format("{} sent, {} received", so.pushed, so.pulled));
                          });
        context_.out().endProgress();
        seconds_ = std::chrono::duration<double>(context_.clock().now() - began).count();
        return report;
    }

    void print(const SyncReport& report)
    {
        const SyncCounts counts = store_.counts();
        if (context_.json()) {
            context_.out().json({{"pushed", report.pushed},
                                 {"pulled", report.pulled},
                                 {"conflicts", counts.conflicts},
                                 {"rejected", report.rejected},
                                 {"cursor", store_.cursor()},
                                 {"seconds", seconds_}});
            return;
        }
        std::string line = fmt::format("Up to date: {} sent, {} received.", report.pushed, report.pulled);
        if (report.rejected > 0)
            line += fmt::format(" {} by the server; see `kithctl conflicts`.",
                                counted(report.rejected, "edit was not taken", "edits were not taken"));
        if (counts.conflicts > 0)
            line += fmt::format(" {} to look at; see `kithctl conflicts`.",
                                counted(counts.conflicts, "conflict", "conflicts"));
        context_.out().line(line);
    }

    /// Goes on until the process is ended; a round may be cut off anywhere.
    [[nodiscard]] Result<void> watch(const RoundOptions& options)
    {
        sync::Pace pace;
        pace.signedIn(now());
        SystemRandom random;
        const auto chance = [&] { return random.unit(); };
        while (true) {
            const sync::NextStep step = pace.next(now());
            switch (step.step) {
            case sync::Step::Nothing: return fail(ErrorCode::BadInput, lastTrouble_);
            case sync::Step::Sleep: std::this_thread::sleep_for(step.until - now()); break;
            case sync::Step::Round: {
                pace.roundBegan();
                RoundOptions these = options;
                these.verify = step.verify;
                const auto report = round(these);
                pace.roundEnded(now(), failureOf(report), report && report->verified, chance());
                if (report && (report->pushed + report->pulled + report->rejected > 0 || step.verify)) print(*report);
                break;
            }
            case sync::Step::Wait: {
                const auto answer = server_.session().with(
                    [&](const sync::Token& token) {
                        return server_.service().wait(token, {.cursor = store_.cursor(), .seconds = 25}, {});
                    },
                    {});
                pace.waitEnded(now(), failureOf(answer), answer && answer->changed, chance());
                break;
            }
            }
        }
    }

private:
    /// Waiting is about the real time, whatever --now says.
    [[nodiscard]] static Instant now() { return SystemClock().now(); }

    template <class T>
    std::optional<sync::Failure> failureOf(const sync::Answer<T>& answer)
    {
        if (answer) return std::nullopt;
        if (answer.error().sentence != lastTrouble_ && !context_.json()) context_.out().line(answer.error().sentence);
        lastTrouble_ = answer.error().sentence;
        return answer.error();
    }

    Context& context_;
    SyncStore& store_;
    ServerAccess& server_;
    double seconds_ = 0;
    std::string lastTrouble_;
};

Result<void> runSync(Context& context, const Wish& wish)
{
    KITH_TRY(there, signedIn(context));
    Syncing syncing(context, there.store, *there.server);
    const RoundOptions options{.verify = true, .evenIfManyGo = wish.allowRemovals, .version = KITH_VERSION};
    if (wish.watch) return syncing.watch(options);
    const auto report = syncing.round(options);
    if (!report) return std::unexpected(toError(report.error()));
    syncing.print(*report);
    return {};
}

}  // namespace

void addSync(CommandTable& table)
{
    const auto wish = std::make_shared<Wish>();
    Command command = table.add({.name = "sync",
                                 .what = "Bring this workspace and its server together",
                                 .example = "kithctl sync\nkithctl sync --watch"},
                                [wish](Context& context) { return runSync(context, *wish); });
    command.flag("--watch", wish->watch, "Go on, and follow what colleagues do, until interrupted");
    command.flag("--allow-removals", wish->allowRemovals,
                 "Carry out removals even of a large part of the workspace, which otherwise stop and ask");
}

}  // namespace kith::cli
