#include "stamps.h"

#include <algorithm>

namespace kith::store {

namespace {

void putVarint(std::string& out, std::uint32_t value)
{
    while (value >= 0x80) {
        out += static_cast<char>(value | 0x80);
        value >>= 7;
    }
    out += static_cast<char>(value);
}

std::optional<std::uint32_t> takeVarint(std::string_view& in)
{
    std::uint32_t value = 0;
    for (unsigned shift = 0; shift < 32 && !in.empty(); shift += 7) {
        const auto byte = static_cast<std::uint8_t>(in.front());
        in.remove_prefix(1);
        value |= std::uint32_t{byte & 0x7FU} << shift;
        if ((byte & 0x80) == 0) return value;
    }
    return std::nullopt;
}

}  // namespace

std::string encodeStamps(std::span<const StampEntry> entries)
{
    std::string out;
    out.reserve(entries.size() * 12);
    for (const StampEntry& entry : entries) {
        for (unsigned i = 0; i < 8; ++i)
            out += static_cast<char>(static_cast<std::uint8_t>(entry.time.word >> (8 * i)));
        putVarint(out, entry.device);
        putVarint(out, entry.source);
        putVarint(out, entry.mask);
    }
    return out;
}

StampEntries decodeStamps(std::string_view bytes)
{
    StampEntries entries;
    while (bytes.size() > 8) {
        StampEntry entry;
        for (unsigned i = 0; i < 8; ++i)
            entry.time.word |= std::uint64_t{static_cast<std::uint8_t>(bytes[i])} << (8 * i);
        bytes.remove_prefix(8);
        const auto device = takeVarint(bytes);
        const auto source = takeVarint(bytes);
        const auto mask = takeVarint(bytes);
        if (!device || !source || !mask) break;
        entry.device = *device;
        entry.source = *source;
        entry.mask = *mask;
        entries.push_back(entry);
    }
    return entries;
}

void setStamp(StampEntries& entries, const StampEntry& entry)
{
    for (StampEntry& other : entries) other.mask &= ~entry.mask;
    std::erase_if(entries, [](const StampEntry& other) { return other.mask == 0; });
    const auto same = std::ranges::find_if(entries, [&](const StampEntry& other) {
        return other.time == entry.time && other.device == entry.device && other.source == entry.source;
    });
    if (same != entries.end()) same->mask |= entry.mask;
    else entries.push_back(entry);
}

const StampEntry* stampOf(const StampEntries& entries, unsigned field)
{
    const auto found =
        std::ranges::find_if(entries, [&](const StampEntry& e) { return ((e.mask >> field) & 1U) != 0; });
    return found == entries.end() ? nullptr : &*found;
}

HybridTime latestOf(const StampEntries& entries)
{
    HybridTime latest;
    for (const StampEntry& entry : entries) latest = std::max(latest, entry.time);
    return latest;
}

Result<std::uint32_t> Interned::deviceNumber(const Id& device)
{
    for (const auto& [number, id] : devices_)
        if (id == device) return number;
    KITH_CHECK(connection_.run("INSERT INTO device (id) VALUES (?) ON CONFLICT DO NOTHING", device));
    auto found = connection_.query("SELECT number FROM device WHERE id = ?", device);
    if (!found.next()) return fail(ErrorCode::Internal, "A device could not be registered; nothing was changed.");
    const auto number = static_cast<std::uint32_t>(found.integer(0));
    devices_.emplace(number, device);
    return number;
}

Result<std::uint32_t> Interned::sourceNumber(const Source& source)
{
    if (latest_ && latest_->first == source) return latest_->second;
    const auto asOf = std::int64_t{source.asOf.time_since_epoch().count()};
    KITH_CHECK(connection_.run("INSERT INTO source (origin, detail, as_of) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                               source.origin, source.detail, asOf));
    auto found = connection_.query("SELECT number FROM source WHERE origin = ? AND detail = ? AND as_of = ?",
                                   source.origin, source.detail, asOf);
    if (!found.next()) return fail(ErrorCode::Internal, "A source could not be registered; nothing was changed.");
    const auto number = static_cast<std::uint32_t>(found.integer(0));
    latest_ = {source, number};
    sources_[number] = source;
    return number;
}

Id Interned::device(std::uint32_t number) const
{
    if (const auto known = devices_.find(number); known != devices_.end()) return known->second;
    auto found = connection_.query("SELECT id FROM device WHERE number = ?", number);
    if (!found.next()) return {};
    return devices_.emplace(number, found.id(0)).first->second;
}

Source Interned::source(std::uint32_t number) const
{
    if (const auto known = sources_.find(number); known != sources_.end()) return known->second;
    auto found = connection_.query("SELECT origin, detail, as_of FROM source WHERE number = ?", number);
    if (!found.next()) return {};
    Source source{found.text(0), found.text(1), Date{std::chrono::days{found.integer(2)}}};
    return sources_.emplace(number, std::move(source)).first->second;
}

void Interned::forget()
{
    devices_.clear();
    sources_.clear();
    latest_.reset();
}

}  // namespace kith::store
