// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/accountmodel.h"
#include "support/rows.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::Account;
using models::AccountModel;
using models::Accounts;
using Column = AccountModel::Column;
using signature::Signature;

class TstAccountModel : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 minute = 60'000'000;
    static constexpr qint64 noon = 1'795'428'000'000'000;

    void add(const QString &account, qint64 receivedAt, Signature verdict = Signature::Verified)
    {
        capture::Summary row = rows::row(++m_last, verdict);
        row.account = account;
        row.receivedAt = receivedAt;
        row.scheme = u"smile"_s;
        m_rows.append(row);
    }

    QStringList names(const AccountModel &model) const
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(model.index(row, 0).data().toString());
        return names;
    }

    static QString cell(const AccountModel &model, int row, Column column)
    {
        return model.index(row, int(column)).data().toString();
    }

    models::DeliveryRows m_rows;
    qint64 m_last = 0;

private Q_SLOTS:
    void init()
    {
        m_rows = {};
        m_last = 0;
    }

    void countsByAccount()
    {
        add(u"1"_s, noon);
        add(u"2"_s, noon + minute);
        add(u"1"_s, noon + 2 * minute, Signature::Invalid);
        const Accounts found = models::accountsOf(m_rows);
        QCOMPARE(found.accounts.size(), 2);
        const Account &first = found.accounts.first();
        QCOMPARE(first.name, u"1"_s); // the latest one
        QCOMPARE(first.webhooks, 2);
        QCOMPARE(first.troubled, 1);
        QCOMPARE(first.firstAt, noon);
        QCOMPARE(first.lastAt, noon + 2 * minute);
        QCOMPARE(first.topics, (QStringList{u"customer/updated"_s}));
        QCOMPARE(first.verifiedTopics, first.topics);
        QCOMPARE(first.verified, 1);
        QVERIFY(found.whole);
    }

    void believesOnlyWhatIsVerified()
    {
        add(u"1"_s, noon, Signature::Invalid);
        add(u"1"_s, noon + minute, Signature::NoSecret);
        const Account account = models::accountsOf(m_rows).accounts.first();
        QCOMPARE(account.topics, (QStringList{u"customer/updated"_s}));
        QCOMPARE(account.verifiedTopics, QStringList());
        QCOMPARE(account.verified, 0);
    }

    void leavesOutWhatIsNobodys()
    {
        add({}, noon);
        add(u"1"_s, noon);
        capture::Summary rejected = rows::row(++m_last);
        rejected.rejection = capture::Reason::PlainHttp;
        rejected.account = u"2"_s;
        capture::Summary test = rows::row(++m_last);
        test.test = true;
        test.account = u"3"_s;
        m_rows.append(rejected);
        m_rows.append(test);
        const Accounts found = models::accountsOf(m_rows);
        QCOMPARE(found.accounts.size(), 1);
        QCOMPARE(found.nameless, 1);
    }

    void hasNoneWithoutRows()
    {
        const Accounts found = models::accountsOf(m_rows);
        QVERIFY(found.accounts.isEmpty());
        QCOMPARE(found.nameless, 0);
        QVERIFY(found.whole);
    }

    void knowsWhichHaveStopped_data()
    {
        QTest::addColumn<int>("webhooks");
        QTest::addColumn<int>("gap"); // minutes
        QTest::addColumn<int>("silence");
        QTest::addColumn<bool>("stopped");
        QTest::newRow("ten gaps and an hour") << 5 << 1 << 61 << true;
        QTest::newRow("an hour is not over") << 5 << 1 << 60 << false;
        QTest::newRow("a slow one takes its time") << 5 << 30 << 300 << false;
        QTest::newRow("a slow one that is overdue") << 5 << 30 << 301 << true;
        QTest::newRow("too few to have a pace") << 4 << 1 << 600 << false;
        QTest::newRow("only one") << 1 << 0 << 600 << false;
    }

    void knowsWhichHaveStopped()
    {
        QFETCH(const int, webhooks);
        QFETCH(const int, gap);
        QFETCH(const int, silence);
        qint64 at = noon;
        for (int i = 0; i < webhooks; ++i, at += gap * minute)
            add(u"quiet"_s, at);
        const qint64 last = noon + (webhooks - 1) * gap * minute;
        add(u"lively"_s, last + silence * minute);
        const QList<Account> found = models::accountsOf(m_rows).accounts;
        QCOMPARE(found.last().name, u"quiet"_s);
        QTEST(found.last().stopped, "stopped");
        QVERIFY(!found.first().stopped);
    }

    // When nothing arrives at all it is nobody's doing.
    void callsNobodyStoppedWhereNobodyGoesOn()
    {
        for (int i = 0; i < 10; ++i)
            add(u"1"_s, noon + i * minute);
        QVERIFY(!models::accountsOf(m_rows).accounts.first().stopped);
    }

    void writesWhatItKnows()
    {
        AccountModel model;
        model.setAccounts({{.name = u"48213"_s,
                            .topics = {u"customer/updated"_s, u"ping"_s},
                            .webhooks = 1000,
                            .troubled = 1,
                            .lastAt = noon,
                            .stopped = true}});
        QCOMPARE(cell(model, 0, Column::Name), u"48213"_s);
        QVERIFY(cell(model, 0, Column::Problems).endsWith(u"1 · 1 %"_s));
        QVERIFY(cell(model, 0, Column::LastSeen).endsWith(u"stopped"_s));
        QCOMPARE(cell(model, 0, Column::Topics), u"customer/updated, ping"_s);
        QVERIFY(
            model.index(0, int(Column::Problems)).data(AccountModel::WantsAttentionRole).toBool());
        QVERIFY(!model.index(0, int(Column::Name)).data(AccountModel::WantsAttentionRole).toBool());
    }

    void roundsButNeverToAllOrNone_data()
    {
        QTest::addColumn<qint64>("troubled");
        QTest::addColumn<qint64>("webhooks");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(0) << qint64(1000) << u"none"_s;
        QTest::newRow("hardly any") << qint64(1) << qint64(1000) << u"1 · 1 %"_s;
        QTest::newRow("nearly all") << qint64(999) << qint64(1000) << u"999 · 99 %"_s;
        QTest::newRow("one third") << qint64(1) << qint64(3) << u"1 · 33 %"_s;
        QTest::newRow("two thirds") << qint64(2) << qint64(3) << u"2 · 67 %"_s;
        QTest::newRow("one eighth") << qint64(1) << qint64(8) << u"1 · 13 %"_s;
        QTest::newRow("all") << qint64(3) << qint64(3) << u"3 · 100 %"_s;
    }

    void roundsButNeverToAllOrNone()
    {
        QFETCH(const qint64, troubled);
        QFETCH(const qint64, webhooks);
        AccountModel model;
        model.setAccounts({{.name = u"1"_s, .webhooks = webhooks, .troubled = troubled}});
        QTEST(cell(model, 0, Column::Problems), "text");
    }

    void sortsByWhatIsBehindTheWords()
    {
        AccountModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setAccounts({{.name = u"9"_s, .webhooks = 10, .troubled = 5, .lastAt = noon + 1},
                           {.name = u"10"_s, .webhooks = 9, .troubled = 1, .lastAt = noon},
                           {.name = u"8"_s, .webhooks = 100, .troubled = 10, .lastAt = noon + 2}});
        QCOMPARE(names(model), (QStringList{u"8"_s, u"9"_s, u"10"_s})); // the latest first
        const QPersistentModelIndex ten = model.index(2, 0);
        model.sort(int(Column::Name));
        QCOMPARE(names(model), (QStringList{u"8"_s, u"9"_s, u"10"_s})); // as numbers
        model.sort(int(Column::Webhooks));
        QCOMPARE(names(model), (QStringList{u"10"_s, u"9"_s, u"8"_s}));
        QCOMPARE(ten.row(), 0);
        model.sort(int(Column::Problems), Qt::DescendingOrder);
        QCOMPARE(names(model), (QStringList{u"9"_s, u"10"_s, u"8"_s}));
        QCOMPARE(model.rowOf(u"10"_s), 1);
        QCOMPARE(model.rowOf(u"7"_s), -1);
    }

    void saysWhichPermissionATopicNeeds()
    {
        const Account pinged{.name = u"1"_s, .scheme = u"smile"_s, .topics = {u"ping"_s}};
        QVERIFY(models::accountText(pinged).contains(u"customer/updated has not come yet"_s));
        QVERIFY(models::accountText(pinged).contains(u"customer:read"_s));
        Account updated{.name = u"1"_s, .scheme = u"smile"_s, .topics = {u"customer/updated"_s}};
        QVERIFY(!models::accountText(updated).contains(u"which it has granted"_s));
        QVERIFY(models::accountText(updated).contains(u"anybody may have sent them"_s));
        updated.verifiedTopics = updated.topics;
        updated.verified = 1;
        QVERIFY(models::accountText(updated).contains(u"customer:read, which it has granted"_s));
        QVERIFY(!models::accountText(updated).contains(u"anybody"_s));
        const Account other{.name = u"1"_s, .scheme = u"stripe"_s};
        QVERIFY(!models::accountText(other).contains(u"permission"_s));
    }
};

QTEST_APPLESS_MAIN(TstAccountModel)
#include "tst_accountmodel.moc"
