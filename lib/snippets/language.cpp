// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/language.h"

#include <algorithm>

namespace snippets
{

using namespace Qt::Literals::StringLiterals;

const QList<Language> &allLanguages()
{
    static const QList<Language> all{Language::Ruby,   Language::Python, Language::Node,
                                     Language::Php,    Language::Go,     Language::Java,
                                     Language::CSharp, Language::Cpp};
    return all;
}

QString word(Language language)
{
    switch (language) {
    case Language::Ruby:
        return u"ruby"_s;
    case Language::Python:
        return u"python"_s;
    case Language::Node:
        return u"node"_s;
    case Language::Php:
        return u"php"_s;
    case Language::Go:
        return u"go"_s;
    case Language::Java:
        return u"java"_s;
    case Language::CSharp:
        return u"csharp"_s;
    case Language::Cpp:
        return u"cpp"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Language> languageFromWord(QStringView text)
{
    const QList<Language> &all = allLanguages();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](Language language) { return word(language) == text; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

QString name(Language language)
{
    switch (language) {
    case Language::Ruby:
        return u"Ruby"_s;
    case Language::Python:
        return u"Python"_s;
    case Language::Node:
        return u"Node.js"_s;
    case Language::Php:
        return u"PHP"_s;
    case Language::Go:
        return u"Go"_s;
    case Language::Java:
        return u"Java"_s;
    case Language::CSharp:
        return u"C#"_s;
    case Language::Cpp:
        return u"C++ (OpenSSL)"_s;
    }
    Q_UNREACHABLE();
}

} // namespace snippets
