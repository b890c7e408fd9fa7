// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/statusline.h"
#include "ui/toolbar.h"
#include "ui/views/arrivalstrip.h"
#include "ui/views/deliveryview.h"
#include "ui/views/detailspane.h"
#include "ui/views/emptytable.h"
#include "ui/views/filterbar.h"
#include "ui/views/firstrunpage.h"
#include "ui/views/urlbox.h"
#include "ui/views/verdictchips.h"
#include "ui/windowactions.h"

#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

void MainWindow::build()
{
    m_actions->fill(*menuBar());
    auto *bar = new ToolBar(tr("Tools"), this);
    bar->setObjectName(u"tools"_s);
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (auto *more : bar->findChildren<QToolButton *>()) // what Qt shows where room is short
        more->setAccessibleName(tr("More tools"));
    m_actions->fill(*bar);
    bar->keepRoom(m_actions->listen, WindowActions::listenWords());
    auto *gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    bar->addWidget(m_url);
    bar->setSpare({m_actions->clear, m_actions->editAndResend, m_actions->resendMany,
                   m_actions->compare, m_actions->exportAll});
    addToolBar(bar);
    setContextMenuPolicy(Qt::PreventContextMenu);

    m_split->addWidget(m_view);
    m_split->addWidget(m_details);
    m_split->setCollapsible(0, false);
    m_split->setChildrenCollapsible(false);
    m_split->setStretchFactor(0, 2);
    m_split->setStretchFactor(1, 1);
    m_pages->addWidget(m_split);
    m_pages->addWidget(m_firstRun);
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filter);
    m_chips->setCorner(m_strip);
    column->addWidget(m_chips);
    column->addWidget(m_messages);
    column->addWidget(m_pages, 1);
    setCentralWidget(centre);
    setStatusBar(m_status);
    setMinimumSize(640, 420);
}

} // namespace ui
