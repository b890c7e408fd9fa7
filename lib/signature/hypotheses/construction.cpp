// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/construction.h"

#include <QCoreApplication>

namespace signature
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("signature::Construction", text);
}

} // namespace

Digest compute(Construction construction, Hash hash, QByteArrayView key, QByteArrayView text)
{
    const std::array<QByteArrayView, 2> keyFirst{key, text};
    const std::array<QByteArrayView, 2> textFirst{text, key};
    switch (construction) {
    case Construction::Hmac:
        return hmac(hash, key, {text});
    case Construction::KeyThenText:
        return digest(hash, ByteViews(keyFirst));
    case Construction::TextThenKey:
        return digest(hash, ByteViews(textFirst));
    case Construction::TextAlone:
        return digest(hash, text);
    case Construction::Swapped:
        return text.isEmpty() ? hmac(hash, QByteArrayView("\0", 1), {key})
                              : hmac(hash, text, {key});
    }
    Q_UNREACHABLE();
}

QString clause(Construction construction)
{
    switch (construction) {
    case Construction::Hmac:
        return tr("the value is an HMAC");
    case Construction::KeyThenText:
        return tr("the value is a plain digest of the secret and the text, not an HMAC");
    case Construction::TextThenKey:
        return tr("the value is a plain digest of the text and the secret, not an HMAC");
    case Construction::TextAlone:
        return tr("the value is a plain digest of the text, without any secret");
    case Construction::Swapped:
        return tr("secret and text have changed places in the HMAC");
    }
    Q_UNREACHABLE();
}

} // namespace signature
