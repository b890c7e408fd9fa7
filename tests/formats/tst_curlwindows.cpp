// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/curl.h"

#include <QHash>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using formats::Shell;

namespace
{

// What curl is told by a command for a shell that is not here: by the rules of those shells, as
// far as our commands use them. Anything else is trouble.
struct Heard {
    QList<QByteArray> words; // without those that name a file
    QByteArray body;
    QByteArray trouble;

    QList<QByteArray> valuesOf(const QByteArray &option) const
    {
        QList<QByteArray> values;
        for (qsizetype i = 0; i + 1 < words.size(); ++i) {
            if (words[i] == option)
                values.append(words[i + 1]);
        }
        return values;
    }
};

// Words with spaces between; quotes may hold spaces, and doubled ones one of themselves.
QList<QByteArray> wordsOf(const QByteArray &line, char quote)
{
    QList<QByteArray> words{QByteArray()};
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quoted && c == quote && line.sliced(i + 1).startsWith(quote))
            words.last() += line[++i];
        else if (c == quote)
            quoted = !quoted;
        else if (c == ' ' && !quoted)
            words.append(QByteArray());
        else
            words.last() += c;
    }
    words.removeAll(QByteArray());
    return words;
}

// A file for `--config`, by curl's manual.
QList<QByteArray> wordsOfConfig(const QByteArray &config)
{
    QList<QByteArray> words;
    for (const QByteArray &line : config.chopped(1).split('\n')) {
        const qsizetype equals = line.indexOf(" = \"");
        words.append("--" + (equals < 0 ? line : line.first(equals)));
        if (equals < 0)
            continue;
        QByteArray value;
        for (qsizetype i = equals + 4; i < line.size() - 1; ++i) {
            const bool escape = line[i] == '\\';
            value += escape ? line[i + 1] == 't' ? '\t' : line[i + 1] : line[i];
            i += escape;
        }
        words.append(value);
    }
    return words;
}

void takeCurl(Heard &heard, const QList<QByteArray> &words,
              const QHash<QByteArray, QByteArray> &files)
{
    for (qsizetype i = 1; i < words.size(); ++i) {
        if (words[i] == "--config")
            heard.words += wordsOfConfig(files.value(words[++i]));
        else if (words[i] == "--data-binary" && words.value(i + 1).startsWith('@'))
            heard.body = files.value(words[++i].sliced(1));
        else
            heard.words += words[i];
    }
}

Heard hearCmd(QByteArray script)
{
    Heard heard;
    QByteArray base64;
    QHash<QByteArray, QByteArray> files;
    for (const QByteArray &line : script.replace(" ^\r\n  ", " ").split('\n')) {
        const QByteArray plain = QByteArray(line).replace("%TEMP%", "");
        if (plain.size() > 8000 || plain.contains('%') || plain.contains('!')
            || plain.count('"') % 2 != 0 || std::any_of(plain.begin(), plain.end(), [](char c) {
                   return (c < 0x20 && c != '\r') || c == 0x7F;
               }))
            heard.trouble += line;
        const QList<QByteArray> words = wordsOf(line.trimmed(), '"');
        if (words.isEmpty() || words[0] == "del")
            continue;
        if (words[0] == "curl")
            takeCurl(heard, words, files);
        else if (words[0] == "certutil")
            files.insert(words[4], QByteArray::fromBase64(base64));
        else if (words[0].startsWith('>') && words[1].startsWith("echo("))
            base64 = (words[0].startsWith(">>") ? base64 : QByteArray()) + words[1].sliced(5);
        else
            heard.trouble += line;
    }
    return heard;
}

