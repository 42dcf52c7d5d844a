// What a workspace's search index answers, however it came about.
#pragma once

#include "random_history.h"

#include <kith/search/parse.h>
#include <kith/usecases/search_once.h>

namespace kith::test {

[[nodiscard]] inline std::size_t keptPieces(const TempWorkspace& w)
{
    return w.reader().keptPieces(search::packedIndexFormat());
}

[[nodiscard]] inline std::vector<std::uint32_t> numbersFor(const PeopleSearch& search, TempWorkspace& w,
                                                           std::string_view query)
{
    const auto answer = search.ask(search::parse(query).query,
                                   {.today = w.zone.dateOf(w.clock.now()), .everybody = true, .notes = &w.reader()});
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? answer->everybody : std::vector<std::uint32_t>{};
}

/// How many people answer, asked by a program that has just started.
[[nodiscard]] inline std::size_t foundOnce(TempWorkspace& w, std::string_view query)
{
    PeopleSearch search;
    const auto ready = prepare(search, w.services(), w.clock.now());
    EXPECT_TRUE(ready) << ready.error().message;
    return numbersFor(search, w, query).size();
}

[[nodiscard]] inline std::unique_ptr<PeopleSearch> madeAnew(TempWorkspace& w)
{
    auto fresh = std::make_unique<PeopleSearch>();
    fresh->begin(w.clock.now(), w.zone.dateOf(w.clock.now()));
    while (fresh->step(w.reader(), w.zone).value().more) { }
    return fresh;
}

[[nodiscard]] inline std::vector<std::string> someQueries()
{
    std::vector<std::string> queries{
        "",          "anais",       "ben",          "darya",       "title:ben",    "org:cem",   "skill:anais",
        "is:talent", "tag:cem",     "is:colleague", "area:ben",    "spoken:never", "spoken:3y", "note:anais",
        "pool:ben",  "stage:anais", "stage:ben",    "stage:silver"};
    for (int warmth = 0; warmth < 60; warmth += 6) queries.push_back("warmth>" + std::to_string(warmth));
    return queries;
}

}  // namespace kith::test
