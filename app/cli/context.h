// What every command is given: the global options, the time, the output, and the workspace once it asks for it.
#pragma once

#include "composition.h"
#include "output.h"

#include <kith/base/clock.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace kith::cli {

/// Options that every command takes (cli.md, "Global").
struct Globals {
    std::string workspace;  ///< empty: the default place
    std::string keyFile;
    std::string now;
    std::string asOf;
    bool json = false;
};

/// $XDG_DATA_HOME/kith/default.kith, or ~/.local/share/kith/default.kith.
[[nodiscard]] std::filesystem::path defaultWorkspace();

class Context {
public:
    Context(const Globals& globals, std::unique_ptr<Clock> clock);

    /// Opens the workspace on the first call.
    [[nodiscard]] Result<Session*> open();
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] KeyPlace keyPlace() const;
    [[nodiscard]] const Clock& clock() const { return *clock_; }
    [[nodiscard]] const Zone& zone() const { return zone_; }
    /// The moment for which history is read: the end of the day of --as-of, otherwise now.
    [[nodiscard]] Result<Instant> readAt() const;
    /// Whether --as-of names a day, so that what came later is left out.
    [[nodiscard]] bool readsThePast() const { return !globals_.asOf.empty(); }
    [[nodiscard]] bool json() const { return globals_.json; }
    [[nodiscard]] Output& out() { return output_; }

private:
    const Globals& globals_;
    std::filesystem::path path_;
    std::unique_ptr<Clock> clock_;
    SystemZone zone_;
    Output output_;
    std::unique_ptr<Session> session_;
};

}  // namespace kith::cli