Heard hearPowerShell(QByteArray script)
{
    Heard heard;
    QHash<QByteArray, QByteArray> files;
    for (const QByteArray &line : script.replace(" `\n  ", " ").split('\n')) {
        static const QRegularExpression text(
            u"^\\[IO\\.File\\]::WriteAllText\\((\\$\\w+), '((?:[^']|'')*)'\\)$"_s);
        static const QRegularExpression bytes(
            u"^\\[IO\\.File\\]::WriteAllBytes\\((\\$\\w+), "
            "\\[Convert\\]::FromBase64String\\('([A-Za-z0-9+/=]*)'\\)\\)$"_s);
        const auto asText = text.match(QString::fromLatin1(line));
        const auto asBytes = bytes.match(QString::fromLatin1(line));
        const bool ascii
            = std::all_of(line.begin(), line.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
        if (asText.hasMatch())
            files.insert(asText.captured(1).toLatin1(),
                         asText.captured(2).replace(u"''"_s, u"'"_s).toLatin1());
        else if (asBytes.hasMatch())
            files.insert(asBytes.captured(1).toLatin1(),
                         QByteArray::fromBase64(asBytes.captured(2).toLatin1()));
        else if (line.startsWith("curl.exe "))
            takeCurl(heard, wordsOf(QByteArray(line).replace("\"@$body\"", "@$body"), '\''), files);
        else if (!line.isEmpty() && !line.startsWith("Remove-Item $") && !line.startsWith('$'))
            heard.trouble += line;
        // Versions of PowerShell differ in how they hand on a quote and an empty word.
        const bool told = line.startsWith("curl.exe ");
        if (!ascii || (told && (line.count('"') > 2 || line.contains(" '' "))))
            heard.trouble += line;
    }
    return heard;
}

const formats::CurlTarget target{.origin = "https://localhost:8443", .authorityFile = {}};

http::Request request(const QByteArray &body = "{}")
{
    http::Request made;
    made.method = "POST";
    made.target = "/hook?a=1&b=2";
    made.framing = http::Framing::ContentLength;
    made.fields = {{"Host", "localhost:8443"}, {"Accept", "*/*"}, {"User-Agent", "Smile (+x; y)"}};
    made.body = body;
    return made;
}

Heard hear(const http::Request &request, Shell shell, const formats::CurlTarget &to = target)
{
    const QByteArray command = formats::curlCommand(request, to, shell);
    return shell == Shell::Cmd ? hearCmd(command) : hearPowerShell(command);
}

} // namespace

class TstCurlWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAPlainCommand();
    void passesEveryBody_data();
    void passesEveryBody();
    void passesHostileValues_data();
    void passesHostileValues();
    void passesManyFields();
    void sendsNoBodyWhereThereWasNone();
};

void TstCurlWindows::writesAPlainCommand()
{
    QCOMPARE(formats::curlCommand(request("it's {\"a\":1}"), target, Shell::PowerShell),
             QByteArray("$body = [IO.Path]::GetTempFileName()\n"
                        "[IO.File]::WriteAllText($body, 'it''s {\"a\":1}')\n"
                        "curl.exe `\n"
                        "  --request 'POST' `\n"
                        "  '--http1.1' `\n"
                        "  --header 'Accept: */*' `\n"
                        "  --header 'User-Agent: Smile (+x; y)' `\n"
                        "  --header 'Content-Type:' `\n"
                        "  --header 'Expect:' `\n"
                        "  --path-as-is `\n"
                        "  --globoff `\n"
                        "  --url 'https://localhost:8443/hook?a=1&b=2' `\n"
                        "  --data-binary \"@$body\"\n"
                        "Remove-Item $body\n"));
    QCOMPARE(
        formats::curlCommand(request("{\"a\":1}"), target, Shell::Cmd),
        QByteArray(">\"%TEMP%\\hookglass.base64\" echo(eyJhIjoxfQ==\r\n"
                   "certutil -f -decode \"%TEMP%\\hookglass.base64\" \"%TEMP%\\hookglass.body\" "
                   ">nul\r\n"
                   "curl ^\r\n"
                   "  --request \"POST\" ^\r\n"
                   "  --http1.1 ^\r\n"
                   "  --header \"Accept: */*\" ^\r\n"
                   "  --header \"User-Agent: Smile (+x; y)\" ^\r\n"
                   "  --header \"Content-Type:\" ^\r\n"
                   "  --header \"Expect:\" ^\r\n"
                   "  --path-as-is ^\r\n"
                   "  --globoff ^\r\n"
                   "  --url \"https://localhost:8443/hook?a=1&b=2\" ^\r\n"
                   "  --data-binary \"@%TEMP%\\hookglass.body\"\r\n"
                   "del \"%TEMP%\\hookglass.base64\" \"%TEMP%\\hookglass.body\"\r\n"));
}

