// The messages between a desktop and the server, as values. PROTOCOL.md specifies them; wire.h writes and reads them.
#pragma once

#include <kith/domain/vocabulary.h>
#include <kith/sync/access.h>
#include <kith/sync/merge.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kith::sync {

/// The version of the protocol spoken here, and the oldest that a server still serves.
inline constexpr int kProtocol = 1;
inline constexpr int kOldestProtocol = 1;
/// The version of the entity table (core/domain/entity.h): raised when a kind or field is added.
inline constexpr int kSchema = 4;

/// At most this much in one push.
inline constexpr std::size_t kMostOperations = 500;
inline constexpr std::size_t kMostBytes = 1024 * 1024;

/// Who asks: an access token, opaque. Empty only for hello, signIn and refresh.
using Token = std::string;

struct SpaceInfo {
    Id id{};
    std::string name{};
    SpaceKind kind{};
    Rights rights{};
    friend bool operator==(const SpaceInfo&, const SpaceInfo&) = default;
};

struct HelloRequest {
    int protocol = kProtocol;
    int schema = kSchema;
    std::string version{};  ///< of the program, for the administrator's list of devices
    friend bool operator==(const HelloRequest&, const HelloRequest&) = default;
};

/// Answered with or without a token; `account` only with one.
struct HelloReply {
    int protocol = kProtocol;
    int oldestSchema = kSchema;
    int schema = kSchema;
    Instant now{};  ///< the server's clock, for the offset of ours
    Id epoch{};  ///< changes when the server was restored from a backup or failed over with loss
    struct Account {
        Id user{};
        std::string name{};
        Role role{};
        Id organisation{};
        std::string organisationName{};
        Id device{};
        /// The last operation that the server has from this device: later ones must be sent (again).
        std::int64_t acknowledged = 0;
        std::vector<SpaceInfo> spaces{};
        /// Key of the fingerprints of erased people (32 bytes, hex), and the fingerprints; see erasure.h.
        friend bool operator==(const Account&, const Account&) = default;
    };
    std::optional<Account> account{};
    friend bool operator==(const HelloReply&, const HelloReply&) = default;
};

struct SignInRequest {
    std::string user{};  ///< the name or e-mail of the account; case is ignored
    std::string password{};
    /// The one-time code of an invitation; the password is then the one to set. Empty afterwards.
    std::string code{};
    /// The device's id from an earlier sign-in, nil for a new device. The server may answer with another one: when this
    /// id is known to be in use by a copy of the workspace, or belongs to somebody else.
    Id device{};
    std::string deviceName{};
    friend bool operator==(const SignInRequest&, const SignInRequest&) = default;
};

/// Tokens are opaque, 256 random bits in base64url. The refresh token works once: the reply brings the next one.
struct Tokens {
    Token access{};
    Instant accessUntil{};
    Token refresh{};
    Instant refreshUntil{};
    Id device{};
    Id user{};
    friend bool operator==(const Tokens&, const Tokens&) = default;
};

struct RefreshRequest {
    Token refresh{};
    friend bool operator==(const RefreshRequest&, const RefreshRequest&) = default;
};

struct Device {
    Id id{};
    std::string name{};
    std::string user{};
    std::string version{};
    Instant firstSeen{};
    Instant lastSeen{};
    bool revoked = false;
    bool current = false;  ///< the one that asks
    /// Erasures that this device has not confirmed yet.
    int erasuresOpen = 0;
    friend bool operator==(const Device&, const Device&) = default;
};

struct PushRequest {
    std::vector<Operation> operations{};  ///< by seq, ascending
    friend bool operator==(const PushRequest&, const PushRequest&) = default;
};

enum class Outcome : std::uint8_t {
    Applied,  ///< the server's row is now what the sender has
    Merged,  ///< the row became something else; `row` says what
    Duplicate,  ///< had been received before
    Rejected,  ///< not taken; `reason` says why, `row` what the server has instead
};

struct OperationResult {
    std::int64_t seq = 0;
    Outcome outcome{};
    std::string reason{};  ///< one English sentence without anybody's data
    /// The server number of the row now; 0 when the server has no such row for this user.
    std::int64_t number = 0;
    std::optional<RowPatch> row{};  ///< Merged, and Rejected where the row may be seen
    /// Rejected for want of a row that is not there, or not to be seen: its id. The same edit may be taken once it is.
    Id missing{};
    friend bool operator==(const OperationResult&, const OperationResult&) = default;
};

struct PushReply {
    std::vector<OperationResult> results{};  ///< one for each operation, in order
    friend bool operator==(const PushReply&, const PushReply&) = default;
};

/// A row as it is at a server number.
struct NumberedRow {
    std::int64_t number = 0;
    RowPatch row;
    friend bool operator==(const NumberedRow&, const NumberedRow&) = default;
};

/// A row that left a space that the reader sees: moved elsewhere, or erased. Rows that are not mentioned are never
/// removed.
struct GoneRow {
    Kind kind{};
    Id id{};
    Id space{};
    std::int64_t number = 0;
    friend bool operator==(const GoneRow&, const GoneRow&) = default;
};

