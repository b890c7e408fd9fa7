// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/fieldeditmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <functional>

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
    void keepsTheCellOfAHeaderThatIsAdded();
    void showsWhatGoesOut();
    void saysThatAHeaderIsLeftOutWhenSent();
    void tellsWhatIsAddedWhenSent();
    void showsWhatWasTypedUntilItIsKnownAnew();
    void leavesOutWhatHasNoName();
    void undoes_data();
    void undoes();
    void redoesUntilSomethingElseIsEdited();
    void forgetsEdits();
    void forcesWhatTheProgramSets();
    void forcesNothingElse();
    void letsThatBeSetAgain();

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
    QCOMPARE(at(0, 1).data().toString(), u"set when sent"_s);
}

void TstFieldEditModel::removesARow()
{
    m_model->removeRow(1);
    m_model->removeRow(99);
    QCOMPARE(m_model->fields().size(), 3);
}

// As a cell editor does it, which keeps its place by the persistent index.
void TstFieldEditModel::keepsTheCellOfAHeaderThatIsAdded()
{
    const QPersistentModelIndex name = at(4, 0);
    QVERIFY(m_model->setData(name, u"X-New"_s, Qt::EditRole));
    QCOMPARE(name.row(), 4);
    QVERIFY(m_model->setData(name.sibling(name.row(), 1), u"value"_s, Qt::EditRole));
    QCOMPARE(m_model->fields().last(), (http::Field{"X-New", "value"}));
    QCOMPARE(m_model->rowCount(), 6);
}

void TstFieldEditModel::showsWhatGoesOut()
{
    m_model->setOutgoing(http::Fields{
        {"Host", "b:3000"}, {"x-one", "1"}, {"X-One", "new"}, {"Content-Length", "9"}});
    QCOMPARE(at(0, 1).data().toString(), u"b:3000 · set when sent"_s);
    QCOMPARE(at(1, 1).data().toString(), u"1"_s);
    QCOMPARE(at(2, 1).data().toString(), u"new · set when sent"_s);
    QCOMPARE(at(3, 1).data().toString(), u"9 · set when sent"_s);
    QVERIFY(at(2, 1).data(FieldEditModel::SetWhenSentRole).toBool());
    QVERIFY(!(m_model->flags(at(2, 1)) & Qt::ItemIsEditable));
    QVERIFY(m_model->flags(at(1, 1)) & Qt::ItemIsEditable);
    QCOMPARE(m_model->fields(), received); // it is no edit
    m_model->setOutgoing({});
    QCOMPARE(at(0, 1).data().toString(), u"set when sent"_s);
    QVERIFY(m_model->flags(at(2, 1)) & Qt::ItemIsEditable);
}

void TstFieldEditModel::saysThatAHeaderIsLeftOutWhenSent()
{
    m_model->setOutgoing(http::Fields{{"Host", "a"}, {"X-One", "1"}, {"Content-Length", "3"}});
    QVERIFY(at(2, 1).data().toString().endsWith(u"left out when sent"));
}

void TstFieldEditModel::tellsWhatIsAddedWhenSent()
{
    QSignalSpy changed(m_model.get(), &FieldEditModel::addedChanged);
    const http::Fields more{{"Hookglass-Resend", "7"}};
    m_model->setOutgoing(received + more);
    QCOMPARE(m_model->added(), more);
    m_model->setOutgoing(received + more);
    QCOMPARE(changed.size(), 1);
}

void TstFieldEditModel::showsWhatWasTypedUntilItIsKnownAnew()
{
    m_model->setOutgoing(received);
    QVERIFY(m_model->setData(at(1, 1), u"2"_s, Qt::EditRole));
    QCOMPARE(at(1, 1).data().toString(), u"2"_s);
}

void TstFieldEditModel::leavesOutWhatHasNoName()
{
    QVERIFY(m_model->setData(at(4, 1), u"value"_s, Qt::EditRole));
    QCOMPARE(m_model->fields(), received);
    QCOMPARE(at(4, 0).data().toString(), u"Without a name it is left out"_s);
    QVERIFY(m_model->setData(at(4, 0), u"X-New"_s, Qt::EditRole));
    QCOMPARE(m_model->fields().last(), (http::Field{"X-New", "value"}));
}

