// kith_simulator: runs seeds of the simulator and prints, for one that fails, the command that repeats it.
#include <kith/simulation/world.h>

#include <charconv>
#include <cstdio>
#include <optional>
#include <span>
#include <string_view>

namespace {

using namespace kith::simulation;

template <class T>
bool readNumber(std::string_view text, T& number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

struct Order {
    std::uint64_t from = 1;
    std::uint64_t to = 1;
    int steps = 300;
    bool loud = false;
};

std::optional<Order> readOrder(std::span<char* const> words)
{
    Order order;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (word == "--verbose") {
            order.loud = true;
            continue;
        }
        if (i + 1 == words.size()) return std::nullopt;
        const std::string_view value = words[++i];
        const auto dots = value.find("..");
        bool good = false;
        if (word == "--seed") {
            good = readNumber(value, order.from);
            order.to = order.from;
        } else if (word == "--seeds" && dots != std::string_view::npos) {
            good = readNumber(value.substr(0, dots), order.from) && readNumber(value.substr(dots + 2), order.to);
        } else if (word == "--steps") {
            good = readNumber(value, order.steps);
        }
        if (!good) return std::nullopt;
    }
    return order;
}

}  // namespace

int main(int argc, char** argv)
{
    const auto order = readOrder({argv, static_cast<std::size_t>(argc)});
    if (!order) {
        fmt::print(stderr, "usage: kith_simulator [--seed N | --seeds A..B] [--steps N] [--verbose]\n");
        return 2;
    }
    int failed = 0;
    for (std::uint64_t seed = order->from; seed <= order->to; ++seed) {
        const Outcome outcome = run({.seed = seed, .steps = order->steps, .loud = order->loud});
        fmt::print("seed {}: trace {:016x}, {} edits, {} rows, quiet {} times{}\n", seed, outcome.trace, outcome.edits,
                   outcome.rows, outcome.quiets, outcome.trouble.empty() ? "" : ": FAILED");
        if (!outcome.trouble.empty()) {
            ++failed;
            fmt::print("  {}\n  replay: kith_simulator --seed {} --steps {} --verbose\n", outcome.trouble, seed,
                       order->steps);
        }
        std::fflush(stdout);
    }
    return failed == 0 ? 0 : 1;
}
