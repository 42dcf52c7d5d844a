#include "fuzz_format.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    return kith::fuzz::readAs(kith::exchange::Format::LinkedIn, data, size);
}
