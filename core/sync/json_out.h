// Writing JSON (RFC 8259) by appending. Private to this folder.
#pragma once

#include <kith/base/id.h>
#include <kith/domain/stamp.h>

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <string_view>

namespace kith::sync {

/// Appends to a string; puts the commas. Callers keep begin and end in pairs.
class Out {
public:
    explicit Out(std::string& text) : text_(text) { }

    Out& object() { return open('{'); }
    Out& endObject() { return close('}'); }
    Out& array() { return open('['); }
    Out& endArray() { return close(']'); }

    /// A key of our own: lower-case letters and underscores, so that nothing in it needs escaping.
    Out& key(std::string_view name)
    {
        comma();
        text_ += '"';
        text_ += name;
        text_ += "\":";
        fresh_ = true;
        return *this;
    }

    Out& text(std::string_view value);
    Out& null() { return raw("null"); }
    Out& boolean(bool value) { return raw(value ? "true" : "false"); }
    Out& integer(std::int64_t value)
    {
        comma();
        fmt::format_to(std::back_inserter(text_), "{}", value);
        return *this;
    }
    /// The shortest text that reads back as the same number; null for what is no number.
    Out& real(double value);
    Out& id(const Id& value) { return text(value.toString()); }
    Out& word(std::uint64_t value);
    Out& time(HybridTime value) { return word(value.word); }
    Out& instant(Instant at) { return integer(at.time_since_epoch().count()); }
    /// JSON that is there already.
    Out& raw(std::string_view json)
    {
        comma();
        text_ += json;
        return *this;
    }

private:
    Out& open(char bracket)
    {
        comma();
        text_ += bracket;
        fresh_ = true;
        return *this;
    }
    Out& close(char bracket)
    {
        text_ += bracket;
        fresh_ = false;
        return *this;
    }
    void comma()
    {
        if (!fresh_) text_ += ',';
        fresh_ = false;
    }

    std::string& text_;
    bool fresh_ = true;  ///< nothing to separate from
};

}  // namespace kith::sync
