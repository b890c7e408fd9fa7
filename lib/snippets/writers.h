// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "snippets/recipe.h"

namespace snippets
{

// One a language, each in a file of its own. An error's `why` says what the language cannot do.
core::Result<QString> writeRuby(const Recipe &recipe);
core::Result<QString> writePython(const Recipe &recipe);
core::Result<QString> writeNode(const Recipe &recipe);
core::Result<QString> writePhp(const Recipe &recipe);
core::Result<QString> writeGo(const Recipe &recipe);
core::Result<QString> writeJava(const Recipe &recipe);
core::Result<QString> writeCSharp(const Recipe &recipe);
core::Result<QString> writeCpp(const Recipe &recipe);

} // namespace snippets
