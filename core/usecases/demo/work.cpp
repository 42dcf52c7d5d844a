#include <kith/usecases/demo/work.h>

#include <kith/base/text.h>

#include <fmt/format.h>
#include <numeric>

namespace kith::demo {

namespace {

using Text = std::string_view;

constexpr Area kAreas[] = {
    {"Corporate Services", -1},
    {"Talent and Resourcing", 0},
    {"Digital Services", -1},
    {"Platform Engineering", 2},
    {"Data and Insight", 2},
    {"Cyber Security", 2},
    {"Service Design", 2},
    {"Programme Delivery", 0},
    {"Adult Social Care", -1},
    {"Housing", -1},
    {"Finance", 0},
    {"Planning and Transport", -1},
    {"Public Health", -1},
};

constexpr Text kPlatformTitles[] = {
    "Platform engineer",    "Staff engineer",  "Site reliability engineer", "Cloud architect",  "Infrastructure lead",
    "Reliability engineer", "DevOps engineer", "Engineering manager",       "Network engineer", "Principal engineer"};
constexpr Text kPlatformSkills[] = {
    "Kubernetes",        "Linux",      "Terraform",         "AWS", "Azure",  "PostgreSQL",
    "Observability",     "Networking", "Incident response", "Go",  "Python", "Cost management",
    "Capacity planning", "Mentoring"};
constexpr Text kSoftwareTitles[] = {"Software engineer", "Senior developer",      "Front-end developer",
                                    "Back-end engineer", "Technical lead",        "Test engineer",
                                    "Mobile developer",  "Integration developer", "Software architect"};
constexpr Text kSoftwareSkills[] = {"C#",
                                    "Java",
                                    "TypeScript",
                                    "React",
                                    "Python",
                                    "API design",
                                    "Accessibility",
                                    "Automated testing",
                                    "SQL",
                                    "Code review",
                                    "Event-driven systems",
                                    "C++",
                                    "Pair programming",
                                    "Legacy systems"};
constexpr Text kDataTitles[] = {"Data engineer",      "Head of data",       "Data analyst",   "Data lead",
                                "Analytics engineer", "Statistician",       "Data architect", "Information manager",
                                "Geospatial analyst", "Performance analyst"};
constexpr Text kDataSkills[] = {"SQL",
                                "Python",
                                "R",
                                "dbt",
                                "Power BI",
                                "Statistics",
                                "Data modelling",
                                "Data governance",
                                "Geospatial analysis",
                                "Forecasting",
                                "Data visualisation",
                                "Records management",
                                "Mentoring"};
constexpr Text kSecurityTitles[] = {"Security architect",     "Security analyst",       "Information security manager",
                                    "Penetration tester",     "Identity engineer",      "Head of cyber",
                                    "Incident response lead", "Data protection officer"};
constexpr Text kSecuritySkills[] = {"Threat modelling", "Incident response",   "Identity management",
                                    "Cloud security",   "Penetration testing", "Risk management",
                                    "ISO 27001",        "Security awareness",  "Networking",
                                    "Forensics",        "Data protection",     "Supplier assurance"};
constexpr Text kDesignTitles[] = {"Service designer",     "User researcher",        "Content designer",
                                  "Interaction designer", "Head of design",         "Accessibility lead",
                                  "Product manager",      "Senior product manager", "Business analyst"};
constexpr Text kDesignSkills[] = {"User research",   "Service blueprints",     "Prototyping",
                                  "Content design",  "Accessibility",          "Facilitation",
                                  "Workshop design", "Product management",     "Roadmapping",
                                  "Process mapping", "Stakeholder management", "Usability testing"};
constexpr Text kDeliveryTitles[] = {"Programme manager", "Delivery manager", "Project manager",        "Agile coach",
                                    "Change manager",    "Portfolio lead",   "Head of transformation", "PMO analyst",
                                    "Commercial manager"};
constexpr Text kDeliverySkills[] = {"Programme management", "Agile delivery",    "Stakeholder management", "Budgeting",
                                    "Procurement",          "Change management", "Risk management",        "PRINCE2",
                                    "Facilitation",         "Benefits tracking", "Contract management",    "Coaching"};
constexpr Text kCareTitles[] = {"Social worker",
                                "Senior practitioner",
                                "Occupational therapist",
                                "Team manager, reablement",
                                "Approved mental health professional",
                                "Care commissioner",
                                "Safeguarding lead",
                                "Principal social worker",
                                "Support planner"};
constexpr Text kCareSkills[] = {"Assessment",        "Safeguarding",         "Care planning",  "Mental Capacity Act",
                                "Supervision",       "Commissioning",        "Reablement",     "Mental health",
                                "Family group work", "Multi-agency working", "Report writing", "Practice education"};
constexpr Text kHousingTitles[] = {"Housing officer",         "Head of housing needs", "Tenancy manager",
                                   "Building safety manager", "Asset manager",         "Homelessness lead",
                                   "Repairs manager",         "Quantity surveyor",     "Retrofit coordinator"};
constexpr Text kHousingSkills[] = {
    "Tenancy management",  "Building safety", "Asset management", "Homelessness prevention",
    "Contract management", "Retrofit",        "Surveying",        "Negotiation",
    "Resident engagement", "Budgeting",       "Housing law"};
constexpr Text kFinanceTitles[] = {"Finance business partner", "Chief accountant",      "Audit manager",
                                   "Treasury analyst",         "Procurement lead",      "Payroll manager",
                                   "Head of finance",          "Management accountant", "Pensions specialist"};
constexpr Text kFinanceSkills[] = {
    "Management accounting", "Budgeting",           "Audit",   "Forecasting", "Procurement", "Treasury",
    "Public sector finance", "Financial modelling", "Payroll", "Pensions",    "Negotiation", "Excel"};
constexpr Text kPlanningTitles[] = {"Planning officer",     "Transport planner",      "Urban designer",
                                    "Flood risk engineer",  "Highways engineer",      "Principal planner",
                                    "Conservation officer", "Air quality specialist", "Bridge engineer"};
constexpr Text kPlanningSkills[] = {"Development management",
                                    "Transport modelling",
                                    "Urban design",
                                    "Flood risk",
                                    "Highways design",
                                    "Public consultation",
                                    "Environmental assessment",
                                    "GIS",
                                    "Conservation",
                                    "Active travel",
                                    "Report writing",
                                    "Expert witness"};
constexpr Text kHealthTitles[] = {
    "Public health consultant", "Epidemiologist",   "Health improvement lead",      "School nurse",
    "Commissioning manager",    "Health economist", "Community development worker", "Environmental health officer"};
constexpr Text kHealthSkills[] = {"Epidemiology",     "Health promotion",     "Commissioning", "Statistics",
                                  "Health economics", "Community engagement", "Food safety",   "Behaviour change",
                                  "Evaluation",       "Partnership working",  "Immunisation"};

constexpr Field kFields[] = {
    {"platform work", 15, kPlatformTitles, kPlatformSkills, 3},
    {"software development", 14, kSoftwareTitles, kSoftwareSkills, 3},
    {"data work", 13, kDataTitles, kDataSkills, 4},
    {"security", 8, kSecurityTitles, kSecuritySkills, 5},
    {"design and product", 10, kDesignTitles, kDesignSkills, 6},
    {"programme delivery", 10, kDeliveryTitles, kDeliverySkills, 7},
    {"social care", 10, kCareTitles, kCareSkills, 8},
    {"housing", 6, kHousingTitles, kHousingSkills, 9},
    {"finance", 6, kFinanceTitles, kFinanceSkills, 10},
    {"planning and transport", 5, kPlanningTitles, kPlanningSkills, 11},
    {"public health", 4, kHealthTitles, kHealthSkills, 12},
};

constexpr Text kTalentTitles[] = {"Talent partner", "Senior recruiter", "Resourcing lead",
                                  "Talent sourcer", "Head of talent",   "Recruitment adviser"};
constexpr Text kColleagueTitles[] = {"Head of service", "Service manager", "Team leader",       "Lead practitioner",
                                     "Deputy director", "Programme lead",  "Senior specialist", "Operations manager"};

constexpr Text kLanguages[] = {"English",   "Urdu",     "Polish",  "Punjabi",    "French",
                               "Spanish",   "Arabic",   "German",  "Portuguese", "Romanian",
                               "Bengali",   "Gujarati", "Italian", "Mandarin",   "Somali",
                               "Ukrainian", "Welsh",    "Turkish", "Hindi",      "British Sign Language"};

constexpr Text kTags[] = {
    "met at GovCamp",        "alumni",          "returner",         "speaker",    "mentor",
    "open to part-time",     "remote only",     "graduate scheme",  "referral",   "former colleague",
    "community of practice", "relocating",      "apprentice route", "interim",    "board level",
    "open source",           "would boomerang", "school governor",  "newsletter", "conference 2025"};

constexpr City kCities[] = {
    {"Leeds", 28, "0113 496 0"},
    {"Bradford", 9, ""},
    {"York", 8, ""},
    {"Sheffield", 8, "0114 496 0"},
    {"Harrogate", 5, ""},
    {"Wakefield", 5, ""},
    {"Huddersfield", 4, ""},
    {"Halifax", 3, ""},
    {"Hull", 3, ""},
    {"Manchester", 5, "0161 496 0"},
    {"London", 5, "020 7946 0"},
    {"Newcastle upon Tyne", 3, "0191 498 0"},
    {"Nottingham", 2, "0115 496 0"},
    {"Birmingham", 2, "0121 496 0"},
    {"Glasgow", 2, "0141 496 0"},
    {"Edinburgh", 2, "0131 496 0"},
    {"Cardiff", 1, "029 2018 0"},
    {"Belfast", 1, "028 9649 6"},
    {"Bristol", 2, "0117 496 0"},
    {"Liverpool", 2, "0151 496 0"},
    {"Reading", 1, "0118 496 0"},
    {"Dublin", 1, ""},
    {"Lisbon", 1, ""},
    {"Kraków", 1, ""},
    {"Berlin", 1, ""},
    {"København", 1, ""},
    {"Québec", 1, ""},
    {"Bengaluru", 1, ""},
    {"Accra", 1, ""},
    {"Singapore", 1, ""},
};

constexpr Text kFirst[] = {
    "Northlight", "Granite",       "Harbourside",   "Sparrow",     "Tidal",           "Copperfield",
    "Juniper",    "Lumenna",       "Orionis",       "Beaconhill",  "Fernhill",        "Silverbeck",
    "Oakenshaw",  "Marlowe",       "Thistledown",   "Kestrel",     "Amberley",        "Riverstone",
    "Hawthorn",   "Brightwell",    "Larkfield",     "Cobalt",      "Meridian Row",    "Foxglove",
    "Saltmarsh",  "Quillon",       "Windrush Lane", "Bluebell",    "Ironbridge Lane", "Pennant",
    "Stonecrop",  "Vellum",        "Wayfarer",      "Alderbrook",  "Candlewick",      "Dovetail",
    "Elmstead",   "Firth",         "Goldcrest",     "Hollybush",   "Inkwell",         "Jackdaw",
    "Kingfisher", "Linden",        "Moorland",      "Nettlecombe", "Otterburn Lane",  "Peregrine",
    "Quarry",     "Rookery",       "Skylark",       "Tamarind",    "Umber",           "Verity",
    "Wildwood",   "Yarrow",        "Zephyr",        "Ashlar",      "Bracken",         "Clearwater",
    "Driftwood",  "Evergreen Row", "Flintlock",     "Greenway",    "Heron",           "Ivybridge Lane",
    "Jasper",     "Keystone Row",  "Lattice",       "Millrace",    "Nightingale",     "Orchard",
    "Pebble",     "Quicksilver",   "Redwing",       "Sandpiper",   "Tessellate",      "Upland",
    "Viaduct",    "Wharfside",     "Yewtree",       "Aldermoor",   "Birchwood",       "Cinder",
    "Dunlin",     "Eskmouth",      "Fallow",        "Gorse",       "Hazelmere Row",   "Isleworth Lane",
    "Juno",       "Kittiwake"};
constexpr Text kSecond[] = {
    "Labs",       "Energy",   "Bank",     "& Co",      "Analytics",       "Housing Trust", "Care",
    "Systems",    "Partners", "Studio",   "Logistics", "Health",          "Water",         "Rail",
    "Consulting", "Software", "Foods",    "Media",     "Research",        "Engineering",   "Insurance",
    "Mutual",     "Networks", "Robotics", "Textiles",  "Works",           "Collective",    "Learning",
    "Architects", "Security", "Data",     "Homes",     "Transport",       "Planning",      "Retail",
    "Pharma",     "Legal",    "Fund",     "Digital",   "Community Trust", "Aerospace",     "Cooperative"};

template <class T>
std::size_t pickWeighted(Dice& dice, std::span<const T> choices)
{
    const int total = std::transform_reduce(choices.begin(), choices.end(), 0, std::plus{},
                                            [](const T& choice) { return choice.weight; });
    int at = dice.between(0, total - 1);
    std::size_t index = 0;
    while (at >= choices[index].weight) at -= choices[index++].weight;
    return index;
}

}  // namespace

std::span<const Field> fields()
{
    return kFields;
}
std::span<const Area> areas()
{
    return kAreas;
}
std::span<const Text> talentTitles()
{
    return kTalentTitles;
}
std::span<const Text> colleagueTitles()
{
    return kColleagueTitles;
}
std::span<const Text> languages()
{
    return kLanguages;
}
std::span<const Text> tags()
{
    return kTags;
}
std::span<const City> cities()
{
    return kCities;
}

std::size_t organisationLimit()
{
    return std::size(kFirst) * std::size(kSecond);
}

std::string organisationName(std::size_t index)
{
    // Neighbouring indices take neighbouring first words and drifting second ones: no two names are alike within a
    // list.
    constexpr std::size_t first = std::size(kFirst);
    constexpr std::size_t second = std::size(kSecond);
    const std::size_t row = index / first;
    return fmt::format("{} {}", kFirst[index % first], kSecond[(row + (index % first) * 5) % second]);
}

std::string domainOf(std::string_view organisation)
{
    std::string domain;
    for (const char c : asciiLower(organisation)) {
        if (c >= 'a' && c <= 'z') domain += c;
        else if (!domain.empty() && domain.back() != '-') domain += '-';
    }
    while (!domain.empty() && domain.back() == '-') domain.pop_back();
    return (domain.empty() ? "organisation" : domain) + ".example";
}

std::size_t pickField(Dice& dice)
{
    return pickWeighted(dice, fields());
}

std::size_t pickCity(Dice& dice)
{
    return pickWeighted(dice, cities());
}

std::string mobileNumber(std::size_t index)
{
    // 07700 900000 to 900999, then North American numbers 555-0100 to 555-0199 under some area codes.
    constexpr int kAreaCodes[] = {212, 312, 415, 416, 514, 604, 206, 303, 404, 512, 617, 702, 713, 808, 902, 204};
    if (index < 1000) return fmt::format("07700 900{:03}", (index * 377 + 112) % 1000);
    index -= 1000;
    constexpr std::size_t codes = std::size(kAreaCodes);
    if (index >= codes * 100) return {};
    return fmt::format("+1 {} 555 01{:02}", kAreaCodes[index % codes], index / codes);
}

std::string landlineNumber(const City& city, std::size_t index)
{
    if (city.phone.empty() || index >= 1000) return {};
    return fmt::format("{}{:03}", city.phone, (index * 613 + 157) % 1000);
}

}  // namespace kith::demo
