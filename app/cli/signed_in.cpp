#include "signed_in.h"

#include <kith/base/fold.h>
#include <kith/usecases/sync/sync_round.h>

#include <fmt/format.h>

namespace kith::cli {

Result<SignedIn> signedIn(Context& context)
{
    KITH_TRY(session, context.open());
    SyncStore& store = session->workspace().sync();
    const auto account = store.account();
    if (!account) return fail(ErrorCode::NotFound, "This workspace is not signed in; begin with `kithctl signin`.");
    KITH_TRY(server,
             ServerAccess::open(account->server, session->reader().setting(settings::kCaFile), context.keyPlace(),
                                account->device, context.clock()));
    return SignedIn{.session = *session, .store = store, .account = *account, .server = std::move(server)};
}

Result<void> SignedIn::catchUp(const Context& context)
{
    const auto report =
        SyncRound(server->service(), server->session(), store, context.clock()).run({.version = KITH_VERSION}, {});
    if (!report) return std::unexpected(toError(report.error()));
    return {};
}

Result<SpaceView> resolveSpace(const WorkspaceReader& reader, const std::string& text)
{
    const auto id = Id::parse(text);
    std::optional<SpaceView> found;
    for (const SpaceView& space : reader.spaces()) {
        if (id ? space.id != *id : fold(space.name) != fold(text)) continue;
        if (found)
            return fail(ErrorCode::Ambiguous,
                        fmt::format("Several spaces are called {}; name one by its id (`kithctl space list`).", text));
        found = space;
    }
    if (!found) return fail(ErrorCode::NotFound, "There is no such space here; `kithctl space list` lists them.");
    return std::move(*found);
}

}  // namespace kith::cli
