// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/keys.h"

#include "signature/derivedkey.h"
#include "signature/hypotheses/secretvariants.h"
#include "signature/secretinput.h"

#include <QCoreApplication>

#include <algorithm>

namespace signature
{

namespace
{

constexpr int seldom = 3;

QByteArray copyOf(QByteArrayView bytes) { return QByteArray(bytes.data(), bytes.size()); }

// A buffer that is shared with nothing, so that wiping it wipes nothing else.
std::optional<QByteArray> own(const Variant &variant, const QByteArray &text)
{
    auto changed = variant.change(text);
    if (!changed)
        return {};
    QByteArray copy = copyOf(*changed);
    if (changed->constData() != text.constData())
        wipe(*changed);
    return copy;
}

// As the scheme makes it; nothing where the text cannot be one of its secrets.
std::optional<QByteArray> keyFrom(const Scheme &scheme, QByteArrayView text)
{
    const DerivedKey key(scheme.key, text);
    if (!key.isUsable())
        return {};
    return copyOf(key.bytes());
}

} // namespace

Keys::Keys(const Scheme &scheme, const Secrets &own, const Secrets &others)
    : m_scheme(scheme)
{
    for (const SecretPtr &secret : own) {
        if (!secret || secret->bytes().isEmpty())
            continue;
        QByteArray text = copyOf(secret->bytes());
        if (auto bytes = keyFrom(m_scheme, text)) {
            m_seen.push_back(qHash(*bytes));
            m_usual.push_back({.bytes = std::move(*bytes), .label = secret->label()});
        }
        wipe(text);
    }
    for (const SecretPtr &secret : own) {
        if (secret && !secret->bytes().isEmpty())
            addOwn(secret);
    }
    for (const SecretPtr &secret : others) {
        if (secret && !secret->bytes().isEmpty())
            addOther(secret);
    }
    addUnset();
    std::stable_sort(m_changed.begin(), m_changed.end(),
                     [](const Key &a, const Key &b) { return a.rank < b.rank; });
}

Keys::~Keys()
{
    for (auto *keys : {&m_usual, &m_changed}) {
        for (Key &key : *keys) {
            wipe(key.bytes);
            if (key.text)
                wipe(*key.text);
        }
    }
}

// What was around the text comes first: another reading may pass over it in silence.
void Keys::addOwn(const SecretPtr &secret)
{
    static const Variants texts = secretTextVariants();
    QByteArray stored = copyOf(secret->bytes());
    for (const Variant &variant : texts) {
        auto text = own(variant, stored);
        if (!text || *text == stored || text->isEmpty())
            continue;
        Key key{.label = secret->label(),
                .causes = {variant.cause},
                .rank = variant.rank,
                .clauses = {variant.clause},
                .text = copyOf(*text)};
        if (auto bytes = keyFrom(m_scheme, *text)) {
            key.bytes = std::move(*bytes);
            add(std::move(key));
        }
        wipe(*text);
    }
    addReadings(secret->label(), stored, nullptr);
    for (const Variant &variant : texts) {
        auto text = own(variant, stored);
        if (text && *text != stored)
            addReadings(secret->label(), *text, &variant);
        if (text)
            wipe(*text);
    }
    wipe(stored);
}

// `changed`: how the text came about, when it is not the stored one.
void Keys::addReadings(const QString &label, const QByteArray &text, const Variant *changed)
{
    static const Variants readings = keyVariants();
    for (const Variant &reading : readings) {
        if (changed && changed->rank + reading.rank > seldom)
            continue;
        auto bytes = own(reading, text);
        if (!bytes)
            continue;
        Key key{.bytes = std::move(*bytes),
                .label = label,
                .causes = {reading.cause},
                .rank = changed ? seldom : reading.rank,
                .clauses = {reading.clause}};
        if (changed) {
            key.causes.prepend(changed->cause);
            key.clauses.prepend(changed->clause);
        }
        add(std::move(key));
    }
}

void Keys::addOther(const SecretPtr &secret)
{
    QByteArray text = copyOf(secret->bytes());
    const QString clause
        = QCoreApplication::translate("signature::Keys", "another stored secret is used, “%1”");
    if (auto bytes = keyFrom(m_scheme, text))
        add({std::move(*bytes),
             secret->label(),
             {Cause::OtherSecret},
             1,
             {clause.arg(secret->label())}});
    wipe(text);
}

void Keys::addUnset()
{
    for (const Variant &variant : unsetSecretVariants()) {
        QByteArray bytes = *variant.change({});
        // HMAC fills a key up with zero bytes (RFC 2104, 2), so this one is as good as none.
        if (bytes.isEmpty())
            bytes = QByteArray(1, '\0');
        add({bytes, {}, {variant.cause}, variant.rank, {variant.clause}});
    }
}

// Each key once, under its first name.
void Keys::add(Key key)
{
    const size_t hash = qHash(key.bytes);
    if (std::find(m_seen.begin(), m_seen.end(), hash) != m_seen.end()) {
        wipe(key.bytes);
        if (key.text)
            wipe(*key.text);
        return;
    }
    m_seen.push_back(hash);
    m_changed.push_back(std::move(key));
}

} // namespace signature
