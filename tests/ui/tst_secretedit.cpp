// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/secretedit.h"

#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstSecretEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsDotsUntilAsked();
    void hidesAgainWhenItIsLeft();
    void neverCopies_data();
    void neverCopies();
    void offersNoCopyInItsMenu();
    void tellsScreenReadersNothing();
    void tellsInputMethodsNothing();
    void forgetsWhatWasTyped();

private:
    QAction *eye() const { return m_edit->actions().last(); }

    std::unique_ptr<SecretEdit> m_edit;
};

void TstSecretEdit::init()
{
    m_edit = std::make_unique<SecretEdit>();
    m_edit->setAccessibleName(u"Signing secret"_s);
    m_edit->show();
    QVERIFY(QTest::qWaitForWindowActive(m_edit.get()));
    m_edit->setFocus();
    QTest::keyClicks(m_edit.get(), u"abcdefghijklmnop"_s);
}

void TstSecretEdit::showsDotsUntilAsked()
{
    QCOMPARE(m_edit->echoMode(), QLineEdit::Password);
    QVERIFY(!m_edit->displayText().contains(u'a'));
    eye()->trigger();
    QCOMPARE(m_edit->displayText(), u"abcdefghijklmnop"_s);
    QVERIFY(m_edit->inputMethodHints() & Qt::ImhSensitiveData);
    eye()->trigger();
    QCOMPARE(m_edit->echoMode(), QLineEdit::Password);
    m_edit->clear();
    QVERIFY(!eye()->isVisible());
}

void TstSecretEdit::hidesAgainWhenItIsLeft()
{
    eye()->trigger();
    m_edit->clearFocus();
    QCOMPARE(m_edit->echoMode(), QLineEdit::Password);
    QVERIFY(!eye()->isChecked());
}

void TstSecretEdit::neverCopies_data()
{
    QTest::addColumn<QKeySequence::StandardKey>("key");
    QTest::newRow("copy") << QKeySequence::Copy;
    QTest::newRow("cut") << QKeySequence::Cut;
}

void TstSecretEdit::neverCopies()
{
    QFETCH(QKeySequence::StandardKey, key);
    QGuiApplication::clipboard()->setText(u"before"_s);
    eye()->trigger();
    m_edit->selectAll();
    QTest::keySequence(m_edit.get(), QKeySequence(key));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
    QCOMPARE(m_edit->text(), u"abcdefghijklmnop"_s);
}

void TstSecretEdit::offersNoCopyInItsMenu()
{
    QContextMenuEvent wanted(QContextMenuEvent::Mouse, {5, 5}, {5, 5}, Qt::NoModifier);
    QCoreApplication::sendEvent(m_edit.get(), &wanted);
    auto *menu = m_edit->findChild<QMenu *>();
    QVERIFY(menu);
    for (const QAction *action : menu->actions())
        QVERIFY2(!action->text().contains(u"Cop"_s), qPrintable(action->text()));
    menu->close();
}

void TstSecretEdit::tellsScreenReadersNothing()
{
    eye()->trigger();
    QAccessible::setActive(true);
    QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(m_edit.get());
    QCOMPARE(heard->text(QAccessible::Name), u"Signing secret"_s);
    QCOMPARE(heard->text(QAccessible::Value), QString());
    QVERIFY(!heard->textInterface());
    QVERIFY(heard->state().passwordEdit);
}

void TstSecretEdit::tellsInputMethodsNothing()
{
    eye()->trigger();
    for (const auto query : {Qt::ImSurroundingText, Qt::ImCurrentSelection, Qt::ImTextBeforeCursor,
                             Qt::ImTextAfterCursor})
        QCOMPARE(m_edit->inputMethodQuery(query).toString(), QString());
}

void TstSecretEdit::forgetsWhatWasTyped()
{
    m_edit->wipe();
    QCOMPARE(m_edit->text(), QString());
    m_edit->undo();
    QVERIFY(!m_edit->text().contains(u"abc"_s));
}

QTEST_MAIN(TstSecretEdit)
#include "tst_secretedit.moc"