void TstCurlWindows::passesEveryBody_data()
{
    QTest::addColumn<Shell>("shell");
    QTest::addColumn<QByteArray>("body");

    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all += char(i);
    const QList<std::pair<const char *, QByteArray>> bodies{
        {"JSON", "{\"a\": \"b\"}"},
        {"variables", "%PATH% %%PATH%% !PATH! $env:PATH $(x)"},
        {"carets", "^^ ^& ^"},
        {"quotes", "'\" ''\" \\\" `\""},
        {"lines", "a\nb\r\n\n"},
        {"an at sign", "@C:\\secret.txt"},
        {"beyond ASCII", "Zoë ‘quoted’ 你好"},
        {"all bytes", all},
        {"nothing", ""},
        {"many", QByteArray(300'000, 'x')}};
    for (const auto &[name, body] : bodies) {
        QTest::addRow("%s, cmd", name) << Shell::Cmd << body;
        QTest::addRow("%s, PowerShell", name) << Shell::PowerShell << body;
    }
}

void TstCurlWindows::passesEveryBody()
{
    QFETCH(Shell, shell);
    QFETCH(QByteArray, body);
    const Heard heard = hear(request(body), shell);
    QCOMPARE(heard.trouble, QByteArray());
    QVERIFY(heard.body == body);
    QCOMPARE(heard.words.contains("--data-binary"), body.isEmpty());
}

void TstCurlWindows::passesHostileValues_data()
{
    QTest::addColumn<Shell>("shell");
    QTest::addColumn<QByteArray>("value");

    for (const char *value : {"a\" & calc & \"",
                              "%USERNAME%",
                              "100%",
                              "!x!",
                              "^\"",
                              "x\\",
                              "x\\\"",
                              "'; calc; '",
                              "$(calc)",
                              "`calc`",
                              "a & b | c > d < e",
                              "(a)",
                              "tab\there",
                              "caf\xc3\xa9",
                              "\xff\x01",
                              "‘; calc; ’",
                              "a = \"b\"",
                              "#x",
                              "-o x",
                              "@x"}) {
        QTest::addRow("%s, cmd", value) << Shell::Cmd << QByteArray(value);
        QTest::addRow("%s, PowerShell", value) << Shell::PowerShell << QByteArray(value);
    }
}

void TstCurlWindows::passesHostileValues()
{
    QFETCH(Shell, shell);
    QFETCH(QByteArray, value);
    http::Request made = request();
    made.method = value;
    made.target = value;
    made.fields = {{"X", value}, {"Y", ""}, {"X", value}};
    const QString file = QString::fromLatin1(value);
    const Heard heard = hear(made, shell, {.origin = "https://" + value, .authorityFile = file});
    QCOMPARE(heard.trouble, QByteArray());
    QCOMPARE(heard.valuesOf("--request"), {value});
    QCOMPARE(heard.valuesOf("--request-target"), {value});
    QCOMPARE(heard.valuesOf("--cacert"), {file.toUtf8()});
    QCOMPARE(heard.valuesOf("--url"), {"https://" + value + '/'});
    QCOMPARE(heard.valuesOf("--header").first(3),
             QList<QByteArray>({"X: " + value, "Y;", "X: " + value}));
}

// cmd takes no longer line.
void TstCurlWindows::passesManyFields()
{
    http::Request made = request();
    for (int i = 0; i < 200; ++i)
        made.fields.append({"X-" + QByteArray::number(i), QByteArray(60, 'v')});
    for (const Shell shell : {Shell::Cmd, Shell::PowerShell}) {
        const Heard heard = hear(made, shell);
        QCOMPARE(heard.trouble, QByteArray());
        QCOMPARE(heard.valuesOf("--header").size(), 204);
    }
}

void TstCurlWindows::sendsNoBodyWhereThereWasNone()
{
    http::Request made = request({});
    made.framing = http::Framing::None;
    for (const Shell shell : {Shell::Cmd, Shell::PowerShell}) {
        const QByteArray command = formats::curlCommand(made, target, shell);
        QVERIFY(!command.contains("--data-binary"));
        QVERIFY(!command.contains("hookglass") && !command.contains("Temp"));
        QVERIFY(command.startsWith("curl"));
    }
}

QTEST_GUILESS_MAIN(TstCurlWindows)
#include "tst_curlwindows.moc"
