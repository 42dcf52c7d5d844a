// `export --format json`: everything, with the keys that scripts rely on (cli.md).
#pragma once

#include <kith/exchange/export_record.h>

#include <string>

namespace kith::exchange {

/// {"people": [… as `show` …], "organisations": […], "areas": […]}, UTF-8, two blanks of indentation. Times and dates
/// are ISO 8601, ids UUIDs, unknown times null. Malformed UTF-8 is written as U+FFFD.
[[nodiscard]] std::string writeJson(const ExportFile& file);

/// One person as an object of that document.
[[nodiscard]] std::string writeJson(const ExportPerson& person);

}  // namespace kith::exchange
