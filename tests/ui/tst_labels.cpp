// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/labels.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstLabels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesEachNoteTheRoomOfItsText_data();
    void givesEachNoteTheRoomOfItsText();
};

void TstLabels::givesEachNoteTheRoomOfItsText_data()
{
    QTest::addColumn<QList<int>>("widths"); // of the window, one after the other
    QTest::newRow("in a wide window") << QList<int>{900};
    QTest::newRow("in a narrow window") << QList<int>{360};
    QTest::newRow("in one that was narrow") << QList<int>{360, 900};
    QTest::newRow("in one that was wide") << QList<int>{900, 360};
    QTest::newRow("where only some of them wrap") << QList<int>{360, 620, 520};
}

void TstLabels::givesEachNoteTheRoomOfItsText()
{
    QFETCH(const QList<int>, widths);
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *form = new QFormLayout;
    QList<QLabel *> notes;
    for (int words : {9, 14, 4}) {
        notes.append(formNote());
        notes.last()->setText(u"several "_s.repeated(words));
        form->addRow(u"Name"_s, new QLineEdit);
        form->addRow(QString(), notes.last());
        form->addRow(QString(), problemLabel());
    }
    column->addLayout(form);
    column->addStretch(1);
    for (int width : widths) {
        window.resize(width, 700);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
    }
    QTRY_COMPARE(window.width(), widths.last());
    for (const QLabel *note : std::as_const(notes))
        QTRY_COMPARE(note->height(), note->heightForWidth(note->width()));
    QVERIFY(widths.last() > 400 || notes.first()->height() > notes.last()->height());
}

QTEST_MAIN(TstLabels)
#include "tst_labels.moc"
