#include <kith/exchange/columns.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kith::exchange {

using Json = nlohmann::ordered_json;

namespace {

std::unexpected<Error> badMap(std::string_view why)
{
    return fail(ErrorCode::BadInput, fmt::format("The column map cannot be used: {}. Nothing was read.", why));
}

Result<void> addEntry(ColumnMap& map, std::string_view header, const Json& word)
{
    const auto column = word.is_string() ? columnFromWord(word.get_ref<const std::string&>()) : std::nullopt;
    if (!column)
        return badMap(
            fmt::format("“{}” stands for no column that Kith knows; use words like “name”, “email” or “ignore”",
                        word.is_string() ? word.get_ref<const std::string&>() : std::string("…")));
    map.headers.emplace_back(header);
    map.columns.push_back(*column);
    return {};
}

}  // namespace

std::string toJson(const ColumnMap& map)
{
    Json columns = Json::array();
    for (std::size_t i = 0; i < map.headers.size() && i < map.columns.size(); ++i)
        columns.push_back(Json{{"header", map.headers[i]}, {"column", wordFor(map.columns[i])}});
    const Json document = {{"separator", std::string(1, map.separator)}, {"columns", std::move(columns)}};
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

Result<ColumnMap> columnMapFromJson(std::string_view json)
{
    constexpr std::size_t kLongest = std::size_t{1} << 20;
    if (json.size() > kLongest) return badMap("it is longer than 1 MiB");
    const Json document = Json::parse(json, nullptr, false);
    if (document.is_discarded() || !document.is_object()) return badMap("it is not a JSON object");

    ColumnMap map;
    if (const auto separator = document.find("separator"); separator != document.end()) {
        if (!separator->is_string() || separator->get_ref<const std::string&>().size() != 1)
            return badMap("“separator” is not one character");
        map.separator = separator->get_ref<const std::string&>().front();
    }
    const auto columns = document.find("columns");
    if (columns == document.end() || !columns->is_structured()) return badMap("it has no “columns”");
    for (const auto& item : columns->items()) {
        const Json& entry = item.value();
        if (columns->is_object()) {
            KITH_CHECK(addEntry(map, item.key(), entry));
            continue;
        }
        if (!entry.is_object() || !entry.contains("header") || !entry.contains("column")
            || !entry["header"].is_string())
            return badMap("an entry of “columns” has no “header” and “column”");
        KITH_CHECK(addEntry(map, entry["header"].get_ref<const std::string&>(), entry["column"]));
    }
    return map;
}

}  // namespace kith::exchange
