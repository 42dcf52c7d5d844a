// The JSON of the messages (PROTOCOL.md). Writing always yields valid UTF-8 JSON; reading is strict: a message that
// lacks a part, or has one of the wrong type or out of bounds, is refused whole with the place. Fields and kinds of
// rows that this version does not know are skipped, not refused.
#pragma once

#include <kith/sync/messages.h>
#include <kith/sync/service.h>

#include <string>
#include <string_view>

namespace kith::sync {

/// O(size). One overload for every message; `out` is appended to.
void write(std::string& out, const HelloRequest&);
void write(std::string& out, const HelloReply&);
void write(std::string& out, const SignInRequest&);
void write(std::string& out, const Tokens&);
void write(std::string& out, const RefreshRequest&);
void write(std::string& out, const std::vector<Device>&);
void write(std::string& out, const Team&);
void write(std::string& out, const PushRequest&);
void write(std::string& out, const PushReply&);
void write(std::string& out, const PullRequest&);
void write(std::string& out, const PullReply&);
void write(std::string& out, const WaitRequest&);
void write(std::string& out, const WaitReply&);
void write(std::string& out, const SnapshotRequest&);
void write(std::string& out, const SnapshotReply&);
void write(std::string& out, const PartRequest&);
void write(std::string& out, const VerifyRequest&);
void write(std::string& out, const VerifyReply&);
void write(std::string& out, const Command&);
void write(std::string& out, const CommandReply&);
void write(std::string& out, const AuditRequest&);
void write(std::string& out, const std::vector<AuditEntry>&);
void write(std::string& out, const NumberedRow&);
void write(std::string& out, const RowPatch&);
void write(std::string& out, const Operation&);
void write(std::string& out, const Failure&);

template <class T>
[[nodiscard]] std::string toJson(const T& message)
{
    std::string out;
    write(out, message);
    return out;
}

/// Reads a message. BadInput says what is wrong and where ("operations[3].patch.id is not an id").
/// Bounded: depth 16, O(size) memory.
template <class T>
[[nodiscard]] Result<T> fromJson(std::string_view json);

}  // namespace kith::sync
