// People to list and search for, and a worker that answers when it is told to.
#pragma once

#include "page_fixture.h"

#include <kith/pages/people_page.h>
#include <kith/usecases/aliases.h>
#include <kith/usecases/search_feeder.h>

#include <deque>

namespace kith::ui {

/// A Worker whose background reads wait until they are told to run.
class SlowReads final : public Worker {
public:
    explicit SlowReads(Worker& inner) : inner_(inner) { }
    void write(Command command, Done done) override { inner_.write(std::move(command), std::move(done)); }
    void read(Query query, Done done) override { waiting_.emplace_back(std::move(query), std::move(done)); }
    void readAll(Query query, Done done) override { read(std::move(query), std::move(done)); }
    [[nodiscard]] const WorkspaceReader& reader() const override { return inner_.reader(); }
    [[nodiscard]] Subscription onChange(Listener listener) override { return inner_.onChange(std::move(listener)); }

    [[nodiscard]] std::size_t waiting() const { return waiting_.size(); }
    void runAll()
    {
        while (!waiting_.empty()) {
            auto [query, done] = std::move(waiting_.front());
            waiting_.pop_front();
            query(reader());
            done();
        }
    }

private:
    Worker& inner_;
    std::deque<std::pair<Query, Done>> waiting_;
};

class PeoplePageTest : public PageFixture {
protected:
    PeoplePageTest()
    {
        ana = add("Ana Ruiz", "Platform engineer", "City Council", "Leeds");
        kwame = add("Kwame Mensah", "Staff engineer", "Northlight", "York", Facet::Partner);
        zoe = add("Zoë Müller", "Head of data", "Sparrow & Co", "Leeds");
    }

    Id add(const std::string& name, const std::string& title, const std::string& organisation, const std::string& city,
           Facet facet = Facet::Talent)
    {
        PersonInput input{.name = name, .city = city, .title = title, .organisation = organisation};
        input.facets.add(facet);
        const auto id = AddPerson(files.services()).run(input);
        EXPECT_TRUE(id);
        return id.value_or(Id{});
    }

    static QStringList names(PeoplePage& page)
    {
        QStringList names;
        for (int row = 0; row < page.table().rowCount(); ++row)
            names << page.table().index(row, static_cast<int>(PeopleColumn::Name)).data().toString();
        return names;
    }

    static QString cell(PeoplePage& page, int row, PeopleColumn column)
    {
        return page.table().index(row, static_cast<int>(column)).data().toString();
    }

    Id ana, kwame, zoe;
};

/// A page whose filter speaks the search language.
class SearchingPeoplePageTest : public PeoplePageTest {
protected:
    SearchingPeoplePageTest()
    {
        EXPECT_TRUE(AddAliases(files.services()).run(AliasKind::Title, "Staff engineer = Head of data"));
        page.setSearch(search);
        page.load();
    }

    PeopleSearch search;
    SearchFeeder feeder{worker, search, files.clock, files.zone, [this] { page.searchReady(); }};
    PeoplePage page{worker, files.clock, files.zone};
};

}  // namespace kith::ui
