// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayList>
#include <QString>

namespace models
{

// The pieces of a message template, each a chip: "{timestamp}", ".", "[[&x={query:x}]]". Joined
// they are the template again, also where that cannot be read.
QByteArrayList chipsOf(const QByteArray &message);

// What a piece stands for, in words: "Timestamp", "“.”", "Header X-Id".
QString chipText(const QByteArray &piece);

} // namespace models
