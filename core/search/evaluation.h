// One query over an index. Private to this folder.
#pragma once

#include "index_parts.h"

namespace kith::search {

class Evaluation {
public:
    Evaluation(const Index::Parts& parts, const Question& question) : parts_(parts), question_(question) { }

    [[nodiscard]] Result<Answer> answer(const Query& query);

private:
    /// How good a find is: a better layer holds a part of the next one. Of a query that looks at no words all are the
    /// same, and only Any is kept.
    enum Layer : std::uint8_t { Anyhow, NotByNote, ByName, ByWholeName };
    static constexpr std::size_t kLayers = 4;
    struct Found {
        std::array<Bits, kLayers> layers;
        bool alike = true;

        [[nodiscard]] Bits& all() { return layers[Anyhow]; }
        [[nodiscard]] const Bits& all() const { return layers[Anyhow]; }
        [[nodiscard]] const Bits& at(std::size_t layer) const { return layers.at(alike ? 0 : layer); }
        void keep(const Found& other);
        void join(const Found& other);
        void part();  ///< gives each layer its own set
    };
    /// Who is found by another name of a title or skill alone.
    struct Alias {
        Notice notice;
        Bits people;
    };
    /// What is asked at some place of the query.
    struct Place {
        const Bits* within;  ///< nobody else matters; null for everybody
        bool turned = false;  ///< under a `not`
    };

    [[nodiscard]] Result<Found> find(const Query& query, const Place& place);
    [[nodiscard]] Result<Found> find(const All& all, const Place& place);
    [[nodiscard]] Result<Found> find(const Any& any, const Place& place);
    [[nodiscard]] Result<Found> find(const Not& turned, const Place& place);
    [[nodiscard]] Result<Found> find(const Text& text, const Place& place);
    [[nodiscard]] Result<Found> find(const SkillAt& at, const Place& place);
    [[nodiscard]] Result<Found> find(const WarmthIs& is, const Place& place);
    [[nodiscard]] Result<Found> find(const BandIs& is, const Place& place);
    [[nodiscard]] Result<Found> find(const FacetIs& is, const Place& place);
    [[nodiscard]] Result<Found> find(const Spoken& spoken, const Place& place);

    [[nodiscard]] Found beginnings(Field field, const Words& words, bool turned);
    [[nodiscard]] Found beginning(Field field, std::string_view word, bool turned);
    [[nodiscard]] Result<Found> phrase(Field field, const Words& words, const Place& place);
    void joinNamesWith(const Words& words, const Bits* within, Bits& into) const;
    void joinContactsWith(const Words& words, Bits& into) const;
    [[nodiscard]] Result<void> joinNotesWith(const Words& words, Bits candidates, Bits& into) const;
    void joinNearNames(std::string_view word, Found& found);
    /// Adds who is found by the other names of a title or skill.
    void joinAliases(AliasKind kind, std::string_view folded, const ValueField::Passes& passes, Found& found);

    [[nodiscard]] Bits nobody() const { return Bits(parts_.alive.size()); }
    [[nodiscard]] Result<void> goOn() const;
    [[nodiscard]] Bits inBand(Band band) const;
    void name(const Found& found, const Bits& result, Answer& answer) const;
    [[nodiscard]] Groups groupsOf(const Bits& result) const;

    const Index::Parts& parts_;
    const Question& question_;
    std::vector<Notice> typos_;
    std::vector<Alias> aliases_;
};

}  // namespace kith::search
