#include <kith/domain/change.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace kith {

namespace {

constexpr char kFormat = 2;
/// Before sync: without the time of the value before.
constexpr char kFirstFormat = 1;

class Writer {
public:
    void byte(std::uint8_t value) { bytes += static_cast<char>(value); }
    void varint(std::uint64_t value)
    {
        while (value >= 0x80) {
            byte(static_cast<std::uint8_t>(value | 0x80));
            value >>= 7;
        }
        byte(static_cast<std::uint8_t>(value));
    }
    void id(const Id& value) { bytes.append(std::bit_cast<std::array<char, 16>>(value.bytes).data(), 16); }
    void value(const Value& v)
    {
        byte(static_cast<std::uint8_t>(v.index()));
        if (const auto* number = std::get_if<std::int64_t>(&v)) {
            // Zigzag, so that small negative numbers stay short.
            varint((static_cast<std::uint64_t>(*number) << 1) ^ static_cast<std::uint64_t>(*number >> 63));
        } else if (const auto* real = std::get_if<double>(&v)) {
            bytes.append(std::bit_cast<std::array<char, 8>>(*real).data(), 8);
        } else if (const auto* text = std::get_if<std::string>(&v)) {
            varint(text->size());
            bytes += *text;
        } else if (const auto* reference = std::get_if<Id>(&v)) {
            id(*reference);
        }
    }
    std::string bytes;
};

class Reader {
public:
    explicit Reader(std::string_view bytes) : rest(bytes) { }

    std::uint8_t byte()
    {
        const auto taken = take(1);
        return taken.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(taken[0]);
    }
    std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const std::uint8_t next = byte();
            value |= std::uint64_t{next & 0x7FU} << shift;
            if ((next & 0x80) == 0) return value;
        }
        broken = true;
        return 0;
    }
    Id id()
    {
        Id result;
        const auto taken = take(16);
        if (!taken.empty()) std::memcpy(result.bytes.data(), taken.data(), 16);
        return result;
    }
    Value value()
    {
        switch (byte()) {
        case 0: return {};
        case 1: {
            const std::uint64_t zigzag = varint();
            return static_cast<std::int64_t>((zigzag >> 1) ^ (0 - (zigzag & 1)));
        }
        case 2: {
            std::array<char, 8> raw{};
            const auto taken = take(8);
            if (!taken.empty()) std::memcpy(raw.data(), taken.data(), 8);
            return std::bit_cast<double>(raw);
        }
        case 3: return std::string(take(varint()));
        case 4: return id();
        default: broken = true; return {};
        }
    }
    std::string_view take(std::uint64_t count)
    {
        if (broken || count > rest.size()) {
            broken = true;
            return {};
        }
        const auto taken = rest.substr(0, count);
        rest.remove_prefix(count);
        return taken;
    }

    std::string_view rest;
    bool broken = false;
};

}  // namespace

bool ChangeSet::touches(Kind wanted) const
{
    return std::ranges::any_of(rows, [&](const RowChange& row) { return row.kind == wanted; });
}

std::string encodeRows(std::span<const RowChange> rows)
{
    Writer out;
    out.byte(kFormat);
    out.varint(rows.size());
    for (const RowChange& row : rows) {
        out.byte(static_cast<std::uint8_t>(row.kind));
        out.byte(static_cast<std::uint8_t>(row.what));
        out.id(row.id);
        if (row.what == RowChange::What::Created) continue;
        out.byte(static_cast<std::uint8_t>(row.fields.size()));
        for (const FieldChange& field : row.fields) {
            out.byte(field.field);
            out.value(field.before);
            out.value(field.after);
            out.varint(field.sourceBefore);
            out.varint(field.timeBefore.word);
        }
    }
    return std::move(out.bytes);
}

Result<std::vector<RowChange>> decodeRows(std::string_view bytes)
{
    const auto damaged = [] {
        return fail(ErrorCode::Corrupt, "An entry of the undo journal is damaged; it was left alone.");
    };
    Reader in(bytes);
    const std::uint8_t format = in.byte();
    if (format != kFormat && format != kFirstFormat) return damaged();
    const std::uint64_t count = in.varint();
    std::vector<RowChange> rows;
    rows.reserve(std::min<std::uint64_t>(count, bytes.size() / 18));
    for (std::uint64_t i = 0; i < count; ++i) {
        RowChange row;
        const auto kind = kindNumbered(in.byte());
        const std::uint8_t what = in.byte();
        row.id = in.id();
        if (in.broken || !kind || what > static_cast<std::uint8_t>(RowChange::What::Restored)) return damaged();
        row.kind = *kind;
        row.what = static_cast<RowChange::What>(what);
        if (row.what != RowChange::What::Created) {
            const std::size_t fields = in.byte();
            for (std::size_t f = 0; f < fields && !in.broken; ++f) {
                FieldChange change;
                change.field = in.byte();
                change.before = in.value();
                change.after = in.value();
                change.sourceBefore = static_cast<std::uint32_t>(in.varint());
                if (format != kFirstFormat) change.timeBefore = {in.varint()};
                if (change.field != kPlacingField && change.field >= specOf(row.kind).fields.size()) return damaged();
                row.fields.push_back(std::move(change));
            }
        }
        rows.push_back(std::move(row));
    }
    if (in.broken || !in.rest.empty()) return damaged();
    return rows;
}

}  // namespace kith
