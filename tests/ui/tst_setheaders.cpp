// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/setheaders.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using models::CompareMode;
using models::RowChange;

class TstSetHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheHeaderOfALine();
    void shortensLongValuesOfThoseAlone();
    void remarksFields();
    void remarksSidesButNoBody();
};

static const SetHeaders set{{"Smile-Signature", u"(signed)"_s}, {"Smile-Timestamp", u"(at)"_s}};

void TstSetHeaders::findsTheHeaderOfALine()
{
    QCOMPARE(remarkOf(set, u"smile-timestamp: 1"), u"(at)"_s);
    QCOMPARE(remarkOf(set, u"Smile-Timestamps: 1"), QString());
    QCOMPARE(remarkOf(set, u"X: Smile-Timestamp: 1"), QString());
}

void TstSetHeaders::shortensLongValuesOfThoseAlone()
{
    const QByteArray value = "QdAf8h" + QByteArray(34, 'x') + "yVs=";
    http::Request request;
    request.fields = {{"smile-signature", value}, {"Smile-Timestamp", "1795428000"}, {"X", value}};
    const http::Request shown = withShortValues(request, set);
    QCOMPARE(QString::fromUtf8(shown.fields[0].value), u"QdAf8hxx…yVs="_s);
    QCOMPARE(shown.fields[1].value, "1795428000"_ba);
    QCOMPARE(shown.fields[2].value, value);
}

void TstSetHeaders::remarksFields()
{
    models::Comparison fields{.mode = CompareMode::Fields};
    fields.rows = {{RowChange::Changed, {u"Header Smile-Timestamp"_s, u"1"_s, u"2"_s}},
                   {RowChange::Removed, {u"Header Smile-Signature"_s, u"1"_s, QString()}},
                   {RowChange::Changed, {u"$.topic"_s, u"1"_s, u"2"_s}}};
    addRemarks(fields, set);
    QCOMPARE(fields.rows[0].cells[2], u"2  (at)"_s);
    QCOMPARE(fields.rows[1].cells[2], QString());
    QCOMPARE(fields.rows[2].cells[2], u"2"_s);
}

void TstSetHeaders::remarksSidesButNoBody()
{
    const QString header = u"Smile-Timestamp: 2"_s;
    models::Comparison sides{.mode = CompareMode::SideBySide};
    sides.rows = {{RowChange::Changed, {u"1"_s, u"Smile-Timestamp: 1"_s, u"1"_s, header}},
                  {RowChange::Same, {u"2"_s, QString(), u"2"_s, QString()}},
                  {RowChange::Added, {QString(), QString(), u"3"_s, header}}};
    addRemarks(sides, set);
    QCOMPARE(sides.rows[0].cells[3], header + u"  (at)"_s);
    QCOMPARE(sides.rows[2].cells[3], header);
}

QTEST_APPLESS_MAIN(TstSetHeaders)
#include "tst_setheaders.moc"
