#include "../file_text.h"
#include "commands.h"

#include <kith/base/text.h>
#include <kith/usecases/taxonomy.h>

#include <filesystem>
#include <fmt/format.h>

namespace kith::cli {

namespace {

struct Wish {
    std::vector<std::string> files;
};

Result<void> tell(Context& context, const TaxonomySize& size)
{
    if (context.json()) context.out().json({{"titles", size.titles}, {"skills", size.skills}, {"names", size.names}});
    else if (size.names == 0) context.out().line("No taxonomy; `kithctl taxonomy import FILE` takes one.");
    else
        context.out().line(fmt::format("{} and {}, with {} in all.", counted(size.titles, "title", "titles"),
                                       counted(size.skills, "skill", "skills"), counted(size.names, "name", "names")));
    return {};
}

Result<void> import(Context& context, const Wish& wish)
{
    std::vector<TaxonomyFile> files;
    for (const std::string& path : wish.files) {
        KITH_TRY(text, contentOf(path));
        files.push_back({.name = std::filesystem::path(path).filename().string(), .text = std::move(text)});
    }
    KITH_TRY(session, context.open());
    KITH_TRY(size, ImportTaxonomy(session->services()).run(files));
    return tell(context, size);
}

Result<void> show(Context& context)
{
    KITH_TRY(session, context.open());
    return tell(context, taxonomySize(session->reader()));
}

Result<void> remove(Context& context)
{
    KITH_TRY(session, context.open());
    KITH_CHECK(ImportTaxonomy(session->services()).remove());
    return tell(context, {});
}

}  // namespace

void addTaxonomy(CommandTable& table)
{
    const auto wish = std::make_shared<Wish>();
    Command group = table.root().group("taxonomy", "Names of titles and skills from a published classification");
    table
        .add(group,
             {.name = "import",
              .what = "Take the names of the CSV files of ESCO, in the place of those that were taken before",
              .example = "kithctl taxonomy import occupations_en.csv skills_en.csv"},
             [wish](Context& context) { return import(context, *wish); })
        .option("file", wish->files, "Files of the CSV package: occupations, skills, collections of skills")
        .value("FILE")
        .required();
    table.add(group,
              {.name = "show", .what = "Say how many names there are", .example = "kithctl taxonomy show --json"},
              show);
    table.add(group, {.name = "remove", .what = "Forget the names", .example = "kithctl taxonomy remove"}, remove);
}

}  // namespace kith::cli
