// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/bodyvariants.h"

#include <QTest>

using namespace signature;

Q_DECLARE_METATYPE(signature::Cause)

namespace
{

// What Node, Python, Ruby, PHP and others make of this text was printed by them.
constexpr char order[]
    = R"({"id":7,"name":"Zo\u00eb","url":"https://x.io/a?b=1&c=<d>","amount":10.50,"rate":1.0,)"
      R"("data":{},"tags":[]})";
constexpr char plainOrder[]
    = "{\"id\":7,\"name\":\"Zo\xc3\xab\",\"url\":\"https://x.io/a?b=1&c=<d>\",\"amount\":10.50}";

Variants all(const QByteArray &body, bool form)
{
    return jsonVariants() + escapingVariants() + charsetVariants() + newlineVariants()
        + wrappingVariants(body) + formVariants(form);
}

// The causes under which the text can be reached with one change.
QList<Cause> causesOf(const QByteArray &body, const QByteArray &wanted, bool form)
{
    QList<Cause> causes;
    for (const Variant &variant : all(body, form)) {
        if (variant.change(body) == wanted && !causes.contains(variant.cause))
            causes.append(variant.cause);
    }
    return causes;
}

void row(const char *name, const QByteArray &body, const QByteArray &wanted, Cause cause,
         bool form = false)
{
    QTest::newRow(name) << body << wanted << cause << form;
}

} // namespace

class TstBodyVariants : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatIsDoneToBodies_data();
    void knowsWhatIsDoneToBodies();
    void standsAnyBytes_data();
    void standsAnyBytes();
    void namesEachVariantOnce();
};

