// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/icons.h"
#include "ui/toolbar.h"

#include <QMainWindow>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstToolBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dropsWordsWhereThereIsNoRoom();
    void movesNothingWhenAWordChanges();
};

void TstToolBar::dropsWordsWhereThereIsNoRoom()
{
    QMainWindow window;
    auto *bar = new ToolBar(u"Tools"_s);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    QAction *kept = bar->addAction(icon(u"trash"_s), u"Clear all that there is"_s);
    QAction *spare = bar->addAction(icon(u"export"_s), u"Export all that there is"_s);
    bar->setSpare({spare});
    window.addToolBar(bar);
    const auto styleOf = [bar](QAction *action) {
        return qobject_cast<QToolButton *>(bar->widgetForAction(action))->toolButtonStyle();
    };
    const int roomy = bar->sizeHint().width() + 100;
    window.resize(roomy, 200);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(styleOf(spare), Qt::ToolButtonTextBesideIcon);
    window.resize(roomy - 150, 200);
    QTRY_COMPARE(styleOf(spare), Qt::ToolButtonIconOnly);
    QCOMPARE(styleOf(kept), Qt::ToolButtonTextBesideIcon);
    window.resize(roomy, 200);
    QTRY_COMPARE(styleOf(spare), Qt::ToolButtonTextBesideIcon);
}

void TstToolBar::movesNothingWhenAWordChanges()
{
    const QStringList words{u"Listen"_s, u"Paused"_s, u"Listening"_s};
    ToolBar bar;
    bar.setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    QAction *changing = bar.addAction(icon(u"pause"_s), words.first());
    bar.keepRoom(changing, words);
    const auto *button = qobject_cast<QToolButton *>(bar.widgetForAction(changing));
    const int wide = button->minimumWidth();
    for (const QString &word : words) {
        changing->setIconText(word);
        QVERIFY2(button->sizeHint().width() <= wide, qPrintable(word));
    }
    QCOMPARE(button->sizeHint().width(), wide); // of the last one, which is the widest
}

QTEST_MAIN(TstToolBar)
#include "tst_toolbar.moc"
