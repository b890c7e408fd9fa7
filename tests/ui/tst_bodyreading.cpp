// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/plurals.h"
#include "ui/views/bodyreading.h"

#include <QTest>

using namespace ui;
using namespace Qt::Literals::StringLiterals;

namespace
{

BodyReading readingOf(const QByteArray &bytes, const QByteArray &type = {})
{
    return readBody({.bytes = bytes, .contentType = type, .contentEncoding = {}});
}

QString textOf(const QByteArray &bytes, const QByteArray &type, BodyMode mode)
{
    return writeBody({.reading = readingOf(bytes, type), .mode = mode}).value().text;
}

} // namespace

class TstBodyReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsTheKind_data();
    void tellsTheKind();
    void notesWhatMaySurprise_data();
    void notesWhatMaySurprise();
    void saysNothingOfAnOrdinaryBody();
    void readsTheStatedCharset_data();
    void readsTheStatedCharset();
    void laysJsonOut();
    void showsTextAsItIs();
    void readsFormFields();
    void undoesContentCodings();
    void refusesTextsThatGrowTooLong();

private:
    Plurals m_plurals;
};

void TstBodyReading::initTestCase() { QCoreApplication::installTranslator(&m_plurals); }

void TstBodyReading::tellsTheKind_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<BodyKind>("kind");
    const auto row
        = [](const char *name, const QByteArray &bytes, const char *type, BodyKind kind) {
              QTest::newRow(name) << bytes << QByteArray(type) << kind;
          };
    row("nothing", "", "application/json", BodyKind::Empty);
    row("JSON", "{}", "application/json", BodyKind::Json);
    row("JSON with a parameter", "{}", "Application/JSON; charset=utf-8", BodyKind::Json);
    row("JSON of a kind of its own", "1", "application/vnd.api+json", BodyKind::Json);
    row("JSON without a type", " [1]", "", BodyKind::Json);
    row("JSON said to be text", "{\"a\":1}", "text/plain", BodyKind::Json);
    row("JSON behind a byte order mark", "\xEF\xBB\xBF{}", "", BodyKind::Json);
    row("a number without a type", "1", "", BodyKind::Text);
    row("broken JSON", "{", "application/json", BodyKind::Text);
    row("a form", "a=1", "application/x-www-form-urlencoded", BodyKind::Form);
    row("text", "hello", "text/plain", BodyKind::Text);
    row("a null byte", QByteArray("a\0b", 3), "", BodyKind::Binary);
    row("an image", "\x89PNG\r\n\x1A\n", "image/png", BodyKind::Binary);
    row("a bad byte in a long text", QByteArray(100, 'x') + '\xFF', "text/plain", BodyKind::Text);
    row("Latin-1 that says so", "\xE4\xF6\xFC", "text/plain; charset=iso-8859-1", BodyKind::Text);
}

void TstBodyReading::tellsTheKind()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, type);
    QFETCH(BodyKind, kind);
    const BodyReading reading = readingOf(bytes, type);
    QCOMPARE(reading.kind, kind);
    QCOMPARE(bool(reading.document), kind == BodyKind::Json);
}

void TstBodyReading::notesWhatMaySurprise_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("note");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &note) {
        QTest::newRow(name) << bytes << note;
    };
    row("an error with its place", "{\"topic\":\"p\" \"data\":{}}",
        u"Not valid JSON: line 1, column 14: a comma is expected (byte 13)."_s);
    row("repeated keys", R"({"a":1,"a":2,"b":{"x":1,"x":2}})",
        u"Repeated keys: “a”, “x”. Programs differ in which one counts."_s);
    row("many repeated keys", R"({"a":1,"a":1,"b":1,"b":1,"c":1,"c":1,"d":1,"d":1})",
        u"Repeated keys: “a”, “b”, “c”, …. Programs differ in which one counts."_s);
    row("a line end", "{}\n",
        u"Goes on for 1 byte of white space after the value, which the signature covers too."_s);
    row("spaces", "{}  \r\n",
        u"Goes on for 4 bytes of white space after the value, which the signature covers too."_s);
    row("a byte order mark", "\xEF\xBB\xBF{}",
        u"Begins with a byte order mark, which the signature covers too."_s);
    row("bytes that are not UTF-8", "[\"" + QByteArray(100, 'x') + "\xFF\xFF\"]",
        u"Cannot read 2 places as UTF-8; they are shown as �."_s);
}

