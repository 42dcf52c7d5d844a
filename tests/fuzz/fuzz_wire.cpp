#include <kith/base/text.h>
#include <kith/sync/body.h>
#include <kith/sync/wire.h>

#include <cstdio>
#include <cstdlib>

namespace kith::fuzz {

using namespace sync;

namespace {

void require(bool holds, const char* what)
{
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

/// A message is refused with a sentence, or what is written of it reads back as the same.
template <class T>
void readAs(std::string_view json)
{
    const auto message = fromJson<T>(json);
    if (!message) return require(message.error().message.ends_with('.'), "an error is a sentence");
    const std::string written = toJson(*message);
    require(isUtf8(written), "what is written is valid UTF-8");
    const auto again = fromJson<T>(written);
    require(again.has_value(), "what was written can be read");
    require(*again == *message, "a message comes back as it was");
}

template <class... T>
void readAsOneOf(std::uint8_t which, std::string_view json)
{
    std::uint8_t at = 0;
    ((which % sizeof...(T) == at++ ? readAs<T>(json) : void()), ...);
}

void expandAs(Encoding encoding, std::string_view bytes)
{
    constexpr std::size_t kMost = 100'000;
    const auto text = expand(encoding, bytes, {.bytes = kMost, .ratio = 50});
    require(!text || text->size() <= kMost, "a body stays within its limit");
}

}  // namespace

}  // namespace kith::fuzz

/// The first byte says as which message the rest is read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace kith::sync;
    if (size == 0) return 0;
    const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
    kith::fuzz::readAsOneOf<HelloRequest, HelloReply, SignInRequest, Tokens, RefreshRequest, std::vector<Device>,
                            PushRequest, PushReply, PullRequest, PullReply, WaitRequest, WaitReply, SnapshotRequest,
                            SnapshotReply, PartRequest, VerifyRequest, VerifyReply, Command, CommandReply, AuditRequest,
                            std::vector<AuditEntry>, NumberedRow, RowPatch, Failure>(data[0], rest);
    kith::fuzz::expandAs(Encoding::Zstd, rest);
    kith::fuzz::expandAs(Encoding::Gzip, rest);
    return 0;
}
