// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/secretinput.h"

#include "signature/pastedtext.h"

#include <QLocale>

#include <openssl/crypto.h>

#include <algorithm>

namespace signature
{
namespace
{

constexpr qsizetype shortestUsual = 12;

class Oddity
{
    Q_DECLARE_TR_FUNCTIONS(signature::SecretInput)

public:
    // Why this hardly is a key, without quoting it; empty: nothing odd.
    static QString describe(QByteArrayView bytes)
    {
        if (bytes.startsWith("https://") || bytes.startsWith("http://"))
            return warning(tr("It is an address."));
        if (bytes.startsWith("-----BEGIN"))
            return warning(tr("It is a certificate or key file."));
        const auto count = std::count_if(bytes.begin(), bytes.end(), startsCharacter);
        const QByteArrayView inner = bytes.trimmed();
        const bool spaces = std::any_of(inner.begin(), inner.end(), isSpace);
        const bool size = count < shortestUsual || bytes.size() > longestSecret;
        if (spaces && size)
            return warning(tr("It has spaces inside and %1 characters.").arg(number(count)));
        if (spaces)
            return warning(tr("It has spaces inside."));
        if (inner.size() < bytes.size())
            return warning(spaceAround(bytes));
        if (size)
            return warning(count == 1 ? tr("It has 1 character.")
                                      : tr("It has %1 characters.").arg(number(count)));
        return {};
    }

    static QString severalNames() { return warning(tr("It has several lines with a name each.")); }

private:
    static QString spaceAround(QByteArrayView bytes)
    {
        if (!isSpace(bytes.front()))
            return tr("It ends with white space.");
        return isSpace(bytes.back()) ? tr("It begins and ends with white space.")
                                     : tr("It begins with white space.");
    }
    static bool startsCharacter(char c) { return (c & 0xC0) != 0x80; } // of UTF-8
    static bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
    static QString number(qsizetype n) { return QLocale().toString(n); }
    static QString warning(const QString &reason)
    {
        return tr("That does not look like a signing secret. %1").arg(reason);
    }
};

} // namespace

SecretInput fromPaste(QByteArray &text)
{
    PastedText pasted(text);
    pasted.takeSpace();
    pasted.takeInvisible();
    pasted.takeName();
    if (pasted.takeQuotes())
        pasted.takeSpace();
    SecretInput input;
    const bool several = pasted.holdsSeveralNames();
    input.bytes = several ? pasted.copy() : pasted.joined();
    input.removed = pasted.removed();
    if (!input.bytes.isEmpty())
        input.warning = several ? Oddity::severalNames() : Oddity::describe(input.bytes);
    wipe(text);
    return input;
}

SecretInput fromFile(QByteArray &contents)
{
    PastedText held(contents);
    held.takeFinalBreaks(1);
    SecretInput input;
    input.bytes = held.copy();
    input.removed = held.removed();
    if (!input.bytes.isEmpty())
        input.warning = Oddity::describe(input.bytes);
    wipe(contents);
    return input;
}

// A shared buffer is written on purpose: every copy holds the same key. A literal cannot be.
void wipe(QByteArray &bytes)
{
    if (bytes.data_ptr().isMutable())
        OPENSSL_cleanse(const_cast<char *>(bytes.constData()), size_t(bytes.size()));
    bytes.clear();
}

void wipe(QString &text)
{
    if (text.data_ptr().isMutable())
        OPENSSL_cleanse(const_cast<QChar *>(text.constData()), size_t(text.size()) * sizeof(QChar));
    text.clear();
}

} // namespace signature
