#include "includes.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <initializer_list>
#include <regex>

namespace kith::architecture {

namespace {

namespace fs = std::filesystem;

using Words = std::initializer_list<std::string_view>;

/// Where names of the standard library are declared. Any of the headers will do: some are declared by several
/// (ISO/IEC 14882:2023, "initializer_list" and "pair" come with every container, [sequences], [utility]).
struct Declared {
    Words headers;
    Words names;
};

const std::array kDeclared{
    Declared{{"algorithm"}, {"sort", "stable_sort", "find_if", "any_of", "all_of", "none_of", "copy_if", "clamp"}},
    Declared{{"array"}, {"array", "to_array"}},
    Declared{{"atomic"}, {"atomic"}},
    Declared{{"charconv"}, {"from_chars", "to_chars"}},
    Declared{{"chrono"}, {"chrono"}},
    Declared{{"cstdint"},
             {"int8_t", "int16_t", "int32_t", "int64_t", "uint8_t", "uint16_t", "uint32_t", "uint64_t", "uintptr_t"}},
    Declared{{"cmath"}, {"sqrt", "pow", "exp2", "log2", "lround", "hypot"}},
    Declared{{"functional"}, {"function", "move_only_function", "invoke"}},
    Declared{{"map"}, {"map", "multimap"}},
    Declared{{"memory"}, {"unique_ptr", "shared_ptr", "weak_ptr", "make_unique", "make_shared"}},
    Declared{{"mutex", "shared_mutex"}, {"mutex", "scoped_lock", "lock_guard", "unique_lock", "once_flag"}},
    Declared{{"numeric"}, {"accumulate", "iota"}},
    Declared{{"optional"}, {"optional", "nullopt"}},
    Declared{{"set"}, {"set", "multiset"}},
    Declared{{"span"}, {"span", "as_bytes", "as_writable_bytes"}},
    Declared{{"stop_token", "thread"}, {"stop_token", "stop_source", "jthread"}},
    Declared{{"string"}, {"string", "u16string", "u32string", "to_string"}},
    Declared{{"string_view"}, {"string_view", "u16string_view"}},
    Declared{{"tuple"}, {"tuple", "tie", "make_tuple", "apply"}},
    Declared{{"unordered_map"}, {"unordered_map"}},
    Declared{{"unordered_set"}, {"unordered_set"}},
    Declared{{"variant"}, {"variant", "monostate", "holds_alternative", "get_if", "visit"}},
    Declared{{"vector"}, {"vector"}},
};

/// Declared, as far as a header needs them, by whatever describes a widget, a model, a style or a delegate: they are
/// what its functions are given.
const Words kComesWithQt{"QAbstractItemModel",
                         "QChar",
                         "QCloseEvent",
                         "QColor",
                         "QContextMenuEvent",
                         "QDragEnterEvent",
                         "QDragLeaveEvent",
                         "QDragMoveEvent",
                         "QDropEvent",
                         "QEnterEvent",
                         "QEvent",
                         "QFocusEvent",
                         "QFont",
                         "QHelpEvent",
                         "QHideEvent",
                         "QInputMethodEvent",
                         "QItemSelection",
                         "QItemSelectionModel",
                         "QKeyEvent",
                         "QLayoutItem",
                         "QList",
                         "QModelIndex",
                         "QMouseEvent",
                         "QObject",
                         "QPaintEvent",
                         "QPainter",
                         "QPixmap",
                         "QPoint",
                         "QPointF",
                         "QRect",
                         "QRectF",
                         "QRegion",
                         "QResizeEvent",
                         "QShowEvent",
                         "QSize",
                         "QSizeF",
                         "QString",
                         "QStringList",
                         "QStringLiteral",
                         "QStyleHintReturn",
                         "QStyleOption",
                         "QStyleOptionComplex",
                         "QStyleOptionViewItem",
                         "QVariant",
                         "QWheelEvent",
                         "QWidget"};

bool isIncluded(const std::set<std::string>& reached, Words headers)
{
    return std::ranges::any_of(headers, [&](std::string_view header) { return reached.contains(std::string(header)); });
}

bool isOfQt(std::string_view header)
{
    return header.size() > 1 && header[0] == 'Q' && header[1] >= 'A' && header[1] <= 'Z';
}

}  // namespace

Includes::Includes(const std::vector<SourceFile>& tree)
{
    static const std::regex include(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
    std::map<std::string, std::string> ours;  // the name between brackets, the path
    for (const SourceFile& file : tree)
        if (file.path.ends_with(".h") && (file.isIn("core/") || file.isIn("ui/") || file.isIn("app/")))
            ours["kith/" + file.path.substr(file.path.find('/') + 1)] = file.path;
    for (const SourceFile& file : tree) {
        if (!file.isCpp()) continue;
        auto& own = own_[file.path];
        for (const std::string& line : linesOf(file.text)) {
            std::smatch found;
            if (!std::regex_search(line, found, include)) continue;
            const std::string name = found[2];
            const auto known = ours.find(name);
            if (known != ours.end()) own.push_back(known->second);
            else if (found[1] == "\"")
                own.push_back((fs::path(file.path).parent_path() / name).lexically_normal().generic_string());
            else own.push_back(name);
        }
    }
}

void Includes::reach(const std::string& path, Reached& reached) const
{
    if (!reached.ours.insert(path).second) return;
    for (const std::string& name : own_.at(path))
        if (own_.contains(name)) reach(name, reached);
        else reached.headers.insert(name);
}

const Includes::Reached& Includes::reachedFrom(const std::string& path) const
{
    const auto [at, isNew] = reached_.try_emplace(path);
    if (isNew && own_.contains(path)) reach(path, at->second);
    return at->second;
}

std::vector<Finding> namedButNotIncluded(const SourceFile& file, const Includes& includes)
{
    static const std::regex standard(R"(\bstd::(?:ranges::)?(\w+))");
    static const std::regex qt(R"((class |struct )?\b(Q[A-Z][a-z]\w*))");
    const std::set<std::string>& reached = includes.reachedFrom(file.path).headers;
    const bool ofTheDesktop = file.path.ends_with(".h") && file.isIn("ui/");
    const bool describesQt = std::ranges::any_of(reached, isOfQt);
    std::set<std::string> declared;
    std::vector<Finding> findings;
    const Reading reading = read(file);
    for (std::size_t i = 0; i < reading.code.size(); ++i) {
        const std::string& line = reading.code[i];
        if (line.find("#include") != std::string::npos) continue;
        for (std::sregex_iterator at(line.begin(), line.end(), standard), end; at != end; ++at) {
            const std::string name = (*at)[1];
            for (const Declared& entry : kDeclared)
                if (std::ranges::find(entry.names, name) != entry.names.end() && !isIncluded(reached, entry.headers))
                    findings.push_back(
                        {file.path, i + 1, "std::" + name + " needs <" + std::string(*entry.headers.begin()) + ">"});
        }
        if (!ofTheDesktop) continue;
        for (std::sregex_iterator at(line.begin(), line.end(), qt), end; at != end; ++at) {
            const std::string name = (*at)[2];
            if ((*at)[1].matched) declared.insert(name);
            const bool comesAlong = describesQt && std::ranges::find(kComesWithQt, name) != kComesWithQt.end();
            if (!comesAlong && !reached.contains(name) && !declared.contains(name))
                findings.push_back({file.path, i + 1, name + " needs <" + name + ">, or to be declared"});
        }
    }
    return findings;
}

}  // namespace kith::architecture
