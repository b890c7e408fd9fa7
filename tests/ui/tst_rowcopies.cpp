// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"
#include "support/builders.h"
#include "support/rows.h"
#include "ui/rowcopies.h"
#include "ui/views/deliveryheader.h"
#include "ui/views/deliveryview.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::Column;
using namespace ui;

class TstRowCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesEachPart_data();
    void copiesEachPart();
    void keepsBytesThatAreNoText();
    void copiesTheColumnsShownInTheirOrder();
};

void TstRowCopies::copiesEachPart_data()
{
    QTest::addColumn<CopyPart>("part");
    QTest::addColumn<QString>("begins");
    QTest::newRow("body") << CopyPart::Body << u"{\"topic\":\"ping\"}"_s;
    QTest::newRow("headers") << CopyPart::Headers
                             << u"Host: localhost:8443\nContent-Length: 16\n"_s;
    QTest::newRow("raw request") << CopyPart::RawRequest << u"POST / HTTP/1.1\r\nHost: "_s;
    QTest::newRow("cURL command") << CopyPart::Curl << u"curl "_s;
}

void TstRowCopies::copiesEachPart()
{
    QFETCH(CopyPart, part);
    QFETCH(QString, begins);
    const auto data = copyOf(builders::delivery(), part, "https://localhost:1", u"/a/ca.pem"_s);
    QVERIFY2(data->text().startsWith(begins), qPrintable(data->text()));
    QCOMPARE(data->formats(), QStringList{u"text/plain"_s});
}

void TstRowCopies::keepsBytesThatAreNoText()
{
    const auto data = copyOf(builders::delivery("a\xff"), CopyPart::Body, {}, {});
    QCOMPARE(data->text(), u"a\uFFFD"_s);
    QCOMPARE(data->data(u"application/octet-stream"_s), "a\xff");
}

void TstRowCopies::copiesTheColumnsShownInTheirOrder()
{
    models::DeliveryModel model;
    model.append({rows::row(1), rows::row(2, signature::Signature::Invalid)});
    DeliveryView view(model);
    for (int column = 0; column < models::columnCount; ++column)
        view.columns().setShown(Column(column),
                                column == int(Column::Number) || column == int(Column::Signature));
    view.columns().moveSection(view.columns().visualIndex(int(Column::Signature)), 0);
    QCOMPARE(copyOf(model, view.columns(), {1, 0}), u"Invalid\t2\nVerified\t1"_s);
}

QTEST_MAIN(TstRowCopies)
#include "tst_rowcopies.moc"
