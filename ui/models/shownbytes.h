// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QString>

namespace models
{

// The one way from wire bytes to text for people: UTF-8, each bad sequence as U+FFFD (as the
// Unicode standard recommends), control, invisible and bidirectional-override characters made
// visible, line ends too: what comes back is one line.
QString shownBytes(QByteArrayView bytes);

// The same for text of many lines: LF and CR LF end a line, tabs stay.
QString shownLines(QByteArrayView bytes);

// The same for text that is decoded already.
QString shownText(const QString &text);
QString shownTextLines(const QString &text);

} // namespace models
