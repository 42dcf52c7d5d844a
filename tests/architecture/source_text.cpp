#include "source_text.h"

#include <algorithm>
#include <cctype>

namespace kith::architecture {

namespace {

bool isIdentifier(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Walks over the text once and writes every character into the reading that it belongs to.
class Splitter {
public:
    explicit Splitter(std::string_view text) : text_(text) { }

    Reading split()
    {
        startLine();
        while (at_ < text_.size()) step();
        return std::move(reading_);
    }

private:
    enum class Into { Code, Comments, Literals };

    void step()
    {
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with("//")) take(std::min(rest.find('\n'), rest.size()), Into::Comments);
        else if (rest.starts_with("/*")) takeThrough("*/", 2, Into::Comments);
        else if (rest.starts_with("R\"")) rawLiteral(rest);
        else if (rest.front() == '"') quoted('"');
        else if (rest.front() == '\'' && !digitSeparator()) quoted('\'');
        else take(1, Into::Code);
    }

    [[nodiscard]] bool digitSeparator() const { return at_ > 0 && isIdentifier(text_[at_ - 1]); }

    void rawLiteral(std::string_view rest)
    {
        const std::size_t open = std::min(rest.find('('), rest.size() - 1);
        const std::string close = ")" + std::string(rest.substr(2, open - 2)) + "\"";
        takeThrough(close, open, Into::Literals);
    }

    void quoted(char mark)
    {
        take(1, Into::Code);
        while (at_ < text_.size() && text_[at_] != mark && text_[at_] != '\n')
            take(text_[at_] == '\\' ? 2 : 1, Into::Literals);
        take(1, Into::Code);
    }

    void takeThrough(std::string_view end, std::size_t from, Into into)
    {
        const std::size_t found = text_.find(end, at_ + from);
        take(found == std::string_view::npos ? text_.size() - at_ : found + end.size() - at_, into);
    }

    void take(std::size_t count, Into into)
    {
        for (; count > 0 && at_ < text_.size(); --count, ++at_) put(text_[at_], into);
    }

    void put(char c, Into into)
    {
        if (c == '\n') {
            startLine();
            return;
        }
        reading_.code.back() += into == Into::Code ? c : ' ';
        reading_.comments.back() += into == Into::Comments ? c : ' ';
        reading_.literals.back() += into == Into::Literals ? c : ' ';
    }

    void startLine()
    {
        reading_.code.emplace_back();
        reading_.comments.emplace_back();
        reading_.literals.emplace_back();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Reading reading_;
};

}  // namespace

Reading read(const SourceFile& file)
{
    return Splitter(file.text).split();
}

std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool mentions(std::string_view line, std::string_view needle)
{
    for (std::size_t at = line.find(needle); at != std::string_view::npos; at = line.find(needle, at + 1)) {
        const std::size_t end = at + needle.size();
        const bool startsClean = !isIdentifier(needle.front()) || at == 0 || !isIdentifier(line[at - 1]);
        const bool endsClean = !isIdentifier(needle.back()) || end == line.size() || !isIdentifier(line[end]);
        if (startsClean && endsClean) return true;
    }
    return false;
}

}  // namespace kith::architecture
