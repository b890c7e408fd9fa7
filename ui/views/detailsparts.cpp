// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/icons.h"
#include "ui/views/bodyview.h"
#include "ui/views/detailsheader.h"
#include "ui/views/detailspane.h"
#include "ui/views/detailtabs.h"
#include "ui/views/fittedscroll.h"
#include "ui/views/headersview.h"
#include "ui/views/messagepage.h"
#include "ui/views/overviewview.h"
#include "ui/views/rawview.h"
#include "ui/views/sendsview.h"
#include "ui/views/signatureview.h"
#include "ui/views/verdictframe.h"

#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

void DetailsPane::build()
{
    setAccessibleName(tr("Details"));
    m_pages = new QStackedWidget(this);
    m_nothing = new MessagePage(m_pages);
    m_page = new QWidget(m_pages);
    auto *top = new QWidget(m_page);
    m_header = new DetailsHeader(top);
    m_verdict = new VerdictFrame;
    buildTabs();
    auto *framed = new QVBoxLayout;
    framed->setContentsMargins(12, 8, 12, 9);
    framed->addWidget(new FittedScroll(m_verdict, top));
    auto *column = new QVBoxLayout(top);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(framed);
    column->addStretch(1);
    m_parts = new QBoxLayout(QBoxLayout::TopToBottom, m_page);
    m_parts->setContentsMargins(0, 0, 0, 0);
    m_parts->setSpacing(0);
    m_parts->addWidget(top);
    m_parts->addWidget(m_tabs, 1);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_page);
    // What is not shown must not take the table's room.
    const auto leaveRoom = [this] {
        for (QWidget *page : {static_cast<QWidget *>(m_nothing), m_page})
            page->setSizePolicy(QSizePolicy::Preferred,
                                page == m_pages->currentWidget() ? QSizePolicy::Preferred
                                                                 : QSizePolicy::Ignored);
    };
    connect(m_pages, &QStackedWidget::currentChanged, this, leaveRoom);
    leaveRoom();
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
}

void DetailsPane::buildTabs()
{
    m_tabs = new DetailTabs(m_page);
    m_tabs->setAccessibleName(tr("Parts of the webhook"));
    m_body = new BodyView(m_tabs);
    m_headers = new HeadersView(m_tabs);
    m_signature = new SignatureView(m_tabs);
    m_raw = new RawView(m_tabs);
    m_overview = new OverviewView(m_tabs);
    m_sends = new SendsView(m_tabs);
    m_tabs->addTab(m_body, tr("Body"));
    m_tabs->addTab(m_headers, tr("Headers"));
    m_tabs->addTab(m_signature, tr("Signature"));
    m_tabs->addTab(m_raw, tr("Raw"));
    m_tabs->addTab(m_overview, tr("Overview"));
    m_tabs->addTab(m_sends, tr("Sends"));
}

void DetailsPane::buildMenu()
{
    QMenu *menu = m_header->menu();
    menu->addAction(icon(u"note"_s), tr("&Note"), this, &DetailsPane::editNote);
    menu->addSeparator();
    menu->addAction(icon(u"copy"_s), tr("Copy &body"), m_body, &BodyView::copyBody);
    menu->addAction(tr("Copy &headers"), m_headers, &HeadersView::copyAll);
    menu->addAction(tr("Copy &raw request"), m_raw, &RawView::copyAll);
    menu->addSeparator();
    menu->addAction(icon(u"save"_s), tr("&Save body…"), m_body, &BodyView::saveBody);
    menu->addAction(tr("Sa&ve raw request…"), m_raw, &RawView::saveAll);
}

void DetailsPane::connectParts()
{
    connect(&m_background, &Background::explained, this, &DetailsPane::takeEvidence);
    connect(m_header, &DetailsHeader::previousWanted, this, &DetailsPane::previousWanted);
    connect(m_header, &DetailsHeader::nextWanted, this, &DetailsPane::nextWanted);
    connect(m_header, &DetailsHeader::copyCurlWanted, this,
            [this] { Q_EMIT copyCurlWanted(m_details.id); });
    connect(m_header, &DetailsHeader::noteEdited, this,
            [this](const QString &note) { Q_EMIT noteEdited(m_details.id, note); });
    connect(m_header, &DetailsHeader::left, this, &DetailsPane::left);
    connect(m_verdict, &VerdictFrame::secretWanted, this, &DetailsPane::secretWanted);
    connect(m_verdict, &VerdictFrame::valuesWanted, this, [this] {
        showTab(Signature);
        m_signature->showCause();
    });
    connect(m_signature, &SignatureView::secretWanted, this, &DetailsPane::secretWanted);
    connect(m_signature, &SignatureView::codeWanted, this, &DetailsPane::codeWanted);
    connect(m_signature, &SignatureView::fixWanted, this, &DetailsPane::fixWanted);
    connect(m_signature, &SignatureView::diagnosed, this,
            [this] { m_verdict->showDiagnosis(m_signature->diagnosis()); });
    connect(m_sends, &SendsView::editWanted, this, &DetailsPane::resendWanted);
    connect(m_sends, &SendsView::message, this, &DetailsPane::message);
    connect(m_sends, &SendsView::saveEnded, this, &DetailsPane::saveEnded);
    connect(m_body, &BodyView::rawWanted, this, [this] { showTab(Raw); });
    connect(m_body, &BodyView::findLeft, this, &DetailsPane::leaveFind);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] { m_findFrom.reset(); });
    connect(m_body, &BodyView::message, this, &DetailsPane::message);
    connect(m_body, &BodyView::saveEnded, this, &DetailsPane::saveEnded);
    connect(m_headers, &HeadersView::message, this, &DetailsPane::message);
    m_body->setFilterable(true);
    m_headers->setFilterable(true);
    connect(m_body, &BodyView::filterWanted, this, &DetailsPane::filterWanted);
    connect(m_body, &BodyView::columnWanted, this, &DetailsPane::columnWanted);
    connect(m_headers, &HeadersView::columnWanted, this, &DetailsPane::columnWanted);
    connect(m_headers, &HeadersView::filterWanted, this, &DetailsPane::filterWanted);
    connect(m_signature, &SignatureView::message, this, &DetailsPane::message);
    connect(m_raw, &RawView::message, this, &DetailsPane::message);
    connect(m_raw, &RawView::saveEnded, this, &DetailsPane::saveEnded);
    connect(m_overview, &OverviewView::rowWanted, this, &DetailsPane::rowWanted);
    connect(m_overview, &OverviewView::compareWanted, this, &DetailsPane::compareWanted);
}

} // namespace ui
