// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/messagebar.h"
#include "ui/messageframe.h"

#include <QLabel>
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
    void keepsWhatASenderWroteAsText();

private:
    MessageFrame *frame() const { return m_bar->findChild<MessageFrame *>(); }
    static QStringList words(const QWidget *widget);

    std::unique_ptr<MessageBar> m_bar;
};

void TstMessageBar::init()
{
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

void TstMessageBar::keepsWhatASenderWroteAsText()
{
    m_bar->show({.key = u"a"_s, .title = u"<b>One</b>"_s, .text = u"<img src=x>"_s});
    for (const auto *label : frame()->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

QTEST_MAIN(TstMessageBar)
#include "tst_messagebar.moc"
