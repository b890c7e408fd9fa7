// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "snippets/recipe.h"
#include "snippets/snippet.h"

#include <QRegularExpression>
#include <QSet>

#include "cases.h"

// Programs that hold every snippet of a language and call them.

using snippets::Language;

inline QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeAll(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// A name for code: "S_stripe".
inline QString nameOf(const QString &scheme)
{
    return u"S_"_s + QString(scheme).replace(u'-', u'_');
}

struct Compiled {
    Language language;
    QStringList imports;
    QString calls;
    QString code;

    void add(const QString &scheme, QString snippet);
    QByteArray program(const QString &pattern) const;

private:
    QString take(QString &snippet, const QRegularExpression &pattern);
    QString extras(const QString &scheme, const QString &pattern) const;
};

// Cuts what matches out of the snippet and keeps its lines as imports.
inline QString Compiled::take(QString &snippet, const QRegularExpression &pattern)
{
    for (auto match = pattern.match(snippet); match.hasMatch(); match = pattern.match(snippet)) {
        if (!imports.contains(match.captured()))
            imports.append(match.captured());
        snippet.remove(match.capturedStart(), match.capturedLength());
    }
    return snippet;
}

inline QString Compiled::extras(const QString &scheme, const QString &pattern) const
{
    const auto recipe = snippets::recipeOf(*own::schemeById(scheme));
    QString all;
    for (int row = 0; row < int(recipe->needsMethod) + int(recipe->needsUrl); ++row)
        all += u", "_s + pattern.arg(row);
    return all;
}

inline void Compiled::add(const QString &scheme, QString snippet)
{
    static const QRegularExpression include(u"^#include .*\\n"_s,
                                            QRegularExpression::MultilineOption);
    static const QRegularExpression import(u"^import .*;\\n"_s,
                                           QRegularExpression::MultilineOption);
    static const QRegularExpression used(u"^using .*;\\n"_s, QRegularExpression::MultilineOption);
    const QString name = nameOf(scheme);
    const QString extra = extras(scheme, u"extra[%1]"_s);
    if (language == Language::Java) {
        code += take(snippet, import)
                    .replace(u"final class WebhookVerifier"_s, u"static final class "_s + name)
                    .replace(u"Instant.now()"_s, u"now"_s);
        calls += u"case \"%1\": return %2.verify(body, headers, secret%3);\n"_s.arg(scheme, name,
                                                                                    extra);
    } else if (language == Language::CSharp) {
        // Mono's compiler knows no functions inside of functions.
        code += take(snippet, used)
                    .replace(u"public static class WebhookVerifier"_s,
                             u"public static class "_s + name)
                    .replace(u"DateTimeOffset.UtcNow"_s, u"Clock.UtcNow"_s)
                    .replace(u"string Header(string name) =>"_s,
                             u"Func<string, string> Header = name =>"_s);
        calls += u"case \"%1\": return %2.Verify(body, headers, secret%3);\n"_s.arg(scheme, name,
                                                                                    extra);
    } else if (language == Language::Cpp) {
        code += u"namespace %1 {\n%2}\n"_s.arg(
            name,
            take(snippet, include).replace(u"std::chrono::system_clock::now()"_s, u"::now"_s));
        calls += u"{\"%1\", [](const std::string &body, const Headers &headers, const std::string "
                 "&secret, const Extra &%4) { return %2::verifyWebhook(body, headers, secret%3); "
                 "}},\n"_s.arg(scheme, name, extra, extra.isEmpty() ? u""_s : u"extra"_s);
    } else {
        calls += u"\"%1\": func(body []byte, headers http.Header, secret string, extra []string) "
                 "bool { return %2(body, headers, secret%3) },\n"_s.arg(scheme, name, extra);
    }
}

inline QByteArray Compiled::program(const QString &pattern) const
{
    QString text = QString::fromUtf8(readAll(pattern));
    text.replace(u"// IMPORTS"_s, imports.join(QString()));
    text.replace(u"// CALLS"_s, calls);
    text.replace(u"// SNIPPETS"_s, code);
    return text.toUtf8();
}
