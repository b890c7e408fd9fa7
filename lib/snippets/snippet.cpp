// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/snippet.h"

#include "snippets/recipe.h"
#include "snippets/writers.h"

#include <QCoreApplication>

namespace snippets
{

namespace
{

core::Result<QString> written(const Recipe &recipe, Language language)
{
    switch (language) {
    case Language::Ruby:
        return writeRuby(recipe);
    case Language::Python:
        return writePython(recipe);
    case Language::Node:
        return writeNode(recipe);
    case Language::Php:
        return writePhp(recipe);
    case Language::Go:
        return writeGo(recipe);
    case Language::Java:
        return writeJava(recipe);
    case Language::CSharp:
        return writeCSharp(recipe);
    case Language::Cpp:
        return writeCpp(recipe);
    }
    Q_UNREACHABLE();
}

} // namespace

core::Result<QString> snippet(const signature::Scheme &scheme, Language language)
{
    const core::Result<Recipe> recipe = recipeOf(scheme);
    if (!recipe)
        return recipe.error();
    core::Result<QString> code = written(*recipe, language);
    if (code)
        return code;
    return core::Error{
        core::ErrorKind::Usage,
        QCoreApplication::translate("snippets::Writer", "No code is made for %1 in %2.")
            .arg(scheme.name, name(language)),
        code.error().why};
}

} // namespace snippets
