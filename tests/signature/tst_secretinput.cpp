// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/secretinput.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace signature;

namespace
{
const auto key = QByteArrayLiteral("9f2c7b1e5d0a4c8877aa");
}

class TstSecretInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesOffWhatCopyingAdds_data();
    void takesOffWhatCopyingAdds();
    void leavesAKeyAlone_data();
    void leavesAKeyAlone();
    void warnsOfWhatHardlyIsAKey_data();
    void warnsOfWhatHardlyIsAKey();
    void joinsNoLinesOfASettingsFile();
    void readsAFile_data();
    void readsAFile();
    void saysWhereAFileHasWhiteSpace_data();
    void saysWhereAFileHasWhiteSpace();
    void warnsOverTheLongestSecretOnly();
    void overwritesWhatItWasGiven();
    void wipesSharedCopies();
    void wipesNoLiteral();
};

void TstSecretInput::takesOffWhatCopyingAdds_data()
{
    QTest::addColumn<QByteArray>("pasted");
    QTest::addColumn<QStringList>("removed");
    const auto space = u"Space around it was removed."_s;
    const auto lineBreak = u"Line break at the end was removed."_s;
    const auto quotes = u"Quotes around it were removed."_s;
    const auto invisible = u"Invisible characters around it were removed."_s;
    QTest::newRow("clean") << key << QStringList{};
    QTest::newRow("final line feed") << key + '\n' << QStringList{lineBreak};
    QTest::newRow("final CR LF") << key + "\r\n" << QStringList{lineBreak};
    QTest::newRow("three line feeds") << key + "\n\n\n"
                                      << QStringList{u"3 line breaks at the end were removed."_s};
    QTest::newRow("spaces in front") << "  " + key << QStringList{space};
    QTest::newRow("tab behind") << key + '\t' << QStringList{space};
    QTest::newRow("space and line break behind") << key + " \n" << QStringList{lineBreak, space};
    QTest::newRow("line break in front") << '\n' + key << QStringList{space};
    QTest::newRow("double quotes") << '"' + key + '"' << QStringList{quotes};
    QTest::newRow("single quotes") << '\'' + key + '\'' << QStringList{quotes};
    QTest::newRow("back quotes") << '`' + key + '`' << QStringList{quotes};
    QTest::newRow("typographic quotes")
        << QByteArrayLiteral("“") + key + QByteArrayLiteral("”") << QStringList{quotes};
    QTest::newRow("space inside the quotes") << "\" " + key + "\"" << QStringList{quotes, space};
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + key << QStringList{invisible};
    QTest::newRow("no-break space and line break behind") << key + "\xc2\xa0\n"
                                                          << QStringList{lineBreak, invisible};
    QTest::newRow("variable") << "SMILE_CLIENT_SECRET=" + key
                              << QStringList{u"“SMILE_CLIENT_SECRET=” in front was removed."_s};
    QTest::newRow("exported variable with quotes")
        << "export SMILE_SECRET='" + key + "'\n"
        << QStringList{lineBreak, u"“export SMILE_SECRET=” in front was removed."_s, quotes};
    QTest::newRow("JSON member") << "\"client_secret\": \"" + key
            + "\"," << QStringList{u"“\"client_secret\":” in front was removed."_s, quotes};
    QTest::newRow("YAML member") << "client_secret: " + key
                                 << QStringList{u"“client_secret:” in front was removed."_s};
    QTest::newRow("wrapped once") << key.first(9) + '\n' + key.sliced(9)
                                  << QStringList{u"Line break inside was removed."_s};
    QTest::newRow("wrapped twice and indented") << key.first(3) + "\r\n  " + key.sliced(3, 5)
            + " \n" + key.sliced(8) << QStringList{u"2 line breaks inside were removed."_s};
}

void TstSecretInput::takesOffWhatCopyingAdds()
{
    QFETCH(QByteArray, pasted);
    QFETCH(QStringList, removed);
    auto text = pasted;
    text.detach();
    const auto input = fromPaste(text);
    QCOMPARE(input.bytes, key);
    QCOMPARE(input.removed, removed);
    QCOMPARE(input.warning, QString());
}

void TstSecretInput::leavesAKeyAlone_data()
{
    QTest::addColumn<QByteArray>("pasted");
    QTest::newRow("padded Base64") << QByteArrayLiteral("QUJDREVGR0hJSktMTQ==");
    QTest::newRow("Base64 with one pad") << QByteArrayLiteral("QUJDREVGR0hJSktMTU4=");
    QTest::newRow("capitals and one pad") << QByteArrayLiteral("ABCDEFGHIJKLMNO=");
    QTest::newRow("an equals sign after no name") << QByteArrayLiteral("a9-b=c1d2e3f4g5h6");
    QTest::newRow("a lone quote in front") << QByteArrayLiteral("\"abcdefghijklmnop");
    QTest::newRow("quotes of two kinds") << QByteArrayLiteral("\"abcdefghijklmnop'");
    QTest::newRow("a prefix with an underscore") << QByteArrayLiteral("whsec_MfKQ9r8GKYqrTwjU");
    QTest::newRow("not ASCII") << QByteArrayLiteral("schlüsselwörterbuch");
}

void TstSecretInput::leavesAKeyAlone()
{
    QFETCH(QByteArray, pasted);
    QByteArray text(pasted.constData(), pasted.size());
    const auto input = fromPaste(text);
    QCOMPARE(input.bytes, pasted);
    QCOMPARE(input.removed, QStringList());
    QCOMPARE(input.warning, QString());
}

