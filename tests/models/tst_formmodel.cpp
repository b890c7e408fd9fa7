// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/formmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace models;

class TstFormModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFields_data();
    void readsFields();
    void stopsAtTheLimit();
    void showsKeysAndValues();
    void isAProperModel();
};

void TstFormModel::readsFields_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<http::Fields>("fields");
    const auto row = [](const char *name, const char *body, const http::Fields &fields) {
        QTest::newRow(name) << QByteArray(body) << fields;
    };
    row("nothing", "", {});
    row("two fields", "a=1&b=2", {{"a", "1"}, {"b", "2"}});
    row("the same name twice", "a=1&a=2", {{"a", "1"}, {"a", "2"}});
    row("a plus is a space", "name=Maya+Ortiz", {{"name", "Maya Ortiz"}});
    row("percent signs", "e=%C3%A9%2B%26%3D", {{"e", "é+&="}});
    row("an equals sign in the value", "a=b=c", {{"a", "b=c"}});
    row("a name without a value", "a&b=", {{"a", ""}, {"b", ""}});
    row("ampersands without fields", "&&a=1&", {{"a", "1"}});
    row("bytes that are not UTF-8", "a=%FF", {{"a", "\xFF"}});
    row("a percent sign that escapes nothing", "a=100%", {{"a", "100%"}});
    row("a percent sign before no digits", "b=%zz&c=%4&%g1=%41",
        {{"b", "%zz"}, {"c", "%4"}, {"%g1", "A"}});
    row("an equals sign alone", "=&a=1", {{"", ""}, {"a", "1"}});
}

void TstFormModel::readsFields()
{
    QFETCH(QByteArray, body);
    QFETCH(http::Fields, fields);
    QCOMPARE(formFields(body, 100), fields);
}

void TstFormModel::stopsAtTheLimit()
{
    QCOMPARE(formFields("a=1&b=2&c=3", 3).size(), 3);
    QCOMPARE(formFields("a=1&b=2&c=3", 2).size(), 2);
}

void TstFormModel::showsKeysAndValues()
{
    FormModel model;
    model.setFields({{"payload", "a\nb"}, {"long", QByteArray("ä").repeated(501)}});
    QCOMPARE(model.index(0, 0).data().toString(), u"payload"_s);
    QCOMPARE(model.index(0, 1).data().toString(), u"a␊b"_s);
    QCOMPARE(model.index(1, 1).data().toString(), QString(500, u'ä'));
    QCOMPARE(model.field(model.index(1, 0)).value.size(), 1002);
}

void TstFormModel::isAProperModel()
{
    FormModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFields({{"a", "1"}});
    QCOMPARE(model.headerData(0, Qt::Horizontal, Qt::DisplayRole).toString(), u"Key"_s);
    model.setFields({});
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TstFormModel)
#include "tst_formmodel.moc"
