// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/members.h"

#include "json/scan.h"

#include <QHash>

#include <algorithm>

namespace json
{

namespace
{

// Only the last of a key's repeats, at the first one's place.
void mergeRepeated(const Document &document, QList<Member> &members)
{
    QHash<QByteArray, qsizetype> places;
    QList<Member> merged;
    for (const Member &member : members) {
        if (!document.repeated(member.key)) {
            merged.append(member);
            continue;
        }
        const auto key = unescaped(document.key(member.key));
        if (const auto place = places.constFind(key); place != places.cend()) {
            merged[*place].value = member.value;
        } else {
            places.insert(key, merged.size());
            merged.append(member);
        }
    }
    members = std::move(merged);
}

// An array index (ECMA-262, 6.1.7): "0" or digits without a leading zero, below 2^32 - 1. -1 for
// other keys.
qint64 arrayIndex(const QByteArray &key)
{
    const bool digits = !key.isEmpty() && key.size() <= 10
        && std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || (key.size() > 1 && key.front() == '0'))
        return -1;
    const qint64 index = key.toLongLong();
    return index < 0xFFFFFFFF ? index : -1;
}

bool comesBefore(const QByteArray &a, const QByteArray &b, Order order)
{
    switch (order) {
    case Order::Kept:
        return false;
    case Order::Sorted:
        return a < b;
    case Order::ByLength:
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    case Order::IntegersFirst: {
        const qint64 left = arrayIndex(a);
        const qint64 right = arrayIndex(b);
        return left >= 0 && (right < 0 || left < right);
    }
    }
    Q_UNREACHABLE();
}

void reorder(const Document &document, QList<Member> &members, Order order)
{
    struct Keyed {
        QByteArray key;
        Member member;
    };
    QList<Keyed> keyed;
    keyed.reserve(members.size());
    for (const Member &member : members)
        keyed.append({unescaped(document.key(member.key)), member});
    std::stable_sort(keyed.begin(), keyed.end(), [order](const Keyed &a, const Keyed &b) {
        return comesBefore(a.key, b.key, order);
    });
    std::transform(keyed.cbegin(), keyed.cend(), members.begin(),
                   [](const Keyed &one) { return one.member; });
}

} // namespace

QList<Member> orderedMembers(const Document &document, Document::Node object, const Style &style)
{
    QList<Member> members;
    const auto end = document.after(object);
    for (auto node = object + 1; node < end; node = document.after(node)) {
        if (!style.withoutNulls || document.kind(node) != Kind::Null)
            members.append({node, node});
    }
    if (style.lastOfRepeated && document.repeatsKeys())
        mergeRepeated(document, members);
    if (style.order != Order::Kept && members.size() > 1)
        reorder(document, members, style.order);
    return members;
}

} // namespace json
