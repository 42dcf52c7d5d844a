// Generators of rows, patches and operations that collide: few rows, devices, times and values.
#pragma once

#include <kith/sync/merge.h>

#include <algorithm>
#include <rapidcheck.h>
#include <vector>

namespace kith::sync::test {

inline Id idOf(std::uint8_t number)
{
    Id id;
    id.bytes[0] = 1;
    id.bytes[15] = number;
    return id;
}

inline Written at(std::uint64_t ms, std::uint8_t device)
{
    return {.time = HybridTime::of(ms, 0), .device = idOf(device)};
}

inline rc::Gen<Id> anyDevice()
{
    return rc::gen::map(rc::gen::inRange<int>(1, 5), [](int n) { return idOf(static_cast<std::uint8_t>(n)); });
}

inline rc::Gen<Value> anyValueOf(const FieldSpec& field)
{
    switch (field.type) {
    case Type::Text:
        return rc::gen::elementOf(std::vector<Value>{Value{}, Value{std::string("Ana")},
                                                     Value{std::string("Ünï \"q\"\n")},
                                                     Value{std::string("\x01\x1f\\ 漢字")}});
    case Type::Real: return rc::gen::elementOf(std::vector<Value>{Value{}, Value{0.25}, Value{1.0}, Value{1e-9}});
    case Type::Reference: return rc::gen::map(anyDevice(), [](const Id& id) { return Value{id}; });
    case Type::Enum:
        return rc::gen::map(rc::gen::inRange<std::size_t>(0, field.words().size()),
                            [words = field.words()](std::size_t n) { return Value{words[n].value}; });
    case Type::Integer:
    case Type::Date:
    case Type::Instant:
    case Type::Flags:
        return rc::gen::elementOf(std::vector<Value>{Value{}, Value{std::int64_t{0}}, Value{std::int64_t{-7}},
                                                     Value{std::int64_t{1'795'305'600'000}}});
    }
    return rc::gen::just(Value{});
}

inline rc::Gen<Written> anyWriter(int times = 6)
{
    return rc::gen::exec([times] {
        return Written{.time = HybridTime::of(static_cast<std::uint64_t>(*rc::gen::inRange(1, times + 1)),
                                              static_cast<std::uint16_t>(*rc::gen::inRange(0, 2))),
                       .device = *anyDevice()};
    });
}

inline rc::Gen<Kind> anyKind()
{
    return rc::gen::map(rc::gen::inRange<std::size_t>(0, allKinds().size()),
                        [](std::size_t n) { return allKinds()[n].kind; });
}

/// A history of one row: every write that anybody made, none of them contradicting another of the same writer.
inline rc::Gen<std::vector<RowPatch>> anyHistory(Kind kind)
{
    return rc::gen::exec([kind] {
        std::vector<RowPatch> history;
        std::vector<Written> used;
        const int writes = *rc::gen::inRange(1, 8);
        for (int i = 0; i < writes; ++i) {
            const Written by = *anyWriter();
            if (std::ranges::find(used, by) != used.end()) continue;
            used.push_back(by);
            RowPatch patch{.kind = kind, .id = idOf(99)};
            if (*rc::gen::inRange(0, 3) == 0) patch.placing = Placing{.space = *anyDevice(), .by = by};
            if (*rc::gen::inRange(0, 3) == 0) {
                const bool here = *rc::gen::arbitrary<bool>();
                patch.presence = Presence{.here = here, .by = by};
                if (!here) patch.presence->saw = HybridTime::of(static_cast<std::uint64_t>(*rc::gen::inRange(0, 6)), 0);
            }
            FieldGroup group{.by = by,
                             .source = {.origin = *rc::gen::elementOf(std::vector<std::string>{"typed", "csv"})}};
            const auto fields = specOf(kind).fields;
            for (std::size_t f = 0; f < fields.size(); ++f)
                if (*rc::gen::inRange(0, 3) == 0)
                    group.fields.emplace_back(static_cast<FieldIndex>(f), *anyValueOf(fields[f]));
            if (!group.fields.empty()) patch.groups.push_back(std::move(group));
            history.push_back(std::move(patch));
        }
        return history;
    });
}

}  // namespace kith::sync::test
