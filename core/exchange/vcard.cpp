#include <kith/exchange/vcard.h>

#include <kith/base/text.h>
#include <kith/exchange/encoding.h>
#include <kith/exchange/text_fields.h>
#include <kith/exchange/vcard_lines.h>
#include <kith/exchange/vcard_words.h>

#include <algorithm>
#include <map>
#include <span>

namespace kith::exchange {

namespace {

constexpr std::string_view kNotPeople[] = {"ORG", "GROUP", "LOCATION", "APPLICATION", "DEVICE"};
constexpr std::string_view kLarge[] = {"PHOTO", "LOGO", "SOUND", "KEY", "AGENT", "X-MS-CARDPICTURE"};
constexpr std::string_view kMessengers[] = {"X-SKYPE",   "X-SKYPE-USERNAME", "X-JABBER",   "X-AIM",   "X-ICQ",
                                            "X-MSN",     "X-YAHOO",          "X-QQ",       "X-GTALK", "X-GOOGLE-TALK",
                                            "X-TWITTER", "X-MATRIX",         "X-TELEGRAM", "X-SIGNAL"};

bool oneOf(std::span<const std::string_view> words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

/// What is put together while a card is read.
struct Card {
    PersonRecord person;
    PositionRecord position{};
    std::string role{};
    std::string nameFromParts{};
    std::map<std::string, std::string> groupLabels{};  ///< X-ABLabel by group
    std::vector<std::pair<std::string, std::size_t>> groupContacts{};  ///< which contact a group made
    bool company = false;
    std::string problem{};
};

/// "_$!<Home>!$_" is how Apple writes its own labels.
std::string appleLabel(std::string_view value)
{
    std::string label = oneLine(vcardText(value));
    if (label.starts_with("_$!<") && label.ends_with(">!$_") && label.size() >= 8)
        label = label.substr(4, label.size() - 8);
    return asciiLower(label);
}

std::string_view labelOf(const VCardLine& line)
{
    if (line.hasType("cell") || line.hasType("mobile")) return "mobile";
    for (const std::string_view word : {"work", "home"})
        if (line.hasType(word)) return word;
    return {};
}

void readName(Card& card, const VCardLine& line)
{
    const auto parts = vcardParts(line.value, ';');
    const auto part = [&](std::size_t i) { return i < parts.size() ? oneLine(parts[i]) : std::string{}; };
    card.person.family = part(0);
    card.person.given = part(1);
    std::string name;
    for (const std::size_t i : {std::size_t{1}, std::size_t{2}, std::size_t{0}}) {
        const std::string word = part(i);
        if (!word.empty()) name.append(name.empty() ? "" : " ").append(word);
    }
    card.nameFromParts = name;
}

void readContact(Card& card, const VCardLine& line, ContactKind kind, std::string_view value)
{
    const std::size_t before = card.person.contacts.size();
    addContact(card.person, kind, value, labelOf(line));
    if (!line.group.empty() && card.person.contacts.size() > before)
        card.groupContacts.emplace_back(line.group, before);
}

void readPhone(Card& card, const VCardLine& line)
{
    if (line.hasType("fax") || line.hasType("pager")) return;
    const std::string text = vcardText(line.value);
    std::string_view number = trim(text);
    if (number.size() > 4 && equalsIgnoringCase(number.substr(0, 4), "tel:")) {
        number.remove_prefix(4);
        number = number.substr(0, number.find(';'));
    }
    readContact(card, line, ContactKind::Phone, number);
}

/// "xmpp:ana@example.com", "skype:ana?chat"; what follows the question mark is an action.
void readMessenger(Card& card, const VCardLine& line)
{
    const std::string text = vcardText(line.value);
    const std::string_view handle = trim(text);
    const bool web = handle.starts_with("http://") || handle.starts_with("https://");
    readContact(card, line, web ? ContactKind::Url : ContactKind::Handle,
                web ? handle : handle.substr(0, handle.find('?')));
}

void readSocialProfile(Card& card, const VCardLine& line)
{
    const std::string text = vcardText(line.value);
    const std::string_view value = trim(text);
    if (value.find("://") != std::string_view::npos) {
        readContact(card, line, ContactKind::Url, value);
        return;
    }
    constexpr std::string_view kApple = "x-apple:";
    readContact(card, line, ContactKind::Handle, value.starts_with(kApple) ? value.substr(kApple.size()) : value);
}

void readRelated(Card& card, const VCardLine& line)
{
    if (line.hasType("me") || card.person.related.size() >= 1000) return;
    const std::string text = vcardText(line.value);
    const std::string who = oneLine(withoutUriPrefix(text));
    if (who.empty()) return;
    TieKind kind = tieKindFromVCard(line.parameter("TYPE"));
    for (const std::string_view type : {"co-worker", "colleague"})
        if (line.hasType(type)) kind = TieKind::WorkedWith;
    if (const auto own = fromWord<TieKind>(line.parameter("X-KITH-TIE"))) kind = *own;
    card.person.related.push_back({.who = who, .kind = kind});
}

void readSkill(Card& card, const VCardLine& line)
{
    const auto own = fromWord<SkillLevel>(line.parameter("X-KITH-LEVEL"));
    addSkill(card.person, vcardText(line.value), own ? *own : skillLevelFromVCard(line.parameter("LEVEL")));
    if (const auto evidence = fromWord<Evidence>(line.parameter("X-KITH-EVIDENCE")))
        if (!card.person.skills.empty()) card.person.skills.back().evidence = *evidence;
}

void readFacets(Card& card, const VCardLine& line)
{
    Facets facets;
    for (const std::string& word : vcardParts(line.value, ','))
        if (const auto facet = fromWord<Facet>(trim(word))) facets.add(*facet);
    card.person.facets = facets;
}

void readProperty(Card& card, const VCardLine& line)
{
    const std::string& name = line.name;
    const auto text = [&] { return oneLine(vcardText(line.value)); };
    if (name == "FN") {
        if (card.person.name.empty()) card.person.name = text();
    } else if (name == "N") readName(card, line);
    else if (name == "ORG") {
        const auto parts = vcardParts(line.value, ';');
        if (card.position.organisation.empty()) card.position.organisation = oneLine(parts.front());
    } else if (name == "TITLE") {
        if (card.position.role.empty()) card.position.role = text();
    } else if (name == "ROLE") {
        if (card.role.empty()) card.role = text();
    } else if (name == "X-KITH-AREA") card.position.area = text();
    else if (name == "EMAIL") {
        const std::string value = vcardText(line.value);
        readContact(card, line, ContactKind::Email, withoutUriPrefix(value));
    } else if (name == "TEL") readPhone(card, line);
    else if (name == "URL") readContact(card, line, ContactKind::Url, vcardText(line.value));
    else if (name == "X-SOCIALPROFILE" || name == "SOCIALPROFILE") readSocialProfile(card, line);
    else if (name == "IMPP" || oneOf(kMessengers, name)) readMessenger(card, line);
    else if (name == "ADR") {
        const auto parts = vcardParts(line.value, ';');
        if (card.person.city.empty() && parts.size() > 3) card.person.city = oneLine(parts[3]);
    } else if (name == "NOTE") {
        addLines(card.person.about, vcardText(line.value));
    } else if (name == "CATEGORIES") {
        for (const std::string& tag : vcardParts(line.value, ',')) addTag(card.person, tag);
    } else if (name == "UID") {
        const std::string value = vcardText(line.value);
        card.person.uid = oneLine(withoutUriPrefix(value));
    } else if (name == "RELATED" || name == "X-ABRELATEDNAMES") readRelated(card, line);
    else if (name == "EXPERTISE") readSkill(card, line);
    else if (name == "LANG") addSkill(card.person, languageName(trim(line.value)), SkillLevel::Unstated);
    else if (name == "X-KITH-FACETS") readFacets(card, line);
    else if (name == "X-ABLABEL" && !line.group.empty()) card.groupLabels[line.group] = appleLabel(line.value);
    else if (name == "KIND" || name == "X-ADDRESSBOOKSERVER-KIND")
        card.company = card.company || std::ranges::any_of(kNotPeople, [&](std::string_view kind) {
                           return equalsIgnoringCase(kind, trim(line.value));
                       });
    else if (name == "X-ABSHOWAS") card.company = card.company || equalsIgnoringCase(trim(line.value), "COMPANY");
}

/// A record, or the sentence that says why the card cannot be used.
std::string finishCard(Card& card)
{
    PersonRecord& person = card.person;
    if (!card.problem.empty()) return card.problem;
    if (card.company) return "This card describes a company or a group, not a person; it was left out.";
    if (card.position.role.empty()) card.position.role = card.role;
    if (card.position != PositionRecord{}) person.positions.push_back(card.position);
    if (person.name.empty()) person.name = card.nameFromParts;
    for (const auto& [group, index] : card.groupContacts) {
        const auto label = card.groupLabels.find(group);
        if (label != card.groupLabels.end() && person.contacts[index].label.empty())
            person.contacts[index].label = label->second;
    }
    return completeName(person) ? std::string{} : "This card names nobody; it was left out.";
}

Result<std::string> plainBytes(std::string_view bytes, bool& converted)
{
    converted =
        bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || bytes.find('\0') != std::string_view::npos;
    if (!converted) return std::string{};
    KITH_TRY(decoded, decodeText(bytes));
    return std::move(decoded.text);
}

}  // namespace

Result<ParsedFile> readVCards(std::string_view bytes)
{
    // Only UTF-16 is converted as a whole: 2.1 cards name the charset of each property.
    bool converted = false;
    KITH_TRY(text, plainBytes(bytes, converted));
    std::string_view source = converted ? std::string_view(text) : bytes;
    if (source.starts_with("\xEF\xBB\xBF")) source.remove_prefix(3);

    ParsedFile file{.format = Format::VCard};
    VCardLines lines(source);
    Card card;
    bool open = false;
    bool begun = false;
    bool afterAgent = false;
    std::size_t agents = 0;  ///< 2.1 nests whole cards in AGENT; theirs are not ours
    const auto reject = [&](std::string reason) { file.rejected.push_back({card.person.line, std::move(reason)}); };
    while (auto line = lines.next()) {
        const bool begin = line->name == "BEGIN" && equalsIgnoringCase(trim(line->value), "VCARD");
        const bool end = line->name == "END" && equalsIgnoringCase(trim(line->value), "VCARD");
        if (begin && open && (afterAgent || agents > 0)) {
            ++agents;
        } else if (begin) {
            if (open) reject("This card has no end; it was left out.");
            card = Card{.person = {.line = line->line, .name = {}}};
            open = begun = true;
        } else if (end && agents > 0) {
            --agents;
        } else if (end && open) {
            if (std::string problem = finishCard(card); !problem.empty()) reject(std::move(problem));
            else file.people.push_back(std::move(card.person));
            open = false;
        } else if (open && agents == 0) {
            if (line->tooLong && !oneOf(kLarge, line->name))
                card.problem = "A property of this card is longer than 1 MiB; the card was left out.";
            else if (!line->tooLong) readProperty(card, *line);
        }
        afterAgent = line->name == "AGENT" && trim(line->value).empty();
    }
    if (!begun) return fail(ErrorCode::BadInput, "The file holds no vCard (no BEGIN:VCARD), so nothing was read.");
    if (open) reject("The file ends in the middle of this card; it was left out.");
    return file;
}

}  // namespace kith::exchange
