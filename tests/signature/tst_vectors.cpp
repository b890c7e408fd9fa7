// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/derivedkey.h"
#include "signature/verifier.h"
#include "support/vectors.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using signature::Freshness;
using signature::Scheme;
using signature::Signature;
using signature::Verdict;

namespace
{

bool isInTime(const Verdict &verdict)
{
    return verdict.freshness == Freshness::Fresh || verdict.freshness == Freshness::NotApplicable;
}

// What a vector's code says of a verdict; without a code: that it is not good.
bool saysSo(const Verdict &verdict, const QString &code, bool timed)
{
    if (code == "MISSING_SIGNATURE"_L1)
        return verdict.signature == Signature::Unsigned;
    if (code == "MALFORMED_SIGNATURE"_L1)
        return verdict.signature == Signature::Malformed;
    if (code == "TIMESTAMP_TOO_OLD"_L1)
        return verdict.freshness == Freshness::Stale;
    if (code == "TIMESTAMP_IN_FUTURE"_L1)
        return verdict.freshness == Freshness::Future;
    if (code == "MISSING_TIMESTAMP"_L1)
        return verdict.freshness == Freshness::Missing;
    if (code == "MALFORMED_TIMESTAMP"_L1)
        return verdict.freshness == Freshness::Malformed;
    if (!code.isEmpty())
        return verdict.signature == Signature::Invalid;
    return verdict.signature != Signature::Verified || (timed && !isInTime(verdict));
}

} // namespace

class TstVectors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agrees_data();
    void agrees();
};

void TstVectors::agrees_data()
{
    QTest::addColumn<QJsonObject>("vector");

    const QList<QJsonObject> all = vectors::all();
    QVERIFY(!all.isEmpty());
    for (const QJsonObject &vector : all)
        QTest::newRow(qPrintable(vector[u"id"].toString())) << vector;
}

void TstVectors::agrees()
{
    QFETCH(QJsonObject, vector);
    const auto scheme = signature::schemeById(vector[u"scheme"].toString());
    QVERIFY(scheme);
    const QString code = vector[u"code"].toString();
    if (code == "MALFORMED_SECRET"_L1) {
        QVERIFY(!signature::checkSecret(*scheme, vectors::secretTexts(vector).constFirst()));
        return;
    }
    const bool timed = vector.contains(u"now");
    const auto receivedAt = qint64(vector[u"now"].toDouble() * 1'000'000);
    const Verdict verdict
        = signature::verify(vectors::requestOf(vector), *scheme, vectors::secretsOf(vector),
                            receivedAt, vectors::contextOf(vector));
    const QString got = u"%1, %2"_s.arg(word(verdict.signature), word(verdict.freshness));
    if (!vector[u"valid"].toBool()) {
        QVERIFY2(saysSo(verdict, code, timed), qPrintable(got));
        return;
    }
    QVERIFY2(verdict.signature == Signature::Verified, qPrintable(got));
    QVERIFY2(!timed || isInTime(verdict), qPrintable(got));
}

QTEST_GUILESS_MAIN(TstVectors)
#include "tst_vectors.moc"
