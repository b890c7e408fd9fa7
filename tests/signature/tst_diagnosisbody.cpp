// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/broken.h"

#include <QTest>

using namespace signature;
using namespace Qt::Literals::StringLiterals;

// Bodies that were changed on their way: each row has what the sender signed and what is here, as
// the programs themselves wrote it.
class TstDiagnosisBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void provesWhatWasDoneToTheBody_data();
    void provesWhatWasDoneToTheBody();
    void provesTwoThingsAtOnce_data();
    void provesTwoThingsAtOnce();
};

namespace
{

void addColumns()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("here");
    QTest::addColumn<QStringList>("causes");
}

void row(const char *name, const QByteArray &sent, const QByteArray &here, const QString &cause)
{
    QTest::newRow(name) << sent << here << QStringList(cause);
}

void both(const char *name, const QByteArray &sent, const QByteArray &here, const QString &first,
          const QString &second)
{
    QTest::newRow(name) << sent << here << QStringList{first, second};
}

void check(const Diagnosis &diagnosis, const QByteArray &signedText)
{
    QFETCH(QStringList, causes);
    QCOMPARE(broken::words(diagnosis.causes), causes);
    QCOMPARE(diagnosis.certainty, Certainty::Proof);
    QCOMPARE(diagnosis.fittingText, signedText);
    QVERIFY(!diagnosis.detail.isEmpty());
    QVERIFY(!diagnosis.remedy.isEmpty());
    QVERIFY(!diagnosis.differences.isEmpty());
    QVERIFY(diagnosis.tried > 0 && diagnosis.tried <= 2000);
}

constexpr char customer[]
    = "{\"account_id\":12345,\"data\":{\"customer\":{\"id\":987,\"first_name\":\"Zo\xc3\xab\","
      "\"referral_url\":\"http://i.refs.cc/a?b=1\",\"points_balance\":100,\"vip_status\":null}},"
      "\"topic\":\"customer/updated\"}";
constexpr char customerPhp[]
    = R"({"account_id":12345,"data":{"customer":{"id":987,"first_name":"Zo\u00eb",)"
      R"("referral_url":"http:\/\/i.refs.cc\/a?b=1","points_balance":100,"vip_status":null}},)"
      R"("topic":"customer\/updated"})";
constexpr char customerPython[]
    = R"({"account_id": 12345, "data": {"customer": {"id": 987, "first_name": "Zo\u00eb", )"
      R"("referral_url": "http://i.refs.cc/a?b=1", "points_balance": 100, "vip_status": null}}, )"
      R"("topic": "customer/updated"})";
constexpr char customerPythonUnicode[]
    = "{\"account_id\": 12345, \"data\": {\"customer\": {\"id\": 987, \"first_name\": "
      "\"Zo\xc3\xab\", "
      "\"referral_url\": \"http://i.refs.cc/a?b=1\", \"points_balance\": 100, \"vip_status\": "
      "null}}, \"topic\": \"customer/updated\"}";

} // namespace

