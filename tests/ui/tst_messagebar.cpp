// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/messagebar.h"
#include "ui/messageframe.h"
#include "ui/plurals.h"
#include "ui/views/linkbutton.h"

#include <QAccessible>
#include <QLabel>
#include <QLayout>
#include <QMap>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using Kind = Message::Kind;

class TstMessageBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takesNoRoomWithoutAMessage();
    void saysWhatHappenedWhyAndWhatNext();
    void goesWhenItIsAnswered();
    void goesWhenItIsClosed();
    void staysWhenItMayNotBeClosed();
    void unfoldsDetails();
    void takesThePlaceOfItsPredecessor();
    void makesRoomButNeverOfAnError();
    void makesNoRoomOfWhatLasts();
    void showsOneOfSeveralAndUnfoldsTheOthers();
    void takesLittleMoreRoomForManyThanForOne();
    void putsAnErrorFirst();
    void foldsNoMessageThatHasTheFocus();
    void foldsNoMessageThatMayNotBeClosed();
    void keepsWhatASenderWroteAsText();

private:
    MessageFrame *frame() const { return m_bar->findChild<MessageFrame *>(); }
    LinkButton *others() const { return m_bar->findChild<LinkButton *>(); }
    QStringList shown() const;
    static QStringList words(const QWidget *widget);

    Plurals m_plurals;
    std::unique_ptr<MessageBar> m_bar;
};

void TstMessageBar::init()
{
    QCoreApplication::installTranslator(&m_plurals);
    m_bar = std::make_unique<MessageBar>();
    m_bar->resize(900, 100);
}

QStringList TstMessageBar::words(const QWidget *widget)
{
    QStringList words;
    for (const auto *label : widget->findChildren<QLabel *>()) {
        if (label->isVisible())
            words += label->text();
    }
    return words;
}

// The titles from the top.
QStringList TstMessageBar::shown() const
{
    QMap<int, QString> titles;
    m_bar->layout()->activate();
    for (const auto *frame : m_bar->findChildren<MessageFrame *>()) {
        if (frame->isVisible())
            titles.insert(frame->y(), frame->message().title);
    }
    return titles.values();
}

void TstMessageBar::takesNoRoomWithoutAMessage() { QVERIFY(m_bar->isHidden()); }

void TstMessageBar::saysWhatHappenedWhyAndWhatNext()
{
    m_bar->show({.key = u"a"_s,
                 .kind = Kind::Error,
                 .title = u"The disk is full"_s,
                 .text = u"Senders will try again."_s,
                 .choices = {{u"Try again"_s, [] { }}, {u"Save elsewhere…"_s, [] { }, true}}});
    QVERIFY(m_bar->isVisible());
    QCOMPARE(words(frame()), QStringList({u"The disk is full"_s, u"Senders will try again."_s}));
    const auto buttons = frame()->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 2);
    QCOMPARE(buttons[0]->text(), u"Try again"_s);
    QVERIFY(buttons[1]->isDefault());
    QCOMPARE(frame()->accessibleName(), u"The disk is full"_s);
    QCOMPARE(frame()->accessibleDescription(), u"Senders will try again."_s);
}

void TstMessageBar::goesWhenItIsAnswered()
{
    int runs = 0;
    m_bar->show({.key = u"a"_s, .title = u"One"_s, .choices = {{u"Do it"_s, [&] { ++runs; }}}});
    frame()->findChild<QPushButton *>()->click();
    QCOMPARE(runs, 1);
    QVERIFY(m_bar->isHidden());
    QVERIFY(!m_bar->has(u"a"_s));
}

void TstMessageBar::goesWhenItIsClosed()
{
    m_bar->show({.key = u"a"_s, .title = u"One"_s});
    frame()->findChild<QToolButton *>()->click();
    QVERIFY(m_bar->isHidden());
}

void TstMessageBar::staysWhenItMayNotBeClosed()
{
    m_bar->show({.key = u"a"_s, .title = u"One"_s, .closable = false});
    QVERIFY(!frame()->findChild<QToolButton *>());
    m_bar->dismiss(u"b"_s);
    QVERIFY(m_bar->isVisible());
    m_bar->dismiss(u"a"_s);
    QVERIFY(m_bar->isHidden());
}

void TstMessageBar::unfoldsDetails()
{
    m_bar->show({.key = u"a"_s, .title = u"One"_s, .details = u"errno 28"_s});
    QVERIFY(!words(frame()).contains(u"errno 28"_s));
    for (auto *button : frame()->findChildren<QToolButton *>()) {
        if (button->text() == u"Details"_s)
            button->click();
    }
    QVERIFY(words(frame()).contains(u"errno 28"_s));
}

void TstMessageBar::takesThePlaceOfItsPredecessor()
{
    m_bar->show({.key = u"a"_s, .title = u"One"_s});
    m_bar->show({.key = u"b"_s, .title = u"Two"_s});
    m_bar->show({.key = u"a"_s, .title = u"Three"_s});
    QCOMPARE(m_bar->keys(), QStringList({u"a"_s, u"b"_s}));
    QVERIFY(!words(m_bar.get()).contains(u"One"_s));
}

