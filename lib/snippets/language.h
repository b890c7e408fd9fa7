// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace snippets
{

// In the order in which they are offered.
enum class Language : quint8 { Ruby, Python, Node, Php, Go, Java, CSharp, Cpp };

const QList<Language> &allLanguages();

// "node"; for the command line and settings.
QString word(Language language);
std::optional<Language> languageFromWord(QStringView word);

// "Node.js"; for people.
QString name(Language language);

} // namespace snippets
