// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/fieldeditmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::FieldEditModel;

class TstFieldEditModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void givesBackWhatItGot();
    void leavesOutWhatIsUnchecked();
    void takesItsRowsBack();
    void takesAnEdit();
    void keepsBadBytesThatNobodyTouched();
    void takesAnotherHeaderInItsLastRow();
    void leavesAloneWhatTheProgramSets();
    void removesARow();

private:
    QModelIndex at(int row, int column) const { return m_model->index(row, column); }

    std::unique_ptr<FieldEditModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

static const http::Fields received{
    {"Host", "a"}, {"X-One", "1"}, {"x-one", "\xff"}, {"Content-Length", "3"}};

void TstFieldEditModel::init()
{
    m_tester.reset();
    m_model = std::make_unique<FieldEditModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    m_model->setFields(received);
}

void TstFieldEditModel::givesBackWhatItGot() { QCOMPARE(m_model->fields(), received); }

void TstFieldEditModel::leavesOutWhatIsUnchecked()
{
    QVERIFY(m_model->setData(at(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(http::count(m_model->fields(), "X-One"), 1);
}

void TstFieldEditModel::takesItsRowsBack()
{
    QVERIFY(m_model->setData(at(1, 0), Qt::Unchecked, Qt::CheckStateRole));
    const QList<models::EditedField> rows = m_model->rows();
    m_model->setFields({});
    m_model->setRows(rows);
    QCOMPARE(at(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QCOMPARE(m_model->fields().size(), 3);
}

void TstFieldEditModel::takesAnEdit()
{
    QSignalSpy edited(m_model.get(), &FieldEditModel::edited);
    QVERIFY(m_model->setData(at(1, 1), u"2"_s, Qt::EditRole));
    QVERIFY(m_model->setData(at(1, 0), u"X-Two"_s, Qt::EditRole));
    QCOMPARE(m_model->fields()[1], (http::Field{"X-Two", "2"}));
    QCOMPARE(edited.size(), 2);
}

void TstFieldEditModel::keepsBadBytesThatNobodyTouched()
{
    QVERIFY(!m_model->setData(at(2, 1), at(2, 1).data(Qt::EditRole), Qt::EditRole));
    QCOMPARE(m_model->fields(), received);
}

void TstFieldEditModel::takesAnotherHeaderInItsLastRow()
{
    QVERIFY(m_model->setData(at(4, 0), u"X-New"_s, Qt::EditRole));
    QCOMPARE(m_model->rowCount(), 6);
    QCOMPARE(m_model->fields().last(), (http::Field{"X-New", {}}));
}

void TstFieldEditModel::leavesAloneWhatTheProgramSets()
{
    for (const int row : {0, 3})
        QVERIFY(!(m_model->flags(at(row, 1)) & Qt::ItemIsEditable));
    QVERIFY(m_model->flags(at(1, 1)) & Qt::ItemIsEditable);
    QVERIFY(at(0, 1).data().toString().contains(u"set by the app"));
}

void TstFieldEditModel::removesARow()
{
    m_model->removeRow(1);
    m_model->removeRow(99);
    QCOMPARE(m_model->fields().size(), 3);
}

QTEST_GUILESS_MAIN(TstFieldEditModel)
#include "tst_fieldeditmodel.moc"
