// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/derivedkey.h"

#include "signature/mac.h"
#include "signature/publickey.h"
#include "signature/secretinput.h"

#include <QCoreApplication>

#include <algorithm>

namespace signature
{

namespace
{

// Padding may be left out, as the libraries of most senders allow; nothing else may be odd.
std::optional<QByteArray> keyFromBase64(QByteArrayView text)
{
    const auto all = QByteArray::fromRawData(text.data(), text.size());
    const qsizetype padding = text.endsWith("==") ? 2 : text.endsWith('=') ? 1 : 0;
    if ((padding > 0 && text.size() % 4 != 0) || (text.size() - padding) % 4 == 1)
        return {};
    auto result = QByteArray::fromBase64Encoding(all, QByteArray::AbortOnBase64DecodingErrors);
    return result ? std::optional(std::move(*result)) : std::nullopt;
}

std::optional<QByteArray> keyFromHex(QByteArrayView text)
{
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) {
        const char letter = char(c | 0x20);
        return (c >= '0' && c <= '9') || (letter >= 'a' && letter <= 'f');
    });
    if (!digits || text.size() % 2 != 0)
        return {};
    return QByteArray::fromHex(QByteArray::fromRawData(text.data(), text.size()));
}

QByteArray decomposed(QByteArrayView text)
{
    QString all = QString::fromUtf8(text);
    QString normal = all.normalized(QString::NormalizationForm_KD);
    QByteArray bytes = normal.toUtf8();
    wipe(all);
    wipe(normal);
    return bytes;
}

} // namespace

DerivedKey::DerivedKey(const QList<KeyStep> &steps, QByteArrayView secret)
    : m_bytes(secret)
{
    for (const KeyStep &step : steps) {
        m_usable = m_usable && apply(step);
    }
}

DerivedKey::~DerivedKey() { wipe(m_own); }

bool DerivedKey::apply(const KeyStep &step)
{
    using Kind = KeyStep::Kind;
    switch (step.kind) {
    case Kind::Utf8:
        return true;
    case Kind::StripPrefix:
        if (m_bytes.startsWith(step.text))
            m_bytes = m_bytes.sliced(step.text.size());
        return true;
    case Kind::Base64Behind:
        if (!m_bytes.startsWith(step.text))
            return true;
        m_bytes = m_bytes.sliced(step.text.size());
        return apply({.kind = Kind::Base64});
    case Kind::Suffix: {
        QByteArray longer;
        longer.reserve(m_bytes.size() + step.text.size());
        longer.append(m_bytes).append(step.text);
        keep(std::move(longer));
        return true;
    }
    case Kind::Nfkd:
        keep(decomposed(m_bytes));
        return true;
    case Kind::Sha1:
        keep(digest(Hash::Sha1, m_bytes).view().toByteArray());
        return true;
    case Kind::Base64:
    case Kind::Hex: {
        auto bytes = step.kind == Kind::Hex ? keyFromHex(m_bytes) : keyFromBase64(m_bytes);
        if (bytes)
            keep(std::move(*bytes));
        return bytes.has_value();
    }
    }
    Q_UNREACHABLE();
}

void DerivedKey::keep(QByteArray bytes)
{
    wipe(m_own);
    m_own = std::move(bytes);
    m_bytes = m_own;
}

namespace
{

class SecretCheck
{
    Q_DECLARE_TR_FUNCTIONS(signature::SecretCheck)

public:
    // What keeps it from being a secret of the scheme; empty: nothing.
    static QString fault(const Scheme &scheme, QByteArrayView secret)
    {
        if (secret.isEmpty())
            return tr("It is empty.");
        if (scheme.keyFormat)
            return publicKeyFault(scheme, secret);
        if (scheme.type == Type::Basic && !secret.contains(':'))
            return tr("A user name, a colon and a password are expected.");
        // Step by step: a suffix would hide that nothing stands in front of it.
        for (qsizetype count = 1; count <= scheme.key.size(); ++count) {
            const KeyStep &last = scheme.key[count - 1];
            const DerivedKey key(scheme.key.first(count), secret);
            if (!key.isUsable())
                return whatIsWrong(scheme, last, secret);
        }
        return {};
    }

private:
    static QString publicKeyFault(const Scheme &scheme, QByteArrayView secret)
    {
        switch (readPublicKeys(scheme, secret).fault) {
        case KeyFault::None:
            return {};
        case KeyFault::Unreadable:
            return tr("It is no public key that can be read.");
        case KeyFault::Private:
            return tr("It is a private key. The sender's public key is expected.");
        case KeyFault::OtherKind:
            return tr("It is a public key of another kind.");
        }
        Q_UNREACHABLE();
    }

    static QString whatIsWrong(const Scheme &scheme, const KeyStep &step, QByteArrayView secret)
    {
        const bool space = std::any_of(secret.begin(), secret.end(),
                                       [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
        QByteArray prefix;
        for (const KeyStep &other : scheme.key) {
            const bool strips = other.kind == KeyStep::Kind::StripPrefix
                || other.kind == KeyStep::Kind::Base64Behind;
            if (strips && secret.startsWith(other.text))
                prefix = other.text;
        }
        if (prefix.size() == secret.size())
            return tr("Nothing stands behind “%1”.").arg(QString::fromUtf8(prefix));
        if (space)
            return tr("It has white space or a line break in it.");
        if (step.kind == KeyStep::Kind::Hex)
            return tr("It is not hexadecimal.");
        return prefix.isEmpty()
            ? tr("It is not Base64.")
            : tr("It is not Base64 behind “%1”.").arg(QString::fromUtf8(prefix));
    }
};

} // namespace

core::Status checkSecret(const Scheme &scheme, QByteArrayView secret)
{
    const QString fault = SecretCheck::fault(scheme, secret);
    if (fault.isEmpty())
        return core::Done();
    return core::Error{
        core::ErrorKind::Usage,
        QCoreApplication::translate("signature::SecretCheck", "This is no secret of %1.")
            .arg(scheme.name),
        fault};
}

} // namespace signature
