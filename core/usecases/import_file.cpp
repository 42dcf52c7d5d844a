#include <kith/usecases/import_file.h>

#include <utility>

namespace kith {

namespace {

std::string settingFor(std::span<const std::string> headers)
{
    return "import.columns." + exchange::rememberedAs(headers);
}

}  // namespace

Result<ImportFile> ReadImportFile::run(std::string_view bytes, const std::string& fileName,
                                       const std::optional<exchange::ColumnMap>& map) const
{
    exchange::ParseOptions how{.fileName = fileName};
    how.table.map = map;
    return run(bytes, std::move(how));
}

Result<ImportFile> ReadImportFile::run(std::string_view bytes, exchange::ParseOptions how) const
{
    how.table.zone = &zone_;
    if (!how.format) {
        KITH_TRY(format, exchange::detectFormat(bytes, how.fileName));
        how.format = format;
    }
    ImportFile file;
    if (how.format == exchange::Format::Csv) {
        KITH_TRY(outline, exchange::outlineCsv(bytes, how.table));
        if (!how.table.map) {
            const std::string kept = reader_.setting(settingFor(outline.map.headers));
            if (auto chosen = exchange::columnMapFromJson(kept); !kept.empty() && chosen) {
                how.table.map = exchange::applyMap(*chosen, outline.map.headers, outline.kind, outline.map.separator);
                outline.map = *how.table.map;
            }
        }
        file.table = std::move(outline);
    }
    KITH_TRY(parsed, exchange::parse(bytes, how));
    file.parsed = std::move(parsed);
    return file;
}

Result<void> RememberColumns::run(const exchange::ColumnMap& map) const
{
    return services_.writer.setSetting(settingFor(map.headers), exchange::toJson(map));
}

}  // namespace kith
