// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/valuebox.h"

#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstValueBox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheWheelOnlyWhereLinesAreHidden_data();
    void keepsTheWheelOnlyWhereLinesAreHidden();
};

void TstValueBox::keepsTheWheelOnlyWhereLinesAreHidden_data()
{
    QTest::addColumn<int>("lines");
    QTest::addColumn<bool>("kept");
    QTest::newRow("one line") << 1 << false;
    QTest::newRow("as many as are shown") << 4 << false;
    QTest::newRow("more than are shown") << 40 << true;
}

// The page around it must go on scrolling when the mouse comes across a box.
void TstValueBox::keepsTheWheelOnlyWhereLinesAreHidden()
{
    QFETCH(int, lines);
    ValueBox box(u"Signed text"_s);
    box.setValue(QStringList(lines, u"text"_s).join(u'\n'));
    box.resize(300, box.sizeHint().height());
    box.show();
    QWheelEvent down({20, 5}, box.viewport()->mapToGlobal(QPointF(20, 5)), {}, {0, -120},
                     Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    down.accept();
    QCoreApplication::sendEvent(box.viewport(), &down);
    QTEST(down.isAccepted(), "kept");
    QTEST(box.verticalScrollBar()->value() > 0, "kept");
}

QTEST_MAIN(TstValueBox)
#include "tst_valuebox.moc"
