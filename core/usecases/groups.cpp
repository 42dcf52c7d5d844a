#include <kith/usecases/groups.h>

#include <kith/base/fold.h>
#include <kith/usecases/edit_rules.h>

#include <fmt/format.h>

namespace kith::groups {

std::string nameIn(const Row& row)
{
    return textOf(edits::fieldOf(row, 0));
}

Result<std::string> freeName(const Services& services, Kind kind, std::string_view text, const Id& of,
                             std::string_view what)
{
    KITH_TRY(name, edits::oneLine(text, "The name"));
    if (name.empty()) return fail(ErrorCode::BadInput, fmt::format("Give the {} a name; nothing was saved.", what));
    const std::string folded = fold(name);
    bool taken = false;
    services.reader.forEachRow(kind, [&](const Row& row) {
        taken = row.id != of && fold(nameIn(row)) == folded;
        return !taken;
    });
    if (taken)
        return fail(ErrorCode::BadInput, fmt::format("There is a {} of that name already; nothing was saved.", what));
    return name;
}

Result<ChangeSet> setField(Services& services, CommandKind command, const Row& row, FieldIndex field,
                           const Value& value)
{
    Edit edit = edits::typedEdit(services, command, nameIn(row));
    edit.put(row.kind, row.id).fields = {{field, value}};
    return services.writer.apply(edit);
}

}  // namespace kith::groups
