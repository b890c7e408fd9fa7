// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

namespace snippets
{

// Words for the variable that holds the value of a field or a JSON member: "x-request-id" gives
// "request id". None is a keyword or a name that the code has a use for.
QString variableName(const QByteArray &from);

} // namespace snippets
