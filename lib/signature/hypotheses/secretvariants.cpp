// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/secretvariants.h"

#include "signature/hypotheses/formtext.h"
#include "signature/pastedtext.h"

#include <QCoreApplication>

namespace signature
{

namespace
{

using Changed = std::optional<QByteArray>;

QString tr(const char *text) { return QCoreApplication::translate("signature::Variants", text); }

Variant::Change with(const char *before, const char *after)
{
    return [before, after](const QByteArray &secret) { return Changed(before + secret + after); };
}

Variant::Change without(const char *end)
{
    return [end](const QByteArray &secret) {
        return secret.endsWith(end) ? Changed(secret.chopped(qsizetype(qstrlen(end)))) : Changed();
    };
}

Changed trimmed(const QByteArray &secret)
{
    PastedText text(secret);
    text.takeSpace();
    text.takeInvisible();
    return text.copy();
}

Changed unquoted(const QByteArray &secret)
{
    PastedText text(secret);
    text.takeSpace();
    if (!text.takeQuotes())
        return {};
    return text.copy();
}

Changed unnamed(const QByteArray &secret)
{
    PastedText text(secret);
    text.takeSpace();
    if (!text.takeName())
        return {};
    if (text.takeQuotes())
        text.takeSpace();
    return text.copy();
}

Changed withoutSpace(const QByteArray &secret)
{
    QByteArray joined;
    joined.reserve(secret.size());
    for (const char c : secret) {
        if (c != ' ' && (c < '\t' || c > '\r'))
            joined += c;
    }
    return joined;
}

// The value of one line of a settings file.
Variant::Change lineOf(qsizetype number)
{
    return [number](const QByteArray &secret) -> Changed {
        const auto lines = secret.split('\n');
        if (lines.size() < 2 || number >= lines.size())
            return {};
        PastedText text(lines[number]);
        text.takeSpace();
        text.takeName();
        text.takeQuotes();
        return text.copy();
    };
}

Changed percentDecodedSecret(const QByteArray &secret) { return percentDecoded(secret, false); }

} // namespace

Variants secretTextVariants()
{
    const auto one = [](int rank, const QString &clause, Variant::Change change) {
        return Variant{Cause::SecretWhitespace, rank, clause, std::move(change)};
    };
    Variants variants{
        one(1, tr("the secret is used without the white space around it"), trimmed),
        one(1, tr("the secret is used with a line feed at its end"), with("", "\n")),
        one(1, tr("the secret is used without the quotes around it"), unquoted),
        one(1, tr("the secret is used without the name in front of it"), unnamed),
        one(1, tr("the secret is used with double quotes around it"), with("\"", "\"")),
        one(1, tr("the secret is used with CR LF at its end"), with("", "\r\n")),
        one(1, tr("the secret is used with a space at its end"), with("", " ")),
        one(2, tr("the secret is used with a space in front of it"), with(" ", "")),
        one(2, tr("the secret is used with single quotes around it"), with("'", "'")),
        one(2, tr("the secret is used without the white space inside it"), withoutSpace),
        one(2, tr("the secret is used with a carriage return at its end"), with("", "\r")),
        one(3, tr("the secret is used with double quotes around it and a line feed at its end"),
            with("\"", "\"\n")),
        one(3, tr("the secret is used with a byte order mark in front of it"),
            with("\xEF\xBB\xBF", "")),
        one(3, tr("the secret is used with two line feeds at its end"), with("", "\n\n")),
        one(3, tr("the secret is used with “\\n”, a backslash and a letter, at its end"),
            with("", "\\n")),
        one(3, tr("the secret is used without the “\\n” at its end"), without("\\n")),
        one(3, tr("the secret is used without the “%” that the shell prints at its end"),
            without("%")),
        one(3, tr("the secret is used without the comma at its end"), without(",")),
        one(3, tr("the secret is used without the semicolon at its end"), without(";")),
        one(3, tr("the secret is used percent-decoded"), percentDecodedSecret),
    };
    for (qsizetype line = 0; line < 4; ++line)
        variants.append(one(3, tr("line %1 of the secret is used").arg(line + 1), lineOf(line)));
    return variants;
}

Variants unsetSecretVariants()
{
    const auto one = [](const QString &clause, const char *key) {
        return Variant{Cause::EmptySecret, 2, clause,
                       [key](const QByteArray &) { return Changed(key); }};
    };
    return {
        one(tr("the secret is empty"), ""),
        one(tr("the secret is the word “undefined”, a variable that was never set"), "undefined"),
        one(tr("the secret is the word “null”, a value that was never set"), "null"),
        one(tr("the secret is the word “None”, a value that was never set"), "None"),
    };
}

} // namespace signature
