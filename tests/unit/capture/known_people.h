// People whom a test knows by their names, as a workspace does: whole or with the last word in short.
#pragma once

#include <kith/base/fold.h>
#include <kith/base/text.h>
#include <kith/capture/mentions.h>

#include <initializer_list>
#include <set>
#include <string>

namespace kith::capture::test {

class KnownPeople final : public Who {
public:
    KnownPeople(std::initializer_list<std::string_view> names)
    {
        for (const std::string_view name : names) {
            std::string typed;
            for (const std::string_view word : split(name, ' ')) {
                // Each beginning of a further word stands for it.
                for (std::size_t length = 1; !typed.empty() && length < word.size(); ++length)
                    if (isUtf8(word.substr(0, length)))
                        names_.insert(fold(typed + ' ' + std::string(word.substr(0, length))));
                typed += typed.empty() ? std::string(word) : ' ' + std::string(word);
                names_.insert(fold(typed));
            }
        }
    }
    [[nodiscard]] std::size_t known(std::span<const std::string_view> words) const override
    {
        std::string typed;
        std::size_t longest = 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            typed += (i == 0 ? "" : " ") + std::string(words[i]);
            if (names_.contains(fold(typed))) longest = i + 1;
        }
        return longest;
    }

private:
    std::set<std::string> names_;
};

}  // namespace kith::capture::test
