// JSON Resume, schema v1.0.0 (https://jsonresume.org/schema): one person's résumé.
#pragma once

#include <kith/base/error.h>
#include <kith/exchange/record.h>

#include <string_view>

namespace kith::exchange {

/// Reads a résumé, or an array of them: basics -> name, label as role where no work is listed, contact points,
/// profiles, city, summary; work -> positions (newest first as the file lists them; `company` of older drafts too);
/// skills with level, their keywords as skills of their own; languages -> skills with CEFR levels, self-declared.
/// Equality data, references and pictures are passed over.
///
/// `text` is UTF-8. BadInput with a sentence for text that is no JSON, deeper than 64 levels, longer than 16 MiB, or
/// not a résumé. Values of an unexpected type count as not said; impossible dates are left out and reported.
[[nodiscard]] Result<ParsedFile> readJsonResume(std::string_view text);

}  // namespace kith::exchange
