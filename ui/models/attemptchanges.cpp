// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/attemptchanges.h"

#include "models/fieldscomparison.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace models
{

using namespace Qt::Literals::StringLiterals;
using capture::Attempt;
using capture::Delivery;

namespace
{

constexpr qsizetype largestRead = 512LL * 1024; // bytes of a body whose members are told
constexpr qsizetype mostTold = 12;

QString tr(const char *text) { return QCoreApplication::translate("models::AttemptModel", text); }

bool isAmong(const QByteArrayList &names, const QByteArray &name)
{
    return std::any_of(names.begin(), names.end(),
                       [&name](const QByteArray &one) { return http::sameName(one, name); });
}

Delivery toCompare(const Delivery &received, const http::Request &request,
                   const QByteArrayList &unsaid)
{
    Delivery delivery = received;
    delivery.request = request;
    delivery.request.target = received.request.target;
    delivery.request.fields.removeIf(
        [&unsaid](const http::Field &field) { return isAmong(unsaid, field.name); });
    return delivery;
}

// "points_balance" of "$.data.customer.points_balance"; the text's own name where all of it
// differs.
QString lastName(const QString &place)
{
    if (!place.startsWith(u'$'))
        return place;
    if (place.size() == 1)
        return tr("Body");
    const qsizetype from
        = place.endsWith("\"]"_L1) ? place.lastIndexOf("[\""_L1) : place.lastIndexOf(u'.') + 1;
    return place.sliced(std::max<qsizetype>(from, 1));
}

} // namespace

QByteArray sentBody(const Delivery &received, const Attempt &attempt)
{
    const QByteArray own = attempt.request ? attempt.request->body : QByteArray();
    const bool same = own.isEmpty()
        && (attempt.bodyDigest.isEmpty()
            || attempt.bodyDigest
                == QCryptographicHash::hash(received.request.body, QCryptographicHash::Sha256));
    return same ? received.request.body : own;
}

QString changesText(const Delivery &received, const QByteArrayList &unsaid, const Attempt &attempt)
{
    if (!attempt.request)
        return tr("none");
    http::Request request = *attempt.request;
    request.body = sentBody(received, attempt);
    Delivery left = toCompare(received, received.request, unsaid);
    Delivery right = toCompare(received, request, unsaid);
    QStringList names;
    if (std::max(left.request.body.size(), right.request.body.size()) > largestRead) {
        if (left.request.body != right.request.body)
            names += tr("Body");
        right.request.body = left.request.body;
    }
    const Comparison comparison = compareFields(left, right, {});
    for (const ComparedRow &row : comparison.rows)
        names += lastName(row.cells.constFirst());
    names.removeDuplicates();
    if (names.isEmpty())
        return tr("none");
    if (names.size() > mostTold)
        names = names.first(mostTold) << u"…"_s;
    return names.join(u", "_s);
}

} // namespace models
