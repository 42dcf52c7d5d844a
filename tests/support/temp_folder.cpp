#include <kith/support/temp_folder.h>

#include <kith/base/random.h>

#include <fmt/format.h>

namespace kith::test {

TempFolder::TempFolder()
{
    SystemRandom random;
    path_ = std::filesystem::temp_directory_path() / fmt::format("kith-test-{:016x}", random.next());
    std::filesystem::create_directories(path_);
}

TempFolder::~TempFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace kith::test
