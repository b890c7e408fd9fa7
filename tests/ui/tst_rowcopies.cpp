// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"
#include "signature/catalogue.h"
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
    void saysWhyThereIsNoFixture();
    void copiesTheColumnsShownInTheirOrder();
};

static CopySource source(const QByteArray &body = R"({"topic":"ping"})")
{
    capture::Delivery delivery = builders::delivery(body);
    delivery.id = 5;
    return {.record = {.delivery = builders::stored(delivery)},
            .scheme = std::make_shared<const signature::Scheme>(signature::smile()),
            .origin = "https://localhost:1",
            .authorityFile = u"/a/ca.pem"_s};
}

void TstRowCopies::copiesEachPart_data()
{
    QTest::addColumn<CopyPart>("part");
    QTest::addColumn<QString>("begins");
    QTest::newRow("body") << CopyPart::Body << u"{\"topic\":\"ping\"}"_s;
    QTest::newRow("headers") << CopyPart::Headers
                             << u"Host: localhost:8443\nContent-Length: 16\n"_s;
    QTest::newRow("raw request") << CopyPart::RawRequest << u"POST / HTTP/1.1\r\nHost: "_s;
    QTest::newRow("cURL command") << CopyPart::Curl << u"curl "_s;
    QTest::newRow("cURL command for cmd") << CopyPart::CurlCmd << u">\"%TEMP%"_s;
    QTest::newRow("cURL command for PowerShell") << CopyPart::CurlPowerShell << u"$body = "_s;
    QTest::newRow("JSON") << CopyPart::Json << u"{\"format\":\"hookglass.delivery/1\",\"id\":"_s;
    QTest::newRow("fixture") << CopyPart::Fixture << u"{\n  \"scheme\": \"smile\",\n"_s;
    QTest::newRow("Markdown") << CopyPart::Markdown << u"**Webhook 5**\n"_s;
}

void TstRowCopies::copiesEachPart()
{
    QFETCH(CopyPart, part);
    QFETCH(QString, begins);
    const auto data = copyOf(source(), part);
    QVERIFY(data);
    QVERIFY2((*data)->text().startsWith(begins), qPrintable((*data)->text()));
    QCOMPARE((*data)->formats(), QStringList{u"text/plain"_s});
}

void TstRowCopies::keepsBytesThatAreNoText()
{
    const auto data = copyOf(source("a\xff"), CopyPart::Body);
    QVERIFY(data);
    QCOMPARE((*data)->text(), u"a\uFFFD"_s);
    QCOMPARE((*data)->data(u"application/octet-stream"_s), "a\xff");
}

void TstRowCopies::saysWhyThereIsNoFixture()
{
    CopySource without = source();
    without.scheme.reset();
    const auto data = copyOf(without, CopyPart::Fixture);
    QVERIFY(!data);
    QVERIFY(data.error().why.contains(u"scheme"_s));
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