void TstDiagnosisBody::provesWhatWasDoneToTheBody_data()
{
    addColumns();
    const QString json = u"json-reserialised"_s;
    const QString escapes = u"json-escaping"_s;
    const QString newline = u"newline"_s;
    const QString charset = u"charset"_s;
    const QString wrapped = u"wrapped-body"_s;
    const QString form = u"form-encoding"_s;

    row("Python's json.dumps without ASCII", customer, customerPythonUnicode, json);
    row("Python's json.dumps undone", customerPythonUnicode, customer, json);
    row("indented by two", R"({"a":[1,2]})", "{\n  \"a\": [\n    1,\n    2\n  ]\n}", json);
    row("indented by two undone", "{\n  \"a\": [\n    1,\n    2\n  ]\n}", R"({"a":[1,2]})", json);
    row("indented by four", "{\n    \"a\": 1\n}", R"({"a":1})", json);
    row("indented by tabs", "{\n\t\"a\": 1\n}", R"({"a":1})", json);
    row("keys sorted by whoever signed", R"({"a":1,"b":{"c":1,"d":2}})",
        R"({"b":{"d":2,"c":1},"a":1})", json);
    row("keys sorted on the way", R"({"topic":"ping","data":{},"account_id":0})",
        R"({"account_id":0,"data":{},"topic":"ping"})", json);
    row("jsonb", R"({"id": 1, "name": "x", "email": "y"})", R"({"email":"y","name":"x","id":1})",
        json);
    row("JSON.stringify took zeros away", R"({"amount":10.50,"rate":1.0})",
        R"({"amount":10.5,"rate":1})", json);
    row("zeros that whoever signed has taken away", R"({"amount":10.5,"rate":1})",
        R"({"amount":10.50,"rate":1.0})", json);
    row("an array for an object", R"({"account_id":0,"data":{},"topic":"ping"})",
        R"({"account_id":0,"data":[],"topic":"ping"})", json);
    row("Python's dict", "{'a': None, 'b': True}", R"({"a":null,"b":true})", json);

    row("PHP's json_encode", customer, customerPhp, escapes);
    row("PHP's json_encode undone", customerPhp, customer, escapes);
    row("slashes alone", R"({"u":"a\/b"})", R"({"u":"a/b"})", escapes);
    row("Go escapes markup", R"({"u":"a&b <c>"})", R"({"u":"a\u0026b \u003cc\u003e"})", escapes);
    row("upper-case escapes", R"({"u":"\u00EB"})", "{\"u\":\"\xc3\xab\"}", escapes);
    row("escapes in the other case", R"({"u":"\u00eb"})", R"({"u":"\u00EB"})", escapes);
    row("Rails escapes line separators", "{\"u\":\"\xe2\x80\xa8&\"}", R"({"u":"\u2028\u0026"})",
        escapes);
    row("addslashes", R"({"u":"v"})", R"({\"u\":\"v\"})", escapes);

    row("read as Latin-1", "{\"u\":\"Zo\xc3\xab\"}", "{\"u\":\"Zo\xc3\x83\xc2\xab\"}", charset);
    row("written in Latin-1", "{\"u\":\"Zo\xc3\xab\"}", "{\"u\":\"Zo\xeb\"}", charset);
    row("signed in Latin-1", "{\"u\":\"Zo\xeb\"}", "{\"u\":\"Zo\xc3\xab\"}", charset);
    row("signed with question marks", "{\"u\":\"Zo?\"}", "{\"u\":\"Zo\xc3\xab\"}", charset);

    row("echo", "{}", "{}\n", newline);
    row("a final line break lost", "{}\n", "{}", newline);
    row("CR LF lost at the end", "{}\r\n", "{}", newline);
    row("CR LF became LF", "{\r\n}", "{\n}", newline);
    row("LF became CR LF", "{\n}", "{\r\n}", newline);
    row("a byte order mark lost", "\xef\xbb\xbf{}", "{}", newline);
    row("a byte order mark added", "{}", "\xef\xbb\xbf{}", newline);
    row("printed for people, then echoed", R"({"a":1})", "{\n  \"a\": 1\n}\n", json);
    row("JSON with its final line feed lost", "{\n  \"a\": 1\n}\n", "{\n  \"a\": 1\n}", newline);

    row("Base64", R"({"a":1})", "eyJhIjoxfQ==", wrapped);
    row("Base64 undone", "eyJhIjoxfQ==", R"({"a":1})", wrapped);
    row("an API gateway's event", R"({"a": 1})",
        R"({"resource":"/","body":"{\"a\": 1}","isBase64Encoded":false})", wrapped);
    row("an empty body", "", "{}", wrapped);
    row("braces", "{}", "", wrapped);
    row("a JSON string", R"({"a":1})", R"("{\"a\":1}")", wrapped);
    row("a parsed object", "[object Object]", R"({"a":1})", wrapped);
    row("JSON in a form", "payload=%7B%22a%22%3A1%7D", R"({"a":1})", form);
}

void TstDiagnosisBody::provesWhatWasDoneToTheBody()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, here);
    check(diagnose(broken::smileBody(sent, here)), QByteArray(broken::stamp) + '.' + sent);
}

void TstDiagnosisBody::provesTwoThingsAtOnce_data()
{
    addColumns();
    const QString json = u"json-reserialised"_s;
    const QString escapes = u"json-escaping"_s;
    const QString newline = u"newline"_s;

    both("Python's json.dumps", customer, customerPython, json, escapes);
    both("Python's json.dumps undone", customerPython, customer, json, escapes);
    both("PHP's json_encode of spaced JSON", customerPythonUnicode, customerPhp, json, escapes);
    both("PHP's json_encode of spaced JSON undone", customerPhp, customerPythonUnicode, json,
         escapes);
    both("PHP's json_encode of an empty object", R"({"data":{},"url":"a/b"})",
         R"({"data":[],"url":"a\/b"})", json, escapes);
    both("Go's json.Marshal of a map", R"({"a":"\u003cb\u003e","b":1})", R"({"b":1,"a":"<b>"})",
         json, escapes);
    both("compact, with a line feed", "{\"a\":1}\n", R"({"a": 1})", json, newline);
    both("Base64 of a body with a line feed", "{\"a\":1}\n", "eyJhIjoxfQ==", newline,
         u"wrapped-body"_s);
    both("Base64 of spaced JSON", R"({"a":1})", "eyJhIjogMX0=", json, u"wrapped-body"_s);
    both("spaced and in Latin-1", "{\"a\": \"\xeb\"}", "{\"a\":\"\xc3\xab\"}", json, u"charset"_s);
}

void TstDiagnosisBody::provesTwoThingsAtOnce()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, here);
    check(diagnose(broken::smileBody(sent, here)), QByteArray(broken::stamp) + '.' + sent);
}

QTEST_GUILESS_MAIN(TstDiagnosisBody)
#include "tst_diagnosisbody.moc"
