// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/secret.h"

#include <openssl/crypto.h>

namespace signature
{

Secret::Secret(QString label, std::vector<char> bytes)
    : m_label(std::move(label))
    , m_bytes(std::move(bytes))
{
}

std::shared_ptr<const Secret> Secret::take(QString label, QByteArray &bytes)
{
    // The vector gets its final size at once: growing would leave copies behind.
    std::vector<char> kept(bytes.cbegin(), bytes.cend());
    // Through constData(): data() would detach a shared buffer and wipe only the copy. What is not
    // mutable is a literal of the program.
    if (bytes.data_ptr().isMutable())
        OPENSSL_cleanse(const_cast<char *>(bytes.constData()), size_t(bytes.size()));
    bytes.clear();
    return std::shared_ptr<const Secret>(new Secret(std::move(label), std::move(kept)));
}

Secret::~Secret() { OPENSSL_cleanse(m_bytes.data(), m_bytes.size()); }

QString Secret::lastFour() const
{
    const QString text = QString::fromUtf8(bytes());
    return text.size() < 12 ? QString() : text.last(4);
}

} // namespace signature
