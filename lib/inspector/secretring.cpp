// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/secretring.h"

#include <algorithm>

namespace inspector
{

const signature::Secrets &SecretRing::of(const QString &endpoint) const
{
    static const signature::Secrets none;
    const auto found = m_secrets.constFind(endpoint);
    return found == m_secrets.constEnd() ? none : *found;
}

signature::SecretPtr SecretRing::find(const QString &endpoint, const QString &label) const
{
    for (const signature::SecretPtr &secret : of(endpoint)) {
        if (secret->label() == label)
            return secret;
    }
    return {};
}

QList<SecretFacts> SecretRing::facts() const
{
    QList<SecretFacts> facts;
    for (auto endpoint = m_secrets.cbegin(); endpoint != m_secrets.cend(); ++endpoint) {
        for (const signature::SecretPtr &secret : *endpoint)
            facts.append({.endpoint = endpoint.key(),
                          .label = secret->label(),
                          .lastFour = secret->lastFour(),
                          .remembered = remembered(endpoint.key(), secret->label())});
    }
    std::sort(facts.begin(), facts.end(), [](const SecretFacts &a, const SecretFacts &b) {
        return std::tie(a.endpoint, a.label) < std::tie(b.endpoint, b.label);
    });
    return facts;
}

void SecretRing::add(const QString &endpoint, const signature::SecretPtr &secret)
{
    remove(endpoint, secret->label());
    m_secrets[endpoint].push_back(secret);
}

void SecretRing::remove(const QString &endpoint, const QString &label)
{
    const auto found = m_secrets.find(endpoint);
    if (found != m_secrets.end())
        std::erase_if(*found, [&](const auto &secret) { return secret->label() == label; });
}

bool SecretRing::remembered(const QString &endpoint, const QString &label) const
{
    return m_remembered.contains(KeychainEntry{endpoint, label});
}

void SecretRing::setRemembered(const QString &endpoint, const QString &label, bool remembered)
{
    m_remembered.removeAll(KeychainEntry{endpoint, label});
    if (remembered)
        m_remembered.append({endpoint, label});
}

void SecretRing::clear()
{
    m_secrets.clear();
    m_remembered.clear();
}

} // namespace inspector
