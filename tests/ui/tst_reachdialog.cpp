// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/liveinspector.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/commandbox.h"
#include "ui/dialogs/reachdialog.h"
#include "ui/dialogs/shortcutsdialog.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTreeWidget>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstReachDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThePortAndTheAuthority();
    void followsTheListener();
    void listsActionsThatHaveShortcuts();
    void keepsTheAmpersandOfAName();
    void listsTheKeysBetweenSends();
    void narrowsTheShortcutsDown();
    void findsAShortcutByTypingAtOnce();
    void namesTheLicenceOfEachPart();
};

static QStringList commands(const QWidget &dialog)
{
    QStringList commands;
    for (const auto *box : dialog.findChildren<CommandBox *>())
        commands.append(box->command());
    return commands;
}

void TstReachDialog::namesThePortAndTheAuthority()
{
    support::LiveInspector live;
    QVERIFY(live.open());
    QVERIFY(live.listen());
    const auto port = QString::number(live->listening()->port);
    const ReachDialog dialog(*live);
    const auto file = live->places().tlsFolder() + u"/ca.pem"_s;
    QCOMPARE(
        commands(dialog),
        QStringList({u"cloudflared tunnel --url https://localhost:%1 --origin-ca-pool '%2'"_s.arg(
                         port, file),
                     u"ngrok http https://localhost:%1"_s.arg(port),
                     u"ssh -N -R 127.0.0.1:8443:localhost:%1 you@example.com"_s.arg(port)}));
}

void TstReachDialog::followsTheListener()
{
    support::LiveInspector live;
    QVERIFY(live.open());
    const ReachDialog dialog(*live);
    QCOMPARE(commands(dialog).at(1), u"ngrok http https://localhost:8443"_s);
    QVERIFY(live.listen());
    QCOMPARE(commands(dialog).at(1),
             u"ngrok http https://localhost:%1"_s.arg(live->listening()->port));
}

void TstReachDialog::listsActionsThatHaveShortcuts()
{
    QAction secrets(u"&Secrets…"_s);
    secrets.setShortcut(QKeySequence(u"Ctrl+Shift+K"_s));
    QAction plain(u"Nothing"_s);
    const ShortcutsDialog dialog({&secrets, &plain});
    const auto *tree = dialog.findChild<QTreeWidget *>();
    QCOMPARE(tree->topLevelItem(0)->text(0), u"Secrets"_s);
    QCOMPARE(tree->topLevelItem(0)->text(1), u"Ctrl+Shift+K"_s);
    QVERIFY(tree->findItems(u"Nothing"_s, Qt::MatchExactly).isEmpty());
}

void TstReachDialog::keepsTheAmpersandOfAName()
{
    QAction edit(u"&Edit && Re-send…"_s);
    edit.setShortcut(QKeySequence(u"Ctrl+Return"_s));
    const ShortcutsDialog dialog({&edit});
    QCOMPARE(dialog.findChild<QTreeWidget *>()->topLevelItem(0)->text(0), u"Edit & Re-send"_s);
}

void TstReachDialog::listsTheKeysBetweenSends()
{
    const ShortcutsDialog dialog({});
    const auto *tree = dialog.findChild<QTreeWidget *>();
    QCOMPARE(tree->findItems(u"Alt+Up"_s, Qt::MatchExactly, 1).size(), 1);
    QCOMPARE(tree->findItems(u"Alt+Down"_s, Qt::MatchExactly, 1).size(), 1);
}

void TstReachDialog::narrowsTheShortcutsDown()
{
    QAction secrets(u"Secrets"_s);
    secrets.setShortcut(QKeySequence(u"Ctrl+Shift+K"_s));
    QAction clear(u"Clear list"_s);
    clear.setShortcut(QKeySequence(u"Ctrl+L"_s));
    const ShortcutsDialog dialog({&secrets, &clear});
    const auto *tree = dialog.findChild<QTreeWidget *>();
    dialog.findChild<QLineEdit *>()->setText(u"shift secr"_s);
    QVERIFY(!tree->topLevelItem(0)->isHidden());
    QVERIFY(tree->topLevelItem(1)->isHidden());
}

void TstReachDialog::findsAShortcutByTypingAtOnce()
{
    QAction clear(u"Clear list"_s);
    clear.setShortcut(QKeySequence(u"Ctrl+L"_s));
    ShortcutsDialog dialog({&clear});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    const auto says = [&dialog] {
        const auto labels = dialog.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(u"No action"_s);
        });
    };
    QVERIFY(!says());
    QTest::keyClicks(QApplication::focusWidget(), u"zzz"_s);
    QCOMPARE(dialog.findChild<QLineEdit *>()->text(), u"zzz"_s);
    QVERIFY(says());
    dialog.findChild<QLineEdit *>()->setText(u"clear"_s);
    QVERIFY(!says());
}

void TstReachDialog::namesTheLicenceOfEachPart()
{
    const AboutDialog dialog;
    const auto *tree = dialog.findChild<QTreeWidget *>();
    QVERIFY(tree->topLevelItemCount() >= 7);
    for (int row = 0; row < tree->topLevelItemCount(); ++row)
        QVERIFY(!tree->topLevelItem(row)->text(2).isEmpty());
}

QTEST_MAIN(TstReachDialog)
#include "tst_reachdialog.moc"
