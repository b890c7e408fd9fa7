// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/command.h"
#include "formats/rawhttp.h"
#include "signature/catalogue.h"
#include "support/capturedoutput.h"
#include "support/smile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Outcome {
    int status = -1;
    QByteArray output;
    QByteArray words;
};

Outcome schemes(const QStringList &arguments)
{
    CapturedOutput output(STDOUT_FILENO);
    CapturedOutput words(STDERR_FILENO);
    const int status = commands::find(u"schemes")->run(arguments);
    return {.status = status, .output = output.text(), .words = words.text()};
}

} // namespace

class TstSchemes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsAll_data();
    void listsAll();
    void proposes();
    void proposesAsJson();
    void namesTheSecretThatFits();
    void saysNoWithoutASignature();
    void refuses_data();
    void refuses();

private:
    QString write(const QString &name, const QByteArray &contents)
    {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
            qFatal("Cannot write the fixture.");
        return path;
    }
    QString write(const http::Fields &fields)
    {
        http::Request request = smile::request();
        request.fields = http::Fields{{"Host", "localhost"}} + fields;
        return write(u"a.http"_s, formats::writeRawHttp(request));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstSchemes::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TstSchemes::listsAll_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("for people") << QStringList();
    QTest::newRow("as JSON") << QStringList{u"--json"_s};
}

void TstSchemes::listsAll()
{
    QFETCH(QStringList, options);
    const Outcome outcome = schemes(options);
    QCOMPARE(outcome.output.count('\n'), signature::allSchemes().size());
    QCOMPARE(outcome.words, QByteArray());
    QCOMPARE(outcome.status, 0);
}

void TstSchemes::proposes()
{
    const QString path = write(http::Fields{
        {"X-Hub-Signature-256", "sha256=" + QByteArray(64, 'a')}, {"X-GitHub-Event", "push"}});
    const Outcome outcome = schemes({u"--for"_s, path});
    const QList<QByteArray> lines = outcome.output.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QCOMPARE(QString::fromUtf8(lines[0]).simplified(),
             u"github complete %1 There is X-Hub-Signature-256 with sha256=… What GitHub sends "
             "beside it is there too: X-GitHub-Event."_s.arg(path));
    QVERIFY(lines[1].startsWith("meta "));
    QCOMPARE(QString::fromUtf8(outcome.words),
             u"%1: It looks like GitHub (X-Hub-Signature-256 with sha256=…).\n"_s.arg(path));
    QCOMPARE(outcome.status, 0);
}

void TstSchemes::proposesAsJson()
{
    const QString path = write(http::Fields{{"X-HubSpot-Signature", QByteArray(64, 'a')}});
    const Outcome outcome = schemes({u"--json"_s, u"--for"_s, path});
    const QJsonObject line = QJsonDocument::fromJson(outcome.output).object();
    QCOMPARE(line[u"file"].toString(), path);
    QVERIFY(line[u"id"].isNull());
    QCOMPARE(line[u"ambiguous"], QJsonValue(true));
    QCOMPARE(line[u"alike"], QJsonValue(false));
    const QJsonArray proposals = line[u"proposals"].toArray();
    QCOMPARE(proposals.size(), 2);
    QCOMPARE(proposals[1][u"scheme"].toString(), u"hubspot_v2"_s);
    QCOMPARE(proposals[1][u"rank"].toInt(), 1);
    QCOMPARE(proposals[1][u"likeness"].toString(), u"complete"_s);
    QVERIFY(!proposals[1][u"reasons"].toArray().isEmpty());
    QVERIFY(proposals[1][u"secret"].isNull());
    QCOMPARE(outcome.status, 0);
}

void TstSchemes::namesTheSecretThatFits()
{
    const QString path = write(u"b.http"_s, formats::writeRawHttp(smile::request()));
    const QString key = write(u"key"_s, smile::key);
    const Outcome outcome
        = schemes({u"--json"_s, u"--secret-file"_s, u"mine="_s + key, u"--for"_s, path});
    const QJsonValue first = QJsonDocument::fromJson(outcome.output)[u"proposals"][0];
    QCOMPARE(first[u"scheme"].toString(), u"smile"_s);
    QCOMPARE(first[u"likeness"].toString(), u"verified"_s);
    QCOMPARE(first[u"secret"].toString(), u"mine"_s);
}

void TstSchemes::saysNoWithoutASignature()
{
    const QString path = write(http::Fields{});
    const Outcome outcome = schemes({u"--for"_s, path});
    QCOMPARE(outcome.output, QByteArray());
    QCOMPARE(QString::fromUtf8(outcome.words),
             u"%1: There is no signature of a known scheme.\n"_s.arg(path));
    QCOMPARE(outcome.status, 1);
}

void TstSchemes::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");

    QTest::newRow("a secret without a webhook") << QStringList{u"--secret-env"_s, u"PATH"_s} << 2;
    QTest::newRow("a URL that is none")
        << QStringList{u"--for"_s, u"a.http"_s, u"--url"_s, u"example.com"_s} << 2;
    QTest::newRow("a file that is not there") << QStringList{u"--for"_s, u"/nowhere/a.http"_s} << 3;
    QTest::newRow("an argument") << QStringList{u"a.http"_s} << 2;
}

void TstSchemes::refuses()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = schemes(arguments);
    QCOMPARE(outcome.output, QByteArray());
    QVERIFY(!outcome.words.isEmpty());
    QTEST(outcome.status, "status");
}

QTEST_GUILESS_MAIN(TstSchemes)
#include "tst_schemes.moc"
