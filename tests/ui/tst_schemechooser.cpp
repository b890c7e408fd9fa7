// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/schememodel.h"
#include "signature/catalogue.h"
#include "signature/schemejson.h"
#include "support/accessiblewalk.h"
#include "support/liveinspector.h"
#include "ui/dialogs/schemeactions.h"
#include "ui/dialogs/schemechooser.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstSchemeChooser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void startsAtTheEndpointsScheme();
    void findsByTyping();
    void movesWithTheKeysOfTheSearch();
    void choosesNone();
    void choosesNothingWhereNothingFits();
    void saysHowASchemeSigns();
    void putsWhatArrivesFirst();
    void showsANewSchemeThatTheSearchWouldHide();
    void namesEverythingForScreenReaders();

private:
    void open(const QString &scheme);
    QString current() const
    {
        return m_tree->currentIndex().data(models::SchemeModel::IdRole).toString();
    }

    std::unique_ptr<support::LiveInspector> m_live;
    std::unique_ptr<SchemeChooser> m_dialog;
    QTreeView *m_tree = nullptr;
    QLineEdit *m_search = nullptr;
};

void TstSchemeChooser::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    QVERIFY(m_live->open());
    open(u"smile"_s);
}

void TstSchemeChooser::cleanup()
{
    m_dialog.reset();
    m_live.reset();
}

void TstSchemeChooser::open(const QString &scheme)
{
    m_dialog = std::make_unique<SchemeChooser>(**m_live, u"/"_s, scheme);
    m_dialog->show();
    m_tree = m_dialog->findChild<QTreeView *>();
    m_search = m_dialog->findChild<QLineEdit *>();
}

void TstSchemeChooser::startsAtTheEndpointsScheme()
{
    QCOMPARE(current(), u"smile"_s);
    open(u"stripe"_s);
    QCOMPARE(current(), u"stripe"_s);
    open(u"gone"_s);
    QCOMPARE(current(), QString());
}

void TstSchemeChooser::findsByTyping()
{
    QSignalSpy chosen(m_dialog.get(), &SchemeChooser::chosen);
    m_search->setText(u"x-hub-signature-256"_s);
    QCOMPARE(current(), u"github"_s);
    QTest::keyClick(m_search, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), u"github"_s);
    QVERIFY(!m_dialog->isVisible());
}

void TstSchemeChooser::movesWithTheKeysOfTheSearch()
{
    const QString before = current();
    QTest::keyClick(m_search, Qt::Key_Down);
    QVERIFY(current() != before);
    QTest::keyClick(m_search, Qt::Key_Up);
    QCOMPARE(current(), before);
    // From the last of a group past the next heading.
    const QModelIndex parent = m_tree->currentIndex().parent();
    m_tree->setCurrentIndex(
        m_tree->model()->index(m_tree->model()->rowCount(parent) - 1, 0, parent));
    QTest::keyClick(m_search, Qt::Key_Down);
    QCOMPARE(m_tree->currentIndex().parent().row(), parent.row() + 1);
    QCOMPARE(m_tree->currentIndex().row(), 0);
}

void TstSchemeChooser::choosesNone()
{
    QSignalSpy chosen(m_dialog.get(), &SchemeChooser::chosen);
    QTest::keyClick(m_tree, Qt::Key_Home);
    m_tree->setCurrentIndex(m_tree->model()->index(0, 0, m_tree->model()->index(0, 0)));
    QTest::keyClick(m_search, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), QString());
}

void TstSchemeChooser::choosesNothingWhereNothingFits()
{
    QSignalSpy chosen(m_dialog.get(), &SchemeChooser::chosen);
    m_search->setText(u"no such sender"_s);
    QTest::keyClick(m_search, Qt::Key_Return);
    QCOMPARE(chosen.size(), 0);
    QVERIFY(m_dialog->isVisible());
}

void TstSchemeChooser::saysHowASchemeSigns()
{
    m_search->setText(u"stripe"_s);
    QStringList texts;
    for (const QLabel *label : m_dialog->findChildren<QLabel *>())
        texts.append(label->text());
    const QString all = texts.join(u'\n');
    QVERIFY2(all.contains(u"Stripe-Signature: HMAC-SHA256, written in hex"_s), qPrintable(all));
    QVERIFY2(all.contains(u"whsec_"_s), qPrintable(all));
    QVERIFY2(all.contains(u"An example that the sender published comes out right."_s),
             qPrintable(all));
}

void TstSchemeChooser::putsWhatArrivesFirst()
{
    (*m_live)->useSecrets(u"/"_s, {});
    QVERIFY(m_live->listen());
    QSignalSpy proposed(&**m_live, &inspector::Inspector::proposed);
    m_dialog.reset();
    QByteArray bytes = "01234567890123456789012345678901";
    (*m_live)->useSecrets(u"/"_s, {signature::Secret::take(u"Dev"_s, bytes)});
    QVERIFY(m_live->ping());
    open(u"stripe"_s);
    QVERIFY(proposed.wait());
    const auto *model = m_tree->model();
    QCOMPARE(model->index(0, 0).data().toString(), u"What arrived here looks like"_s);
    QCOMPARE(model->index(0, 0, model->index(0, 0)).data().toString(), u"Smile.io"_s);
    QCOMPARE(current(), u"stripe"_s);
}

void TstSchemeChooser::showsANewSchemeThatTheSearchWouldHide()
{
    m_search->setText(u"github"_s);
    const QString file = m_live->path(u"acme.json"_s);
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    signature::Scheme acme = signature::smile();
    acme.id = u"acme"_s;
    acme.name = u"Acme"_s;
    out.write(signature::writeScheme(acme));
    out.close();
    m_dialog->findChild<SchemeActions *>()->importFrom(file);
    QCOMPARE(current(), u"acme"_s);
    QCOMPARE(m_search->text(), QString());
}

void TstSchemeChooser::namesEverythingForScreenReaders()
{
    const support::AccessibleWalk walk(*m_dialog);
    QCOMPARE(walk.faults(), QStringList());
    QVERIFY(walk.controls() > 2);
}

QTEST_MAIN(TstSchemeChooser)
#include "tst_schemechooser.moc"
