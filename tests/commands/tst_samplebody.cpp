// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/samplebody.h"
#include "signature/catalogue.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

class TstSampleBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheSendersHeadersBesideAGivenBody_data();
    void hasTheSendersHeadersBesideAGivenBody();
};

void TstSampleBody::hasTheSendersHeadersBesideAGivenBody_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QByteArrayList>("fields");

    const QByteArray json = "Content-Type: application/json";
    QTest::newRow("a topic and an id")
        << u"github"_s << u"push"_s
        << QByteArrayList{json, "X-GitHub-Event: push", "X-GitHub-Delivery: {uuid}"};
    QTest::newRow("no topic") << u"github"_s << QString()
                              << QByteArrayList{json, "X-GitHub-Delivery: {uuid}"};
    QTest::newRow("a topic that stands in the body, a signed id")
        << u"standard_webhooks"_s << u"a.b"_s << QByteArrayList{json};
    QTest::newRow("a form, no places")
        << u"braintree"_s << u"check"_s
        << QByteArrayList{"Content-Type: application/x-www-form-urlencoded"};
    QTest::newRow("no header for a topic") << u"docusign"_s << u"x"_s << QByteArrayList{json};
}

void TstSampleBody::hasTheSendersHeadersBesideAGivenBody()
{
    QFETCH(QString, scheme);
    QFETCH(QString, topic);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"body"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("{}"), qint64(2));
    file.close();
    QStringList words{u"--body"_s, file.fileName()};
    if (!topic.isEmpty())
        words += {u"--topic"_s, topic};
    const auto options
        = commands::Options::read({.command = u"try"_s, .options = commands::bodyOptions()}, words);
    QVERIFY(options);
    const auto sample = commands::sampleOf(*options, signature::schemeById(scheme).value());
    QVERIFY(sample);
    QByteArrayList fields;
    for (const http::Field &field : sample->fields)
        fields.append(field.name + ": " + field.value);
    QTEST(fields, "fields");
    QCOMPARE(sample->body, QByteArray("{}"));
}

QTEST_GUILESS_MAIN(TstSampleBody)
#include "tst_samplebody.moc"
