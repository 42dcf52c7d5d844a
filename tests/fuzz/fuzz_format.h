// What every import fuzzer checks: a file is read or refused with a sentence, and records keep the promises of
// record.h.
#pragma once

#include <kith/exchange/record.h>

#include <cstddef>
#include <cstdint>

namespace kith::fuzz {

/// Reads the bytes as the format; aborts when a promise is broken. Returns 0, as libFuzzer wants it.
int readAs(exchange::Format format, const std::uint8_t* data, std::size_t size);

}  // namespace kith::fuzz
