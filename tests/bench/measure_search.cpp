// The search language over synthetic people of several sizes; needs no workspace.
#include "bed.h"
#include "search_people.h"

#include <kith/base/fold.h>
#include <kith/base/text.h>
#include <kith/search/index.h>
#include <kith/search/parse.h>

#include <algorithm>
#include <array>
#include <bit>
#include <fmt/format.h>

namespace kith::bench {

namespace {

constexpr std::size_t kKeystrokes = 2000;
/// Asking FTS5 with every key would take longer than everything else together.
constexpr std::size_t kEachTextKey = 20;
/// More people than that are not written into FTS5.
constexpr std::size_t kMostInText = 1'000'000;

/// Every word of the text must begin a word of the person.
std::string ftsExpression(std::string_view typed)
{
    std::string expression;
    const std::string folded = fold(typed);
    for (const auto word : split(folded, ' ')) {
        if (word.empty()) continue;
        if (!expression.empty()) expression += ' ';
        expression += fmt::format("\"{}\"*", word);
    }
    return expression;
}

class Measure {
public:
    Measure(Bed& bed, std::size_t people) : bed_(bed), people_(static_cast<std::uint32_t>(people)) { }

    void all()
    {
        build();
        fillText();
        typing();
        filters();
        phrases();
        changes();
    }

private:
    void report(const char* work, Figure figure) { bed_.report.add(work, people_, std::move(figure)); }

    void build()
    {
        Stopwatch kith;
        Stopwatch limit;
        std::chrono::steady_clock::duration adding{};
        std::chrono::steady_clock::duration folding{};
        const auto timed = [](std::chrono::steady_clock::duration& sum, const auto& work) {
            const auto start = std::chrono::steady_clock::now();
            work();
            sum += std::chrono::steady_clock::now() - start;
        };
        std::size_t letters = 0;
        for (std::uint32_t i = 0; i < people_; ++i) {
            const auto person = searchPerson(i, bed_.options.seed);
            timed(adding, [&] { index_.add(person); });
            timed(folding, [&] {
                letters += fold(person.name).size();
                for (const auto& note : person.notes) letters += fold(note).size();
            });
        }
        timed(adding, [&] { index_.finish(); });
        kith.add(adding);
        limit.add(folding);
        const auto memory = index_.memory();
        const auto mega = [](std::size_t bytes) { return static_cast<double>(bytes) / 1e6; };
        report("search-build",
               {.name = {},
                .what = fmt::format("everybody into the index; then {:.1f} MB: names {:.1f}, titles to skills {:.1f},"
                                    " notes {:.1f}, contact points {:.1f}, people {:.1f}",
                                    mega(memory.all()), mega(memory.names), mega(memory.values), mega(memory.notes),
                                    mega(memory.contacts), mega(memory.people)),
                .limitIs = fmt::format("folding names and notes, {:.0f} MB", mega(letters)),
                .kith = kith.timing(),
                .limit = limit.timing(),
                .items = people_,
                .target = "in the background"});
    }

    void fillText()
    {
        if (people_ > kMostInText) return;
        bed_.bare.exec("DROP TABLE IF EXISTS found; CREATE VIRTUAL TABLE found USING fts5(name, work, place, skills,"
                       " contact, notes, content='', detail=none, prefix='1 2 3', tokenize='ascii'); BEGIN");
        auto insert = bed_.bare.prepare("INSERT INTO found (rowid, name, work, place, skills, contact, notes)"
                                        " VALUES (?, ?, ?, ?, ?, ?, ?)");
        for (std::uint32_t i = 0; i < people_; ++i) {
            const auto person = searchPerson(i, bed_.options.seed);
            std::string skills;
            for (const auto& skill : person.skills) skills += fold(skill.name) + ' ';
            const std::string work = fold(join(person.titles, " ") + ' ' + join(person.organisations, " "));
            const std::array texts{fold(person.name),
                                   work,
                                   fold(join(person.cities, " ")),
                                   skills,
                                   fold(join(person.contacts, " ")),
                                   fold(join(person.notes, " "))};
            insert.bind(1, std::int64_t{i} + 1);
            for (std::size_t at = 0; at < texts.size(); ++at) insert.bind(static_cast<int>(at) + 2, texts[at]);
            insert.run();
        }
        bed_.bare.exec("COMMIT");
    }

