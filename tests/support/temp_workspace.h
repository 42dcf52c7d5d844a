// A real workspace in a temporary folder, with a clock that stands still and ids that repeat.
#pragma once

#include <kith/base/random.h>
#include <kith/store/workspace.h>
#include <kith/support/temp_folder.h>

#include <filesystem>
#include <memory>

namespace kith::test {

/// Plain unless a key is given. It is 2026-11-22 09:30 UTC in here; a failure to make it ends the test program.
class TempWorkspace {
public:
    /// Two workspaces that meet need seeds of their own, or their ids are the same.
    explicit TempWorkspace(std::optional<store::WorkspaceKey> key = std::nullopt, std::uint64_t seed = 20261122);

    [[nodiscard]] store::Workspace& workspace() { return *workspace_; }
    [[nodiscard]] const WorkspaceReader& reader() const { return workspace_->reader(); }
    [[nodiscard]] Services& services() { return *services_; }
    /// Closes and opens the file, as a restart of the program does.
    void reopen();
    void close();
    [[nodiscard]] store::WorkspaceOptions options();
    [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "test.kith"; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

    FixedClock clock;
    UtcZone zone;
    SeededRandom random;
    UuidSource ids{clock, random};

    /// A person with a name, as the shortest way to have one.
    Id addPerson(const std::string& name, Facet facet = Facet::Talent);

private:
    TempFolder folder_;
    std::optional<store::WorkspaceKey> key_;
    std::unique_ptr<store::Workspace> workspace_;
    std::unique_ptr<Services> services_;
};

}  // namespace kith::test
