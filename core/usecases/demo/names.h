// Invented people's names, put together at random from common given and family names of one culture.
#pragma once

#include <kith/usecases/demo/dice.h>

#include <span>
#include <string>
#include <string_view>

namespace kith::demo {

/// A given or family name as written, and in plain Latin letters for addresses. An empty `latin` means that `text` is
/// plain already.
struct NamePart {
    std::string_view text;
    std::string_view latin{};

    [[nodiscard]] std::string_view plain() const { return latin.empty() ? text : latin; }
};

enum class NameOrder : std::uint8_t {
    GivenFirst,  ///< "Ana Ruiz"
    FamilyFirst,  ///< "Nguyễn Hương"
    FamilyFirstJoined,  ///< "王芳"
};

/// Names that go together. Cultures whose family names are inflected appear once for each form.
struct Culture {
    int weight;  ///< share of people, in parts of all weights
    NameOrder order;
    bool doubles;  ///< two family names or a second given name happen
    std::span<const NamePart> given;
    std::span<const NamePart> family;
};

/// Names in Latin letters, from Europe and from elsewhere, and names in other scripts.
[[nodiscard]] std::span<const Culture> europeanCultures();
[[nodiscard]] std::span<const Culture> worldCultures();
[[nodiscard]] std::span<const Culture> scriptCultures();

struct Name {
    std::string full;
    std::string given;
    std::string family;
    std::string spoken;  ///< the given name in Latin letters, for a mention in an English note
    std::string address;  ///< "ana.ruiz", for the left side of an e-mail address
};

struct NameWish {
    bool variety = false;  ///< more second names, where a crowd would otherwise run out of combinations
    bool latin = false;  ///< in Latin letters
};
[[nodiscard]] Name makeName(Dice& dice, NameWish wish);

}  // namespace kith::demo
