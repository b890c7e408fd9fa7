// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/command.h"
#include "formats/ndjson.h"
#include "formats/rawhttp.h"
#include "support/builders.h"
#include "support/capturedoutput.h"
#include "support/smile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Outcome {
    int status = -1;
    QString output;
    QString words;
};

QByteArray line(const http::Request &request, qint64 id = 0, const QString &scheme = u"smile"_s)
{
    capture::Delivery delivery = builders::delivery();
    delivery.id = id;
    delivery.request = request;
    delivery.verdict = {.scheme = scheme};
    capture::Record record;
    record.delivery = builders::stored(delivery);
    return formats::ndjsonLine(record);
}

} // namespace

// Through `verify`, which reads every kind of file.
class TstEvidenceFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void judgesEachLine();
    void judgesWhatItWroteItself();
    void readsLinesFromStandardInput();
    void judgesBytesThatAreNoText();
    void judgesByTheSchemeOfTheLine_data();
    void judgesByTheSchemeOfTheLine();
    void namesWrongLinesAndJudgesTheOthers();
    void namesFewOfManyWrongLines();
    void saysWhenABodyWasAltered();
    void readsAnExportOfRejections();

private:
    QString write(const QByteArray &contents, const QString &name = u"a.ndjson"_s)
    {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
            qFatal("Cannot write the fixture.");
        return path;
    }
    Outcome verify(const QStringList &arguments) const
    {
        CapturedOutput output(STDOUT_FILENO);
        CapturedOutput words(STDERR_FILENO);
        const int status = commands::find(u"verify")->run(
            QStringList{u"--secret-file"_s, u"primary="_s + m_key} + arguments);
        return {.status = status,
                .output = QString::fromUtf8(output.text()),
                .words = QString::fromUtf8(words.text())};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_key;
};

void TstEvidenceFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_key = write(smile::key, u"key"_s);
}

void TstEvidenceFile::judgesEachLine()
{
    const QString path = write(line(smile::request(), 7) + line(smile::request("{}"), 8));
    const Outcome outcome = verify({path});
    QCOMPARE(outcome.output,
             u"verified  fresh  0 s  ping  %1 #7\n"
             "invalid  fresh  0 s  -  %1 #8  No stored secret matches.\n"_s.arg(path));
    QCOMPARE(outcome.words, QString());
    QCOMPARE(outcome.status, 1);
    QCOMPARE(verify({write(line(smile::request()))}).status, 0);
    QCOMPARE(verify({u"--at"_s, u"1795428300"_s, path}).status, 1);
}

void TstEvidenceFile::judgesWhatItWroteItself()
{
    const QString raw = write(formats::writeRawHttp(smile::request()), u"a.http"_s);
    const Outcome first = verify({u"--json"_s, u"--at"_s, u"1795428000"_s, raw});
    const Outcome second = verify({u"--json"_s, write(first.output.toUtf8())});
    QCOMPARE(second.output, first.output);
    QCOMPARE(second.status, 0);
}

void TstEvidenceFile::readsLinesFromStandardInput()
{
    QFile file(write(line(smile::request())));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const int saved = ::dup(STDIN_FILENO);
    ::dup2(file.handle(), STDIN_FILENO);
    const Outcome outcome = verify({u"-"_s});
    ::dup2(saved, STDIN_FILENO);
    ::close(saved);
    QCOMPARE(outcome.output, u"verified  fresh  0 s  ping  -\n"_s);
    QCOMPARE(outcome.status, 0);
}

