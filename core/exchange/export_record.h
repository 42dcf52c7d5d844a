// What an export writes: people as `kithctl show --json` prints them (cli.md), with what they belong to.
#pragma once

#include <kith/base/clock.h>
#include <kith/base/id.h>
#include <kith/domain/vocabulary.h>

#include <optional>
#include <string>
#include <vector>

namespace kith::exchange {

struct ExportContactPoint {
    ContactKind kind{};
    std::string value;
    std::string label{};
};

struct ExportSkill {
    std::string name;
    SkillLevel level = SkillLevel::Unstated;
    Evidence evidence = Evidence::SelfDeclared;
};

struct ExportPosition {
    std::string organisation;
    std::string area{};
    std::string role{};
    std::optional<Date> since{};
    std::optional<Date> until{};
};

struct ExportTie {
    Id person;  ///< the other one
    std::string name;
    TieKind kind{};
    double strength = 0;  ///< 0-1
};

struct ExportInteraction {
    Id id;
    Instant at{};
    Channel channel{};
    Direction direction{};
    Depth depth{};
    int minutes = 0;
    std::string text;
    std::vector<std::string> participants;  ///< names, in the order of the interaction
};

struct ExportReminder {
    Id id;
    Date due{};
    std::string reason;
    std::string rrule{};
    std::string assignee{};
    ReminderState state{};
};

struct ExportPlacement {
    std::string pipeline;
    std::string stage;
    PlacementState state{};
    Instant since{};
    std::string reason{};
    std::string assignee{};
};

struct ExportMembership {
    std::string pool;
    std::string reason{};
    std::optional<Date> since{};
};

/// A record that was merged into the person.
struct ExportMerged {
    Id person;
    std::string name;
    Instant at{};
};

struct ExportPerson {
    Id id;
    std::string name;
    std::string given{};
    std::string family{};
    std::string title{};
    std::string organisation{};
    std::string area{};
    std::string location{};
    std::string about{};
    Facets facets{};
    int warmth = 0;
    Band band = Band::Cold;
    std::optional<Instant> lastInteraction{};
    std::vector<ExportContactPoint> contactPoints{};
    std::vector<ExportPosition> positions{};  ///< all of them, current ones included
    std::vector<ExportSkill> skills{};
    std::vector<std::string> tags{};
    std::vector<ExportTie> ties{};
    std::vector<ExportInteraction> interactions{};
    std::vector<ExportReminder> reminders{};
    std::vector<ExportPlacement> placements{};
    std::vector<ExportMembership> pools{};
    std::vector<ExportMerged> merged{};
};

struct ExportOrganisation {
    Id id;
    std::string name;
    std::string website{};
    std::string city{};
};

struct ExportArea {
    Id id;
    std::string name;
    std::optional<Id> parent{};
};

struct ExportFile {
    std::vector<ExportPerson> people;
    std::vector<ExportOrganisation> organisations{};
    std::vector<ExportArea> areas{};
};

}  // namespace kith::exchange
