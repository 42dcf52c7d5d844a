// A taxonomy of work: names of thousands of titles and skills, taken from a published classification, by which search
// finds people too. It is reference text and nobody's word, so it is kept in this workspace's file alone, is not sent
// to anybody, and is replaced or removed as a whole.
#pragma once

#include <kith/search/aliases.h>
#include <kith/usecases/workspace.h>

#include <span>
#include <string>
#include <vector>

namespace kith {

struct TaxonomySize {
    std::size_t titles = 0;  ///< groups of names
    std::size_t skills = 0;
    std::size_t names = 0;
    friend bool operator==(const TaxonomySize&, const TaxonomySize&) = default;
};

struct TaxonomyFile {
    std::string name;  ///< without its folder; for sentences
    std::string text;
};

/// Empty when there is none. O(names)
[[nodiscard]] std::vector<search::AliasGroup> taxonomyGroups(const WorkspaceReader& reader);
[[nodiscard]] TaxonomySize taxonomySize(const WorkspaceReader& reader);

class ImportTaxonomy {
public:
    explicit ImportTaxonomy(Services& services) : services_(services) { }
    /// Takes the names of all the files (exchange/esco.h) and puts them in the place of what was there. BadInput, which
    /// names the file, when one is no such file, and when all of them together hold no two names of anything; what was
    /// there stays then.
    [[nodiscard]] Result<TaxonomySize> run(std::span<const TaxonomyFile> files) const;
    [[nodiscard]] Result<void> remove() const;

private:
    Services& services_;
};

}  // namespace kith
