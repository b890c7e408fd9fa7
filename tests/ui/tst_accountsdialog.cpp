// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"
#include "support/rows.h"
#include "ui/dialogs/accountsdialog.h"
#include "ui/plurals.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstAccountsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }
    void init();
    void cleanup() { m_dialog.reset(); }
    void showsTheLatestFirst();
    void saysThatThereIsNone();
    void givesTheChosenOneOut();
    void givesOutByTheReturnKey();
    void keepsTheChosenOneWhileOthersCome();
    void saysWhatIsKnownOfTheChosenOne();

private:
    void add(const QString &account);
    bool says(const QString &words) const;
    QTableView *table() const { return m_dialog->findChild<QTableView *>(); }
    QString current() const { return table()->currentIndex().siblingAtColumn(0).data().toString(); }
    QPushButton *show() const;

    Plurals m_plurals;
    models::DeliveryModel m_model;
    std::unique_ptr<AccountsDialog> m_dialog;
    qint64 m_last = 0;
};

void TstAccountsDialog::init()
{
    m_last = 0;
    m_model.replace({});
    add(u"48213"_s);
    add(u"50001"_s);
    m_dialog = std::make_unique<AccountsDialog>(m_model);
    m_dialog->QWidget::show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TstAccountsDialog::add(const QString &account)
{
    capture::Summary row = rows::row(++m_last);
    row.account = account;
    row.scheme = u"smile"_s;
    m_model.append({row});
}

bool TstAccountsDialog::says(const QString &words) const
{
    const auto labels = m_dialog->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&words](const QLabel *label) { return label->text().contains(words); });
}

QPushButton *TstAccountsDialog::show() const
{
    for (auto *button : m_dialog->findChildren<QPushButton *>()) {
        if (button->text() == u"&Show only this account"_s)
            return button;
    }
    return nullptr;
}

void TstAccountsDialog::showsTheLatestFirst()
{
    QCOMPARE(table()->model()->rowCount(), 2);
    QCOMPARE(current(), u"50001"_s);
    QVERIFY(says(u"2 accounts."_s));
}

void TstAccountsDialog::saysThatThereIsNone()
{
    m_model.replace({});
    QTRY_COMPARE(table()->model()->rowCount(), 0);
    QVERIFY(says(u"No webhook has named an account yet."_s));
    QVERIFY(!show()->isEnabled());
}

void TstAccountsDialog::givesTheChosenOneOut()
{
    QSignalSpy wanted(m_dialog.get(), &AccountsDialog::accountWanted);
    table()->selectRow(1);
    show()->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toString(), u"48213"_s);
}

void TstAccountsDialog::givesOutByTheReturnKey()
{
    QSignalSpy wanted(m_dialog.get(), &AccountsDialog::accountWanted);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(m_dialog->isVisible());
}

void TstAccountsDialog::keepsTheChosenOneWhileOthersCome()
{
    table()->selectRow(1);
    add(u"60000"_s);
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    QCOMPARE(current(), u"48213"_s);
    QCOMPARE(table()->currentIndex().row(), 2);
}

void TstAccountsDialog::saysWhatIsKnownOfTheChosenOne()
{
    QVERIFY(says(u"customer:read"_s));
    QVERIFY(says(u"First seen"_s));
}

QTEST_MAIN(TstAccountsDialog)
#include "tst_accountsdialog.moc"
