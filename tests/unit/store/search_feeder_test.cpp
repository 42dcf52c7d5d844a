// Whose turn it is while the desktop makes, reads and keeps its search index.
#include "search_answers.h"

#include <kith/support/inline_worker.h>
#include <kith/support/turn_worker.h>
#include <kith/usecases/search_feeder.h>

using namespace kith;
using namespace kith::test;

TEST(SearchFeeder, HasTheIndexReadyAtTheNextStart)
{
    TempWorkspace w;
    w.addPerson("Ana Ruiz");
    {
        InlineWorker worker(w.workspace(), w.services());
        PeopleSearch search;
        SearchFeeder feeder(worker, search, w.clock, w.zone);
        feeder.start();
        EXPECT_GT(keptPieces(w), 0U);
        w.addPerson("Ben Adeyemi");
    }
    w.reopen();
    EXPECT_EQ(w.reader().touchedSinceKept().size(), 1U);
    InlineWorker worker(w.workspace(), w.services());
    PeopleSearch search;
    SearchFeeder feeder(worker, search, w.clock, w.zone);
    feeder.start();
    EXPECT_EQ(numbersFor(search, w, "ana or ben").size(), 2U);
}

TEST(SearchFeeder, WritesTheIndexAnewAfterAnErasure)
{
    TempWorkspace w;
    const Id ana = w.addPerson("Ana Ruiz");
    w.addPerson("Ben Adeyemi");
    InlineWorker worker(w.workspace(), w.services());
    PeopleSearch search;
    SearchFeeder feeder(worker, search, w.clock, w.zone);
    feeder.start();
    ASSERT_TRUE(w.workspace().erase(ana));
    EXPECT_GT(keptPieces(w), 0U);
    std::string kept;
    for (std::size_t i = 0; i < keptPieces(w); ++i) kept += w.reader().keptPiece(i).value();
    EXPECT_EQ(kept.find("ruiz"), std::string::npos);
    EXPECT_NE(kept.find("adeyemi"), std::string::npos);
}

TEST(SearchFeeder, KeepsAnIndexWheneverAnErasureComesAndWhoeverIsFasterThen)
{
    // The screen, the writer or the reader has its turn last.
    for (const std::size_t slowest : {0U, 1U, 2U}) {
        bool over = false;
        for (int moment = 0; !over; ++moment) {
            SCOPED_TRACE(testing::Message() << "erased after " << moment << " turns, slowest is " << slowest);
            TempWorkspace w;
            const Id ana = w.addPerson("Ana Ruiz");
            w.addPerson("Ben Adeyemi");
            PeopleSearch search;
            TurnWorker worker(w.workspace(), w.services());
            SearchFeeder feeder(worker, search, w.clock, w.zone);
            const auto turn = [&] {
                const auto threads = worker.waiting();
                if (threads.empty()) return false;
                worker.turn(threads.back() == slowest ? threads.front() : threads.back());
                return true;
            };
            feeder.start();
            for (int i = 0; i < moment && !over; ++i) over = !turn();
            ASSERT_TRUE(w.workspace().erase(ana));
            while (turn()) { }
            EXPECT_GT(keptPieces(w), 0U);
            EXPECT_EQ(numbersFor(search, w, "ana").size(), 0U);
            EXPECT_EQ(numbersFor(search, w, "ben").size(), 1U);
        }
    }
}

RC_GTEST_PROP(SearchFeeder, KeepsWhatOneMadeAnewWouldSayWhicheverThreadIsFaster, ())
{
    History history;
    TempWorkspace& w = history.w;
    for (int i = between(0, 15); i > 0; --i) history.happen();
    if (pick(2) == 0) {
        PeopleSearch first;
        RC_ASSERT(prepare(first, w.services(), w.clock.now()).has_value());
        for (int i = between(0, 5); i > 0; --i) history.happen();
    }
    PeopleSearch search;
    {
        TurnWorker worker(w.workspace(), w.services());
        SearchFeeder feeder(worker, search, w.clock, w.zone);
        feeder.start();
        int left = between(0, 8);
        for (auto threads = worker.waiting(); left > 0 || !threads.empty(); threads = worker.waiting()) {
            const std::size_t next = pick(threads.size() + (left > 0 ? 1 : 0));
            if (next < threads.size()) {
                worker.turn(threads[next]);
                continue;
            }
            --left;
            if (pick(4) == 0) (void)history.eraseSomebody();
            else if (pick(8) == 0) feeder.freshen();
            else history.happen();
        }
        feeder.followTheDay();
        while (!worker.waiting().empty()) worker.turn(worker.waiting().front());
    }
    RC_ASSERT(keptPieces(w) > 0U);
    PeopleSearch kept;
    RC_ASSERT(prepare(kept, w.services(), w.clock.now()).has_value());
    const auto fresh = madeAnew(w);
    for (const std::string& text : someQueries()) {
        RC_LOG() << text << '\n';
        RC_ASSERT(numbersFor(search, w, text) == numbersFor(*fresh, w, text));
        RC_ASSERT(numbersFor(kept, w, text) == numbersFor(*fresh, w, text));
    }
}
