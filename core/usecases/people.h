// Adding, correcting and removing people.
#pragma once

#include <kith/usecases/workspace.h>

#include <string>
#include <vector>

namespace kith {

struct PersonInput {
    std::string name{};  ///< required
    Facets facets{};  ///< none: talent
    std::string city{};
    std::string title{};  ///< role of the current affiliation
    std::string organisation{};
    std::string area{};  ///< a business area of our own organisation
    std::vector<std::string> emails{};
    std::vector<std::string> phones{};
    std::vector<std::string> urls{};
    std::string about{};
};

/// Adds a person with what is known of them as one command. Organisation and area are found by their folded names or
/// created. BadInput: no name, or a contact point that is none of its kind. Empty entries of the lists are passed over.
class AddPerson {
public:
    explicit AddPerson(Services& services) : services_(services) { }
    [[nodiscard]] Result<Id> run(const PersonInput& input) const;

private:
    Services& services_;
};

/// Sets one field of Kind::Person (person::name, given, family, facets, city, about). Text is trimmed; an empty text
/// clears the field, except the name. BadInput for a value of the wrong type or over 1 MB, NotFound for no such person.
class EditPersonField {
public:
    explicit EditPersonField(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& person, FieldIndex field, const Value& value) const;

private:
    Services& services_;
};

/// Removes a person with contact points, affiliations, skills, tags, ties, reminders and their part in interactions;
/// an interaction in which nobody but ourselves is left goes too. One command, one undo. This is not erasure: undo
/// and sync still know the person.
class RemovePerson {
public:
    explicit RemovePerson(Services& services) : services_(services) { }
    [[nodiscard]] Result<ChangeSet> run(const Id& person) const;

private:
    Services& services_;
};

}  // namespace kith
