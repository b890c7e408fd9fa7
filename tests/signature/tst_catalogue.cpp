// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;

class TstCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsSmile();
    void knowsNoOther_data();
    void knowsNoOther();
};

void TstCatalogue::knowsSmile()
{
    const auto scheme = signature::schemeById(u"smile");
    QVERIFY(scheme.has_value());
    QCOMPARE(scheme->id, u"smile"_s);
    QCOMPARE(scheme->name, u"Smile.io"_s);
    QCOMPARE(signature::signatureHeader(*scheme), QByteArray("Smile-Signature"));
    QCOMPARE(signature::timestampHeader(*scheme), QByteArray("Smile-Timestamp"));
    QCOMPARE(scheme->time->tolerance.value_or(0), qint64(300));
}

void TstCatalogue::knowsNoOther_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("nothing") << QString();
    QTest::newRow("another case") << u"Smile"_s;
    QTest::newRow("a longer one") << u"smile2"_s;
}

void TstCatalogue::knowsNoOther()
{
    QFETCH(QString, id);
    QVERIFY(!signature::schemeById(id));
}

QTEST_GUILESS_MAIN(TstCatalogue)
#include "tst_catalogue.moc"
