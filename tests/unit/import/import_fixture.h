// A workspace, and short ways to say what a file holds and what became of it.
#pragma once

#include <kith/support/temp_workspace.h>
#include <kith/usecases/import.h>

#include <algorithm>
#include <gtest/gtest.h>

namespace kith::test {

inline exchange::PersonRecord record(std::size_t line, std::string name, std::string email = {})
{
    exchange::PersonRecord person;
    person.line = line;
    person.name = std::move(name);
    if (!email.empty()) person.contacts.push_back({ContactKind::Email, std::move(email)});
    return person;
}

inline exchange::PersonRecord working(exchange::PersonRecord person, std::string organisation, std::string role = {})
{
    exchange::PositionRecord position;
    position.organisation = std::move(organisation);
    position.role = std::move(role);
    person.positions.push_back(std::move(position));
    return person;
}

inline exchange::PersonRecord with(exchange::PersonRecord person, ContactKind kind, std::string value)
{
    person.contacts.push_back({kind, std::move(value)});
    return person;
}

inline exchange::ParsedFile people(std::vector<exchange::PersonRecord> records,
                                   exchange::Format format = exchange::Format::Csv)
{
    exchange::ParsedFile file;
    file.format = format;
    file.people = std::move(records);
    return file;
}

struct Importing {
    TempWorkspace space;

    ImportPlan plan(const exchange::ParsedFile& file, std::optional<Date> asOf = std::nullopt)
    {
        auto made = PreviewImport(space.services()).plan(file, {.fileName = "people.csv", .asOf = asOf});
        EXPECT_TRUE(made) << (made ? "" : made.error().message);
        return made ? std::move(*made) : ImportPlan{};
    }
    ImportSummary apply(const ImportPlan& plan)
    {
        auto done = ApplyImport(space.services()).apply(plan);
        EXPECT_TRUE(done) << (done ? "" : done.error().message);
        return done ? std::move(*done) : ImportSummary{};
    }
    ImportSummary import(const exchange::ParsedFile& file, std::optional<Date> asOf = std::nullopt)
    {
        return apply(plan(file, asOf));
    }
    PersonDetail person(const Id& id)
    {
        auto found = space.reader().person(id, space.clock.now());
        EXPECT_TRUE(found);
        return found.value_or(PersonDetail{});
    }
    Id idOf(std::string_view who)
    {
        auto found = space.reader().resolvePerson(who);
        EXPECT_TRUE(found) << who;
        return found ? *found : Id{};
    }
    PersonDetail person(std::string_view who) { return person(idOf(who)); }
    void type(const Id& id, FieldIndex field, Value value, Kind kind = Kind::Person)
    {
        Edit edit{.command = CommandKind::EditPerson, .subject = "by hand", .source = {}, .rows = {}};
        edit.put(kind, id).fields.emplace_back(field, std::move(value));
        EXPECT_TRUE(space.services().writer.apply(edit));
    }
};

inline std::vector<std::string> contactsOf(const PersonDetail& person)
{
    std::vector<std::string> values;
    for (const auto& contact : person.contactPoints) values.push_back(contact.value);
    std::ranges::sort(values);
    return values;
}

inline const ImportDifference* differenceIn(const PlannedRecord& record, ImportDifference::What what)
{
    const auto found = std::ranges::find(record.differences, what, &ImportDifference::what);
    return found == record.differences.end() ? nullptr : &*found;
}

inline Date day(int y, unsigned m, unsigned d)
{
    return std::chrono::sys_days{std::chrono::year{y} / std::chrono::month{m} / std::chrono::day{d}};
}

}  // namespace kith::test
