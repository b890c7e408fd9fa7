// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/accessiblewalk.h"
#include "ui/resend/bodyeditor.h"
#include "ui/resend/replacebar.h"
#include "ui/views/findfield.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using ui::BodyEditor;
using ui::FindField;
using ui::ReplaceBar;

// The bar over an editor, as they stand in the window.
class TstReplaceBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void goesFromHitToHit();
    void findsWhatIsSelected();
    void countsHits_data();
    void countsHits();
    void replacesOneByOne();
    void replacesAllAsOneEdit_data();
    void replacesAllAsOneEdit();
    void followsWhatIsTyped();
    void tintsWhatIsFound();
    void leavesFromAnywhere();
    void goesOnFromTheNeedleToItsReplacement();
    void namesEverythingForScreenReaders();

private:
    void look(const QString &needle, const QString &other = {});

    std::unique_ptr<QWidget> m_window;
    BodyEditor *m_editor = nullptr;
    ReplaceBar *m_bar = nullptr;
};

void TstReplaceBar::init()
{
    m_window = std::make_unique<QWidget>();
    m_editor = new BodyEditor;
    m_bar = new ReplaceBar(*m_editor);
    auto *column = new QVBoxLayout(m_window.get());
    column->addWidget(m_bar);
    column->addWidget(m_editor);
    m_window->resize(600, 400);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TstReplaceBar::cleanup() { m_window.reset(); }

void TstReplaceBar::look(const QString &needle, const QString &other)
{
    m_bar->replace();
    auto *field = m_bar->findChild<FindField *>();
    field->setText(needle);
    for (auto *edit : m_bar->findChildren<QLineEdit *>()) {
        if (edit != field)
            edit->setText(other);
    }
    Q_EMIT field->needleChanged(needle); // without its pause
}

void TstReplaceBar::goesFromHitToHit()
{
    QVERIFY(m_editor->setBytes("one\ntwo ONE\n"));
    look(u"one"_s);
    QCOMPARE(m_bar->facts(), u"1 of 2"_s);
    m_bar->step(1);
    QCOMPARE(m_bar->facts(), u"2 of 2"_s);
    QCOMPARE(m_editor->textCursor().selectedText(), u"ONE"_s);
    m_bar->step(1);
    QCOMPARE(m_bar->facts(), u"1 of 2"_s);
    m_bar->step(-1);
    QCOMPARE(m_bar->facts(), u"2 of 2"_s);
    QTest::keyClick(m_bar->findChild<FindField *>(), Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(m_bar->facts(), u"1 of 2"_s);
}

void TstReplaceBar::findsWhatIsSelected()
{
    QVERIFY(m_editor->setBytes("a b a"));
    QTextCursor cursor(m_editor->document());
    cursor.setPosition(4);
    cursor.setPosition(5, QTextCursor::KeepAnchor);
    m_editor->setTextCursor(cursor);
    m_bar->find();
    QCOMPARE(m_bar->findChild<FindField *>()->text(), u"a"_s);
    QCOMPARE(m_bar->facts(), u"2 of 2"_s);
}

void TstReplaceBar::countsHits_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QString>("facts");
    QTest::newRow("no needle") << QByteArray("a") << QString() << QString();
    QTest::newRow("not there") << QByteArray("a") << u"b"_s << u"Not found"_s;
    QTest::newRow("hits do not overlap") << QByteArray("aaaa") << u"aa"_s << u"1 of 2"_s;
    QTest::newRow("other letters of any script")
        << QByteArray("\xc3\x84rger") << u"\u00e4RGER"_s << u"1 of 1"_s;
    QTest::newRow("a space that does not break is another one") << QByteArray("a\xc2\xa0"
                                                                              "b a b")
                                                                << u"a b"_s << u"1 of 1"_s;
    QTest::newRow("an empty body") << QByteArray() << u"a"_s << u"Not found"_s;
}

void TstReplaceBar::countsHits()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, needle);
    QVERIFY(m_editor->setBytes(body));
    look(needle);
    QTEST(m_bar->facts(), "facts");
}

void TstReplaceBar::replacesOneByOne()
{
    QVERIFY(m_editor->setBytes("a-a-a"));
    look(u"a"_s, u"aa"_s);
    m_bar->step(1);
    m_bar->replaceOne();
    QCOMPARE(m_editor->bytes(), QByteArray("a-aa-a"));
    m_bar->replaceOne();
    QCOMPARE(m_editor->bytes(), QByteArray("a-aa-aa"));
}

void TstReplaceBar::replacesAllAsOneEdit_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QString>("other");
    QTest::addColumn<QByteArray>("made");
    QTest::newRow("over lines") << QByteArray("x1\r\nx2\r\nx") << u"X"_s << u"yy"_s
                                << QByteArray("yy1\r\nyy2\r\nyy");
    QTest::newRow("by nothing") << QByteArray("a,b,c") << u","_s << QString() << QByteArray("abc");
    QTest::newRow("by what holds it")
        << QByteArray("a a") << u"a"_s << u"aa"_s << QByteArray("aa aa");
    QTest::newRow("one that is not there")
        << QByteArray("a") << u"b"_s << u"c"_s << QByteArray("a");
}

void TstReplaceBar::replacesAllAsOneEdit()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, needle);
    QFETCH(QString, other);
    QVERIFY(m_editor->setBytes(body));
    look(needle, other);
    m_bar->replaceAll();
    QTEST(m_editor->bytes(), "made");
    m_editor->undo();
    QCOMPARE(m_editor->bytes(), body);
}

void TstReplaceBar::followsWhatIsTyped()
{
    QVERIFY(m_editor->setBytes("ab"));
    look(u"ab"_s);
    m_editor->moveCursor(QTextCursor::End);
    m_editor->insertPlainText(u" ab"_s);
    QCOMPARE(m_bar->facts(), u"2 found"_s);
}

void TstReplaceBar::tintsWhatIsFound()
{
    QVERIFY(m_editor->setBytes("ab\nab\n"));
    look(u"b"_s);
    QCOMPARE(m_editor->extraSelections().size(), 3); // and the cursor's line
    m_bar->dismiss();
    QCOMPARE(m_editor->extraSelections().size(), 1);
}

void TstReplaceBar::leavesFromAnywhere()
{
    QVERIFY(m_editor->setBytes("ab"));
    look(u"b"_s);
    m_editor->setFocus();
    QVERIFY(m_bar->leave());
    QVERIFY(!m_bar->isVisible());
    m_bar->find();
    QVERIFY(m_bar->leave());
    QVERIFY(m_editor->hasFocus());
    QVERIFY(!m_bar->leave());
}

void TstReplaceBar::goesOnFromTheNeedleToItsReplacement()
{
    QVERIFY(m_editor->setBytes("ab"));
    look(u"b"_s);
    QStringList order;
    for (int step = 0; step < 4; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        order += QApplication::focusWidget()->accessibleName();
        if (const auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget()))
            order.last() = button->text();
    }
    QCOMPARE(order,
             (QStringList{u"Replace with"_s, u"&Replace"_s, u"Replace &all"_s,
                          u"Go to the place before"_s}));
}

void TstReplaceBar::namesEverythingForScreenReaders()
{
    m_bar->replace();
    const QStringList faults = support::AccessibleWalk(*m_window).faults();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

QTEST_MAIN(TstReplaceBar)
#include "tst_replacebar.moc"
