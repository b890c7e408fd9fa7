// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/hexeditor.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using ui::HexEditor;

// Keys typed into bytes, as a user would.
class TstHexEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void typesOverBytes_data();
    void typesOverBytes();
    void undoesAndRedoes();
    void removesWhatIsSelected();
    void typesOverASelection();
    void pastes_data();
    void pastes();
    void pastesOverASelection_data();
    void pastesOverASelection();
    void offersWhatItCanInItsMenu();
    void forgetsWhenItLoads();
    void leavesOtherKeysAlone();
    void tellsItsPlace();
    void paintsBehindTheLastByte();

private:
    void press(const QString &keys); // "4", "I" Insert, "D" Delete, "B" Backspace, "<" ">" moves

    std::unique_ptr<HexEditor> m_editor;
};

void TstHexEditor::init()
{
    m_editor = std::make_unique<HexEditor>();
    m_editor->resize(900, 300);
    m_editor->show();
    m_editor->load("ABC");
}

void TstHexEditor::press(const QString &keys)
{
    for (const QChar key : keys) {
        if (key == u'I')
            QTest::keyClick(m_editor.get(), Qt::Key_Insert);
        else if (key == u'D')
            QTest::keyClick(m_editor.get(), Qt::Key_Delete);
        else if (key == u'B')
            QTest::keyClick(m_editor.get(), Qt::Key_Backspace);
        else if (key == u'<' || key == u'>')
            QTest::keyClick(m_editor.get(), key == u'<' ? Qt::Key_Left : Qt::Key_Right);
        else
            QTest::keyClicks(m_editor.get(), key);
    }
}

void TstHexEditor::typesOverBytes_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QByteArray>("after");
    const auto row
        = [](const char *name, const QByteArray &before, const QString &keys,
             const QByteArray &after) { QTest::newRow(name) << before << keys << after; };
    row("one digit", "ABC", u"5"_s, "QBC");
    row("a byte", "ABC", u"5a"_s, "ZBC");
    row("two bytes", "ABC", u"5a59"_s, "ZYC");
    row("a move in between begins anew", "ABC", u"5>5"_s, "QRC");
    row("behind the last byte", "ABC", u">>>44"_s, "ABCD");
    row("no further than behind the last byte", "ABC", u">>>>>44"_s, "ABCD");
    row("over the end", "A", u"5a59"_s, "ZY");
    row("into nothing", "", u"41"_s, "A");
    row("inserted", "ABC", u"I5a59"_s, "ZYABC");
    row("inserted in the middle", "ABC", u">I5a"_s, "AZBC");
    row("inserted and then over again", "ABC", u"I5aI59"_s, "ZYBC");
    row("deleted", "ABC", u">D"_s, "AC");
    row("deleted behind the last byte", "ABC", u">>>D"_s, "ABC");
    row("taken back by a step", "ABC", u">>B"_s, "AC");
    row("taken back at the beginning", "ABC", u"B"_s, "ABC");
    row("all of it", "ABC", u"DDDD"_s, "");
}

void TstHexEditor::typesOverBytes()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, keys);
    m_editor->load(before);
    press(keys);
    QTEST(m_editor->bytes(), "after");
    while (m_editor->history().canUndo())
        m_editor->history().undo();
    QCOMPARE(m_editor->bytes(), before);
}

void TstHexEditor::undoesAndRedoes()
{
    QSignalSpy edited(m_editor.get(), &HexEditor::edited);
    press(u"5a"_s);
    QTest::keySequence(m_editor.get(), QKeySequence::Undo);
    QTest::keySequence(m_editor.get(), QKeySequence::Undo);
    QCOMPARE(m_editor->bytes(), QByteArray("ABC"));
    m_editor->history().redo();
    QCOMPARE(m_editor->bytes(), QByteArray("QBC"));
    QCOMPARE(edited.size(), 5);
}

void TstHexEditor::removesWhatIsSelected()
{
    m_editor->select(1, 2);
    m_editor->remove();
    QCOMPARE(m_editor->bytes(), QByteArray("A"));
    m_editor->history().undo();
    m_editor->selectAll();
    press(u"B"_s);
    QVERIFY(m_editor->bytes().isEmpty());
}

void TstHexEditor::typesOverASelection()
{
    m_editor->select(0, 2);
    press(u"585a"_s);
    QCOMPARE(m_editor->bytes(), QByteArray("XZC"));
}

