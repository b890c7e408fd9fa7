// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/detailspane.h"

#include "models/rowtext.h"
#include "ui/icons.h"
#include "ui/views/bodyview.h"
#include "ui/views/detailsheader.h"
#include "ui/views/detailtabs.h"
#include "ui/views/headersview.h"
#include "ui/views/messagepage.h"
#include "ui/views/overviewview.h"
#include "ui/views/rawview.h"
#include "ui/views/signatureview.h"
#include "ui/views/verdictframe.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

DetailsPane::DetailsPane(QWidget *parent)
    : QWidget(parent)
{
    build();
    buildMenu();
    connectParts();
    clear();
}

void DetailsPane::build()
{
    setAccessibleName(tr("Details"));
    m_pages = new QStackedWidget(this);
    m_nothing = new MessagePage(m_pages);
    m_page = new QWidget(m_pages);
    auto *top = new QWidget(m_page);
    m_header = new DetailsHeader(top);
    m_verdict = new VerdictFrame(top);
    buildTabs();
    auto *framed = new QVBoxLayout;
    framed->setContentsMargins(12, 8, 12, 9);
    framed->addWidget(m_verdict);
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
    m_tabs->addTab(m_body, tr("Body"));
    m_tabs->addTab(m_headers, tr("Headers"));
    m_tabs->addTab(m_signature, tr("Signature"));
    m_tabs->addTab(m_raw, tr("Raw"));
    m_tabs->addTab(m_overview, tr("Overview"));
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
    connect(
        new QShortcut(QKeySequence::Find, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
        &QShortcut::activated, this, &DetailsPane::focusFind);
    connect(m_verdict, &VerdictFrame::secretWanted, this, &DetailsPane::secretWanted);
    connect(m_verdict, &VerdictFrame::valuesWanted, this, [this] { showTab(Signature); });
    connect(m_signature, &SignatureView::secretWanted, this, &DetailsPane::secretWanted);
    connect(m_body, &BodyView::rawWanted, this, [this] { showTab(Raw); });
    connect(m_body, &BodyView::message, this, &DetailsPane::message);
    connect(m_headers, &HeadersView::message, this, &DetailsPane::message);
    connect(m_signature, &SignatureView::message, this, &DetailsPane::message);
    connect(m_raw, &RawView::message, this, &DetailsPane::message);
}

void DetailsPane::show(const inspector::Details &details)
{
    if (!details.delivery && !details.rejection)
        return clear();
    const bool sameRow = details.id == m_details.id && m_details.delivery && details.delivery
        && m_details.delivery->receivedAt == details.delivery->receivedAt;
    m_details = details;
    m_header->show(details);
    if (details.delivery)
        showDelivery(sameRow);
    else
        showRejection();
    m_overview->show(details);
    m_pages->setCurrentWidget(m_page);
}

void DetailsPane::showDelivery(bool sameRow)
{
    offerTabs(true);
    explain();
    if (sameRow)
        return;
    const http::Request &request = m_details.delivery->request;
    m_body->show({.bytes = request.body,
                  .contentType = http::value(request.fields, "Content-Type").value_or(QByteArray()),
                  .contentEncoding
                  = http::value(request.fields, "Content-Encoding").value_or(QByteArray())});
    m_headers->show(request.fields, request.trailers, m_details.delivery->receivedAt);
    m_tabs->setCount(Headers, request.fields.size());
    m_raw->showRequest(request);
}

void DetailsPane::showRejection()
{
    m_background.forget();
    m_evidence = {};
    offerTabs(false);
    m_verdict->showRejection(*m_details.rejection);
    m_body->show({.bytes = m_details.rejection->bytes});
    m_headers->clear();
    m_signature->clear();
    m_raw->clear();
}

void DetailsPane::offerTabs(bool delivery)
{
    m_tabs->setTabText(Body, delivery ? tr("Body") : tr("Received bytes"));
    for (const Tab tab : {Headers, Signature, Raw})
        m_tabs->setTabVisible(tab, delivery);
}

signature::Verdict DetailsPane::latestVerdict() const
{
    return m_details.judgements.isEmpty() ? m_details.delivery->verdict
                                          : m_details.judgements.last().verdict;
}

QString DetailsPane::historyText() const
{
    const signature::Verdict &arrival = m_details.delivery->verdict;
    const signature::Verdict latest = latestVerdict();
    if (latest.signature == arrival.signature)
        return {};
    return tr("At arrival: %1 · now: %2")
        .arg(models::signatureWord(arrival.signature), models::signatureWord(latest.signature));
}

// A long body takes a while to sign; until then the words alone stand there.
void DetailsPane::explain()
{
    const ExplainOrder order{.delivery = m_details.delivery,
                             .verdict = latestVerdict(),
                             .secrets = m_secrets,
                             .scheme = m_details.scheme,
                             .senderUrl = m_details.senderUrl};
    if (m_details.delivery->request.body.size() > Background::atOnce)
        takeEvidence({});
    m_background.submit(order);
}

void DetailsPane::takeEvidence(const signature::Evidence &evidence)
{
    m_evidence = evidence;
    const signature::Verdict verdict = latestVerdict();
    m_verdict->showVerdict(verdict, evidence, historyText());
    m_signature->showEvidence(verdict, evidence);
}

void DetailsPane::clear()
{
    m_background.forget();
    m_details = {};
    m_evidence = {};
    m_body->clear();
    m_headers->clear();
    m_signature->clear();
    m_raw->clear();
    m_overview->clear();
    m_nothing->setMessage(u"inbox"_s, tr("Select a webhook to see its details."));
    m_pages->setCurrentWidget(m_nothing);
}

void DetailsPane::showSelection(qsizetype count, qint64 bytes, const QString &verdicts)
{
    clear();
    if (count == 0)
        return;
    const QString size = tr("%1 B.").arg(QLocale().toString(bytes));
    m_nothing->setMessage(u"inbox"_s, tr("%n webhook(s) selected", nullptr, int(count)),
                          u"%1 %2"_s.arg(size, verdicts).trimmed());
}

void DetailsPane::setSecrets(const signature::Secrets &secrets)
{
    if (secrets == m_secrets)
        return;
    m_secrets = secrets;
    if (m_details.delivery)
        explain();
}

// Under the table there is width to spare, and no height.
void DetailsPane::setSideBySide(bool sideBySide)
{
    m_parts->setDirection(sideBySide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_parts->setStretch(0, sideBySide ? 2 : 0);
    m_parts->setStretch(1, sideBySide ? 3 : 1);
    m_pages->updateGeometry(); // Whoever shares the room next must not go by the old least height.
}

DetailsPane::Tab DetailsPane::currentTab() const { return Tab(m_tabs->currentIndex()); }

void DetailsPane::showTab(int tab)
{
    if (tab >= 0 && tab < m_tabs->count() && m_tabs->isTabVisible(tab))
        m_tabs->setCurrentIndex(tab);
}

void DetailsPane::nextBodyView()
{
    showTab(Body);
    m_body->nextMode();
}

void DetailsPane::focusFind()
{
    showTab(Body);
    m_body->focusFind();
}

void DetailsPane::findNext()
{
    showTab(Body);
    m_body->findNext();
}

void DetailsPane::findPrevious()
{
    showTab(Body);
    m_body->findPrevious();
}

void DetailsPane::saveBody() { m_body->saveBody(); }

void DetailsPane::editNote()
{
    if (m_details.id != 0)
        m_header->editNote();
}

void DetailsPane::focusContent()
{
    if (m_pages->currentWidget() == m_page)
        m_tabs->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void DetailsPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || event->modifiers() != Qt::NoModifier)
        return QWidget::keyPressEvent(event);
    Q_EMIT left();
}

QByteArray DetailsPane::saveState() const { return m_body->saveState(); }

bool DetailsPane::restoreState(const QByteArray &state) { return m_body->restoreState(state); }

} // namespace ui