void TstFieldEditModel::undoes_data()
{
    using Edit = std::function<void(FieldEditModel &)>;
    QTest::addColumn<Edit>("edit");
    const auto row = [](const char *name, const Edit &edit) { QTest::newRow(name) << edit; };
    const auto set = [](int line, int column, const QVariant &value, int role) {
        return [=](FieldEditModel &model) {
            QVERIFY(model.setData(model.index(line, column), value, role));
        };
    };
    row("a value", set(1, 1, u"2"_s, Qt::EditRole));
    row("a check box", set(1, 0, Qt::Unchecked, Qt::CheckStateRole));
    row("a header more", set(4, 0, u"X-New"_s, Qt::EditRole));
    row("one less", [](FieldEditModel &model) { model.removeRow(2); });
    row("other ones", [](FieldEditModel &model) { model.setFields({{"A", "1"}}); });
}

void TstFieldEditModel::undoes()
{
    QFETCH(std::function<void(FieldEditModel &)>, edit);
    m_model->forgetEdits();
    edit(*m_model);
    const QList<models::EditedField> then = m_model->rows();
    QSignalSpy edited(m_model.get(), &FieldEditModel::edited);
    QVERIFY(m_model->canUndo() && !m_model->canRedo());
    m_model->undo();
    QCOMPARE(m_model->fields(), received);
    QCOMPARE(m_model->rowCount(), 5);
    QVERIFY(!m_model->canUndo() && m_model->canRedo());
    m_model->redo();
    QCOMPARE(m_model->rows(), then);
    QCOMPARE(edited.size(), 2);
}

void TstFieldEditModel::redoesUntilSomethingElseIsEdited()
{
    m_model->removeRow(1);
    m_model->undo();
    QVERIFY(m_model->canRedo());
    QVERIFY(m_model->setData(at(1, 1), u"2"_s, Qt::EditRole));
    QVERIFY(!m_model->canRedo());
    m_model->redo();
    QCOMPARE(m_model->fields()[1].value, QByteArray("2"));
}

void TstFieldEditModel::forgetsEdits()
{
    QSignalSpy changed(m_model.get(), &FieldEditModel::historyChanged);
    m_model->forgetEdits();
    QVERIFY(!m_model->canUndo());
    m_model->undo();
    QCOMPARE(m_model->fields(), received);
    QCOMPARE(changed.size(), 1);
}

void TstFieldEditModel::forcesWhatTheProgramSets()
{
    m_model->setOutgoing(http::Fields{{"Host", "b"}, {"X-One", "1"}, {"Content-Length", "9"}});
    QCOMPARE(at(3, 1).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QVERIFY(m_model->flags(at(3, 1)) & Qt::ItemIsUserCheckable);
    QVERIFY(m_model->setData(at(3, 1), Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(at(3, 1).data().toString(), u"9 · sent as written"_s); // as it would go out
    QVERIFY(m_model->setData(at(3, 1), u"700"_s, Qt::EditRole));
    QCOMPARE(at(3, 1).data().toString(), u"700 · sent as written"_s);
    QVERIFY(at(3, 1).data(FieldEditModel::ForcedRole).toBool());
    QCOMPARE(m_model->fields()[3], (http::Field{"Content-Length", "700"}));
    m_model->setOutgoing(m_model->fields());
    QCOMPARE(at(3, 1).data().toString(), u"700 · sent as written"_s);
    QVERIFY(!(m_model->flags(at(3, 0)) & Qt::ItemIsEditable));
    QVERIFY(m_model->flags(at(3, 1)) & Qt::ItemIsEditable);
}

void TstFieldEditModel::forcesNothingElse()
{
    QVERIFY(!at(1, 1).data(Qt::CheckStateRole).isValid());
    QVERIFY(!m_model->setData(at(1, 1), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!(m_model->flags(at(1, 1)) & Qt::ItemIsUserCheckable));
    QVERIFY(m_model->setData(at(0, 0), Qt::Unchecked, Qt::CheckStateRole)); // it is left out
    QVERIFY(!m_model->setData(at(0, 1), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(!m_model->setData(at(4, 1), Qt::Checked, Qt::CheckStateRole));
}

void TstFieldEditModel::letsThatBeSetAgain()
{
    QVERIFY(m_model->setData(at(0, 1), Qt::Checked, Qt::CheckStateRole));
    QVERIFY(m_model->setData(at(0, 1), u"evil.example"_s, Qt::EditRole));
    QCOMPARE(m_model->fields()[0].value, QByteArray("evil.example"));
    QVERIFY(m_model->setData(at(0, 1), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(m_model->fields(), received);
    QCOMPARE(at(0, 1).data().toString(), u"set when sent"_s);
    m_model->undo();
    QCOMPARE(m_model->fields()[0].value, QByteArray("evil.example"));
}

QTEST_GUILESS_MAIN(TstFieldEditModel)
#include "tst_fieldeditmodel.moc"
