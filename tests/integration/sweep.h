// What both sweeps do to a workspace.
#pragma once

#include <kith/support/temp_workspace.h>

#include <string>

namespace kith::test {

inline store::WorkspaceKey key()
{
    store::WorkspaceKey bytes;
    bytes.fill(4);
    return bytes;
}

inline Edit addPeople(IdSource& ids, int count)
{
    Edit edit{.command = CommandKind::Import, .subject = "people.csv", .source = {.origin = "csv"}};
    for (int i = 0; i < count; ++i)
        edit.put(Kind::Person, ids.make()).fields = {{person::name, "Imported " + std::to_string(i)}};
    return edit;
}

}  // namespace kith::test
