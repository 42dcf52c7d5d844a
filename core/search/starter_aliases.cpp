#include <kith/search/starter_aliases.h>

namespace kith::search {

namespace {

constexpr std::string_view kStarter =
#include "starter_text.inc"
    ;

}  // namespace

AliasTable starterAliases()
{
    return AliasTable::parse(kStarter).value_or(AliasTable{});
}

}  // namespace kith::search
