// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/verifiedbefore.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::DeliveryRows;
using models::verifiedBefore;
using signature::Signature;

class TstVerifiedBefore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void looksAtThoseBeforeOfTheSameEndpoint();
    void passesOverWhatWasJudgedAgain();
    void knowsNothingOfOthers();

private:
    void add(const QString &endpoint, Signature signature, const QString &secret = {},
             bool test = false);

    DeliveryRows m_rows;
};

void TstVerifiedBefore::add(const QString &endpoint, Signature signature, const QString &secret,
                            bool test)
{
    m_rows.append({.id = m_rows.lastId() + 1,
                   .endpoint = endpoint,
                   .secret = secret,
                   .signature = signature,
                   .test = test});
}

void TstVerifiedBefore::init()
{
    m_rows = DeliveryRows();
    add(u"/"_s, Signature::Verified, u"old"_s);
    add(u"/"_s, Signature::Invalid);
    add(u"/"_s, Signature::Verified, u"Dev store"_s);
    add(u"/other"_s, Signature::Verified, u"elsewhere"_s);
    add(u"/"_s, Signature::Verified, u"own test"_s, true);
    add(u"/"_s, Signature::Invalid);
}

void TstVerifiedBefore::looksAtThoseBeforeOfTheSameEndpoint()
{
    QCOMPARE(verifiedBefore(m_rows, 1), QString());
    QCOMPARE(verifiedBefore(m_rows, 2), u"old"_s);
    QCOMPARE(verifiedBefore(m_rows, 4), QString());
    QCOMPARE(verifiedBefore(m_rows, 6), u"Dev store"_s);
}

void TstVerifiedBefore::passesOverWhatWasJudgedAgain()
{
    m_rows.setVerdict(2, {.signature = Signature::NoSecret});
    QCOMPARE(verifiedBefore(m_rows, 6), u"old"_s);
}

void TstVerifiedBefore::knowsNothingOfOthers() { QCOMPARE(verifiedBefore(m_rows, 7), QString()); }

QTEST_GUILESS_MAIN(TstVerifiedBefore)
#include "tst_verifiedbefore.moc"
