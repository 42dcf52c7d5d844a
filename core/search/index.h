// Who answers a query, among a million people within a frame: an index in memory.
#pragma once

#include <kith/search/aliases.h>
#include <kith/search/document.h>
#include <kith/search/query.h>

#include <atomic>
#include <functional>
#include <memory>
#include <span>

namespace kith::search {

/// Where the notes of people can be read again: the index keeps their words, not their order, which would take more
/// memory than everything else together.
class NoteTexts {
public:
    virtual ~NoteTexts() = default;
    using Visit = std::function<void(std::uint32_t person, std::string_view text)>;
    /// Each note of each of these people, one after the other, in any order.
    [[nodiscard]] virtual Result<void> forEachNote(std::span<const std::uint32_t> people, const Visit& visit) const = 0;
};

struct Question {
    Date today{};
    std::size_t first = 50;  ///< how many people to name
    bool everybody = false;  ///< name all of them too
    bool groups = false;  ///< count them by area, band, skill and city too
    const AliasTable* aliases = nullptr;
    const NoteTexts* notes = nullptr;  ///< without it, nobody is found by several quoted words in a note
    const std::atomic<bool>* stop = nullptr;
};

/// What a search did beyond what was typed. It never widens what stands under a `not`.
struct Notice {
    enum class What : std::uint8_t {
        Typo,  ///< nobody has the typed word; people whose name is nearly that are shown
        Alias,  ///< other names of the same title or skill count too
    };
    What what{};
    std::string typed;  ///< folded (core/base/fold.h)
    std::vector<std::string> instead;  ///< as they are written: "Müller", "programme delivery manager"
    std::vector<std::string> words;  ///< the same folded
    std::size_t people = 0;  ///< of the total, those who are in it only for this
    friend bool operator==(const Notice&, const Notice&) = default;
};

struct Group {
    std::string name;  ///< as somebody wrote it; of a band its word
    std::size_t people = 0;
};

/// The ten most frequent of each among all who answer the query, most first.
struct Groups {
    std::vector<Group> areas;
    std::vector<Group> bands;  ///< cold to hot, all four
    std::vector<Group> skills;
    std::vector<Group> cities;
};

struct Answer {
    std::size_t total = 0;
    /// The first of them in useful order: whose names are the words that were typed; whose names begin so; who is found
    /// by title, skill, organisation and the like; who is found by a note. In each, the warmest first, then those
    /// spoken to last, then those who were added first.
    std::vector<std::uint32_t> people;
    std::vector<std::uint32_t> everybody{};  ///< ascending; when it was asked for
    std::vector<Notice> notices;
    Groups groups{};
};

/// Bytes, about.
struct IndexMemory {
    std::size_t names = 0;
    std::size_t values = 0;  ///< titles, organisations, areas, cities, tags, skills, pools, stages
    std::size_t notes = 0;
    std::size_t contacts = 0;
    std::size_t people = 0;  ///< numbers, warmth, last contact, facets
    [[nodiscard]] std::size_t all() const { return names + values + notes + contacts + people; }
};

/// First add() everybody and finish(), then ask, update and remove. Asking does not change it, so that several threads
/// may ask; whoever changes it must be alone.
///
/// A word without quotes stands for all words that begin with it, and each word of a text counts by itself. Quoted
/// words must be whole and stand side by side in one name, title, note …; of contact points only that the words are
/// whole counts. `skill:` and a skill with a level ask for one skill in which each word begins a word. A name is found
/// in spite of a typo when a word of four letters or more finds nobody: names one edit away (a letter more, fewer,
/// other, or two exchanged), from eight letters on two edits; the nearest ones.
class Index {
public:
    Index();
    ~Index();
    Index(Index&&) noexcept;
    Index& operator=(Index&&) noexcept;
    Index(const Index&) = delete;
    Index& operator=(const Index&) = delete;

    /// Each person once. O(words)
    void add(const PersonDocument& document);
    void finish();

    /// A new person, or one who is known already with everything anew. O(words); under a millisecond.
    void update(const PersonDocument& document);
    /// False when there is no such person. O(1)
    bool remove(std::uint32_t person);
    /// What fades from day to day, see PersonDocument. Nothing happens when there is no such person. O(1)
    void setWarmth(std::uint32_t person, int warmth, std::optional<Date> lastContact);

    [[nodiscard]] std::size_t people() const;
    /// Whether so many were changed since finish() that the index should be made anew: what they were is left behind in
    /// it, counted nowhere.
    [[nodiscard]] bool worn() const;

    /// Cancelled when it was stopped; else it fails only when the notes cannot be read.
    [[nodiscard]] Result<Answer> ask(const Query& query, const Question& question) const;

    /// What people have in a field that is shared (title, organisation, area, city, tag, pool, stage; of others
    /// nothing), and in which each of the words typed begins a word; with none, everything. The most frequent first,
    /// equally frequent ones by name. O(such values · their people)
    [[nodiscard]] std::vector<Group> values(Field field, std::string_view typed, std::size_t most) const;
    [[nodiscard]] std::vector<Group> skills(std::string_view typed, std::size_t most) const;

    [[nodiscard]] IndexMemory memory() const;

    struct Parts;

private:
    friend class IndexPacker;
    friend class IndexUnpacker;
    std::unique_ptr<Parts> parts_;
};

}  // namespace kith::search
