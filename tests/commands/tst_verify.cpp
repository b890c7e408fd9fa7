// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "commands/command.h"
#include "formats/rawhttp.h"
#include "signature/catalogue.h"
#include "signature/schemejson.h"
#include "signature/signer.h"
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
    QByteArray output;
    QByteArray words;

    QString line() const { return QString::fromUtf8(output).trimmed(); }
    QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
};

Outcome verify(const QStringList &arguments)
{
    CapturedOutput output(STDOUT_FILENO);
    CapturedOutput words(STDERR_FILENO);
    const int status = commands::find(u"verify")->run(arguments);
    return {.status = status, .output = output.text(), .words = words.text()};
}

} // namespace

Q_DECLARE_METATYPE(http::Request)

class TstVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void verifiesAFile();
    void writesADeliveryLine();
    void readsStandardInput();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void judgesByTheGivenTime_data();
    void judgesByTheGivenTime();
    void judgesNowWithoutATime();
    void saysNoWhenOneOfManyIsBad();
    void judgesAStore();
    void judgesAStoreByTheGivenTime();
    void keepsTheSchemeOfARecord();
    void knowsTheStoresOwnSchemes();
    void findsANamedSchemeInTheStore();
    void saysWhyAStoreOfASchemeCannotBeRead();
    void knowsTheStoresPublicUrl();
    void takesASchemeFile();
    void saysWhatIsWrongInASchemeFile();
    void acceptsAnEmptyStore();
    void refuses_data();
    void refuses();
    void goesOnAfterAnUnreadableFile();
    void makesHostileBytesHarmless();
    void saysWhatItLooksLike();

private:
    QString write(const QString &name, const QByteArray &contents)
    {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
            qFatal("Cannot write the fixture.");
        return path;
    }
    QString write(const http::Request &request, const QString &name = u"a.http"_s)
    {
        return write(name, formats::writeRawHttp(request));
    }
    QStringList withKey(const QStringList &more) const
    {
        return QStringList{u"--secret-file"_s, u"primary="_s + m_key} + more;
    }
    QStringList inTime(const QStringList &more) const
    {
        return withKey(QStringList{u"--at"_s, u"1795428000"_s} + more);
    }
    QString store(const QList<capture::Delivery> &deliveries);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_key;
};

void TstVerify::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_key = write(u"key"_s, smile::key);
}

QString TstVerify::store(const QList<capture::Delivery> &deliveries)
{
    const QString path = m_folder->filePath(u"a.hookglass"_s);
    auto opened = capture::Store::open(path, capture::Access::Write);
    if (!opened)
        qFatal("%s", qPrintable(core::describe(opened.error())));
    capture::Batch batch;
    for (const capture::Delivery &delivery : deliveries)
        batch.deliveries.append(builders::stored(delivery));
    if (!deliveries.isEmpty() && !(*opened)->append(batch))
        qFatal("Cannot fill the store.");
    return path;
}

void TstVerify::verifiesAFile()
{
    const QString path = write(smile::request());
    const Outcome outcome = verify(inTime({path}));
    QCOMPARE(outcome.line(), u"verified  fresh  0 s  ping  "_s + path);
    QCOMPARE(outcome.words, QByteArray());
    QCOMPARE(outcome.status, 0);
}

void TstVerify::writesADeliveryLine()
{
    const Outcome outcome
        = verify(withKey({u"--at"_s, u"1795428001.5"_s, u"--json"_s, write(smile::request())}));
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.output.count('\n'), 1);
    const QJsonObject line = outcome.json();
    QCOMPARE(line[u"format"].toString(), u"hookglass.delivery/1"_s);
    QVERIFY(line[u"id"].isNull());
    QCOMPARE(line[u"received_at"].toString(), u"2026-11-23T10:00:01.500000Z"_s);
    QCOMPARE(line[u"event"][u"topic"].toString(), u"ping"_s);
    QCOMPARE(line[u"request"][u"body"].toString(), QString::fromLatin1(smile::ping));
    const QJsonObject expected{{u"scheme"_s, u"smile"_s},
                               {u"signature"_s, u"verified"_s},
                               {u"freshness"_s, u"fresh"_s},
                               {u"age_seconds"_s, 1},
                               {u"secret"_s, u"primary"_s}};
    QCOMPARE(line[u"verdict"].toObject(), expected);
}

