// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/templatechips.h"
#include "signature/catalogue.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;

class TstTemplateChips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsAtEachPart_data();
    void cutsAtEachPart();
    void losesNothing();
    void saysWhatAPartIs_data();
    void saysWhatAPartIs();
};

void TstTemplateChips::cutsAtEachPart_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArrayList>("pieces");
    QTest::newRow("nothing") << QByteArray() << QByteArrayList();
    QTest::newRow("the usual") << QByteArray("{timestamp}.{body}")
                               << QByteArrayList{"{timestamp}", ".", "{body}"};
    QTest::newRow("two parts without a text")
        << QByteArray("{url}{form_sorted}") << QByteArrayList{"{url}", "{form_sorted}"};
    QTest::newRow("an optional group") << QByteArray("a[[&x={query:x}]]{body}")
                                       << QByteArrayList{"a", "[[&x={query:x}]]", "{body}"};
    QTest::newRow("lone brackets") << QByteArray("[a]{body}") << QByteArrayList{"[a]", "{body}"};
    QTest::newRow("not closed") << QByteArray("{body") << QByteArrayList{"{body"};
}

void TstTemplateChips::cutsAtEachPart()
{
    QFETCH(QByteArray, message);
    QTEST(models::chipsOf(message), "pieces");
}

void TstTemplateChips::losesNothing()
{
    for (const signature::Scheme &scheme : signature::allSchemes())
        QCOMPARE(models::chipsOf(scheme.message.text).join(), scheme.message.text);
}

void TstTemplateChips::saysWhatAPartIs_data()
{
    QTest::addColumn<QByteArray>("piece");
    QTest::addColumn<QString>("text");
    QTest::newRow("a source") << QByteArray("{timestamp}") << u"Timestamp"_s;
    QTest::newRow("a header") << QByteArray("{header:X-Id}") << u"Header X-Id"_s;
    QTest::newRow("a filter") << QByteArray("{body|sha256hex}") << u"Body · sha256hex"_s;
    QTest::newRow("a text") << QByteArray(".") << u"“.”"_s;
    QTest::newRow("a space") << QByteArray(" ") << u"“␣”"_s;
    QTest::newRow("a group") << QByteArray("[[{query:x}]]") << u"If there: Query x"_s;
    QTest::newRow("what cannot be read") << QByteArray("{bdy}") << u"{bdy}"_s;
}

void TstTemplateChips::saysWhatAPartIs()
{
    QFETCH(QByteArray, piece);
    QTEST(models::chipText(piece), "text");
}

QTEST_GUILESS_MAIN(TstTemplateChips)
#include "tst_templatechips.moc"
