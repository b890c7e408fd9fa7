// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/formdata.h"

#include <QtTest>

using signature::Parameters;

namespace
{

// "a=1|b=2"; "-": it is no form.
QByteArray shown(const std::optional<Parameters> &parameters)
{
    if (!parameters)
        return "-";
    QByteArrayList all;
    for (const auto &[name, value] : *parameters)
        all.append(name + '=' + value);
    return all.join('|');
}

QByteArray part(const QByteArray &head, const QByteArray &value)
{
    return "--b\r\n" + head + "\r\n\r\n" + value + "\r\n";
}

const QByteArray named = "Content-Disposition: form-data; name=\"a\"";

} // namespace

class TstFormData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsParameters_data();
    void readsParameters();
    void readsForms_data();
    void readsForms();
    void readsAtMostTenThousand();
    void writesThemInOrder();
    void writesThemAsJson_data();
    void writesThemAsJson();
};

void TstFormData::readsParameters_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("parameters");

    const auto row = [](const char *name, const QByteArray &text, const QByteArray &parameters) {
        QTest::newRow(name) << text << parameters;
    };
    row("none", "", "");
    row("two in their order", "b=2&a=1", "b=2|a=1");
    row("one twice", "a=1&a=2", "a=1|a=2");
    row("a plus and an escape", "a+b=c%20d%2B", "a b=c d+");
    row("an escape in small letters", "a=%c3%a9", "a=\xc3\xa9");
    row("an escaped NUL and an ampersand", "a=%00%26", QByteArray("a=\0&", 4));
    row("percent signs that escape nothing", "a=%&b=%z1&c=%4", "a=%|b=%z1|c=%4");
    row("no equals sign", "a&b=", "a=|b=");
    row("an equals sign in the value", "a=b=c", "a=b=c");
    row("ampersands alone", "&&&", "");
    row("bytes that are no text", "\xff=\xfe", "\xff=\xfe");
}

void TstFormData::readsParameters()
{
    QFETCH(QByteArray, text);
    QTEST(shown(signature::readParameters(text)), "parameters");
}

void TstFormData::readsForms_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("fields");

    const auto row
        = [](const char *name, const QByteArray &type, const QByteArray &body,
             const QByteArray &fields) { QTest::newRow(name) << type << body << fields; };
    const QByteArray multipart = "multipart/form-data; boundary=b";
    row("no body", "application/json", "", "");
    row("a form", "application/x-www-form-urlencoded; charset=utf-8", "a=1", "a=1");
    row("a form in capitals", "Application/X-WWW-Form-Urlencoded", "a=1", "a=1");
    row("no type", "", "a=1", "a=1");
    row("JSON", "application/json", "{}", "-");
    row("a part", multipart, part(named, "x") + "--b--\r\n", "a=x");
    row("parts", multipart, part(named, "x") + part(named, "y\r\nz") + "--b--", "a=x|a=y\r\nz");
    row("a quoted boundary", "multipart/form-data; x=\";\"; boundary=\"b\"",
        part(named, "x") + "--b--", "a=x");
    row("a name with a quote", multipart,
        part("Content-Disposition: form-data; name=\"a\\\"b\"", "x") + "--b--", "a\"b=x");
    row("a name without quotes", multipart,
        part("content-disposition: form-data; name=a; filename=\"f\"", "x") + "--b--", "a=x");
    row("a part without a name", multipart, part("X: y", "x") + "--b--", "");
    row("no boundary", "multipart/form-data", part(named, "x") + "--b--", "-");
    row("no end", multipart, part(named, "x"), "-");
    row("no empty line in a part", multipart, "--b\r\n" + named + "\r\n--b--", "-");
    row("no part", multipart, "--b--", "");
    row("another boundary", multipart, "--c--", "");
}

void TstFormData::readsForms()
{
    http::Request request;
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    request.fields = {{"Content-Type", type}};
    request.body = body;
    QTEST(shown(signature::readForm(request)), "fields");
}

void TstFormData::readsAtMostTenThousand()
{
    const QByteArray text = QByteArray("a=b&").repeated(signature::mostParameters);
    QCOMPARE(signature::readParameters(text)->size(), signature::mostParameters);
    QVERIFY(!signature::readParameters(text + "a=b"));
    http::Request request;
    request.fields = {{"Content-Type", "multipart/form-data; boundary=b"}};
    request.body = part(named, "x").repeated(signature::mostParameters + 1) + "--b--";
    QVERIFY(!signature::readForm(request));
}

void TstFormData::writesThemInOrder()
{
    const Parameters parameters{{"b", "2"}, {"a", "2"}, {"a", "1"}, {"b", "2"}};
    QCOMPARE(signature::namesAndValues(parameters), QByteArray("a1a2b2b2"));
    QCOMPARE(signature::distinctNamesAndValues(parameters), QByteArray("a1a2b2"));
    QCOMPARE(signature::sortedQuery(parameters), QByteArray("a=1&a=2&b=2&b=2"));
    QCOMPARE(signature::namesAndValues({}), QByteArray());
    QCOMPARE(signature::distinctNamesAndValues({}), QByteArray());
    QCOMPARE(signature::sortedQuery({}), QByteArray());
}

void TstFormData::writesThemAsJson_data()
{
    QTest::addColumn<Parameters>("parameters");
    QTest::addColumn<QByteArray>("json");

    QTest::newRow("none") << Parameters() << QByteArray("{}");
    QTest::newRow("in their order")
        << Parameters{{"b", "2"}, {"a", "1"}} << QByteArray(R"({"b": "2", "a": "1"})");
    QTest::newRow("the last value at the first place")
        << Parameters{{"a", "1"}, {"b", "2"}, {"a", "3"}} << QByteArray(R"({"a": "3", "b": "2"})");
    QTest::newRow("escapes") << Parameters{{"\"\\/", "\n\x01\x7f"}}
                             << QByteArray("{\"\\\"\\\\/\": \"\\n\\u0001\\u007f\"}");
    QTest::newRow("characters beyond ASCII") << Parameters{{"a", "\xc3\xa9\xf0\x9f\x98\x80"}}
                                             << QByteArray("{\"a\": \"\\u00e9\\ud83d\\ude00\"}");
}

void TstFormData::writesThemAsJson()
{
    QFETCH(Parameters, parameters);
    QTEST(signature::jsonOfTexts(parameters), "json");
}

QTEST_GUILESS_MAIN(TstFormData)
#include "tst_formdata.moc"
