// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/icons.h"
#include "ui/windowactions.h"

#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

void WindowActions::fill(QMenuBar &bar)
{
    QMenu *file = bar.addMenu(tr("&File"));
    file->addActions({newStore, openStore, saveCopy});
    file->addSeparator();
    file->addActions({importFiles, exportAll});
    file->addSeparator();
    file->addActions({closeWindow, quit});
    fillEdit(*bar.addMenu(tr("&Edit")));
    fillView(*bar.addMenu(tr("&View")));
    QMenu *capture = bar.addMenu(tr("&Capture"));
    capture->addActions({listen, pause});
    capture->addSeparator();
    capture->addActions({clear, ping});
    capture->addSeparator();
    capture->addActions({copyUrl, listenerSettings});
    fillRowMenu(*bar.addMenu(tr("&Webhook")));
    bar.addMenu(tr("&Tools"))
        ->addActions({secrets, rules, forwards, accounts, trust, reach, play, settings});
    bar.addMenu(tr("&Help"))->addActions({setUp, notArriving, shortcuts, about});
}

void WindowActions::fillEdit(QMenu &menu)
{
    menu.addActions({undo, redo});
    menu.addSeparator();
    menu.addActions({copyRow, selectAll, invert});
    menu.addSeparator();
    menu.addActions({findWebhooks, findInBody, findNext, findPrevious});
}

void WindowActions::fillView(QMenu &menu)
{
    const auto submenu = [&menu](const QString &title, const QList<QAction *> &actions) {
        QMenu *sub = menu.addMenu(title);
        sub->addActions(actions);
        return sub;
    };
    menu.addActions({follow, oldest, newest});
    menu.addSeparator();
    menu.addActions({nextProblem, previousProblem, back, forward});
    menu.addSeparator();
    QMenu *place = submenu(tr("&Details"), details->actions());
    place->addSeparator();
    place->addAction(cycleDetails);
    QMenu *pages = submenu(tr("Details t&ab"), tabs->actions());
    pages->addSeparator();
    pages->addAction(nextBodyView);
    columns = menu.addMenu(tr("&Columns"));
    submenu(tr("&Time as"), times->actions());
    menu.addSeparator();
    submenu(tr("T&heme"), looks->actions());
    submenu(tr("Te&xt size"), {largerText, smallerText, normalText});
    menu.addSeparator();
    menu.addActions({nextPane, previousPane, fullScreen, resetLayout});
}

void WindowActions::fillRowMenu(QMenu &menu)
{
    menu.addActions({editAndResend, sendAgain, resendMany});
    menu.addSeparator();
    QMenu *copy = menu.addMenu(icon(u"copy"_s), tr("&Copy"));
    copy->addActions({copyRow, copyBody, copyHeaders, copyRaw});
    copy->addSeparator();
    copy->addActions({copyCurl, copyCurlCmd, copyCurlPowerShell});
    copy->addSeparator();
    copy->addActions({copyJson, copyFixture, copyMarkdown});
    menu.addActions({saveBody, exportSelected});
    menu.addSeparator();
    menu.addActions({mark, note});
    menu.addSeparator();
    menu.addActions({onlyVerdict, compare, comparePrevious, anotherSecret, verificationCode});
    menu.addMenu(tr("T&his endpoint"))->addActions({rules, forwards});
    menu.addSeparator();
    menu.addActions({previous, next});
    menu.addSeparator();
    menu.addAction(remove);
}

void WindowActions::fill(QToolBar &bar)
{
    bar.addActions({listen, clear, follow});
    bar.addSeparator();
    bar.addActions({editAndResend, resendMany, compare, exportAll});
    bar.addSeparator();
    bar.addAction(secrets);
}

} // namespace ui
