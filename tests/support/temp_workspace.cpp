#include <kith/support/temp_workspace.h>

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>

namespace kith::test {

using namespace std::chrono;

TempWorkspace::TempWorkspace(std::optional<store::WorkspaceKey> key, std::uint64_t seed)
    : clock(sys_days{2026y / November / 22} + hours{9} + minutes{30}), random(seed), key_(key)
{
    auto made = store::Workspace::create(options(), "Northmoor Council");
    if (!made) {
        fmt::print(stderr, "no workspace: {}\n", made.error().message);
        std::abort();
    }
    workspace_ = std::move(*made);
    services_ = std::make_unique<Services>(Services{*workspace_, workspace_->reader(), clock, zone, ids});
}

store::WorkspaceOptions TempWorkspace::options()
{
    store::WorkspaceSalt salt{};
    salt.fill(0x5A);
    return {.path = path(), .key = key_, .salt = salt, .clock = clock, .ids = ids};
}

void TempWorkspace::close()
{
    services_.reset();
    workspace_.reset();
}

void TempWorkspace::reopen()
{
    close();
    auto opened = store::Workspace::open(options());
    if (!opened) {
        fmt::print(stderr, "not opened again: {}\n", opened.error().message);
        std::abort();
    }
    workspace_ = std::move(*opened);
    services_ = std::make_unique<Services>(Services{*workspace_, workspace_->reader(), clock, zone, ids});
}

Id TempWorkspace::addPerson(const std::string& name, Facet facet)
{
    const Id id = ids.make();
    Edit edit{.command = CommandKind::AddPerson, .subject = name};
    edit.put(Kind::Person, id).fields = {{person::name, name}, {person::facets, static_cast<std::int64_t>(facet)}};
    if (auto done = workspace_->apply(edit); !done) {
        fmt::print(stderr, "no person: {}\n", done.error().message);
        std::abort();
    }
    return id;
}

}  // namespace kith::test
