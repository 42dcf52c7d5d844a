#include "commands.h"

#include <kith/base/private_file.h>
#include <kith/base/text.h>
#include <kith/usecases/export_people.h>

#include <fmt/format.h>

namespace kith::cli {

namespace {

struct Options {
    std::string file;
    std::string format;
};

Result<ExportFormat> formatOf(const Options& options)
{
    if (options.format == "vcard") return ExportFormat::VCard;
    if (options.format == "csv") return ExportFormat::Csv;
    if (options.format == "json") return ExportFormat::Json;
    if (options.format == "ics")
        return fail(ErrorCode::BadInput, "This version does not write calendars yet; nothing was exported.");
    if (const auto format = exportFormatOf(options.file)) return *format;
    return fail(ErrorCode::BadInput, "The file name does not say the format; name one with --format.");
}

Result<void> run(Context& context, const Options& options)
{
    KITH_TRY(format, formatOf(options));
    KITH_TRY(session, context.open());
    KITH_TRY(at, context.readAt());
    const auto progress = [&](std::size_t done, std::size_t total) {
        context.out().progress(fmt::format("{} of {} people", done, total));
    };
    const ExportPeople everybody(session->reader(), at);
    if (options.file == "-") {
        const auto count = everybody.run(format, [&](std::string_view part) -> Result<void> {
            context.out().raw(part);
            return {};
        });
        return count ? Result<void>{} : std::unexpected(count.error());
    }
    KITH_TRY(file, PrivateFile::create(options.file));
    KITH_TRY(count, everybody.run(format, [&](std::string_view part) { return file.write(part); }, progress));
    KITH_CHECK(file.commit());
    if (context.json()) context.out().json({{"file", options.file}, {"people", count}});
    else context.out().line(fmt::format("Exported {} to {}.", counted(count, "person", "people"), options.file));
    return {};
}

}  // namespace

void addExport(CommandTable& table)
{
    const auto options = std::make_shared<Options>();
    Command command = table.add({.name = "export",
                                 .what = "Write everybody into a file, readable by its owner alone",
                                 .example = "kithctl export people.vcf --format vcard"},
                                [options](Context& context) { return run(context, *options); });
    command.option("file", options->file, "The file; - is standard output").value("FILE").required();
    command.option("--format", options->format, "Otherwise by the file's ending")
        .words({"vcard", "csv", "json", "ics"});
}

}  // namespace kith::cli
