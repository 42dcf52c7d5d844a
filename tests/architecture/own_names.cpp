#include "includes.h"

#include <algorithm>
#include <regex>

namespace kith::architecture {

namespace {

bool hasCode(const SourceFile& file)
{
    return file.isCpp() && (file.isIn("core/") || file.isIn("ui/") || file.isIn("app/"));
}

struct Declaration {
    std::string name;  ///< functions with the innermost namespace before them: "search::parse"
    bool isNested = false;
};

std::vector<Declaration> declaredBy(const SourceFile& file)
{
    static const std::regex space(R"(^namespace (?:\w+::)*(\w+)\s*\{)");
    static const std::regex type(
        R"(^(\s*)(?:template <.*> |friend )*(?:class|struct|enum class|enum|using) ([A-Z]\w*))");
    static const std::regex constant(R"(^(\s*)(?:inline |static |extern )*(?:constexpr|const) [^=({]*\b(k[A-Z]\w*))");
    static const std::regex macro(R"(^()#define (\w+))");
    static const std::regex function(R"(^(?:\[\[nodiscard\]\] )?[A-Za-z][\w:<>,&* ]* [&*]?(\w+)\()");
    static const std::regex enumeration(R"(\benum (?:class )?\w+[^;{]*\{([^}]*)\})");
    static const std::regex parameter(R"(\b(?:class|typename)(?:\.\.\.)? ([A-Z]\w*)[,>])");
    static const std::regex word(R"(\b[A-Z]\w*)");
    std::vector<Declaration> declared;
    std::string inside;
    std::string all;
    for (const std::string& line : read(file).code) {
        std::smatch found;
        all += line + ' ';
        if (std::regex_search(line, found, space)) inside = found[1];
        else if (std::regex_search(line, found, function)) declared.push_back({inside + "::" + found.str(1)});
        for (const std::regex& kind : {type, constant, macro})
            if (std::regex_search(line, found, kind)) declared.push_back({found[2], found.length(1) > 0});
    }
    for (std::sregex_iterator at(all.begin(), all.end(), enumeration), end; at != end; ++at) {
        const std::string body = (*at)[1];
        for (std::sregex_iterator value(body.begin(), body.end(), word); value != end; ++value)
            declared.push_back({value->str(), true});
    }
    for (std::sregex_iterator at(all.begin(), all.end(), parameter), end; at != end; ++at)
        declared.push_back({(*at)[1], true});
    return declared;
}

}  // namespace

OwnNames::OwnNames(const std::vector<SourceFile>& tree)
{
    for (const SourceFile& file : tree) {
        if (!hasCode(file)) continue;
        for (const Declaration& declared : declaredBy(file)) {
            files_[declared.name].insert(file.path);
            if (file.path.ends_with(".h") && !declared.isNested) shared_[declared.name] = file.path;
        }
    }
}

std::vector<Finding> OwnNames::missingFrom(const SourceFile& file, const Includes& includes) const
{
    static const std::regex used(R"((?:(\.|->|::)\s*)?\b((?!Q[A-Z])[A-Z]\w+|k[A-Z]\w*|[a-z]\w*::[a-z]\w*(?=\()))");
    std::vector<Finding> findings;
    if (!hasCode(file)) return findings;
    const std::set<std::string>& reached = includes.reachedFrom(file.path).ours;
    const Reading reading = read(file);
    std::set<std::string> settled;
    for (std::size_t i = 0; i < reading.code.size(); ++i) {
        const std::string& line = reading.code[i];
        for (std::sregex_iterator at(line.begin(), line.end(), used), end; at != end; ++at) {
            const std::string name = (*at)[2];
            const auto header = shared_.find(name);
            if ((*at)[1].matched || header == shared_.end() || !settled.insert(name).second) continue;
            if (std::ranges::none_of(files_.at(name), [&](const auto& path) { return reached.contains(path); }))
                findings.push_back({file.path, i + 1, name + " needs " + header->second});
        }
    }
    return findings;
}

}  // namespace kith::architecture