/// An erasure: the rows it took away, to be forgotten to the last byte.
struct Erasure {
    Id id{};  ///< of the erasure, for the confirmation
    Id space{};
    std::vector<std::pair<Kind, Id>> rows{};
    friend bool operator==(const Erasure&, const Erasure&) = default;
};

struct PullRequest {
    std::string cursor{};  ///< from the last reply; empty at first. Opaque and authenticated
    int limit = 5000;  ///< rows
    std::vector<Id> erased{};  ///< erasures that this device has carried out since
    friend bool operator==(const PullRequest&, const PullRequest&) = default;
};

struct PullReply {
    std::vector<NumberedRow> rows{};
    std::vector<GoneRow> gone{};
    std::vector<Erasure> erasures{};
    /// All spaces that the user may read now. Rows of a space that is missing here are to be removed from the device.
    std::vector<SpaceInfo> spaces{};
    /// Spaces of which this cursor knows nothing yet and that are large: fetch a snapshot first, then pull on.
    std::vector<Id> snapshots{};
    std::string cursor{};
    bool more = false;
    friend bool operator==(const PullReply&, const PullReply&) = default;
};

struct WaitRequest {
    std::string cursor{};
    int seconds = 25;
    friend bool operator==(const WaitRequest&, const WaitRequest&) = default;
};

struct WaitReply {
    bool changed = false;
    friend bool operator==(const WaitReply&, const WaitReply&) = default;
};

struct SnapshotRequest {
    Id space{};
    std::string cursor{};  ///< of the last pull; the reply continues it
    friend bool operator==(const SnapshotRequest&, const SnapshotRequest&) = default;
};

/// One file of NDJSON (a NumberedRow a line) compressed with zstd (RFC 8878).
struct SnapshotPart {
    int index = 0;
    std::int64_t bytes = 0;
    std::int64_t rows = 0;
    std::string sha256{};  ///< of the compressed bytes, hex
    friend bool operator==(const SnapshotPart&, const SnapshotPart&) = default;
};

/// A space as it was at one number. Parts stay available for a day; the most recent rows come first.
struct SnapshotReply {
    Id snapshot{};
    Id space{};
    std::vector<SnapshotPart> parts{};
    std::string cursor{};  ///< what to pull on with once all parts are in
    friend bool operator==(const SnapshotReply&, const SnapshotReply&) = default;
};

struct PartRequest {
    Id snapshot{};
    int index = 0;
    friend bool operator==(const PartRequest&, const PartRequest&) = default;
};

/// An order-independent sum over (row, number) of a space, removed rows included: see sums.h.
struct SpaceSum {
    Id space{};
    std::int64_t rows = 0;
    std::uint64_t sum = 0;
    friend bool operator==(const SpaceSum&, const SpaceSum&) = default;
};

struct VerifyRequest {
    std::string cursor{};  ///< the sums are compared only when it is the newest
    std::vector<SpaceSum> sums{};
    friend bool operator==(const VerifyRequest&, const VerifyRequest&) = default;
};

struct VerifyReply {
    bool compared = false;
    std::vector<Id> different{};  ///< spaces to fetch anew
    std::string cursor{};  ///< one that knows nothing of those spaces
    friend bool operator==(const VerifyReply&, const VerifyReply&) = default;
};

/// Something that the server does as a whole or refuses, and that is not merged field by field.
struct Command {
    enum class What : std::uint8_t { MakeSpace, RenameSpace, Grant, Revoke, Erase, Invite, RevokeDevice, Disable };
    What what{};
    Id space{};  ///< MakeSpace (its new id), RenameSpace, Grant, Revoke
    SpaceKind kind = SpaceKind::Team;  ///< MakeSpace
    std::string name{};  ///< of the space, or of the user to invite
    std::string user{};  ///< Grant, Revoke, Disable: whose
    Role role{};  ///< Invite
    Rights rights{};  ///< Grant
    Id subject{};  ///< Erase: the person; RevokeDevice: the device
    friend bool operator==(const Command&, const Command&) = default;
};

struct CommandReply {
    std::string code{};  ///< Invite: the one-time code
    Id id{};  ///< what was made: space, erasure, user
    friend bool operator==(const CommandReply&, const CommandReply&) = default;
};

struct AuditRequest {
    std::int64_t after = 0;
    int limit = 200;
    friend bool operator==(const AuditRequest&, const AuditRequest&) = default;
};

/// An entry of the audit trail. `hash` is SHA-256 over the hash before it and this entry, so that nothing can be taken
/// out or changed unnoticed.
struct AuditEntry {
    std::int64_t number = 0;
    Instant at{};
    std::string user{};
    std::string what{};
    Id subject{};
    std::string detail{};  ///< ids and counts, never anybody's data
    std::string hash{};
    friend bool operator==(const AuditEntry&, const AuditEntry&) = default;
};

}  // namespace kith::sync