void TstHexEditor::pastes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("inserting");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("digits over bytes") << u"58 59"_s << false << QByteArray("XYC");
    QTest::newRow("digits between bytes") << u"5859"_s << true << QByteArray("XYABC");
    QTest::newRow("more than there was") << u"57 58 59 5a"_s << false << QByteArray("WXYZ");
    QTest::newRow("text") << u"xé"_s << false << QByteArray("x\xc3\xa9");
    QTest::newRow("half a byte is text") << u"585"_s << true << QByteArray("585ABC");
    QTest::newRow("nothing") << QString() << false << QByteArray("ABC");
}

void TstHexEditor::pastes()
{
    QFETCH(QString, text);
    QFETCH(bool, inserting);
    QGuiApplication::clipboard()->setText(text);
    if (inserting)
        press(u"I"_s);
    m_editor->paste();
    QTEST(m_editor->bytes(), "after");
}

void TstHexEditor::pastesOverASelection_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("inserting");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("as many bytes") << u"58 59"_s << false << QByteArray("XYC");
    QTest::newRow("fewer, overwriting") << u"58"_s << false << QByteArray("XC");
    QTest::newRow("more, overwriting") << u"58 59 5a"_s << false << QByteArray("XYZ");
    QTest::newRow("more, inserting") << u"58 59 5a"_s << true << QByteArray("XYZC");
}

void TstHexEditor::pastesOverASelection()
{
    QFETCH(QString, text);
    QFETCH(bool, inserting);
    QGuiApplication::clipboard()->setText(text);
    if (inserting)
        press(u"I"_s);
    m_editor->select(0, 2);
    m_editor->paste();
    QTEST(m_editor->bytes(), "after");
    m_editor->history().undo();
    QCOMPARE(m_editor->bytes(), QByteArray("ABC"));
}

// By a timer, since the menu waits for an answer.
void TstHexEditor::offersWhatItCanInItsMenu()
{
    QGuiApplication::clipboard()->setText(u"58"_s);
    QStringList offered;
    QTimer::singleShot(0, m_editor.get(), [&offered] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        for (const QAction *action : menu->actions()) {
            if (action->isEnabled() && !action->isSeparator())
                offered += action->text().remove(u'&');
            if (action->text() == u"&Paste"_s)
                menu->setActiveAction(menu->actions().at(menu->actions().indexOf(action)));
        }
        QTest::keyClick(menu, Qt::Key_Return);
    });
    QContextMenuEvent wanted(QContextMenuEvent::Keyboard, QPoint(5, 5),
                             m_editor->mapToGlobal(QPoint(5, 5)));
    QCoreApplication::sendEvent(m_editor->viewport(), &wanted);
    QCOMPARE(offered,
             (QStringList{u"Copy as hexadecimal"_s, u"Copy as text"_s, u"Select all"_s, u"Paste"_s,
                          u"Delete"_s}));
    QCOMPARE(m_editor->bytes(), QByteArray("XBC"));
}

void TstHexEditor::forgetsWhenItLoads()
{
    press(u"5"_s);
    m_editor->load("XY");
    QVERIFY(!m_editor->history().canUndo());
    press(u"5"_s); // no lower digit of what was there before
    QCOMPARE(m_editor->bytes(), QByteArray("XY"));
    press(u"1"_s);
    QCOMPARE(m_editor->bytes(), QByteArray("QY"));
}

void TstHexEditor::leavesOtherKeysAlone()
{
    press(u"xyz-"_s);
    QTest::keyClick(m_editor.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_editor->selectionLength(), 3);
    QCOMPARE(m_editor->bytes(), QByteArray("ABC"));
    QVERIFY(!m_editor->history().canUndo());
}

void TstHexEditor::tellsItsPlace()
{
    QSignalSpy changed(m_editor.get(), &HexEditor::modeChanged);
    press(u">"_s);
    QCOMPARE(m_editor->placeText(), u"Offset 0x1 · overwrites"_s);
    press(u"I"_s);
    QCOMPARE(m_editor->placeText(), u"Offset 0x1 · inserts"_s);
    QCOMPARE(changed.size(), 1);
}

void TstHexEditor::paintsBehindTheLastByte()
{
    m_editor->load(QByteArray(16, 'a')); // a line is full, the caret stands on the next one
    const QImage before = m_editor->grab().toImage();
    QTest::keyClick(m_editor.get(), Qt::Key_End, Qt::ControlModifier);
    QVERIFY(m_editor->grab().toImage() != before);
    m_editor->load({});
    QVERIFY(!m_editor->grab().isNull());
}

QTEST_MAIN(TstHexEditor)
#include "tst_hexeditor.moc"
