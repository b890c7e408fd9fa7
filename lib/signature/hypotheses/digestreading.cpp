// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/digestreading.h"

#include <QCoreApplication>

#include <algorithm>

namespace signature
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("signature::DigestReading", text);
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isHex(QByteArrayView text)
{
    return text.size() >= 2 * fewestDigestBytes
        && std::all_of(text.begin(), text.end(), isHexDigit);
}

bool isDigestSize(qsizetype size)
{
    return size == 16 || size == 20 || size == 32 || size == 48 || size == 64;
}

// Pairs of digits between dashes, colons or spaces, as .NET's BitConverter and openssl print them.
bool isSeparatedHex(QByteArrayView text)
{
    if (text.size() < 3 * fewestDigestBytes - 1 || text.size() % 3 != 2)
        return false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool separator = at % 3 == 2;
        if (separator ? text[at] != text[2] : !isHexDigit(text[at]))
            return false;
    }
    return text[2] == '-' || text[2] == ':' || text[2] == ' ';
}

QString nameOf(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Hex:
        return tr("hex");
    case Encoding::Base64:
        return tr("Base64");
    case Encoding::Base64Url:
        return tr("Base64 for URLs");
    }
    Q_UNREACHABLE();
}

class Reader
{
public:
    explicit Reader(Encoding expected)
        : m_expected(expected)
    {
    }

    void read(const QByteArray &text)
    {
        if (isHex(text))
            readHex(text);
        else if (isSeparatedHex(text))
            add(QByteArray::fromHex(text), Cause::Digest,
                tr("the value is read as hex with separators"));
        else if (text.startsWith("0x") && isHex(QByteArrayView(text).sliced(2)))
            add(QByteArray::fromHex(text.sliced(2)), Cause::SignatureFormat,
                tr("the value is read without “0x”"));
        // Sixteen bytes and more in hex are hardly ever Base64 as well.
        if (m_readings.isEmpty() || !isDigestSize(m_readings.first().digest.size()))
            readBase64(text);
    }

    QList<DigestReading> readings() && { return std::move(m_readings); }

private:
    void add(const QByteArray &digest, std::optional<Cause> cause, const QString &clause)
    {
        if (digest.size() >= fewestDigestBytes)
            m_readings.append({digest, cause, cause ? clause : QString()});
    }

    void addAs(Encoding encoding, const QByteArray &digest, std::optional<Cause> cause)
    {
        add(digest, cause,
            tr("the value is written in %1, not in %2").arg(nameOf(encoding), nameOf(m_expected)));
        if (isHex(digest))
            add(QByteArray::fromHex(digest), Cause::Digest,
                tr("the value is the digest's hex text encoded in %1 once more")
                    .arg(nameOf(encoding)));
    }

    void readHex(const QByteArray &text)
    {
        const QByteArray whole = text.size() % 2 == 0 ? text : text.chopped(1);
        addAs(Encoding::Hex, QByteArray::fromHex(whole),
              m_expected == Encoding::Hex ? std::nullopt : std::optional(Cause::Digest));
    }

    void readBase64(const QByteArray &text)
    {
        QByteArray bare = text;
        while (bare.endsWith('='))
            bare.chop(1);
        const bool forUrls = bare.contains('-') || bare.contains('_');
        const auto alphabet = forUrls ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding;
        // A single character left over holds no byte: the text is cut off there.
        const QByteArray whole = bare.size() % 4 == 1 ? bare.chopped(1) : bare;
        const auto decoded = QByteArray::fromBase64Encoding(
            whole, alphabet | QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return;
        const QByteArray &digest = decoded.decoded;
        const auto encoding = forUrls ? Encoding::Base64Url : Encoding::Base64;
        if (m_expected == Encoding::Hex || (forUrls && m_expected == Encoding::Base64))
            return addAs(encoding, digest, Cause::Digest);
        readExpectedBase64(text, whole, digest, forUrls);
    }

    void readExpectedBase64(const QByteArray &text, const QByteArray &bare,
                            const QByteArray &digest, bool forUrls)
    {
        const QByteArray standard = digest.toBase64();
        const QByteArray urls
            = digest.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        if (m_expected == Encoding::Base64 && text == standard)
            return addAs(Encoding::Base64, digest, {});
        if (m_expected == Encoding::Base64Url && text == urls)
            return addAs(Encoding::Base64Url, digest, {});
        QByteArray canonical = m_expected == Encoding::Base64 ? standard : urls;
        while (canonical.endsWith('='))
            canonical.chop(1);
        if (bare == canonical)
            add(digest, Cause::Digest,
                m_expected == Encoding::Base64 ? tr("the value has its padding “=” at its end")
                                               : tr("the value has no padding “=” at its end"));
        else if (m_expected == Encoding::Base64Url && !forUrls)
            add(digest, Cause::Digest,
                tr("the value is written in Base64, not in Base64 for URLs"));
        else
            add(digest, Cause::SignatureFormat,
                tr("the value's Base64 is read although it is not in its canonical form"));
    }

    Encoding m_expected;
    QList<DigestReading> m_readings;
};

} // namespace

QList<DigestReading> digestReadings(const QByteArray &text, Encoding expected)
{
    Reader reader(expected);
    reader.read(text);
    return std::move(reader).readings();
}

QList<DigestPrint> oddPrints(QByteArrayView digest)
{
    const QByteArray bytes = QByteArray::fromRawData(digest.data(), digest.size());
    const QByteArray base64 = bytes.toBase64();
    QByteArray unpadded;
    for (const char c : bytes)
        unpadded += QByteArray::number(uchar(c), 16);
    QByteArray number = bytes.toHex();
    while (number.startsWith('0'))
        number = number.sliced(1);
    return {
        {Cause::SignatureFormat, tr("the value has lost its capitals"), base64.toLower()},
        {Cause::SignatureFormat, tr("the value is all in capitals"), base64.toUpper()},
        {Cause::SignatureFormat, tr("each byte of the value is in hex without its leading zero"),
         unpadded},
        {Cause::SignatureFormat, tr("the value is in hex as a number, without leading zeros"),
         number},
    };
}

} // namespace signature
