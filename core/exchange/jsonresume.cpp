#include <kith/exchange/jsonresume.h>

#include <kith/base/text.h>
#include <kith/domain/skill_level.h>
#include <kith/exchange/dates.h>
#include <kith/exchange/text_fields.h>

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kith::exchange {

using Json = nlohmann::json;

namespace {

constexpr std::size_t kLongest = std::size_t{16} << 20;
constexpr int kDeepest = 64;

/// Brackets outside of strings, counted before any tree is built.
bool deeperThan(std::string_view json, int limit)
{
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (quoted) {
            if (c == '\\') ++i;
            else if (c == '"') quoted = false;
        } else if (c == '"') quoted = true;
        else if (c == '[' || c == '{') {
            if (++depth > limit) return true;
        } else if (c == ']' || c == '}') --depth;
    }
    return false;
}

std::size_t lineAt(std::string_view text, std::size_t byte)
{
    const std::string_view before = text.substr(0, byte);
    return 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
}

/// The text under a key; empty when there is none or it is no text.
std::string_view textOf(const Json& object, const char* key)
{
    if (!object.is_object()) return {};
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? std::string_view(found->get_ref<const std::string&>())
                                                       : std::string_view{};
}

const Json& childOf(const Json& object, const char* key)
{
    static const Json kNothing;
    if (!object.is_object()) return kNothing;
    const auto found = object.find(key);
    return found != object.end() ? *found : kNothing;
}

/// The elements of a list; none when it is something else.
const Json& listOf(const Json& object, const char* key)
{
    static const Json kEmpty = Json::array();
    const Json& list = childOf(object, key);
    return list.is_array() ? list : kEmpty;
}

/// Whether a URL has a path behind its host.
bool namesAPage(std::string_view url)
{
    const std::size_t scheme = url.find("://");
    const std::size_t slash = url.find('/', scheme == std::string_view::npos ? 0 : scheme + 3);
    return slash != std::string_view::npos && slash + 1 < url.size();
}

class ResumeReader {
public:
    ResumeReader(ParsedFile& file, std::size_t line) : file_(file), line_(line) { }

    void read(const Json& resume)
    {
        PersonRecord person{.line = line_, .name = {}};
        readBasics(person, childOf(resume, "basics"));
        for (const Json& work : listOf(resume, "work")) readWork(person, work);
        const std::string label = oneLine(textOf(childOf(resume, "basics"), "label"));
        if (person.positions.empty() && !label.empty()) person.positions.push_back({.organisation = {}, .role = label});
        for (const Json& skill : listOf(resume, "skills")) readSkill(person, skill);
        for (const Json& language : listOf(resume, "languages"))
            addSkill(person, textOf(language, "language"), levelFromWords(textOf(language, "fluency"), true));
        if (completeName(person)) file_.people.push_back(std::move(person));
        else reject("This résumé has no name under “basics”; it was left out.");
    }

    void reject(std::string reason) { file_.rejected.push_back({line_, std::move(reason)}); }

private:
    static void readBasics(PersonRecord& person, const Json& basics)
    {
        person.name = oneLine(textOf(basics, "name"));
        person.about = manyLines(textOf(basics, "summary"));
        person.city = oneLine(textOf(childOf(basics, "location"), "city"));
        addContact(person, ContactKind::Email, textOf(basics, "email"));
        addContact(person, ContactKind::Phone, textOf(basics, "phone"));
        addContact(person, ContactKind::Url, textOf(basics, "url"));
        addContact(person, ContactKind::Url, textOf(basics, "website"));
        for (const Json& profile : listOf(basics, "profiles")) {
            const std::string_view url = trim(textOf(profile, "url"));
            const std::string_view username = trim(textOf(profile, "username"));
            const std::string_view network = textOf(profile, "network");
            // Many fill in the network's own address; everybody there would seem to be the same person.
            if (!url.empty() && (namesAPage(url) || username.empty()))
                addContact(person, ContactKind::Url, url, network);
            else addContact(person, ContactKind::Handle, username, network);
        }
    }

    void readWork(PersonRecord& person, const Json& work)
    {
        const std::string_view name = textOf(work, "name");
        PositionRecord position{.organisation = oneLine(name.empty() ? textOf(work, "company") : name),
                                .role = oneLine(textOf(work, "position"))};
        if (position.organisation.empty() && position.role.empty()) return;
        if (person.positions.size() >= 1000) return;
        position.since = dateOf(work, "startDate");
        position.until = dateOf(work, "endDate");
        person.positions.push_back(std::move(position));
    }

    std::optional<Date> dateOf(const Json& work, const char* key)
    {
        const std::string_view text = trim(textOf(work, key));
        if (text.empty() || equalsIgnoringCase(text, "present")) return std::nullopt;
        const auto date = readDate(text, DayOrder::DayFirst);
        if (date) return *date;
        if (file_.rejected.size() < 1000)
            reject(fmt::format("The {} “{}” of a position is no date; the position was read without it.", key,
                               prefixUtf8(text, 40)));
        return std::nullopt;
    }

    static void readSkill(PersonRecord& person, const Json& skill)
    {
        if (skill.is_string()) {
            addSkill(person, skill.get_ref<const std::string&>(), SkillLevel::Unstated);
            return;
        }
        addSkill(person, textOf(skill, "name"), levelFromWords(textOf(skill, "level"), false));
        for (const Json& keyword : listOf(skill, "keywords"))
            if (keyword.is_string()) addSkill(person, keyword.get_ref<const std::string&>(), SkillLevel::Unstated);
    }

    ParsedFile& file_;
    std::size_t line_;
};

}  // namespace

Result<ParsedFile> readJsonResume(std::string_view text)
{
    if (text.size() > kLongest)
        return fail(ErrorCode::BadInput,
                    "This JSON file is longer than 16 MiB, too long for a résumé; nothing was read.");
    if (deeperThan(text, kDeepest))
        return fail(ErrorCode::BadInput, "This JSON file is nested too deeply for a résumé; nothing was read.");
    Json document;
    try {
        document = Json::parse(text);
    } catch (const Json::parse_error& error) {
        return fail(ErrorCode::BadInput,
                    fmt::format("The file is damaged or cut off: it stops being JSON in line {}. "
                                "Nothing was read.",
                                lineAt(text, error.byte)));
    } catch (const Json::exception&) {
        return fail(ErrorCode::BadInput, "The file holds a value that JSON cannot have; nothing was read.");
    }
    const auto isResume = [](const Json& json) {
        return json.is_object() && (json.contains("basics") || json.contains("work"));
    };
    ParsedFile file{.format = Format::JsonResume};
    ResumeReader reader(file, 1);
    if (isResume(document)) {
        reader.read(document);
        return file;
    }
    if (!document.is_array() || std::ranges::none_of(document, isResume))
        return fail(ErrorCode::BadInput, "This JSON file is not a résumé (it has no “basics”), so nothing was read.");
    for (const Json& resume : document) {
        if (isResume(resume)) reader.read(resume);
        else reader.reject("An entry of the list is not a résumé; it was left out.");
    }
    return file;
}

}  // namespace kith::exchange
