// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/scheme.h"

#include <QByteArrayView>

#include <array>
#include <initializer_list>
#include <span>

namespace signature
{

// The bytes of a digest; of any of the hashes.
class Digest
{
public:
    static constexpr size_t largest = 64;

    Digest() = default;
    explicit Digest(size_t size)
        : m_size(size)
    {
    }

    uchar *data() { return m_bytes.data(); }
    const uchar *data() const { return m_bytes.data(); }
    size_t size() const { return m_size; }
    uchar &operator[](size_t i) { return m_bytes[i]; }
    QByteArrayView view() const { return {m_bytes.data(), qsizetype(m_size)}; }

private:
    std::array<uchar, largest> m_bytes{};
    size_t m_size = 0;
};

using ByteViews = std::span<const QByteArrayView>;

size_t digestSize(Hash hash); // in bytes

// Over the pieces as if they stood in one row. The key must not be empty.
Digest hmac(Hash hash, QByteArrayView key, ByteViews pieces);
Digest hmac(Hash hash, QByteArrayView key, std::initializer_list<QByteArrayView> pieces);

// An HMAC leaves no key behind. A thread that computes many under one key may keep its last one
// from here on, since to set a key up costs more than a short text: until it is told to forget it,
// or to keep keys again, which it must be as soon as a secret goes.
void keepKeys();
void forgetKeys();

// A digest without a key.
Digest digest(Hash hash, ByteViews pieces);
Digest digest(Hash hash, QByteArrayView text);

// In constant time for texts of one length; the length itself is no secret.
bool sameBytes(QByteArrayView a, QByteArrayView b);
bool sameDigest(const Digest &a, const Digest &b);

} // namespace signature
