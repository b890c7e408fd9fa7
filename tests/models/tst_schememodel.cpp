// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/schememodel.h"
#include "signature/catalogue.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using models::SchemeModel;
using Column = SchemeModel::Column;

class TstSchemeModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_model.reset(); }
    void offersEveryScheme();
    void groupsByFamily();
    void putsItsOwnFirst();
    void filters_data();
    void filters();
    void tellsWhatASchemeIsWorth();
    void putsProposalsFirst();
    void passesOverHeadings();
    void findsAScheme();

private:
    QString text(const QModelIndex &index, Column column) const
    {
        return index.siblingAtColumn(int(column)).data().toString();
    }

    std::unique_ptr<SchemeModel> m_model;
};

void TstSchemeModel::init()
{
    m_model = std::make_unique<SchemeModel>();
    new QAbstractItemModelTester(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    m_model->setSchemes({});
}

void TstSchemeModel::offersEveryScheme()
{
    QCOMPARE(m_model->shown(), signature::allSchemes().size());
    QCOMPARE(m_model->first().data().toString(), u"None: signatures are not judged"_s);
    QCOMPARE(m_model->first().data(SchemeModel::IdRole).toString(), QString());
}

void TstSchemeModel::groupsByFamily()
{
    QStringList titles;
    for (int group = 0; group < m_model->rowCount(); ++group)
        titles.append(m_model->index(group, 0).data().toString());
    QCOMPARE(titles.size(), QSet<QString>(titles.begin(), titles.end()).size());
    QVERIFY(titles.contains(u"Standard Webhooks"_s));
    QVERIFY(!titles.contains(u"Others"_s));
    QCOMPARE(m_model->indexOf(u"stripe"_s).parent().data().toString(),
             u"Time and signature in one header"_s);
}

void TstSchemeModel::putsItsOwnFirst()
{
    signature::Scheme own = signature::smile();
    own.id = u"acme"_s;
    own.name = u"Acme"_s;
    own.trust = signature::Trust::Own;
    m_model->setSchemes(signature::SchemeBook({own}));
    const QModelIndex acme = m_model->indexOf(u"acme"_s);
    QCOMPARE(acme.parent().data().toString(), u"Your own"_s);
    QCOMPARE(acme.parent().row(), 1);
    QCOMPARE(text(acme, Column::Backing), u"Your own"_s);
}

void TstSchemeModel::filters_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("first");
    QTest::newRow("a name") << u"stripe"_s << u"Stripe"_s;
    QTest::newRow("in another case") << u"STRI"_s << u"Stripe"_s;
    QTest::newRow("the middle of a name") << u"wili form"_s << u"Twilio (form)"_s;
    QTest::newRow("a header") << u"x-hub-signature-256"_s << u"GitHub"_s;
    QTest::newRow("an id") << u"smile"_s << u"Smile.io"_s;
    QTest::newRow("nothing that is there") << u"no such sender"_s << QString();
}

void TstSchemeModel::filters()
{
    QFETCH(QString, words);
    m_model->setFilter(words);
    QTEST(m_model->first().data().toString(), "first");
    QVERIFY(m_model->shown() < 20);
    m_model->setFilter({});
    QCOMPARE(m_model->shown(), signature::allSchemes().size());
}

void TstSchemeModel::tellsWhatASchemeIsWorth()
{
    const QModelIndex stripe = m_model->indexOf(u"stripe"_s);
    QCOMPARE(text(stripe, Column::Signature), u"Stripe-Signature"_s);
    QCOMPARE(text(stripe, Column::Backing), u"Official test vector"_s);
    QCOMPARE(text(stripe, Column::Body), u"Covered"_s);
    QCOMPARE(text(m_model->indexOf(u"mailgun"_s), Column::Body), u"Not covered"_s);
    QCOMPARE(stripe.data(Qt::AccessibleTextRole).toString(),
             u"Stripe, signature in Stripe-Signature, official test vector, body covered"_s);
}

void TstSchemeModel::putsProposalsFirst()
{
    m_model->setDetection({.proposals = {{.scheme = u"stripe"_s,
                                          .name = u"Stripe"_s,
                                          .sign = u"Stripe-Signature with t= and v1="_s,
                                          .reasons = {u"Because."_s}}}});
    const QModelIndex first = m_model->first();
    QCOMPARE(first.data(SchemeModel::IdRole).toString(), u"stripe"_s);
    QCOMPARE(text(first, Column::Signature), u"Stripe-Signature with t= and v1="_s);
    QCOMPARE(first.data(Qt::ToolTipRole).toString(), u"Because."_s);
    QCOMPARE(m_model->shown(), signature::allSchemes().size());
    QVERIFY(m_model->indexOf(u"stripe"_s) != first);
}

void TstSchemeModel::passesOverHeadings()
{
    QCOMPARE(m_model->flags(m_model->index(0, 0)), Qt::ItemFlags(Qt::NoItemFlags));
    QVERIFY(m_model->flags(m_model->first()).testFlag(Qt::ItemIsSelectable));
    QVERIFY(!m_model->scheme(m_model->index(0, 0)));
    QVERIFY(!m_model->scheme(m_model->first()));
}

void TstSchemeModel::findsAScheme()
{
    QCOMPARE(m_model->scheme(m_model->indexOf(u"github"_s))->id, u"github"_s);
    QVERIFY(!m_model->indexOf(u"gone"_s).isValid());
}

QTEST_GUILESS_MAIN(TstSchemeModel)
#include "tst_schememodel.moc"