void TstBodyVariants::knowsWhatIsDoneToBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<Cause>("cause");
    QTest::addColumn<bool>("form");

    const QByteArray spaced = R"({"b": [1, {"c": null}], "a": "x"})";
    const QByteArray tight = R"({"b":[1,{"c":null}],"a":"x"})";
    using enum Cause;
    row("Python's spaces gone", spaced, tight, JsonReserialised);
    row("Python's spaces come", tight, spaced, JsonReserialised);
    row("keys sorted at every depth", R"({"b":{"z":1,"y":2},"a":0})",
        R"({"a":0,"b":{"y":2,"z":1}})", JsonReserialised);
    row("keys sorted with Python's spaces", tight, R"({"a": "x", "b": [1, {"c": null}]})",
        JsonReserialised);
    row("indented by two", tight,
        "{\n  \"b\": [\n    1,\n    {\n      \"c\": null\n    }\n  ],\n  \"a\": \"x\"\n}",
        JsonReserialised);
    row("indented by four", R"({"a":1})", "{\n    \"a\": 1\n}", JsonReserialised);
    row("indented by a tab", R"({"a":1})", "{\n\t\"a\": 1\n}", JsonReserialised);
    row("indented, with CR LF", R"({"a":1})", "{\r\n  \"a\": 1\r\n}", JsonReserialised);
    row("indented by Jackson", R"({"a":[1,2]})", "{\n  \"a\" : [ 1, 2 ]\n}", JsonReserialised);
    row("stored as jsonb", R"({"bb":1,"a":2,"c":3})", R"({"a": 2, "c": 3, "bb": 1})",
        JsonReserialised);
    row("JSON.stringify of numbers", R"({"a":10.50,"b":1.0,"c":1e2})",
        R"({"a":10.5,"b":1,"c":100})", JsonReserialised);
    row("JSON.stringify of keys that are integers", R"({"b":1,"2":2,"1":3})",
        R"({"1":3,"2":2,"b":1})", JsonReserialised);
    row("JSON.parse of a repeated key", R"({"a":1,"b":2,"a":3})", R"({"a":3,"b":2})",
        JsonReserialised);
    row("json.dumps of numbers", R"({"a":10.50,"b":1.0,"c":1e2})",
        R"({"a": 10.5, "b": 1.0, "c": 100.0})", JsonReserialised);
    row("json_encode of an empty object", R"({"topic":"ping","data":{}})",
        R"({"topic":"ping","data":[]})", JsonReserialised);
    row("what json_encode made of an empty object", R"({"topic":"ping","data":[]})",
        R"({"topic":"ping","data":{}})", JsonReserialised);
    row("Gson's numbers", R"({"id":7})", R"({"id":7.0})", JsonReserialised);
    row("null members left out", R"({"a":null,"b":1})", R"({"b":1})", JsonReserialised);
    row("an amount's second place", R"({"a":10.5})", R"({"a":10.50})", JsonReserialised);
    row("Go's map", R"({"b":1.0,"a":2})", R"({"a":2,"b":1})", JsonReserialised);
    row("Python's dict", R"({"a":null,"b":[true,1.50],"c":"it's"})",
        R"({'a': None, 'b': [True, 1.5], 'c': "it's"})", JsonReserialised);
    row("Ruby's hash", R"({"a":null,"b":[true]})", R"({"a"=>nil, "b"=>[true]})", JsonReserialised);

    row("json_encode's escapes", plainOrder,
        R"({"id":7,"name":"Zo\u00eb","url":"https:\/\/x.io\/a?b=1&c=<d>","amount":10.50})",
        JsonEscaping);
    row("json_encode's escapes gone",
        R"({"id":7,"name":"Zo\u00eb","url":"https:\/\/x.io\/a?b=1&c=<d>","amount":10.50})",
        plainOrder, JsonEscaping);
    row("slashes alone", order, QByteArray(order).replace("/", "\\/"), JsonEscaping);
    row("slashes alone, in white space of their own", R"( { "a/b" : "c/d" } )",
        R"( { "a\/b" : "c\/d" } )", JsonEscaping);
    row("upper-case escapes", plainOrder, QByteArray(plainOrder).replace("\xc3\xab", "\\u00EB"),
        JsonEscaping);
    row("escapes in the other case", R"({"a":"\u00e9 \u00fc <é>"})", R"({"a":"\u00E9 \u00FC <é>"})",
        JsonEscaping);
    row("Go's markup", plainOrder,
        QByteArray(plainOrder)
            .replace('&', "\\u0026")
            .replace('<', "\\u003c")
            .replace('>', "\\u003e"),
        JsonEscaping);
    row("Go's markup gone", R"({"a":"\u003cb\u003e \u0026"})", R"({"a":"<b> &"})", JsonEscaping);
    row("Rails' line separators", "{\"a\":\"\xe2\x80\xa8<\"}", R"({"a":"\u2028\u003c"})",
        JsonEscaping);
    row("System.Text.Json", "{\"a\":\"\xc3\xa9+'\\\"<\"}",
        R"({"a":"\u00E9\u002B\u0027\u0022\u003C"})", JsonEscaping);
    row("addslashes", R"({"a":"it's"})", R"({\"a\":\"it\'s\"})", JsonEscaping);
    row("addslashes undone", R"({\"a\":\"it\'s\"})", R"({"a":"it's"})", JsonEscaping);
    row("HTML entities", R"({"a":"<&>"})", "{&quot;a&quot;:&quot;&lt;&amp;&gt;&quot;}",
        JsonEscaping);

    row("question marks", plainOrder, QByteArray(plainOrder).replace("\xc3\xab", "?"), Charset);
    row("a question mark for each byte", plainOrder,
        QByteArray(plainOrder).replace("\xc3\xab", "??"), Charset);
    row("Latin-1", plainOrder, QByteArray(plainOrder).replace("\xc3\xab", "\xeb"), Charset);
    row("UTF-8 twice", plainOrder, QByteArray(plainOrder).replace("\xc3\xab", "\xc3\x83\xc2\xab"),
        Charset);
    row("UTF-8 twice undone", "Zo\xc3\x83\xc2\xab", "Zo\xc3\xab", Charset);
    row("Windows-1252 twice", "\xe2\x9c\x93", "\xc3\xa2\xc5\x93\xe2\x80\x9c", Charset);
    row("from Windows-1252", "5 \x80", "5 \xe2\x82\xac", Charset);
    row("U+FFFD for bytes", "Zo\xc3\xab", "Zo\xef\xbf\xbd\xef\xbf\xbd", Charset);
    row("U+FFFD for what is no UTF-8", "caf\xe9!", "caf\xef\xbf\xbd!", Charset);
    row("letters dropped", "Zo\xc3\xab!", "Zo!", Charset);
    row("Node's ascii", "Zo\xc3\xab\xe2\x9c\x93", "ZoC+b\x1c\x13", Charset);
    row("UTF-16", "{}", QByteArray("{\0}\0", 4), Charset);
    row("decomposed", "Zo\xc3\xab", "Zoe\xcc\x88", Charset);

    row("echo's line feed", "{}", "{}\n", Newline);
    row("final line break gone", "{}\r\n", "{}", Newline);
    row("only the last of two gone", "{}\n\n", "{}\n", Newline);
    row("CR LF", "a\nb\n", "a\r\nb\r\n", Newline);
    row("CR LF becomes LF", "a\r\nb", "a\nb", Newline);
    row("no line breaks", "a\r\nb\n", "ab", Newline);
    row("byte order mark gone", "\xef\xbb\xbf{}", "{}", Newline);
    row("byte order mark added", "{}", "\xef\xbb\xbf{}", Newline);
    row("trimmed", " \t{} \n", "{}", Newline);

    row("Base64", R"({"a":1})", "eyJhIjoxfQ==", WrappedBody);
    row("Base64 decoded", "eyJhIjoxfQ==", R"({"a":1})", WrappedBody);
    row("Base64 in quotes", "\"eyJhIjoxfQ==\"", R"({"a":1})", WrappedBody);
    row("a JSON string", R"({"a":1})", R"("{\"a\":1}")", WrappedBody);
    row("a JSON string undone", R"("{\"a\":1}")", R"({"a":1})", WrappedBody);
    row("a gateway's event", R"({"body":"{\"a\": 1}","isBase64Encoded":false})", R"({"a": 1})",
        WrappedBody);
    row("a gateway's event in Base64", R"({"body":"eyJhIjoxfQ==","isBase64Encoded":true})",
        R"({"a":1})", WrappedBody);
    row("an object in an envelope", R"({"id":1,"payload":{ "a" : 1 }})", R"({ "a" : 1 })",
        WrappedBody);
    row("an empty body", "{}", "", WrappedBody);
    row("braces for an empty body", "", "{}", WrappedBody);
    row("a Node Buffer", R"({"a":1})", R"({"type":"Buffer","data":[123,34,97,34,58,49,125]})",
        WrappedBody);
    row("an object put into a text", R"({"a":1})", "[object Object]", WrappedBody);
    row("a field that is not said to be a form's", "payload=%7B%22a%22%3A1%7D", R"({"a":1})",
        WrappedBody);

    row("the form's field", "x=1&payload=%7B%22a%22%3A+1%7D", R"({"a": 1})", FormEncoding, true);
    row("JSON as a form's field", R"({"a":"é b"})", "payload=%7B%22a%22%3A%22%C3%A9+b%22%7D",
        FormEncoding);
    row("JSON as encodeURIComponent writes it", R"({"a":"b (c) d"})",
        "payload=%7B%22a%22%3A%22b%20(c)%20d%22%7D", FormEncoding);

    row("a form as JSON", "token=a+b&n=1", R"({"token":"a b","n":"1"})", FormEncoding, true);
    row("spaces as %20", "text=a+b", "text=a%20b", FormEncoding, true);
    row("spaces as +", "text=a%20b~", "text=a+b%7E", FormEncoding, true);
    row("fields sorted", "b=1&a=2", "a=2&b=1", FormEncoding, true);
    row("a form decoded", "a=%7B%7D&b=x+y", "a={}&b=x y", FormEncoding, true);
}

void TstBodyVariants::knowsWhatIsDoneToBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, wanted);
    QFETCH(Cause, cause);
    QFETCH(bool, form);
    const auto causes = causesOf(body, wanted, form);
    QVERIFY(causes.contains(cause));
}

void TstBodyVariants::standsAnyBytes_data()
{
    QTest::addColumn<QByteArray>("body");

    QByteArray every;
    for (int i = 0; i < 256; ++i)
        every += char(i);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("every byte") << every;
    QTest::newRow("JSON cut off") << QByteArray(R"({"a":"\u00)");
    QTest::newRow("a lone backslash") << QByteArray("\\");
    QTest::newRow("a lone percent sign") << QByteArray("a=%");
    QTest::newRow("half of a pair") << QByteArray(R"({"a":"\ud83d"})");
    QTest::newRow("deep") << QByteArray(1024, '[') + QByteArray(1024, ']');
    QTest::newRow("too deep") << QByteArray(2000, '[') + QByteArray(2000, ']');
    QTest::newRow("a lead byte at the end") << QByteArray("\"\xe2");
    QTest::newRow("a quote alone") << QByteArray("\"");
}

void TstBodyVariants::standsAnyBytes()
{
    QFETCH(QByteArray, body);
    for (const Variant &variant : all(body, true)) {
        const auto changed = variant.change(body);
        QVERIFY(!changed || changed->size() <= body.size() * 6 + 8192);
    }
}

void TstBodyVariants::namesEachVariantOnce()
{
    QStringList clauses;
    for (const Variant &variant : all({}, false))
        clauses.append(variant.clause);
    const auto all = clauses.size();
    QCOMPARE(clauses.removeDuplicates(), 0);
    QVERIFY(all > 100);
}

QTEST_APPLESS_MAIN(TstBodyVariants)
#include "tst_bodyvariants.moc"