void TstMessageBar::makesRoomButNeverOfAnError()
{
    m_bar->show({.key = u"error"_s, .kind = Kind::Error, .title = u"Error"_s});
    for (const char *key : {"a", "b", "c"})
        m_bar->show({.key = QString::fromLatin1(key), .title = u"Info"_s});
    QCOMPARE(m_bar->keys(), QStringList({u"c"_s, u"b"_s, u"error"_s}));
    m_bar->dismiss(u"b"_s);
    m_bar->dismiss(u"c"_s);
    for (const char *key : {"second", "third", "fourth"})
        m_bar->show({.key = QString::fromLatin1(key), .kind = Kind::Error, .title = u"Error"_s});
    QCOMPARE(m_bar->keys(), QStringList({u"fourth"_s, u"third"_s, u"second"_s, u"error"_s}));
}

void TstMessageBar::makesNoRoomOfWhatLasts()
{
    m_bar->show({.key = u"state"_s, .title = u"Paused"_s, .closable = false});
    for (const char *key : {"a", "b", "c"})
        m_bar->show({.key = QString::fromLatin1(key), .title = u"Info"_s});
    QCOMPARE(m_bar->keys(), QStringList({u"c"_s, u"b"_s, u"state"_s}));
}

void TstMessageBar::showsOneOfSeveralAndUnfoldsTheOthers()
{
    m_bar->show({.key = u"a"_s, .title = u"One"_s});
    QVERIFY(!others()->isVisible());
    m_bar->show({.key = u"b"_s, .title = u"Two"_s});
    m_bar->show({.key = u"c"_s, .title = u"Three"_s});
    QCOMPARE(shown(), QStringList({u"Three"_s}));
    QCOMPARE(others()->text(), u"2 more messages"_s);
    QCOMPARE(QAccessible::queryAccessibleInterface(others())->text(QAccessible::Name),
             u"2 more messages"_s);
    others()->setFocus();
    QTest::keyClick(others(), Qt::Key_Space);
    m_bar->resize(900, 300);
    QCOMPARE(shown(), QStringList({u"Three"_s, u"Two"_s, u"One"_s}));
    QTest::keyClick(others(), Qt::Key_Space);
    QCOMPARE(shown(), QStringList({u"Three"_s}));
    m_bar->dismiss(u"c"_s);
    QCOMPARE(shown(), QStringList({u"Two"_s}));
    QCOMPARE(others()->text(), u"1 more message"_s);
    m_bar->dismiss(u"a"_s);
    QVERIFY(!others()->isVisible());
}

void TstMessageBar::takesLittleMoreRoomForManyThanForOne()
{
    m_bar->show({.key = u"a"_s, .title = u"One"_s, .text = u"It is so."_s});
    const int alone = m_bar->sizeHint().height();
    m_bar->show({.key = u"b"_s, .title = u"Two"_s, .text = u"It is so."_s});
    const int two = m_bar->sizeHint().height();
    m_bar->show({.key = u"c"_s, .title = u"Three"_s, .text = u"It is so."_s});
    QCOMPARE(m_bar->sizeHint().height(), two);
    QVERIFY(two - alone < m_bar->fontMetrics().height() * 2);
}

void TstMessageBar::putsAnErrorFirst()
{
    m_bar->show({.key = u"a"_s, .kind = Kind::Error, .title = u"Error"_s});
    m_bar->show({.key = u"b"_s, .kind = Kind::Warning, .title = u"Warning"_s});
    QCOMPARE(shown(), QStringList({u"Error"_s}));
    m_bar->dismiss(u"a"_s);
    QCOMPARE(shown(), QStringList({u"Warning"_s}));
}

void TstMessageBar::foldsNoMessageThatHasTheFocus()
{
    m_bar->show({.key = u"a"_s, .title = u"One"_s, .choices = {{u"Do it"_s, [] { }}}});
    m_bar->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
    frame()->findChild<QPushButton *>()->setFocus();
    m_bar->show({.key = u"b"_s, .kind = Kind::Error, .title = u"Error"_s});
    m_bar->resize(900, 300);
    QCOMPARE(shown(), QStringList({u"Error"_s, u"One"_s}));
    m_bar->show({.key = u"c"_s, .title = u"Three"_s});
    QCOMPARE(others()->text(), u"1 more message"_s);
}

void TstMessageBar::foldsNoMessageThatMayNotBeClosed()
{
    m_bar->show({.key = u"a"_s, .title = u"As long as it is so"_s, .closable = false});
    m_bar->show({.key = u"b"_s, .title = u"Two"_s});
    m_bar->show({.key = u"c"_s, .title = u"Three"_s});
    QCOMPARE(shown(), QStringList({u"Three"_s, u"As long as it is so"_s}));
    QCOMPARE(others()->text(), u"1 more message"_s);
}

void TstMessageBar::keepsWhatASenderWroteAsText()
{
    m_bar->show({.key = u"a"_s, .title = u"<b>One</b>"_s, .text = u"<img src=x>"_s});
    for (const auto *label : frame()->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

QTEST_MAIN(TstMessageBar)
#include "tst_messagebar.moc"
