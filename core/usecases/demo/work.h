// What invented people do and where: fields of work with their titles and skills, organisations, areas, cities.
#pragma once

#include <kith/usecases/demo/dice.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace kith::demo {

/// A field of work: what titles, skills, business areas and notes have in common.
struct Field {
    std::string_view name;  ///< as in a note: "data work"
    int weight;  ///< share of people
    std::span<const std::string_view> titles;
    std::span<const std::string_view> skills;
    std::size_t area;  ///< the business area that would want them, index of areas()
};

struct Area {
    std::string_view name;
    int parent;  ///< index of areas(), -1 for none
};

struct City {
    std::string_view name;
    int weight;
    /// Start of a range of a thousand numbers reserved for drama use (Ofcom, "Telephone numbers for use in TV and radio
    /// drama programmes"), without its last three digits; empty where there is none.
    std::string_view phone;
};

[[nodiscard]] std::span<const Field> fields();
[[nodiscard]] std::span<const Area> areas();
/// The area of the people whose work is talent itself, and their titles.
inline constexpr std::size_t kTalentArea = 1;
[[nodiscard]] std::span<const std::string_view> talentTitles();
[[nodiscard]] std::span<const std::string_view> colleagueTitles();
[[nodiscard]] std::span<const std::string_view> languages();
[[nodiscard]] std::span<const std::string_view> tags();
[[nodiscard]] std::span<const City> cities();

/// Our own organisation, when the workspace names none.
inline constexpr std::string_view kOwnOrganisation = "Ashmere City Council";
/// How many different organisations there can be.
[[nodiscard]] std::size_t organisationLimit();
/// The index-th organisation's name; different for every index below the limit.
[[nodiscard]] std::string organisationName(std::size_t index);
/// A domain for it under .example (RFC 2606): "granite-labs.example".
[[nodiscard]] std::string domainOf(std::string_view organisation);

[[nodiscard]] std::size_t pickField(Dice& dice);
[[nodiscard]] std::size_t pickCity(Dice& dice);

/// Different numbers for different indices, mobile or landline; empty when the reserved ranges are used up.
[[nodiscard]] std::string mobileNumber(std::size_t index);
[[nodiscard]] std::string landlineNumber(const City& city, std::size_t index);

}  // namespace kith::demo
