// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/messagetemplate.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using signature::Filter;
using signature::parseTemplate;
using signature::Segment;
using signature::Source;

class TstMessageTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSourcesAndLiterals();
    void readsFilters();
    void readsOptionalGroups();
    void readsListedHeaders();
    void takesLoneBracketsForText();
    void refuses_data();
    void refuses();
    void endsAtItsLimits();
};

void TstMessageTemplate::readsSourcesAndLiterals()
{
    const auto message = parseTemplate("v0:{timestamp}:{header:X-Id}\n{body}");
    QVERIFY(message);
    const QList<Segment> expected{
        {.place = {Source::Literal, "v0:"}}, {.place = {Source::Timestamp, {}}},
        {.place = {Source::Literal, ":"}},   {.place = {Source::Header, "X-Id"}},
        {.place = {Source::Literal, "\n"}},  {.place = {Source::Body, {}}},
    };
    QCOMPARE(message->segments, expected);
    QVERIFY(message->uses(Source::Body));
    QVERIFY(!message->uses(Source::Url));
}

void TstMessageTemplate::readsFilters()
{
    const auto message = parseTemplate("{json:/a/b|trim|lower|nonempty|opt}");
    QVERIFY(message);
    QCOMPARE(message->segments.size(), 1);
    QCOMPARE(message->segments[0].place.name, QByteArray("/a/b"));
    const QList<Filter> expected{Filter::Trim, Filter::Lower, Filter::NonEmpty, Filter::Optional};
    QCOMPARE(message->segments[0].filters, expected);
}

void TstMessageTemplate::readsOptionalGroups()
{
    const auto message = parseTemplate("[[id:{query:data.id};]][[{header:x};]]ts:{body}");
    QVERIFY(message);
    QList<int> groups;
    for (const Segment &segment : message->segments)
        groups.append(segment.group);
    const QList<int> expected{0, 0, 0, 1, 1, -1, -1};
    QCOMPARE(groups, expected);
}

void TstMessageTemplate::readsListedHeaders()
{
    const auto message
        = parseTemplate("{headers_listed_in:sig:h|.}{headers_listed_in:header:X|;|:}");
    QVERIFY(message);
    const signature::Place inSignature{Source::SignatureField, "h"};
    QCOMPARE(message->segments[0].list, inSignature);
    QCOMPARE(message->segments[0].joint, QByteArray("."));
    QVERIFY(message->segments[0].pairing.isEmpty());
    const signature::Place inHeader{Source::Header, "X"};
    QCOMPARE(message->segments[1].list, inHeader);
    QCOMPARE(message->segments[1].pairing, QByteArray(":"));
}

void TstMessageTemplate::takesLoneBracketsForText()
{
    const auto message = parseTemplate("a[0]={body}");
    QVERIFY(message);
    QCOMPARE(message->segments.size(), 2);
    QCOMPARE(message->segments[0].place.name, QByteArray("a[0]="));
}

void TstMessageTemplate::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("why");

    const auto add = [](const char *text, const QString &why) {
        QTest::newRow(text) << QByteArray(text) << why;
    };
    add("{bdy}", u"unknown source “bdy”"_s);
    add("{}", u"unknown source “”"_s);
    add("{header}", u"unknown source “header”"_s);
    add("{header:}", u"unknown source “header:”"_s);
    add("{body:x}", u"unknown source “body:x”"_s);
    add("{json:a}", u"unknown source “json:a”"_s);
    add("{body|upper}", u"unknown filter “upper”"_s);
    add("{body|}", u"unknown filter “”"_s);
    add("{body", u"“{” is not closed"_s);
    add("body}", u"“}” closes nothing"_s);
    add("[[{body}", u"“[[” is not closed"_s);
    add("{body}]]", u"“]]” closes nothing"_s);
    add("[[a[[b]]]]", u"“[[” stands inside another"_s);
    add("{headers_listed_in:sig:h}",
        u"“headers_listed_in” takes what joins the values and what stands behind a name"_s);
    add("{headers_listed_in:h|.}", u"unknown source “h”"_s);
}

void TstMessageTemplate::refuses()
{
    QFETCH(QByteArray, text);
    const auto message = parseTemplate(text);
    QVERIFY(!message);
    QTEST(message.error().why, "why");
}

void TstMessageTemplate::endsAtItsLimits()
{
    QVERIFY(parseTemplate(QByteArray("{body}").repeated(signature::mostSegments)));
    QVERIFY(!parseTemplate(QByteArray("{body}").repeated(signature::mostSegments + 1)));
    QVERIFY(parseTemplate(QByteArray(signature::longestTemplate, 'x')));
    QVERIFY(!parseTemplate(QByteArray(signature::longestTemplate + 1, 'x')));
}

QTEST_GUILESS_MAIN(TstMessageTemplate)
#include "tst_messagetemplate.moc"
