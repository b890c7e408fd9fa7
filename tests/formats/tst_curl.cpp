// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/curl.h"

#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

namespace
{

// What the shell makes of a command: the words that curl gets, and what comes through its standard
// input.
struct Heard {
    QList<QByteArray> words;
    QByteArray input;
    QByteArray trouble;
};

Heard hear(const QByteArray &command, const QString &shell = u"sh"_s)
{
    QProcess process;
    process.start(shell, {u"-s"_s});
    process.write("curl() {\n"
                  "  for word; do printf '%s\\0' \"$word\"; done\n"
                  "  case \" $* \" in *' --data-binary @- '*) printf '\\0'; cat;; esac\n"
                  "}\n");
    process.write(command);
    process.closeWriteChannel();
    if (!process.waitForFinished())
        return {.trouble = process.errorString().toUtf8()};
    Heard heard{.trouble = process.readAllStandardError()};
    const QByteArray output = process.readAllStandardOutput();
    const qsizetype end = output.indexOf(QByteArray(2, '\0'));
    // An empty word looks like the end of the words as well; none of ours stands before the input.
    const QByteArray words = end < 0 ? output.chopped(1) : output.first(end);
    heard.words = words.split('\0');
    heard.input = end < 0 ? QByteArray() : output.sliced(end + 2);
    return heard;
}

http::Request request(const QByteArray &body = "{}")
{
    http::Request made;
    made.method = "POST";
    made.target = "/hook?a=1";
    made.framing = http::Framing::ContentLength;
    made.fields = {{"Host", "localhost:8443"},
                   {"B", "1"},
                   {"content-length", QByteArray::number(body.size())},
                   {"a", "2"},
                   {"B", "3"}};
    made.body = body;
    return made;
}

const formats::CurlTarget target{.origin = "https://localhost:8443", .authorityFile = {}};

QList<QByteArray> valuesOf(const Heard &heard, const QByteArray &option)
{
    QList<QByteArray> values;
    for (qsizetype i = 0; i + 1 < heard.words.size(); ++i) {
        if (heard.words[i] == option)
            values.append(heard.words[i + 1]);
    }
    return values;
}

} // namespace

class TstCurl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAPlainCommand();
    void leavesOutWhatCurlWouldAdd();
    void tellsCurlWhatIsForced();
    void namesTheAuthority();
    void passesEveryBody_data();
    void passesEveryBody();
    void passesEveryByteOfAFieldValue();
    void staysInsideItsQuotes_data();
    void staysInsideItsQuotes();
    void leavesOutFieldsThatNameFiles();
    void sendsAFieldWithoutAValue();
    void givesOddTargetsAsTheyAre_data();
    void givesOddTargetsAsTheyAre();
    void asksForHeadsRightly();
};

void TstCurl::writesAPlainCommand()
{
    const QByteArray command = "curl \\\n"
                               "  --request POST \\\n"
                               "  --http1.1 \\\n"
                               "  --header 'B: 1' \\\n"
                               "  --header 'a: 2' \\\n"
                               "  --header 'B: 3' \\\n"
                               "  --header Accept: \\\n"
                               "  --header User-Agent: \\\n"
                               "  --header Content-Type: \\\n"
                               "  --header Expect: \\\n"
                               "  --path-as-is \\\n"
                               "  --globoff \\\n"
                               "  --url 'https://localhost:8443/hook?a=1' \\\n"
                               "  --data-binary '{}'\n";
    QCOMPARE(formats::curlCommand(request(), target), command);
}

void TstCurl::leavesOutWhatCurlWouldAdd()
{
    http::Request made = request();
    made.fields.append(http::Field{"user-agent", "x"});
    made.versionMinor = 0;
    const Heard heard = hear(formats::curlCommand(made, target));
    const QList<QByteArray> headers{"B: 1",    "a: 2",          "B: 3",   "user-agent: x",
                                    "Accept:", "Content-Type:", "Expect:"};
    QCOMPARE(valuesOf(heard, "--header"), headers);
    QVERIFY(heard.words.contains("--http1.0"));
}

void TstCurl::namesTheAuthority()
{
    const formats::CurlTarget trusted{.origin = target.origin, .authorityFile = u"/a b/ca.pem"_s};
    const Heard heard = hear(formats::curlCommand(request(), trusted));
    QCOMPARE(valuesOf(heard, "--cacert"), {"/a b/ca.pem"});
    QVERIFY(!hear(formats::curlCommand(request(), target)).words.contains("--cacert"));
}

void TstCurl::passesEveryBody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("throughInput");

    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all += char(i);
    QTest::newRow("text") << QByteArray("{\"a\": 1}\n\n") << false;
    QTest::newRow("an apostrophe") << QByteArray("it's 'quoted'") << false;
    QTest::newRow("what a shell would run") << QByteArray("$(reboot) `x` $HOME \\ \"") << false;
    QTest::newRow("text beyond ASCII") << QByteArray("Zoë 你好") << false;
    QTest::newRow("an at sign in front") << QByteArray("@/etc/passwd") << true;
    QTest::newRow("all 256 byte values") << all + all << true;
    QTest::newRow("a NUL") << QByteArray("\0", 1) << true;
    QTest::newRow("an escape sequence") << QByteArray("\x1b]0;x\x07") << true;
    QTest::newRow("a carriage return") << QByteArray("a\r\n") << true;
    QTest::newRow("percent signs and digits") << QByteArray("%s%n\0011\\n", 9) << true;
    QTest::newRow("Latin-1") << QByteArray("caf\xe9") << true;
    QTest::newRow("the longest word") << QByteArray(100 * 1024, 'x') << false;
    QTest::newRow("one longer") << QByteArray(100 * 1024 + 1, 'x') << true;
}

