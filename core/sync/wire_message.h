// What every message needs to be read and written. Private to this folder.
#pragma once

#include "wire_rows.h"

#include <kith/sync/wire.h>

namespace kith::sync {

inline constexpr std::size_t kShort = 200;
inline constexpr std::size_t kSentence = 2000;

template <class E, std::size_t N>
[[nodiscard]] std::string_view wordIn(const std::string_view (&words)[N], E value)
{
    return words[static_cast<std::size_t>(value)];
}

template <class E, std::size_t N>
[[nodiscard]] E readWord(const In& in, const std::string_view (&words)[N])
{
    const std::string_view word = in.view();
    for (std::size_t i = 0; i < N; ++i)
        if (words[i] == word) return static_cast<E>(i);
    in.wrong("a known word");
    return E{};
}

/// Reads a message through its read(In, T&), found by argument-dependent lookup.
template <class T, class Read>
[[nodiscard]] Result<T> readMessage(std::string_view json, Read readInto)
{
    // Deeper than any message; also what bounds the parser's stack.
    constexpr std::size_t kDepth = 16;
    simdjson::dom::parser parser;
    const simdjson::padded_string padded(json);
    if (parser.allocate(json.size(), kDepth) != simdjson::SUCCESS)
        return fail(ErrorCode::BadInput, "The message is too large.");
    simdjson::dom::element element;
    if (parser.parse(padded).get(element) != simdjson::SUCCESS)
        return fail(ErrorCode::BadInput, "The message is not JSON.");
    std::string problem;
    T message{};
    readInto(In(element, problem), message);
    if (!problem.empty()) return fail(ErrorCode::BadInput, "In the message, " + problem + '.');
    return message;
}

}  // namespace kith::sync

// NOLINTBEGIN(bugprone-macro-parentheses): a type takes none
/// Defines write() and fromJson() of a message from its put() and read().
#define KITH_MESSAGE(Type)                                                                                             \
    void write(std::string& out, const Type& message)                                                                  \
    {                                                                                                                  \
        Out writer(out);                                                                                               \
        put(writer, message);                                                                                          \
    }                                                                                                                  \
    template <>                                                                                                        \
    Result<Type> fromJson<Type>(std::string_view json)                                                                 \
    {                                                                                                                  \
        return readMessage<Type>(json, [](const In& in, Type& message) { read(in, message); });                        \
    }
// NOLINTEND(bugprone-macro-parentheses)
