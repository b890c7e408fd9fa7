// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/inspector.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/publicaddress.h"
#include "ui/icons.h"
#include "ui/views/addressstep.h"
#include "ui/views/codefont.h"
#include "ui/views/firstrunpage.h"
#include "ui/views/linkbutton.h"
#include "ui/views/secretstep.h"
#include "ui/views/waitingstrip.h"

#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{
const auto portal = u"https://partners.smile.io/"_s;
}

// Like the rest of a page, on the base colour.
void FirstRunPage::build()
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setBackgroundRole(QPalette::Base);
    viewport()->setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Set-up steps"));
    m_address = new AddressStep(1, m_inspector);
    m_secret = new SecretStep(3, m_inspector);
    m_strip = new WaitingStrip;
    m_column = new QWidget;
    auto *column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 28, 0, 28);
    column->setSpacing(0);
    column->addWidget(buildHead());
    for (auto *step :
         std::initializer_list<QWidget *>{buildListening(), m_address, buildPortal(), m_secret}) {
        column->addWidget(separator());
        column->addWidget(step);
    }
    column->addWidget(m_strip);
    column->addStretch(1);
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(24, 0, 24, 0);
    row->addStretch(1);
    row->addWidget(m_column);
    row->addStretch(1);
    setWidget(page);
}

QWidget *FirstRunPage::buildHead()
{
    auto *skip = new LinkButton(tr("Go to the list"));
    connect(skip, &QAbstractButton::clicked, this, &FirstRunPage::doneWanted);
    auto *title = new QHBoxLayout;
    title->addWidget(headingLabel(tr("Receive your first webhook"), 1.7), 1);
    title->addWidget(skip, 0, Qt::AlignBottom);
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 14);
    column->setSpacing(4);
    column->addLayout(title);
    column->addWidget(
        mutedLabel(tr("Three short steps. Nothing leaves this computer unless you send it.")));
    return head;
}

StepRow *FirstRunPage::buildListening()
{
    m_listening = new StepRow(0, {});
    m_local = fixedLabel({});
    m_local->setAccessibleName(tr("Local address"));
    m_port = new LinkButton(tr("Change port…"));
    auto *hint = new QLabel(tr("curl and tunnels must trust the local certificate:"));
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *trust = new QPushButton(icon(u"shield-check"_s), tr("Trust local CA…"));
    trust->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_local);
    row->addWidget(m_port);
    row->addStretch(1);
    row->addWidget(hint);
    row->addWidget(trust);
    m_listening->body()->setContentsMargins(0, 0, 0, 0);
    m_listening->body()->addLayout(row);
    connect(m_port, &QAbstractButton::clicked, this, &FirstRunPage::settingsWanted);
    connect(trust, &QPushButton::clicked, this, &FirstRunPage::trustWanted);
    return m_listening;
}

StepRow *FirstRunPage::buildPortal()
{
    m_portal = new StepRow(2, tr("Create the webhook in the Smile Partner Portal"));
    m_portal->setSentence(
        tr("Apps → your app → Webhooks → Create webhook, then paste this address. "
           "Smile sends a ping at once; this app replies 200."));
    m_portalUrl = new QLineEdit;
    m_portalUrl->setReadOnly(true);
    m_portalUrl->setFont(codeFont(*m_portalUrl));
    m_portalUrl->setAccessibleName(tr("Address of the webhook"));
    auto *copy = new QPushButton(icon(u"copy"_s), tr("Copy"));
    copy->setAccessibleName(tr("Copy the address of the webhook"));
    auto *open = new QPushButton(icon(u"external"_s), tr("&Open Partner Portal"));
    open->setToolTip(tr("Opens %1 in the browser").arg(portal));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_portalUrl, 1);
    for (auto *button : {copy, open}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    m_portal->body()->addLayout(row);
    connect(copy, &QPushButton::clicked, this, &FirstRunPage::copyAddress);
    connect(open, &QPushButton::clicked, this, [] { QDesktopServices::openUrl(QUrl(portal)); });
    copy->setEnabled(false); // until there is something to copy
    connect(m_portalUrl, &QLineEdit::textChanged, copy, [this, copy](const QString &url) {
        copy->setEnabled(!url.isEmpty());
        m_portalDone = false; // What was taken along is another address.
    });
    return m_portal;
}

} // namespace ui