void TstVerify::readsStandardInput()
{
    QFile file(write(smile::request()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const int saved = ::dup(STDIN_FILENO);
    ::dup2(file.handle(), STDIN_FILENO);
    const Outcome outcome = verify(inTime({u"-"_s}));
    ::dup2(saved, STDIN_FILENO);
    ::close(saved);
    QCOMPARE(outcome.line(), u"verified  fresh  0 s  ping  -"_s);
    QCOMPARE(outcome.status, 0);
}

void TstVerify::saysWhatIsWrong_data()
{
    QTest::addColumn<http::Request>("request");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("end");

    QTest::newRow("an altered body") << smile::request("{}") << u"invalid  fresh  0 s  -  "_s
                                     << u"  No stored secret matches."_s;
    QTest::newRow("no signature") << smile::without(smile::request(), "Smile-Signature")
                                  << u"unsigned  fresh  0 s  ping  "_s
                                  << u"  The Smile-Signature header is missing."_s;
    QTest::newRow("no timestamp")
        << smile::without(smile::request(), "Smile-Timestamp") << u"invalid  missing  -  ping  "_s
        << u"  The Smile-Timestamp header is part of the signed text, and it is missing.  "
           "The Smile-Timestamp header is missing."_s;
    QTest::newRow("half a signature")
        << smile::request(smile::ping, "abc=") << u"malformed  fresh  0 s  ping  "_s
        << u"  Expected 44 Base64 characters, got 4."_s;
}

void TstVerify::saysWhatIsWrong()
{
    QFETCH(http::Request, request);
    QFETCH(QString, start);
    QFETCH(QString, end);
    const QString path = write(request);
    const Outcome outcome = verify(inTime({path}));
    QCOMPARE(outcome.line(), start + path + end);
    QCOMPARE(outcome.status, 1);
}

void TstVerify::judgesByTheGivenTime_data()
{
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("freshness");
    QTest::addColumn<int>("status");

    QTest::newRow("299 s") << u"1795428299"_s << u"fresh"_s << 0;
    QTest::newRow("just under 300 s") << u"1795428299.999999"_s << u"fresh"_s << 0;
    QTest::newRow("300 s") << u"1795428300"_s << u"stale"_s << 1;
    QTest::newRow("299 s ahead") << u"1795427701"_s << u"fresh"_s << 0;
    QTest::newRow("just over 299 s ahead") << u"1795427700.999999"_s << u"future"_s << 1;
    QTest::newRow("300 s ahead") << u"1795427700"_s << u"future"_s << 1;
    QTest::newRow("before the epoch") << u"-1"_s << u"future"_s << 1;
}

void TstVerify::judgesByTheGivenTime()
{
    QFETCH(QString, at);
    const Outcome outcome = verify(withKey({u"--json"_s, u"--at"_s, at, write(smile::request())}));
    QTEST(outcome.json()[u"verdict"][u"freshness"].toString(), "freshness");
    QCOMPARE(outcome.json()[u"verdict"][u"signature"].toString(), u"verified"_s);
    QTEST(outcome.status, "status");
}

void TstVerify::judgesNowWithoutATime()
{
    const QByteArray past = "1000000000"; // in 2001
    const auto request = smile::request(smile::ping, smile::pingSignature, past);
    const Outcome outcome = verify(withKey({u"--json"_s, write(request)}));
    QCOMPARE(outcome.json()[u"verdict"][u"freshness"].toString(), u"stale"_s);
    QCOMPARE(outcome.status, 1);
}

void TstVerify::saysNoWhenOneOfManyIsBad()
{
    const QString good = write(smile::request(), u"good.http"_s);
    const QString bad = write(smile::request("{}"), u"bad.http"_s);
    const Outcome outcome = verify(inTime({good, bad, good}));
    QCOMPARE(outcome.output.count('\n'), 3);
    QCOMPARE(outcome.status, 1);
    QCOMPARE(verify(inTime({good, good})).status, 0);
}

void TstVerify::judgesAStore()
{
    capture::Delivery delivery = builders::delivery(smile::ping);
    delivery.request = smile::request();
    delivery.verdict.signature = signature::Signature::NoSecret;
    delivery.verdict.secret.clear();
    const QString path = store(QList<capture::Delivery>(20, delivery));
    const Outcome outcome = verify(withKey({path}));
    QCOMPARE(outcome.output.count('\n'), 20);
    QVERIFY(outcome.output.startsWith("verified  fresh  0 s  ping  " + path.toUtf8() + " #1\n"));
    QVERIFY(outcome.output.endsWith(" #20\n"));
    QCOMPARE(outcome.status, 0);
}

void TstVerify::judgesAStoreByTheGivenTime()
{
    capture::Delivery delivery = builders::delivery(smile::ping);
    delivery.request = smile::request();
    const QString path = store({delivery});
    const Outcome outcome = verify(withKey({u"--json"_s, u"--at"_s, u"1795428300"_s, path}));
    QCOMPARE(outcome.json()[u"id"].toInt(), 1);
    QCOMPARE(outcome.json()[u"verdict"][u"freshness"].toString(), u"stale"_s);
    QCOMPARE(outcome.json()[u"peer"][u"port"].toInt(), 51234);
    QCOMPARE(outcome.status, 1);
}

void TstVerify::keepsTheSchemeOfARecord()
{
    capture::Delivery none = builders::delivery();
    none.verdict = {};
    const Outcome unjudged = verify(withKey({u"--json"_s, store({none})}));
    QCOMPARE(unjudged.json()[u"verdict"][u"signature"].toString(), u"not-applicable"_s);
    QCOMPARE(unjudged.status, 0);
    const Outcome asked = verify(
        withKey({u"--json"_s, u"--scheme"_s, u"smile"_s, m_folder->filePath(u"a.hookglass"_s)}));
    QCOMPARE(asked.json()[u"verdict"][u"signature"].toString(), u"unsigned"_s);
    QCOMPARE(asked.status, 1);
}

void TstVerify::knowsTheStoresOwnSchemes()
{
    signature::Scheme acme = signature::smile();
    acme.id = u"acme"_s;
    capture::Delivery delivery = builders::delivery(smile::ping);
    delivery.request = smile::request();
    delivery.verdict = {.scheme = u"acme"_s};
    const QString path = store({delivery});
    QCOMPARE(verify(inTime({path})).status, 3);
    QVERIFY((*capture::Store::open(path, capture::Access::Write))->putScheme(acme));
    const Outcome outcome = verify(inTime({path}));
    QCOMPARE(outcome.line(), u"verified  fresh  0 s  ping  %1 #1"_s.arg(path));
}

// Its own "stripe" is Smile's rule here; without a store that id is the catalogue's.
void TstVerify::findsANamedSchemeInTheStore()
{
    signature::Scheme own = signature::smile();
    own.id = u"stripe"_s;
    signature::Scheme acme = own;
    acme.id = u"acme"_s;
    capture::Delivery delivery = builders::delivery(smile::ping);
    delivery.request = smile::request();
    const QString path = store({delivery});
    {
        auto opened = capture::Store::open(path, capture::Access::Write);
        QVERIFY((*opened)->putScheme(acme));
        QVERIFY((*opened)->putScheme(own));
    }
    const QString verified = u"verified  fresh  0 s  ping  "_s;
    QCOMPARE(verify(inTime({u"--scheme"_s, u"acme"_s, path})).line(), verified + path + u" #1"_s);
    QCOMPARE(verify(inTime({u"--scheme"_s, u"stripe"_s, path})).line(), verified + path + u" #1"_s);
    const QString file = write(smile::request());
    QCOMPARE(verify(inTime({u"--scheme"_s, u"acme"_s, file, path})).output.count("verified"), 2);
    QVERIFY(verify(inTime({u"--scheme"_s, u"stripe"_s, file})).output.startsWith("unsigned"));
    const Outcome unknown = verify(inTime({u"--scheme"_s, u"nonesuch"_s, path}));
    QCOMPARE(unknown.status, 2);
    QCOMPARE(unknown.words,
             "hookglass: There is no scheme “nonesuch”. “hookglass schemes” lists them.\n");
}

void TstVerify::saysWhyAStoreOfASchemeCannotBeRead()
{
    const QString path = write(u"a.hookglass"_s, "SQLite format 3" + QByteArray(2000, '\0'));
    const Outcome outcome = verify(inTime({u"--scheme"_s, u"acme"_s, path}));
    QCOMPARE(outcome.status, 3);
    QVERIFY2(outcome.words.contains(path.toUtf8()), outcome.words.constData());
    QVERIFY(!outcome.words.contains("There is no scheme"));
}

void TstVerify::knowsTheStoresPublicUrl()
{
    const QByteArray url = "https://hooks.example.com/sms";
    capture::Delivery delivery = builders::delivery("Body=Hello");
    delivery.verdict = {.scheme = u"twilio"_s};
    delivery.request.fields.append(
        http::Field{"Content-Type", "application/x-www-form-urlencoded"});
    delivery.request
        = *signature::sign(*signature::schemeById(u"twilio"), *smile::secret(u"primary"_s),
                           delivery.request, {}, {.url = url});
    delivery.request.head.clear();
    const QString path = store({delivery});
    QVERIFY(verify(inTime({path})).output.startsWith("invalid"));
    QVERIFY((*capture::Store::open(path, capture::Access::Write))
                ->setEndpoints({{.publicUrl = QString::fromLatin1(url)}}));
    QVERIFY(verify(inTime({path})).output.startsWith("verified"));
    QVERIFY(verify(inTime({u"--url"_s, u"https://other.example/"_s, path}))
                .output.startsWith("invalid"));
}

void TstVerify::takesASchemeFile()
{
    signature::Scheme acme = signature::smile();
    acme.id = u"acme"_s;
    const QString scheme = write(u"acme.json"_s, signature::writeScheme(acme));
    const QString path = write(smile::request());
    const Outcome outcome = verify(inTime({u"--json"_s, u"--scheme"_s, scheme, path}));
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.json()[u"verdict"].toObject()[u"scheme"].toString(), u"acme"_s);
}

void TstVerify::saysWhatIsWrongInASchemeFile()
{
    const QString scheme = write(u"acme.json"_s, R"({"id":"acme","name":"Acme","verify":{}})");
    const QString path = write(smile::request());
    const Outcome broken = verify(inTime({u"--scheme"_s, scheme, path}));
    QCOMPARE(broken.status, 2);
    QVERIFY2(broken.words.contains("type: is missing"), broken.words.constData());
    const Outcome missing = verify(inTime({u"--scheme"_s, u"./no-such.json"_s, path}));
    QCOMPARE(missing.status, 3);
}

void TstVerify::acceptsAnEmptyStore()
{
    const QString path = store({});
    const Outcome outcome = verify(withKey({path}));
    QCOMPARE(outcome.output, QByteArray());
    QCOMPARE(outcome.words, path.toUtf8() + " holds no deliveries.\n");
    QCOMPARE(outcome.status, 0);
}

void TstVerify::refuses_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("sentence");

    const auto add
        = [](const char *name, const QStringList &words, int status, const QByteArray &sentence) {
              QTest::newRow(name) << words << status << "hookglass: " + sentence;
          };
    add("no file", {}, 2, "hookglass verify needs FILE…. ");
    add("an unknown scheme", {u"--scheme"_s, u"acme"_s, u"a"_s}, 2, "There is no scheme “acme”. ");
    add("an option of another command", {u"--topic"_s, u"a"_s}, 2, "Unknown option “topic”. ");
    add("a secret as an argument", {u"--secret"_s, u"x"_s}, 2, "Unknown option “secret”. ");
    add("a bad time", {u"--at"_s, u"noon"_s, u"a"_s}, 2, "--at does not take “noon”. ");
    add("a missing secret file", {u"--secret-file"_s, u"/nowhere/k"_s, u"a"_s}, 3,
        "Cannot read the secret file /nowhere/k. ");
    add("no such file", {u"/nowhere/a.http"_s}, 3, "Cannot read /nowhere/a.http. No such file");
    add("a folder", {u"/"_s}, 3, "Cannot read /. It is a folder.");
}

