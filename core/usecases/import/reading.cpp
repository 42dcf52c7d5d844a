#include <kith/usecases/import/reading.h>

#include <kith/base/fold.h>
#include <kith/base/names.h>
#include <kith/base/text.h>
#include <kith/domain/contact_key.h>

#include <algorithm>
#include <array>

namespace kith::importing {

namespace {

bool wordsAgree(std::string_view a, std::string_view b)
{
    if (a.size() == 1 || b.size() == 1) return !a.empty() && !b.empty() && a.front() == b.front();
    return a == b;
}

/// What two addresses must share before a difference between them means anything: the domain, or the site.
std::string_view placeOf(const KeyedContact& contact)
{
    const std::string_view key = contact.key;
    if (contact.kind == ContactKind::Email) return key.substr(key.find('@') + 1);
    return key.substr(0, key.find('/'));
}

bool contradictIn(const std::vector<KeyedContact>& a, const std::vector<KeyedContact>& b, ContactKind kind,
                  bool samePlaceOnly)
{
    bool comparable = false;
    for (const KeyedContact& mine : a) {
        if (mine.kind != kind || (mine.shared && kind == ContactKind::Email)) continue;
        for (const KeyedContact& theirs : b) {
            if (theirs.kind != kind || (theirs.shared && kind == ContactKind::Email)) continue;
            if (mine.key == theirs.key) return false;
            comparable = comparable || !samePlaceOnly || placeOf(mine) == placeOf(theirs);
        }
    }
    return comparable;
}

}  // namespace

bool isRoleMailbox(std::string_view email)
{
    static constexpr std::array<std::string_view, 28> kRoles = {
        "info",  "marketing", "sales",      "support",    "abuse",       "noc",        "security",
        "team",  "hello",     "postmaster", "hostmaster", "webmaster",   "office",     "contact",
        "admin", "hr",        "jobs",       "careers",    "recruitment", "recruiting", "talent",
        "mail",  "enquiries", "reception",  "press",      "noreply",     "no-reply",   "people"};
    return std::ranges::find(kRoles, email.substr(0, email.find('@'))) != kRoles.end();
}

bool namesAgree(std::string_view a, std::string_view b)
{
    if (a.empty() || b.empty()) return false;
    auto fewer = split(a, ' ');
    auto more = split(b, ' ');
    if (fewer.size() > more.size()) std::swap(fewer, more);
    return std::ranges::all_of(fewer, [&](std::string_view word) {
        return std::ranges::any_of(more, [&](std::string_view other) { return wordsAgree(word, other); });
    });
}

bool namesAreRelated(std::string_view a, std::string_view b)
{
    const auto words = split(b, ' ');
    return std::ranges::any_of(split(a, ' '), [&](std::string_view word) {
        return word.size() > 1 && std::ranges::find(words, word) != words.end();
    });
}

bool isFuller(std::string_view folded, std::string_view than)
{
    return folded.size() != than.size() ? folded.size() > than.size() : folded < than;
}

bool contradict(const std::vector<KeyedContact>& a, const std::vector<KeyedContact>& b, Strictness strictness)
{
    const bool elsewhere = strictness == Strictness::Elsewhere;
    return contradictIn(a, b, ContactKind::Url, true) || contradictIn(a, b, ContactKind::Email, elsewhere)
        || (!elsewhere && contradictIn(a, b, ContactKind::Phone, false));
}

Reading readingOf(const exchange::PersonRecord& record, std::string_view region)
{
    Reading reading{
        .record = &record, .name = collapseSpace(record.name), .folded = {}, .contacts = {}, .organisations = {}};
    if (reading.name.empty()) reading.name = collapseSpace(wholeName(record.given, record.family));
    reading.folded = fold(reading.name);
    for (std::size_t i = 0; i < record.contacts.size(); ++i) {
        const exchange::ContactRecord& contact = record.contacts[i];
        std::string key = contactKey(contact.kind, contact.value, region);
        if (key.empty()) continue;
        const bool known = std::ranges::any_of(reading.contacts, [&](const KeyedContact& other) {
            return other.kind == contact.kind && other.key == key;
        });
        if (known) continue;
        const bool shared = contact.kind == ContactKind::Phone || contact.kind == ContactKind::Handle
            || (contact.kind == ContactKind::Email && isRoleMailbox(key));
        reading.contacts.push_back({i, contact.kind, std::move(key), shared, {}});
    }
    for (const exchange::PositionRecord& position : record.positions) {
        std::string folded = fold(position.organisation);
        if (!folded.empty() && std::ranges::find(reading.organisations, folded) == reading.organisations.end())
            reading.organisations.push_back(std::move(folded));
    }
    return reading;
}

}  // namespace kith::importing
