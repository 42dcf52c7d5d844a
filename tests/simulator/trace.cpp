#include <kith/simulation/trace.h>

namespace kith::simulation {

void Trace::add(std::string_view line)
{
    for (const char c : line) hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    hash_ = (hash_ ^ 0x0AU) * 0x100000001B3ULL;
    if (loud_) fmt::print("{}\n", line);
}

}  // namespace kith::simulation
