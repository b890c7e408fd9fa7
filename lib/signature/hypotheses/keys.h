// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/hypotheses/variant.h"
#include "signature/scheme.h"
#include "signature/secret.h"

#include <QList>

#include <optional>
#include <vector>

namespace signature
{

// Bytes that may have been used as the key.
struct Key {
    QByteArray bytes;
    QString label; // of the secret it is made from
    QList<Cause> causes; // none: as the scheme makes it
    int rank = 1;
    QStringList clauses; // complete "it fits if …", one a cause
    std::optional<QByteArray> text; // of the secret, where another text than the stored one fits
};

// All of them, the commonest first. Wiped when it goes.
class Keys
{
public:
    Keys(const Scheme &scheme, const Secrets &own, const Secrets &others);
    ~Keys();
    Q_DISABLE_COPY_MOVE(Keys)

    const std::vector<Key> &usual() const { return m_usual; } // one a secret of the endpoint
    const std::vector<Key> &changed() const { return m_changed; }

private:
    void addOwn(const SecretPtr &secret);
    void addReadings(const QString &label, const QByteArray &text, const Variant *changed);
    void addOther(const SecretPtr &secret);
    void addUnset();
    void add(Key key);

    const Scheme &m_scheme;
    std::vector<Key> m_usual;
    std::vector<Key> m_changed;
    std::vector<size_t> m_seen;
};

} // namespace signature