// The signature is Python's: hmac over b"1795428000.\xff\x00\xfe\r\n".
void TstEvidenceFile::judgesBytesThatAreNoText()
{
    http::Request request = smile::request(QByteArray("\xff\0\xfe\r\n", 5),
                                           "5VhUTQAVtatsgkrLkya4beiAc65QxWXcwUqcdtptLcc=");
    request.fields.append(http::Field{"X-Name", "caf\xe9"});
    const Outcome outcome = verify({u"--json"_s, write(line(request))});
    const QJsonObject json = QJsonDocument::fromJson(outcome.output.toUtf8()).object();
    QCOMPARE(json[u"verdict"][u"signature"].toString(), u"verified"_s);
    QCOMPARE(json[u"request"][u"body"][u"base64"].toString(), u"/wD+DQo="_s);
    QCOMPARE(outcome.status, 0);
}

void TstEvidenceFile::judgesByTheSchemeOfTheLine_data()
{
    QTest::addColumn<qint64>("id");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("verdict");

    QTest::newRow("Smile") << qint64(1) << u"smile"_s << u"verified"_s;
    QTest::newRow("another one") << qint64(1) << u"stripe"_s << u"unsigned"_s;
    QTest::newRow("another one, never in a store") << qint64(0) << u"stripe"_s << u"unsigned"_s;
    QTest::newRow("none, so it was not to be judged")
        << qint64(1) << QString() << u"not-applicable"_s;
    QTest::newRow("none, and never in a store") << qint64(0) << QString() << u"verified"_s;
}

void TstEvidenceFile::judgesByTheSchemeOfTheLine()
{
    QFETCH(qint64, id);
    QFETCH(QString, scheme);
    const Outcome outcome = verify({u"--json"_s, write(line(smile::request(), id, scheme))});
    const QJsonObject json = QJsonDocument::fromJson(outcome.output.toUtf8()).object();
    QTEST(json[u"verdict"][u"signature"].toString(), "verdict");
}

void TstEvidenceFile::namesWrongLinesAndJudgesTheOthers()
{
    const QString path = write(line(smile::request(), 1) + "{\n" + line(smile::request(), 2)
                               + R"({"format":"x"})");
    const Outcome outcome = verify({path});
    QCOMPARE(outcome.output.count(u'\n'), 2);
    const QStringList words = outcome.words.split(u'\n');
    QCOMPARE(words.size(), 4);
    QVERIFY2(words[0].startsWith(path + u": line 2: It is no JSON (line 2, column "_s),
             qPrintable(words[0]));
    QVERIFY2(words[1].startsWith(path + u": line 4: format: It is neither"_s),
             qPrintable(words[1]));
    QCOMPARE(words[2], u"%1: lines that are wrong: 2, lines that were read: 2."_s.arg(path));
    QCOMPARE(outcome.status, 1);
}

void TstEvidenceFile::namesFewOfManyWrongLines()
{
    const Outcome outcome = verify({write(QByteArray("{\n").repeated(1000))});
    QCOMPARE(outcome.words.count(u'\n'), 22);
    QVERIFY2(outcome.words.contains(u": … and 980 more\n"_s), qPrintable(outcome.words));
    QVERIFY(outcome.words.endsWith(u"lines that are wrong: 1000, lines that were read: 0.\n"_s));
    QCOMPARE(outcome.status, 1);
}

void TstEvidenceFile::saysWhenABodyWasAltered()
{
    QByteArray text = line(smile::request(), 1);
    text.replace("\\\"ping\\\"", "\\\"pong\\\"");
    const QString path = write(text);
    const Outcome outcome = verify({path});
    QVERIFY(outcome.output.startsWith("invalid"_L1));
    QCOMPARE(outcome.words, path + u": line 1: The body is not the one that was exported.\n"_s);
    QCOMPARE(outcome.status, 1);
}

void TstEvidenceFile::readsAnExportOfRejections()
{
    const QString path = write(formats::ndjsonLine(capture::Rejection()));
    const Outcome outcome = verify({path});
    QCOMPARE(outcome.output, QString());
    QCOMPARE(outcome.words, path + u" holds no deliveries.\n"_s);
    QCOMPARE(outcome.status, 0);
}

QTEST_GUILESS_MAIN(TstEvidenceFile)
#include "tst_evidencefile.moc"
