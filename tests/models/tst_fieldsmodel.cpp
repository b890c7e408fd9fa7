// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/fieldsmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::FieldsModel;

namespace
{

constexpr qint64 receivedAt = 1'732'458'735'977'000;

const http::Fields fields{{"Host", "localhost"},
                          {"smile-timestamp", "1732458734"},
                          {"X-Tag", "a"},
                          {"Smile-Signature", "abc="},
                          {"X-Tag", "b"}};

QStringList column(const FieldsModel &model, FieldsModel::Column column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts += model.index(row, int(column)).data().toString();
    return texts;
}

} // namespace

class TstFieldsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsTheProvidersFirst();
    void keepsTheReceivedOrderWhenAsked();
    void tellsMeanings();
    void marksBadBytes();
    void isAProperModel();
};

void TstFieldsModel::putsTheProvidersFirst()
{
    FieldsModel model;
    model.setFields(fields, receivedAt);
    QCOMPARE(column(model, FieldsModel::Column::Name),
             (QStringList{u"smile-timestamp"_s, u"Smile-Signature"_s, u"Host"_s, u"X-Tag"_s,
                          u"X-Tag"_s}));
    QCOMPARE(column(model, FieldsModel::Column::Value),
             (QStringList{u"1732458734"_s, u"abc="_s, u"localhost"_s, u"a"_s, u"b"_s}));
    QVERIFY(model.index(1, 0).data(FieldsModel::PinnedRole).toBool());
    QVERIFY(!model.index(2, 0).data(FieldsModel::PinnedRole).toBool());
}

void TstFieldsModel::keepsTheReceivedOrderWhenAsked()
{
    FieldsModel model;
    model.setFields(fields, receivedAt);
    model.setAsReceived(true);
    QCOMPARE(column(model, FieldsModel::Column::Name),
             (QStringList{u"Host"_s, u"smile-timestamp"_s, u"X-Tag"_s, u"Smile-Signature"_s,
                          u"X-Tag"_s}));
    QCOMPARE(model.field(model.index(3, 0)).value, QByteArray("abc="));
}

void TstFieldsModel::tellsMeanings()
{
    FieldsModel model;
    model.setFields({{"Smile-Timestamp", "1732458734"}, {"X-Own", "1"}}, receivedAt);
    const QStringList meanings = column(model, FieldsModel::Column::Meaning);
    QVERIFY2(meanings[0].endsWith(u", 1.9 s before arrival"_s), qPrintable(meanings[0]));
    QCOMPARE(meanings[1], QString());
}

void TstFieldsModel::marksBadBytes()
{
    FieldsModel model;
    model.setFields({{"X-Name", "caf\xE9"}}, receivedAt);
    QCOMPARE(model.index(0, 1).data().toString(), u"caf�"_s);
    QVERIFY(model.index(0, 1).data(FieldsModel::BadBytesRole).toBool());
    QVERIFY(!model.index(0, 0).data(FieldsModel::BadBytesRole).toBool());
}

void TstFieldsModel::isAProperModel()
{
    FieldsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFields(fields, receivedAt);
    model.setAsReceived(true);
    QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), u"Meaning"_s);
    QCOMPARE(model.headerData(1, Qt::Vertical, Qt::AccessibleTextRole).toString(),
             u"smile-timestamp"_s);
    model.setFields({}, 0);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TstFieldsModel)
#include "tst_fieldsmodel.moc"
