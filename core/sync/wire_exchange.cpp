#include "wire_message.h"

namespace kith::sync {

namespace {

constexpr std::size_t kCursor = 64UZ * 1024;
constexpr std::string_view kOutcomes[] = {"applied", "merged", "duplicate", "rejected"};

void putIds(Out& out, const std::vector<Id>& ids)
{
    out.array();
    for (const Id& id : ids) out.id(id);
    out.endArray();
}

std::vector<Id> readIds(const In& in)
{
    std::vector<Id> ids;
    in.list([&](const In& part) { ids.push_back(part.id()); });
    return ids;
}

void putGone(Out& out, const std::vector<GoneRow>& rows)
{
    out.array();
    for (const GoneRow& row : rows)
        out.object()
            .key("kind")
            .text(specOf(row.kind).table)
            .key("id")
            .id(row.id)
            .key("space")
            .id(row.space)
            .key("number")
            .integer(row.number)
            .endObject();
    out.endArray();
}

std::vector<GoneRow> readGone(const In& in)
{
    std::vector<GoneRow> rows;
    in.list([&](const In& part) {
        const auto kind = kindOf(part.at("kind").view());
        GoneRow row{.id = part.at("id").id(), .space = part.at("space").id(), .number = part.at("number").integer(0)};
        if (!kind) return;
        row.kind = *kind;
        rows.push_back(row);
    });
    return rows;
}

void putErasures(Out& out, const std::vector<Erasure>& erasures)
{
    out.array();
    for (const Erasure& erasure : erasures) {
        out.object().key("id").id(erasure.id).key("space").id(erasure.space).key("rows").array();
        for (const auto& [kind, id] : erasure.rows)
            out.object().key("kind").text(specOf(kind).table).key("id").id(id).endObject();
        out.endArray().endObject();
    }
    out.endArray();
}

std::vector<Erasure> readErasures(const In& in)
{
    std::vector<Erasure> erasures;
    in.list([&](const In& part) {
        Erasure erasure{.id = part.at("id").id(), .space = part.at("space").id(), .rows = {}};
        part.at("rows").list([&](const In& row) {
            const auto kind = kindOf(row.at("kind").view());
            const Id id = row.at("id").id();
            if (kind) erasure.rows.emplace_back(*kind, id);
        });
        erasures.push_back(std::move(erasure));
    });
    return erasures;
}

void put(Out& out, const PushRequest& m)
{
    out.object().key("operations").array();
    for (const Operation& operation : m.operations) sync::put(out, operation);
    out.endArray().endObject();
}

void read(const In& in, PushRequest& m)
{
    in.at("operations").list([&](const In& part) {
        if (auto operation = readOperation(part)) m.operations.push_back(std::move(*operation));
        else if (!part.failed()) part.at("row").at("kind").wrong("a kind of row that this server knows");
    });
    if (m.operations.size() > kMostOperations) in.at("operations").wrong("at most 500 operations");
    for (std::size_t i = 1; i < m.operations.size(); ++i)
        if (m.operations[i].seq <= m.operations[i - 1].seq) return in.at("operations").wrong("in order of seq");
}

void put(Out& out, const PushReply& m)
{
    out.object().key("results").array();
    for (const OperationResult& r : m.results) {
        out.object().key("seq").integer(r.seq).key("outcome").text(wordIn(kOutcomes, r.outcome));
        if (!r.reason.empty()) out.key("reason").text(r.reason);
        out.key("number").integer(r.number);
        if (r.row) {
            out.key("row");
            sync::put(out, *r.row);
        }
        if (!r.missing.isNil()) out.key("missing").id(r.missing);
        out.endObject();
    }
    out.endArray().endObject();
}

void read(const In& in, PushReply& m)
{
    in.at("results").list([&](const In& r) {
        OperationResult result{.seq = r.at("seq").integer(1),
                               .outcome = readWord<Outcome>(r.at("outcome"), kOutcomes),
                               .number = r.at("number").integer(0)};
        if (const auto reason = r.maybe("reason")) result.reason = reason->text(kSentence);
        if (const auto row = r.maybe("row")) result.row = readPatch(*row);
        if (const auto missing = r.maybe("missing")) result.missing = missing->id();
        m.results.push_back(std::move(result));
    });
}

void put(Out& out, const PullRequest& m)
{
    out.object().key("cursor").text(m.cursor).key("limit").integer(m.limit).key("erased");
    putIds(out, m.erased);
    out.endObject();
}

void read(const In& in, PullRequest& m)
{
    m.cursor = in.at("cursor").text(kCursor);
    m.limit = static_cast<int>(in.at("limit").integer(1, 50'000));
    if (const auto erased = in.maybe("erased")) m.erased = readIds(*erased);
}

void put(Out& out, const PullReply& m)
{
    out.object().key("rows").array();
    for (const NumberedRow& row : m.rows) sync::put(out, row);
    out.endArray().key("gone");
    putGone(out, m.gone);
    out.key("erasures");
    putErasures(out, m.erasures);
    out.key("spaces");
    putSpaces(out, m.spaces);
    out.key("snapshots");
    putIds(out, m.snapshots);
    out.key("cursor").text(m.cursor).key("more").boolean(m.more).endObject();
}

void read(const In& in, PullReply& m)
{
    in.at("rows").list([&](const In& part) {
        if (auto row = readNumbered(part)) m.rows.push_back(std::move(*row));
    });
    m.gone = readGone(in.at("gone"));
    m.erasures = readErasures(in.at("erasures"));
    m.spaces = readSpaces(in.at("spaces"));
    m.snapshots = readIds(in.at("snapshots"));
    m.cursor = in.at("cursor").text(kCursor);
    m.more = in.at("more").boolean();
}

void put(Out& out, const WaitRequest& m)
{
    out.object().key("cursor").text(m.cursor).key("seconds").integer(m.seconds).endObject();
}

void read(const In& in, WaitRequest& m)
{
    m.cursor = in.at("cursor").text(kCursor);
    m.seconds = static_cast<int>(in.at("seconds").integer(0, 60));
}

void put(Out& out, const WaitReply& m)
{
    out.object().key("changed").boolean(m.changed).endObject();
}

void read(const In& in, WaitReply& m)
{
    m.changed = in.at("changed").boolean();
}

void put(Out& out, const SnapshotRequest& m)
{
    out.object().key("space").id(m.space).key("cursor").text(m.cursor).endObject();
}

void read(const In& in, SnapshotRequest& m)
{
    m.space = in.at("space").id();
    m.cursor = in.at("cursor").text(kCursor);
}

void put(Out& out, const SnapshotReply& m)
{
    out.object().key("snapshot").id(m.snapshot).key("space").id(m.space).key("parts").array();
    for (const SnapshotPart& p : m.parts) {
        out.object().key("index").integer(p.index).key("bytes").integer(p.bytes);
        out.key("rows").integer(p.rows).key("sha256").text(p.sha256).endObject();
    }
    out.endArray().key("cursor").text(m.cursor).endObject();
}

void read(const In& in, SnapshotReply& m)
{
    m.snapshot = in.at("snapshot").id();
    m.space = in.at("space").id();
    in.at("parts").list([&](const In& p) {
        m.parts.push_back({.index = static_cast<int>(p.at("index").integer(0, 1'000'000)),
                           .bytes = p.at("bytes").integer(0),
                           .rows = p.at("rows").integer(0),
                           .sha256 = p.at("sha256").text(64)});
    });
    m.cursor = in.at("cursor").text(kCursor);
}

void put(Out& out, const PartRequest& m)
{
    out.object().key("snapshot").id(m.snapshot).key("index").integer(m.index).endObject();
}

void read(const In& in, PartRequest& m)
{
    m.snapshot = in.at("snapshot").id();
    m.index = static_cast<int>(in.at("index").integer(0, 1'000'000));
}

void put(Out& out, const VerifyRequest& m)
{
    out.object().key("cursor").text(m.cursor).key("sums").array();
    for (const SpaceSum& s : m.sums)
        out.object().key("space").id(s.space).key("rows").integer(s.rows).key("sum").word(s.sum).endObject();
    out.endArray().endObject();
}

void read(const In& in, VerifyRequest& m)
{
    m.cursor = in.at("cursor").text(kCursor);
    in.at("sums").list([&](const In& s) {
        m.sums.push_back({.space = s.at("space").id(), .rows = s.at("rows").integer(0), .sum = s.at("sum").word()});
    });
}

void put(Out& out, const VerifyReply& m)
{
    out.object().key("compared").boolean(m.compared).key("different");
    putIds(out, m.different);
    out.key("cursor").text(m.cursor).endObject();
}

void read(const In& in, VerifyReply& m)
{
    m.compared = in.at("compared").boolean();
    m.different = readIds(in.at("different"));
    m.cursor = in.at("cursor").text(kCursor);
}

void read(const In& in, NumberedRow& m)
{
    if (auto row = readNumbered(in)) m = std::move(*row);
    else in.wrong("a row that this version knows");
}

void read(const In& in, RowPatch& m)
{
    if (auto row = readPatch(in)) m = std::move(*row);
    else in.wrong("a row that this version knows");
}

void read(const In& in, Operation& m)
{
    if (auto operation = readOperation(in)) m = std::move(*operation);
    else in.wrong("a row that this version knows");
}

}  // namespace

KITH_MESSAGE(PushRequest)
KITH_MESSAGE(PushReply)
KITH_MESSAGE(PullRequest)
KITH_MESSAGE(PullReply)
KITH_MESSAGE(WaitRequest)
KITH_MESSAGE(WaitReply)
KITH_MESSAGE(SnapshotRequest)
KITH_MESSAGE(SnapshotReply)
KITH_MESSAGE(PartRequest)
KITH_MESSAGE(VerifyRequest)
KITH_MESSAGE(VerifyReply)
KITH_MESSAGE(NumberedRow)
KITH_MESSAGE(RowPatch)
KITH_MESSAGE(Operation)

}  // namespace kith::sync
