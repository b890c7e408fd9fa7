// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/secretmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace models;
using Column = SecretModel::Column;

class TstSecretModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatMayBeShown_data();
    void saysWhatMayBeShown();
    void tellsScreenReadersTheSame();
    void keepsTheRowsWhenOnlyCountsChange();
    void resetsWhenTheSecretsChange();
    void onlyAsksForANewName();
    void refusesAName_data();
    void refusesAName();
    void editsNothingButTheName();
    void findsAFreeLabel();

private:
    static QList<SecretRow> rows();
};

QList<SecretRow> TstSecretModel::rows()
{
    return {{u"/"_s, u"Dev store"_s, u"e91c"_s, true, 2041},
            {u"/"_s, u"Staging"_s, u"07ba"_s, false, 0},
            {u"/other"_s, u"Dev store"_s, QString(), false, std::nullopt}};
}

void TstSecretModel::saysWhatMayBeShown_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<Column>("column");
    QTest::addColumn<QString>("text");
    QTest::newRow("name") << 0 << Column::Name << u"Dev store"_s;
    QTest::newRow("endpoint") << 2 << Column::Endpoint << u"/other"_s;
    QTest::newRow("last four") << 0 << Column::EndsWith << u"…e91c"_s;
    QTest::newRow("too short to show") << 2 << Column::EndsWith << u"not shown"_s;
    QTest::newRow("many webhooks") << 0 << Column::Verified << u"2,041 webhooks"_s;
    QTest::newRow("no webhook") << 1 << Column::Verified << u"none yet"_s;
    QTest::newRow("not counted") << 2 << Column::Verified << u"not counted"_s;
    QTest::newRow("remembered") << 0 << Column::KeptIn << u"System keyring"_s;
    QTest::newRow("not remembered") << 1 << Column::KeptIn << u"This session only"_s;
}

void TstSecretModel::saysWhatMayBeShown()
{
    QFETCH(int, row);
    QFETCH(Column, column);
    SecretModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows(rows());
    QTEST(model.index(row, int(column)).data().toString(), "text");
}

void TstSecretModel::tellsScreenReadersTheSame()
{
    SecretModel model;
    model.setRows(rows());
    QStringList heard;
    for (int column = 0; column < SecretModel::columns; ++column)
        heard.append(model.index(0, column).data(Qt::AccessibleTextRole).toString());
    QCOMPARE(heard,
             QStringList({u"Dev store"_s, u"Endpoint /"_s, u"Ends with e91c"_s,
                          u"Verified here: 2,041 webhooks"_s, u"Kept in: System keyring"_s}));
}

void TstSecretModel::keepsTheRowsWhenOnlyCountsChange()
{
    SecretModel model;
    model.setRows(rows());
    QSignalSpy reset(&model, &SecretModel::modelReset);
    QSignalSpy changed(&model, &SecretModel::dataChanged);
    auto counted = rows();
    counted[1].verified = 1;
    model.setRows(counted);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(1, int(Column::Verified)).data(), u"1 webhook"_s);
}

void TstSecretModel::resetsWhenTheSecretsChange()
{
    SecretModel model;
    model.setRows(rows());
    QSignalSpy reset(&model, &SecretModel::modelReset);
    model.setRows(rows().sliced(1));
    QCOMPARE(reset.size(), 1);
    QCOMPARE(model.indexOf(u"/"_s, u"Dev store"_s), -1);
    QCOMPARE(model.indexOf(u"/other"_s, u"Dev store"_s), 1);
}

void TstSecretModel::onlyAsksForANewName()
{
    SecretModel model;
    model.setRows(rows());
    QSignalSpy wanted(&model, &SecretModel::renameWanted);
    QVERIFY(model.setData(model.index(0, int(Column::Name)), u"  Live  store "_s, Qt::EditRole));
    QCOMPARE(wanted.first(), QVariantList({u"/"_s, u"Dev store"_s, u"Live store"_s}));
    QCOMPARE(model.index(0, int(Column::Name)).data(), u"Dev store"_s);
}

void TstSecretModel::refusesAName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("accepted");
    QTest::addColumn<QStringList>("why");
    QTest::newRow("empty") << QString() << false << QStringList{u"A secret needs a name."_s};
    QTest::newRow("only space") << u"  "_s << false << QStringList{u"A secret needs a name."_s};
    QTest::newRow("taken at this endpoint")
        << u"Staging"_s << false << QStringList{u"Another secret is called “Staging”."_s};
    QTest::newRow("unchanged") << u"Dev store"_s << false << QStringList();
    QTest::newRow("longest") << QString(100, u'x') << true << QStringList();
    QTest::newRow("one over the longest")
        << QString(101, u'x') << false << QStringList{u"A name has at most 100 characters."_s};
}

void TstSecretModel::refusesAName()
{
    QFETCH(QString, name);
    QFETCH(bool, accepted);
    QFETCH(QStringList, why);
    SecretModel model;
    model.setRows(rows());
    QSignalSpy refused(&model, &SecretModel::renameRefused);
    QCOMPARE(model.setData(model.index(0, int(Column::Name)), name, Qt::EditRole), accepted);
    QCOMPARE(refused.size(), why.size());
    if (!refused.isEmpty())
        QCOMPARE(refused.first().first().toString(), why.first());
}

void TstSecretModel::editsNothingButTheName()
{
    SecretModel model;
    model.setRows(rows());
    for (int column = 1; column < SecretModel::columns; ++column) {
        QVERIFY(!(model.flags(model.index(0, column)) & Qt::ItemIsEditable));
        QVERIFY(!model.setData(model.index(0, column), u"x"_s, Qt::EditRole));
    }
}

void TstSecretModel::findsAFreeLabel()
{
    QList<SecretRow> taken{{u"/"_s, u"Client secret"_s}, {u"/"_s, u"Client secret 3"_s}};
    QCOMPARE(freeLabel({}, u"/"_s), u"Client secret"_s);
    QCOMPARE(freeLabel(taken, u"/"_s), u"Client secret 2"_s);
    QCOMPARE(freeLabel(taken, u"/other"_s), u"Client secret"_s);
}

QTEST_GUILESS_MAIN(TstSecretModel)
#include "tst_secretmodel.moc"