void TstVerify::refuses()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, sentence);
    const Outcome outcome = verify(words);
    QTEST(outcome.status, "status");
    QVERIFY2(outcome.words.startsWith(sentence), outcome.words.constData());
    QCOMPARE(outcome.words.count('\n'), 1);
    QCOMPARE(outcome.output, QByteArray());
}

void TstVerify::goesOnAfterAnUnreadableFile()
{
    const QString broken = write(u"broken.http"_s, "hello\n\n");
    const QString good = write(smile::request());
    const Outcome outcome = verify(inTime({broken, good, write(u"b.http"_s, "")}));
    QCOMPARE(outcome.line(), u"verified  fresh  0 s  ping  "_s + good);
    QVERIFY(
        outcome.words.contains("broken.http. It is none of the kinds that are read: JSON Lines, "
                               "HAR, raw HTTP requests (.http) and Hookglass stores."));
    QVERIFY(outcome.words.contains("b.http. It is empty."));
    QCOMPARE(outcome.status, 3);
}

void TstVerify::makesHostileBytesHarmless()
{
    const QByteArray body = R"({"topic":"\u001b[2J\u202e\n"})";
    const Outcome outcome = verify({write(smile::request(body))});
    QVERIFY(!outcome.output.contains('\x1b'));
    QVERIFY(!outcome.output.contains("\xe2\x80\xae"));
    QCOMPARE(outcome.output.count('\n'), 1);
}

void TstVerify::saysWhatItLooksLike()
{
    http::Request request = smile::request();
    request.fields = {{"X-Gitlab-Token", "secret"}};
    const QString path = write(request);
    const Outcome outcome = verify(inTime({path}));
    QVERIFY(outcome.line().startsWith("unsigned"_L1));
    QVERIFY(outcome.words.endsWith("Try --scheme gitlab.\n"));
}

QTEST_GUILESS_MAIN(TstVerify)
#include "tst_verify.moc"
