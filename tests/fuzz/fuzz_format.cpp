#include "fuzz_format.h"

#include <kith/base/text.h>
#include <kith/exchange/detect.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace kith::fuzz {

using namespace exchange;

namespace {

void require(bool holds, const char* what)
{
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

void checkText(std::string_view text)
{
    require(isUtf8(text), "text is valid UTF-8");
    require(trim(text) == text, "text is trimmed");
}

void check(const PersonRecord& person)
{
    require(!person.name.empty() && person.line > 0, "a person has a name and a line");
    for (const std::string* text :
         {&person.name, &person.given, &person.family, &person.city, &person.about, &person.uid, &person.source})
        checkText(*text);
    for (const ContactRecord& contact : person.contacts) checkText(contact.value);
    for (const SkillRecord& skill : person.skills) checkText(skill.name);
    for (const PositionRecord& position : person.positions) {
        checkText(position.organisation);
        checkText(position.role);
    }
}

}  // namespace

int readAs(Format format, const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto file = parse(bytes, {.format = format});
    if (!file) {
        require(file.error().message.ends_with('.'), "an error is a sentence");
        return 0;
    }
    std::ranges::for_each(file->people, check);
    for (const TieRecord& tie : file->ties) {
        require(!tie.from.empty() && !tie.to.empty(), "a tie has two people");
        require(!tie.strength || (*tie.strength >= 0 && *tie.strength <= 1), "a strength is within 0 and 1");
    }
    for (const InteractionRecord& interaction : file->interactions)
        require(!interaction.people.empty(), "an interaction has people");
    for (const Rejection& rejection : file->rejected)
        require(!rejection.reason.empty() && isUtf8(rejection.reason), "a rejection has a reason");
    return 0;
}

}  // namespace kith::fuzz
