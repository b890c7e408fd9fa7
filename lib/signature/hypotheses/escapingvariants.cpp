// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/restyle.h"
#include "signature/hypotheses/bodyvariants.h"

#include <QCoreApplication>

namespace signature
{

namespace
{

using Changed = std::optional<QByteArray>;
using json::Letter;
using json::Spelled;
using json::Spelling;

constexpr Spelling beyondAscii(Spelled spelled)
{
    return Spelling().with(Letter::Beyond, spelled).with(Letter::Separator, spelled);
}

constexpr Spelling markup(Spelled spelled) { return Spelling().with(Letter::Markup, spelled); }

constexpr Spelling slashes(Spelled spelled) { return Spelling().with(Letter::Slash, spelled); }

constexpr Spelling php = beyondAscii(Spelled::Lower)
                             .with(Letter::Slash, Spelled::Short)
                             .with(Letter::Markup, Spelled::Raw)
                             .with(Letter::Quote, Spelled::Short)
                             .with(Letter::Control, Spelled::Short);
constexpr Spelling phpUnicode
    = php.with(Letter::Beyond, Spelled::Raw).with(Letter::Separator, Spelled::Lower);
constexpr Spelling phpHex = php.with(Letter::Markup, Spelled::Upper)
                                .with(Letter::Apostrophe, Spelled::Upper)
                                .with(Letter::Quote, Spelled::Upper);
constexpr Spelling python = json::plainSpelling.with(Letter::Beyond, Spelled::Lower)
                                .with(Letter::Separator, Spelled::Lower);
constexpr Spelling go = json::plainSpelling.with(Letter::Markup, Spelled::Lower)
                            .with(Letter::Separator, Spelled::Lower);
constexpr Spelling gson
    = go.with(Letter::Apostrophe, Spelled::Lower).with(Letter::Equals, Spelled::Lower);
constexpr Spelling dotnet = json::plainSpelling.with(Letter::Beyond, Spelled::Upper)
                                .with(Letter::Separator, Spelled::Upper)
                                .with(Letter::Markup, Spelled::Upper)
                                .with(Letter::Apostrophe, Spelled::Upper)
                                .with(Letter::Plus, Spelled::Upper)
                                .with(Letter::Quote, Spelled::Upper)
                                .with(Letter::Delete, Spelled::Upper);

Variant::Change spelled(Spelling spelling)
{
    return [spelling](const QByteArray &body) -> Changed {
        const auto parsed = json::Document::parse(body);
        const auto *document = std::get_if<json::Document>(&parsed);
        return document ? json::respelled(*document, spelling) : Changed();
    };
}

// Of the escapes that are there already.
Variant::Change hexCase(bool upper)
{
    return [upper](const QByteArray &body) {
        QByteArray changed = body;
        for (auto at = changed.indexOf("\\u"); at >= 0; at = changed.indexOf("\\u", at + 2)) {
            const QByteArray digits = changed.mid(at + 2, 4);
            changed.replace(at + 2, digits.size(), upper ? digits.toUpper() : digits.toLower());
        }
        return Changed(changed);
    };
}

Changed withSlashes(const QByteArray &body)
{
    return QByteArray(body).replace('\\', "\\\\").replace('"', "\\\"").replace('\'', "\\'");
}

Changed withoutSlashes(const QByteArray &body)
{
    QByteArray changed;
    changed.reserve(body.size());
    for (qsizetype at = 0; at < body.size(); ++at) {
        if (body[at] == '\\' && at + 1 < body.size())
            ++at;
        changed += body[at];
    }
    return changed;
}

Changed withEntities(const QByteArray &body)
{
    return QByteArray(body)
        .replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('\'', "&#039;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
}

Changed withoutEntities(const QByteArray &body)
{
    return QByteArray(body)
        .replace("&quot;", "\"")
        .replace("&#039;", "'")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
}

QString tr(const char *text) { return QCoreApplication::translate("signature::Variants", text); }

} // namespace

Variants escapingVariants()
{
    const auto one = [](int rank, const QString &clause, Variant::Change change) {
        return Variant{Cause::JsonEscaping, rank, clause, std::move(change)};
    };
    return {
        one(1, tr("slashes in the JSON are written as “\\/”"), spelled(slashes(Spelled::Short))),
        one(1, tr("slashes in the JSON stand without a backslash"), spelled(slashes(Spelled::Raw))),
        one(1, tr("letters beyond ASCII are written as themselves, not as \\u escapes"),
            spelled(beyondAscii(Spelled::Raw))),
        one(1, tr("letters beyond ASCII are written as \\u escapes in lower case"),
            spelled(beyondAscii(Spelled::Lower))),
        one(1,
            tr("the JSON is escaped as PHP's json_encode does it: slashes as “\\/”, letters "
               "beyond ASCII as \\u escapes"),
            spelled(php)),
        one(1, tr("the JSON has no escapes that it could do without"),
            spelled(json::plainSpelling)),
        one(1, tr("the JSON is escaped as Python's json.dumps does it"), spelled(python)),
        one(1, tr("“<”, “>” and “&” are written as \\u003c, \\u003e and \\u0026, as Go does it"),
            spelled(go)),
        one(2, tr("letters beyond ASCII are written as \\u escapes in upper case"),
            spelled(beyondAscii(Spelled::Upper))),
        one(2, tr("“<”, “>” and “&” are written as themselves"), spelled(markup(Spelled::Raw))),
        one(2, tr("“<”, “>” and “&” are written as \\u escapes in lower case"),
            spelled(markup(Spelled::Lower))),
        one(2, tr("“<”, “>” and “&” are written as \\u escapes in upper case"),
            spelled(markup(Spelled::Upper))),
        one(2, tr("\\u escapes have their digits in lower case"), hexCase(false)),
        one(2, tr("\\u escapes have their digits in upper case"), hexCase(true)),
        one(2, tr("slashes are written as “\\/” and letters beyond ASCII as themselves"),
            spelled(phpUnicode)),
        one(2, tr("the JSON is escaped as .NET's System.Text.Json does it"), spelled(dotnet)),
        one(2, tr("the JSON is escaped as Gson does it"), spelled(gson)),
        one(2, tr("quotes are escaped with a backslash, as PHP's addslashes does it"), withSlashes),
        one(2, tr("the backslashes are taken away, as PHP's stripslashes does it"), withoutSlashes),
        one(2, tr("the body has HTML entities such as &quot; in it"), withEntities),
        one(2, tr("the body has no HTML entities such as &quot; in it"), withoutEntities),
        one(3, tr("the JSON is escaped as PHP's json_encode with its JSON_HEX flags does it"),
            spelled(phpHex)),
        one(3, tr("control characters are written with short escapes such as \\n"),
            spelled(Spelling().with(Letter::Control, Spelled::Short))),
        one(3, tr("control characters are written with \\u escapes"),
            spelled(Spelling().with(Letter::Control, Spelled::Lower))),
        one(3, tr("the line separators U+2028 and U+2029 are written as \\u escapes"),
            spelled(Spelling().with(Letter::Separator, Spelled::Lower))),
    };
}

} // namespace signature
