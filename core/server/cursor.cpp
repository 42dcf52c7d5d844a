#include "cursor.h"

#include "crypto.h"

#include <algorithm>

namespace kith::server {

namespace {

constexpr char kFormat = 2;

void put(std::string& out, const Id& id)
{
    out.append(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size());
}

void put(std::string& out, std::int64_t number)
{
    for (unsigned i = 0; i < 8; ++i) out += static_cast<char>((static_cast<std::uint64_t>(number) >> (8 * i)) & 0xFFU);
}

/// Reads what put() wrote; the text is ours, so that only its length can be wrong.
class Reading {
public:
    explicit Reading(std::string_view text) : text_(text) { }
    [[nodiscard]] bool isAtEnd() const { return text_.empty(); }
    [[nodiscard]] bool failed() const { return failed_; }

    Id id()
    {
        Id id;
        const std::string_view bytes = take(id.bytes.size());
        std::ranges::copy(bytes, id.bytes.begin());
        return id;
    }
    std::int64_t number()
    {
        std::uint64_t number = 0;
        const std::string_view bytes = take(8);
        for (std::size_t i = 0; i < bytes.size(); ++i)
            number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
        return static_cast<std::int64_t>(number);
    }
    char byte()
    {
        const std::string_view bytes = take(1);
        return bytes.empty() ? '\0' : bytes.front();
    }

private:
    std::string_view take(std::size_t count)
    {
        if (text_.size() < count) {
            failed_ = true;
            text_ = {};
            return {};
        }
        const std::string_view taken = text_.substr(0, count);
        text_.remove_prefix(count);
        return taken;
    }

    std::string_view text_;
    bool failed_ = false;
};

}  // namespace

const SpaceMark* Cursor::find(const Id& space) const
{
    const auto found = std::ranges::find(spaces, space, &SpaceMark::space);
    return found == spaces.end() ? nullptr : &*found;
}

Id lastRow()
{
    Id id;
    id.bytes.fill(0xFF);
    return id;
}

std::string toText(const Cursor& cursor, std::string_view key)
{
    std::string out(1, kFormat);
    put(out, cursor.epoch);
    put(out, cursor.account);
    put(out, cursor.changed);
    put(out, cursor.head);
    for (const SpaceMark& mark : cursor.spaces) {
        put(out, mark.space);
        put(out, mark.number);
        put(out, mark.row);
        put(out, mark.from);
        put(out, mark.own);
    }
    return sealed(key, out);
}

std::optional<Cursor> readCursor(std::string_view text, std::string_view key)
{
    const auto bytes = unsealed(key, text);
    if (!bytes) return std::nullopt;
    Reading in(*bytes);
    if (in.byte() != kFormat) return std::nullopt;
    Cursor cursor{.epoch = in.id(), .account = in.id(), .changed = in.number(), .head = in.number(), .spaces = {}};
    while (!in.isAtEnd()) {
        SpaceMark mark;
        mark.space = in.id();
        mark.number = in.number();
        mark.row = in.id();
        mark.from = in.number();
        mark.own = in.number();
        cursor.spaces.push_back(mark);
    }
    if (in.failed()) return std::nullopt;
    return cursor;
}

}  // namespace kith::server
