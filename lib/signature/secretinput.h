// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QStringList>

namespace signature
{

// In bytes; far above any provider's key.
constexpr qsizetype longestSecret = 4096;

// A key as it was meant, without what copying put around it.
struct SecretInput {
    QByteArray bytes; // empty: nothing was left
    QStringList removed; // sentences: "Line break at the end was removed."
    QString warning; // a sentence when this hardly is a key; usually empty
};

// What was typed or pasted. Takes off surrounding space, line breaks (wrapped lines are joined),
// quotes and a NAME= in front. Overwrites the caller's buffer.
SecretInput fromPaste(QByteArray &text);

// What a file holds: only final line breaks go, and the first of them without a word. Overwrites
// the caller's buffer.
SecretInput fromFile(QByteArray &contents);

// Overwrites the characters, in copies that share them too, and leaves the value empty.
void wipe(QByteArray &bytes);
void wipe(QString &text);

} // namespace signature
