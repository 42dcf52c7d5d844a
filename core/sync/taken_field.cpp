#include <kith/sync/taken_field.h>

#include <kith/base/text.h>
#include <kith/sync/value_json.h>

#include <fmt/format.h>

namespace kith::sync {

namespace {

const FieldSpec& specOfField(FieldIndex field)
{
    return specOf(Kind::Person).fields[field];
}

}  // namespace

std::string takenToText(const std::vector<TakenField>& taken)
{
    std::string text;
    for (const TakenField& each : taken) {
        const FieldSpec& spec = specOfField(each.field);
        text += fmt::format("{}\t{}\t{}\n", spec.name, valueToJson(spec, each.before), valueToJson(spec, each.after));
    }
    return text;
}

std::vector<TakenField> takenFromText(std::string_view text)
{
    std::vector<TakenField> taken;
    for (const std::string_view line : split(text, '\n')) {
        const auto parts = split(line, '\t');
        if (parts.size() != 3) continue;
        const auto field = fieldNamed(Kind::Person, parts[0]);
        if (!field) continue;
        auto before = valueFromJson(specOfField(*field), parts[1]);
        auto after = valueFromJson(specOfField(*field), parts[2]);
        if (before && after) taken.push_back({*field, std::move(*before), std::move(*after)});
    }
    return taken;
}

}  // namespace kith::sync