    void typing()
    {
        const auto typed = keystrokes(std::min(kKeystrokes, 10 * bed_.options.operations), bed_.options.seed);
        const search::Question question{.today = kSearchDay};
        Stopwatch kith;
        Stopwatch limit;
        std::size_t found = 0;
        std::chrono::steady_clock::duration longest{};
        std::string slowest;
        for (const std::string& text : typed) {
            const auto start = std::chrono::steady_clock::now();
            found += orExit(index_.ask(search::parse(text).query, question)).total;
            const auto taken = std::chrono::steady_clock::now() - start;
            kith.add(taken);
            if (taken <= longest) continue;
            longest = taken;
            slowest = text;
        }
        if (people_ <= kMostInText) {
            auto count = bed_.bare.prepare("SELECT count(*) FROM found WHERE found MATCH ?");
            for (std::size_t i = 0; i < typed.size(); i += kEachTextKey)
                if (const std::string expression = ftsExpression(typed[i]); !expression.empty())
                    limit.time([&] { (void)count.bind(1, expression).run(); });
        }
        report(
            "search-typing",
            {.name = {},
             .what = fmt::format("{} keystrokes, each the first 50 in useful order and the exact total ({:.0f} on"
                                 " average); slowest “{}”",
                                 typed.size(), static_cast<double>(found) / static_cast<double>(typed.size()), slowest),
             .limitIs = "the number of rows of an FTS5 prefix query, every twentieth key, in no order",
             .kith = kith.timing(),
             .limit = people_ <= kMostInText ? std::optional(limit.timing()) : std::nullopt,
             .target = "p99 <= 16 ms at 1M"});
    }

    void filters()
    {
        const search::Question question{.today = kSearchDay};
        const search::Question grouped{.today = kSearchDay, .groups = true};
        std::vector<std::uint64_t> one((std::size_t{people_} + 63) / 64, 0x5A5A'1234'5678'9ABC);
        const std::vector<std::uint64_t> other((std::size_t{people_} + 63) / 64, 0x7777'0F0F'3333'AAAA);
        Stopwatch kith;
        Stopwatch limit;
        Stopwatch groups;
        std::size_t sum = 0;
        for (std::size_t round = 0; round < std::max<std::size_t>(2, bed_.options.operations / 4); ++round)
            for (const std::string_view text : structuredFilters()) {
                const search::Parsed parsed = search::parse(text);
                kith.time([&] { sum += orExit(index_.ask(parsed.query, question)).total; });
                limit.time([&] {
                    for (std::size_t i = 0; i < one.size(); ++i) {
                        one[i] &= other[i];
                        sum += static_cast<std::size_t>(std::popcount(one[i]));
                    }
                });
                if (round < 2) groups.time([&] { sum += orExit(index_.ask(parsed.query, grouped)).total; });
            }
        if (sum == 0) giveUp("no filter found anybody");
        report("search-filter",
               {.name = {},
                .what = "skill, level, evidence, area, city, band, idle time with and, or, not: first 50 and the count",
                .limitIs = "one intersection of two bare bitmaps with its count",
                .kith = kith.timing(),
                .limit = limit.timing(),
                .target = "<= 2 ms at 1M"});
        report("search-groups",
               {.name = {}, .what = "the same with counts by area, band, skill and city", .kith = groups.timing()});
    }

    void phrases()
    {
        Stopwatch watch;
        const search::Question question{.today = kSearchDay};
        for (const std::string_view text :
             {"\"service designer\"", "title:\"delivery manager\"", "\"leeds\"", "name:\"van der\""})
            for (int i = 0; i < 5; ++i)
                watch.time([&] { (void)orExit(index_.ask(search::parse(text).query, question)); });
        report("search-phrase", {.name = {}, .what = "quoted words, without those of notes", .kith = watch.timing()});
    }

    void changes()
    {
        Stopwatch watch;
        for (std::uint32_t i = 0; i < std::max<std::size_t>(20, 5 * bed_.options.operations); ++i) {
            auto person = searchPerson(people_ + i, bed_.options.seed);
            person.person = static_cast<std::uint32_t>(i * 7919ULL % people_);
            watch.time([&] { index_.update(person); });
        }
        report("search-update", {.name = {}, .what = "somebody changed", .kith = watch.timing(), .target = "<= 1 ms"});
    }

    Bed& bed_;
    std::uint32_t people_;
    search::Index index_;
};

}  // namespace

void measureSearch(Bed& bed)
{
    for (const std::size_t people : bed.options.graphPeople) Measure(bed, people).all();
}

}  // namespace kith::bench
