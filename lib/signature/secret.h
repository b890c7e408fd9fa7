// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <vector>

namespace signature
{

// A labelled signing key. It owns its one buffer, is never copied, and wipes it when it goes.
class Secret
{
public:
    // Takes the bytes and overwrites the caller's buffer (OPENSSL_cleanse).
    static std::shared_ptr<const Secret> take(QString label, QByteArray &bytes);
    ~Secret();
    Q_DISABLE_COPY_MOVE(Secret)

    const QString &label() const { return m_label; }
    QByteArrayView bytes() const { return {m_bytes.data(), qsizetype(m_bytes.size())}; }

    // The last four characters for people; empty when the secret is shorter than twelve.
    QString lastFour() const;

private:
    Secret(QString label, std::vector<char> bytes);

    QString m_label;
    std::vector<char> m_bytes;
};

using SecretPtr = std::shared_ptr<const Secret>;
using Secrets = std::vector<SecretPtr>;

} // namespace signature
