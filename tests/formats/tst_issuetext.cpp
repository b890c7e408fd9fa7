// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/issuetext.h"
#include "support/builders.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TstIssueText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatArrivedAndHowItWasJudged();
    void masksWhatStrangersMustNotSee_data();
    void masksWhatStrangersMustNotSee();
    void staysInsideItsBlocks_data();
    void staysInsideItsBlocks();
    void cutsALongBodyBetweenCharacters();
    void saysThatABodyIsNoText();
    void saysThatABodyIsLeftOut();
    void saysThatThereIsNoBody();
};

static QByteArray textOf(const capture::Delivery &delivery)
{
    return formats::issueText({.delivery = builders::stored(delivery)}, {});
}

// Any text may be one, and is looked through.
static capture::Delivery formOf(const QByteArray &body)
{
    capture::Delivery delivery = builders::delivery(body);
    delivery.request.fields.append(
        http::Field{"Content-Type", "application/x-www-form-urlencoded"});
    return delivery;
}

void TstIssueText::saysWhatArrivedAndHowItWasJudged()
{
    capture::Delivery delivery = builders::delivery();
    delivery.id = 17;
    const QByteArray text = formats::issueText(
        {.delivery = builders::stored(delivery), .answer = capture::Answer{.status = 200}}, {});
    for (const QByteArray piece :
         {"**Webhook 17**", "- Received: 2026-11-23T10:00:00.000000Z", "- Topic: `ping`",
          "- Signature: verified", "- Freshness: fresh, 1 s", "- Answered: 200 after",
          "```http\nPOST / HTTP/1.1\nHost: localhost:8443\n",
          "```json\n{\"topic\":\"ping\"}\n```\n"})
        QVERIFY2(text.contains(piece), (text + "\n--- has no ---\n" + piece).constData());
}

void TstIssueText::masksWhatStrangersMustNotSee_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("hidden");
    QTest::newRow("signature") << QByteArray("Smile-Signature") << QByteArray("c2lnbmF0dXJl");
    QTest::newRow("credentials") << QByteArray("Authorization") << QByteArray("Bearer abcdef");
    QTest::newRow("cookie") << QByteArray("Cookie") << QByteArray("session=abcdef");
    QTest::newRow("address") << QByteArray("From") << QByteArray("maya@example.com");
}

void TstIssueText::masksWhatStrangersMustNotSee()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, hidden);
    capture::Delivery delivery
        = builders::delivery(R"({"email":"maya@example.com","first_name":"Maya"})");
    delivery.request.fields += http::Fields{{header, hidden}};
    const QByteArray text = textOf(delivery);
    QVERIFY(text.contains(header + ": "));
    QVERIFY2(!text.contains(hidden), text.constData());
    QVERIFY2(!text.contains("Maya"), text.constData());
}

void TstIssueText::staysInsideItsBlocks_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a fence") << QByteArray("```\n# no heading\n```");
    QTest::newRow("a longer fence") << QByteArray("`````\nx");
    QTest::newRow("a lone carriage return") << QByteArray("a\r```\rb");
}

void TstIssueText::staysInsideItsBlocks()
{
    QFETCH(QByteArray, body);
    QByteArrayList lines = textOf(formOf(body)).split('\n');
    QByteArray fence;
    QByteArrayList outside;
    for (const QByteArray &line : lines) {
        const bool ticks = line.startsWith("```");
        if (fence.isEmpty() && ticks)
            fence = line.first(line.lastIndexOf('`') + 1);
        else if (!fence.isEmpty() && line == fence)
            fence.clear();
        else if (fence.isEmpty())
            outside += line;
        QVERIFY(!line.contains('\r'));
    }
    QVERIFY(fence.isEmpty());
    QVERIFY(!outside.contains("# no heading"));
    QVERIFY(!outside.contains("x"));
}

void TstIssueText::cutsALongBodyBetweenCharacters()
{
    const QByteArray body = "a" + QByteArray("é").repeated(20'000);
    const QByteArray text = textOf(formOf(body));
    QVERIFY(text.size() < 21'000);
    QVERIFY(!text.contains(QString(QChar::ReplacementCharacter).toUtf8()));
    QVERIFY2(text.contains("The first 19999 bytes of "), text.constData());
}

void TstIssueText::saysThatABodyIsNoText()
{
    QVERIFY(textOf(builders::delivery("\xff\xfe")).contains("The body is no text, 2"));
}

void TstIssueText::saysThatABodyIsLeftOut()
{
    const QByteArray text = textOf(builders::delivery(R"({"name":"Zed")"));
    QVERIFY(!text.contains("Zed"));
    QVERIFY(text.contains("The body is left out, 13"));
}

void TstIssueText::saysThatThereIsNoBody()
{
    QVERIFY(textOf(builders::delivery("")).contains("No body."));
}

QTEST_GUILESS_MAIN(TstIssueText)
#include "tst_issuetext.moc"