void TstBodyReading::notesWhatMaySurprise()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, note);
    const BodyReading reading = readingOf(bytes, "application/json");
    QVERIFY2(reading.notes.contains(note), qPrintable(reading.notes.join(u'\n')));
}

void TstBodyReading::saysNothingOfAnOrdinaryBody()
{
    QCOMPARE(readingOf("{\"a\":{\"b\":1},\"b\":2}", "application/json").notes, QStringList());
    QCOMPARE(readingOf("[not] JSON", "text/plain").notes, QStringList());
    QCOMPARE(readingOf("", "application/json").notes, QStringList());
}

void TstBodyReading::readsTheStatedCharset_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("charset");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QByteArray &bytes, const char *type,
                        const char *charset, const QString &text) {
        QTest::newRow(name) << bytes << QByteArray(type) << QByteArray(charset) << text;
    };
    row("none", "\xC3\xA4", "text/plain", "UTF-8", u"ä"_s);
    row("UTF-8 in quotes", "\xC3\xA4", "text/plain; charset=\"utf-8\"", "UTF-8", u"ä"_s);
    row("Latin-1", "\xE4", "text/plain;charset=iso-8859-1", "ISO-8859-1", u"ä"_s);
    row("UTF-16", QByteArray("a\0b\0", 4), "text/plain; charset=utf-16le", "UTF-16LE", u"ab"_s);
    row("one that nobody knows", "\xC3\xA4", "text/plain; charset=klingon", "UTF-8", u"ä"_s);
    row("JSON is UTF-8 whatever is said", "\"\xC3\xA4\"", "application/json; charset=iso-8859-1",
        "UTF-8", u"\"ä\""_s);
    row("hidden characters are seen in any", "a\x1B", "text/plain; charset=iso-8859-1",
        "ISO-8859-1", u"a␛"_s);
}

void TstBodyReading::readsTheStatedCharset()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, type);
    QTEST(readingOf(bytes, type).charset, "charset");
    QTEST(textOf(bytes, type, BodyMode::Text), "text");
}

void TstBodyReading::laysJsonOut()
{
    QCOMPARE(textOf(R"({"n":1.10,"a":[]})", "application/json", BodyMode::Pretty),
             u"{\n  \"n\": 1.10,\n  \"a\": []\n}"_s);
}

void TstBodyReading::showsTextAsItIs()
{
    QCOMPARE(textOf(R"({"n":1.10 })", "application/json", BodyMode::Text), uR"({"n":1.10 })"_s);
    QCOMPARE(textOf("{oops", "application/json", BodyMode::Pretty), u"{oops"_s);
}

void TstBodyReading::readsFormFields()
{
    const BodyReading reading = readingOf("a=1&b=x+y", "application/x-www-form-urlencoded");
    QCOMPARE(reading.form, (http::Fields{{"a", "1"}, {"b", "x y"}}));
}

void TstBodyReading::undoesContentCodings()
{
    const QByteArray packed // "{}"
        = QByteArray::fromHex("1f8b0800000000000203abae050043bfa6a302000000");
    const BodyReading reading
        = readBody({.bytes = packed, .contentType = "application/json", .contentEncoding = "gzip"});
    QCOMPARE(reading.bytes, QByteArray("{}"));
    QCOMPARE(reading.kind, BodyKind::Json);
    QCOMPARE(
        reading.notes,
        QStringList{u"Decoded from gzip for viewing: 22 B became 2 B. The signature covers the "
                    "bytes received."_s});
    const BodyReading broken
        = readBody({.bytes = "{}", .contentType = "application/json", .contentEncoding = "gzip"});
    QCOMPARE(broken.kind, BodyKind::Json);
    QVERIFY(broken.notes.value(0).startsWith(u"Cannot undo the content coding."_s));
}

void TstBodyReading::refusesTextsThatGrowTooLong()
{
    const int depth = json::maximumDepth;
    const QByteArray deep
        = QByteArray(depth, '[') + QByteArrayList(40'000, "1").join(',') + QByteArray(depth, ']');
    const BodyReading reading = readingOf(deep, "application/json");
    QVERIFY(reading.document);
    QVERIFY(!writeBody({.reading = reading, .mode = BodyMode::Pretty}).has_value());
}

QTEST_GUILESS_MAIN(TstBodyReading)
#include "tst_bodyreading.moc"