void TstCurl::passesEveryBody()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, throughInput);
    for (const QString &shell : {u"sh"_s, u"bash"_s}) {
        if (QStandardPaths::findExecutable(shell).isEmpty())
            continue;
        const Heard heard = hear(formats::curlCommand(request(body), target), shell);
        QCOMPARE(heard.trouble, QByteArray());
        const QByteArray word = valuesOf(heard, "--data-binary").value(0);
        QCOMPARE(word == "@-", throughInput);
        QVERIFY((throughInput ? heard.input : word) == body);
    }
}

void TstCurl::passesEveryByteOfAFieldValue()
{
    QByteArray value;
    for (int i = 1; i < 256; ++i) {
        if (i != '\r' && i != '\n')
            value += char(i);
    }
    http::Request made = request();
    made.fields = {{"X", value}};
    const Heard heard = hear(formats::curlCommand(made, target));
    QCOMPARE(heard.trouble, QByteArray());
    QCOMPARE(valuesOf(heard, "--header").value(0), "X: " + value);
}

void TstCurl::staysInsideItsQuotes_data()
{
    QTest::addColumn<QByteArray>("hostile");

    QTest::newRow("an apostrophe") << QByteArray("'; echo owned; '");
    QTest::newRow("a substitution") << QByteArray("$(echo owned)");
    QTest::newRow("backticks") << QByteArray("`echo owned`");
    QTest::newRow("a double quote and a control") << QByteArray("\x01\"; echo owned; \"");
    QTest::newRow("a backslash at the end") << QByteArray("x\\");
    QTest::newRow("a backslash and a control") << QByteArray("\\047; echo owned\x02");
}

void TstCurl::staysInsideItsQuotes()
{
    QFETCH(QByteArray, hostile);
    http::Request made = request(hostile);
    made.method = hostile;
    made.target = hostile;
    made.fields = {{"X", hostile}};
    const Heard heard = hear(formats::curlCommand(
        made, {.origin = "https://" + hostile, .authorityFile = QString::fromUtf8(hostile)}));
    QCOMPARE(heard.trouble, QByteArray());
    QCOMPARE(valuesOf(heard, "--request"), {hostile});
    QCOMPARE(valuesOf(heard, "--request-target"), {hostile});
    QCOMPARE(valuesOf(heard, "--cacert"), {hostile});
    QCOMPARE(valuesOf(heard, "--header").value(0), "X: " + hostile);
    QCOMPARE(valuesOf(heard, "--url"), {"https://" + hostile + '/'});
}

void TstCurl::leavesOutFieldsThatNameFiles()
{
    http::Request made = request();
    made.fields = {{"@file", "1"}, {"", "2"}, {"A B", "3"}, {"C", "4\r\nD: 5"}, {"E", "6"}};
    QCOMPARE(valuesOf(hear(formats::curlCommand(made, target)), "--header").value(0),
             QByteArray("E: 6"));
}

void TstCurl::sendsAFieldWithoutAValue()
{
    http::Request made = request();
    made.fields = {{"X-Empty", ""}};
    QCOMPARE(valuesOf(hear(formats::curlCommand(made, target)), "--header").value(0),
             QByteArray("X-Empty;"));
}

void TstCurl::givesOddTargetsAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("inUrl");

    QTest::newRow("dots") << QByteArray("/a/../b") << true;
    QTest::newRow("brackets") << QByteArray("/a[1-3]{x,y}") << true;
    QTest::newRow("escapes that do not decode") << QByteArray("/%zz") << true;
    QTest::newRow("the asterisk") << QByteArray("*") << false;
    QTest::newRow("the absolute form") << QByteArray("http://other/x") << false;
    QTest::newRow("a fragment") << QByteArray("/a#b") << false;
    QTest::newRow("a backslash") << QByteArray("/a\\b") << false;
    QTest::newRow("beyond ASCII") << QByteArray("/caf\xe9") << false;
}

void TstCurl::givesOddTargetsAsTheyAre()
{
    QFETCH(QByteArray, path);
    QFETCH(bool, inUrl);
    http::Request made = request();
    made.target = path;
    const Heard heard = hear(formats::curlCommand(made, target));
    QCOMPARE(heard.trouble, QByteArray());
    QCOMPARE(heard.words.contains("--request-target"), !inUrl);
    QVERIFY(heard.words.contains(inUrl ? target.origin + path : path));
    QVERIFY(heard.words.contains("--globoff"));
}

void TstCurl::asksForHeadsRightly()
{
    http::Request made;
    made.method = "HEAD";
    made.target = "/";
    const Heard heard = hear(formats::curlCommand(made, target));
    QVERIFY(heard.words.contains("--head"));
    QVERIFY(!heard.words.contains("--request"));
    QVERIFY(!heard.words.contains("--data-binary"));
}

void TstCurl::tellsCurlWhatIsForced()
{
    formats::CurlTarget forced = target;
    forced.asWritten = {"content-LENGTH"};
    const QList<QByteArray> headers
        = valuesOf(hear(formats::curlCommand(request(), forced)), "--header");
    QVERIFY(headers.contains("content-length: 2"));
    QVERIFY(!headers.contains("Host: localhost:8443"));
    forced.asWritten = {"Host"};
    QVERIFY(valuesOf(hear(formats::curlCommand(request(), forced)), "--header")
                .contains("Host: localhost:8443"));
}

QTEST_GUILESS_MAIN(TstCurl)
#include "tst_curl.moc"