void TstSecretInput::warnsOfWhatHardlyIsAKey_data()
{
    QTest::addColumn<QByteArray>("pasted");
    QTest::addColumn<QString>("reason");
    QTest::newRow("short with a space")
        << QByteArrayLiteral("a b") << u"It has spaces inside and 3 characters."_s;
    QTest::newRow("spaces") << QByteArrayLiteral("a sentence of words")
                            << u"It has spaces inside."_s;
    QTest::newRow("one character") << QByteArrayLiteral("x") << u"It has 1 character."_s;
    QTest::newRow("eleven characters")
        << QByteArrayLiteral("abcdefghijk") << u"It has 11 characters."_s;
    QTest::newRow("eleven characters in more bytes")
        << QByteArrayLiteral("äöüäöüäöüäö") << u"It has 11 characters."_s;
    QTest::newRow("twelve characters") << QByteArrayLiteral("abcdefghijkl") << QString();
    QTest::newRow("address") << QByteArrayLiteral("https://hooks.example.com/smile")
                             << u"It is an address."_s;
    QTest::newRow("certificate") << QByteArrayLiteral("-----BEGIN CERTIFICATE-----")
                                 << u"It is a certificate or key file."_s;
    QTest::newRow("nothing but space") << QByteArrayLiteral(" \n ") << QString();
}

void TstSecretInput::warnsOfWhatHardlyIsAKey()
{
    QFETCH(QByteArray, pasted);
    QFETCH(QString, reason);
    const auto warning = fromPaste(pasted).warning;
    QCOMPARE(warning,
             reason.isEmpty() ? QString()
                              : u"That does not look like a signing secret. "_s + reason);
}

void TstSecretInput::joinsNoLinesOfASettingsFile()
{
    QByteArray text("SMILE_KEY=abcdefghijkl\nSMILE_SECRET=mnopqrstuvwx\n");
    const auto input = fromPaste(text);
    QCOMPARE(input.bytes, "SMILE_KEY=abcdefghijkl\nSMILE_SECRET=mnopqrstuvwx");
    QVERIFY(input.warning.endsWith(u"It has several lines with a name each."_s));
}

void TstSecretInput::readsAFile_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("removed");
    QTest::newRow("no line break") << key << key << QStringList{};
    QTest::newRow("one line feed, unsaid") << key + '\n' << key << QStringList{};
    QTest::newRow("one CR LF, unsaid") << key + "\r\n" << key << QStringList{};
    QTest::newRow("two line feeds") << key
            + "\n\n" << key << QStringList{u"2 line breaks at the end were removed."_s};
    QTest::newRow("space stays") << key + " \n" << key + ' ' << QStringList{};
    QTest::newRow("quotes stay") << '"' + key + '"' << '"' + key + '"' << QStringList{};
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QStringList{};
}

void TstSecretInput::readsAFile()
{
    QFETCH(QByteArray, contents);
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, removed);
    const auto input = fromFile(contents);
    QCOMPARE(input.bytes, bytes);
    QCOMPARE(input.removed, removed);
}

void TstSecretInput::saysWhereAFileHasWhiteSpace_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QString>("reason");
    QTest::newRow("in front") << ' ' + key << u"It begins with white space."_s;
    QTest::newRow("a line break in front") << '\n' + key << u"It begins with white space."_s;
    QTest::newRow("behind") << key + ' ' << u"It ends with white space."_s;
    QTest::newRow("behind, and a line break") << key + "\t\n" << u"It ends with white space."_s;
    QTest::newRow("at both ends") << ' ' + key + ' ' << u"It begins and ends with white space."_s;
    QTest::newRow("inside") << key + ' ' + key << u"It has spaces inside."_s;
    QTest::newRow("inside and behind") << key + ' ' + key + ' ' << u"It has spaces inside."_s;
    QTest::newRow("nothing else") << QByteArray("  ") << u"It begins and ends with white space."_s;
}

void TstSecretInput::saysWhereAFileHasWhiteSpace()
{
    QFETCH(QByteArray, contents);
    QFETCH(QString, reason);
    QCOMPARE(fromFile(contents).warning, u"That does not look like a signing secret. "_s + reason);
}

void TstSecretInput::warnsOverTheLongestSecretOnly()
{
    QByteArray longest(longestSecret, 'k');
    QByteArray longer(longestSecret + 1, 'k');
    QCOMPARE(fromPaste(longest).warning, QString());
    QCOMPARE(fromPaste(longer).warning,
             u"That does not look like a signing secret. It has 4,097 characters."_s);
}

void TstSecretInput::overwritesWhatItWasGiven()
{
    QByteArray text(key.constData(), key.size());
    const auto shared = text;
    const auto input = fromPaste(text);
    QVERIFY(text.isEmpty());
    QCOMPARE(shared, QByteArray(key.size(), '\0'));
    QCOMPARE(input.bytes, key);
}

void TstSecretInput::wipesSharedCopies()
{
    auto text = QString::fromLatin1(key);
    const auto copy = text;
    wipe(text);
    QVERIFY(text.isEmpty());
    QCOMPARE(copy, QString(key.size(), QChar()));
}

void TstSecretInput::wipesNoLiteral()
{
    auto bytes = key;
    wipe(bytes);
    QVERIFY(bytes.isEmpty());
    QCOMPARE(key.size(), 20);
}

QTEST_GUILESS_MAIN(TstSecretInput)
#include "tst_secretinput.moc"
