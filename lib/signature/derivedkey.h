// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "signature/scheme.h"

#include <QByteArrayView>
#include <QString>

namespace signature
{

// The bytes that sign, made from a secret's text by the scheme's steps; wiped when it goes. The
// secret's text must outlive it.
class DerivedKey
{
public:
    DerivedKey(const QList<KeyStep> &steps, QByteArrayView secret);
    ~DerivedKey();
    Q_DISABLE_COPY_MOVE(DerivedKey)

    // An empty key would sign anything: it is not usable.
    bool isUsable() const { return m_usable && !m_bytes.isEmpty(); }
    QByteArrayView bytes() const { return m_bytes; }

private:
    bool apply(const KeyStep &step);
    void keep(QByteArray bytes);

    QByteArrayView m_bytes;
    QByteArray m_own;
    bool m_usable = true;
};

// Whether a secret can be one of the scheme's. An error's `why` says what keeps it from being one:
// "It is not Base64 behind “whsec_”."
core::Status checkSecret(const Scheme &scheme, QByteArrayView secret);

} // namespace signature
