// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/place.h"

#include <algorithm>
#include <array>

namespace signature
{

namespace
{

struct Word {
    Source source;
    QByteArrayView text; // with a colon: a name follows
};

constexpr std::array words{
    Word{Source::Body, "body"},
    Word{Source::Timestamp, "timestamp"},
    Word{Source::Header, "header:"},
    Word{Source::NumberedHeader, "header_n:"},
    Word{Source::SignatureField, "sig:"},
    Word{Source::Method, "method"},
    Word{Source::Url, "url"},
    Word{Source::UrlWithoutQuery, "url_noquery"},
    Word{Source::UrlWithForm, "url_with_form"},
    Word{Source::Path, "path"},
    Word{Source::Target, "target"},
    Word{Source::Query, "query:"},
    Word{Source::Form, "form:"},
    Word{Source::FormSorted, "form_sorted"},
    Word{Source::FormJson, "form_json"},
    Word{Source::Json, "json:"},
    Word{Source::Item, "item:"},
    Word{Source::Secret, "secret"},
    Word{Source::Config, "config:"},
    Word{Source::ListedHeaders, "headers_listed_in:"},
    Word{Source::Claim, "claim:"},
    Word{Source::JoseHeader, "jose:"},
};

bool isPointer(Source source)
{
    return source == Source::Json || source == Source::Item || source == Source::JoseHeader;
}

bool fits(Source source, QByteArrayView name)
{
    if (isPointer(source))
        return name.isEmpty() ? source == Source::Item : name.startsWith('/');
    if (source == Source::NumberedHeader)
        return name.contains("{n}");
    return !name.isEmpty();
}

} // namespace

std::optional<Place> placeFromText(QByteArrayView text)
{
    const qsizetype colon = text.indexOf(':');
    const QByteArrayView word = colon < 0 ? text : text.first(colon + 1);
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const Word &known) { return known.text == word; });
    if (found == words.end())
        return {};
    const QByteArrayView name = colon < 0 ? QByteArrayView() : text.sliced(colon + 1);
    if (colon >= 0 && !fits(found->source, name))
        return {};
    return Place{found->source, name.toByteArray()};
}

QByteArray text(const Place &place)
{
    const auto found = std::find_if(words.begin(), words.end(), [&](const Word &known) {
        return known.source == place.source;
    });
    return found == words.end() ? place.name : found->text.toByteArray() + place.name;
}

} // namespace signature
