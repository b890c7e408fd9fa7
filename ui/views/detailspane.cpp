// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/detailspane.h"

#include "models/rowtext.h"
#include "ui/views/bodyview.h"
#include "ui/views/detailsheader.h"
#include "ui/views/detailtabs.h"
#include "ui/views/headersview.h"
#include "ui/views/messagepage.h"
#include "ui/views/overviewview.h"
#include "ui/views/rawview.h"
#include "ui/views/sendsview.h"
#include "ui/views/signatureview.h"
#include "ui/views/verdictframe.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

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
    m_overview->show(details, m_repeat);
    m_pages->setCurrentWidget(m_page);
}

void DetailsPane::showDelivery(bool sameRow)
{
    offerTabs(true);
    explain(sameRow);
    m_sends->show(m_details.attempts, m_details.delivery, m_details.scheme);
    m_tabs->setCount(Sends, m_details.attempts.isEmpty() ? -1 : m_details.attempts.size());
    if (sameRow)
        return;
    const http::Request &request = m_details.delivery->request;
    m_body->show(
        {.bytes = request.body,
         .contentType = http::value(request.fields, "Content-Type").value_or(QByteArray()),
         .contentEncoding = http::value(request.fields, "Content-Encoding").value_or(QByteArray()),
         .scheme = latestVerdict().scheme,
         .drift = m_details.oddities.drift,
         .hasRaw = true});
    m_headers->show(request.fields, request.trailers, m_details.delivery->receivedAt);
    m_tabs->setCount(Headers, request.fields.size());
    m_raw->showRequest(request);
}

void DetailsPane::showRejection()
{
    m_background.forget();
    m_surroundings = {};
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
    for (const Tab tab : {Headers, Signature, Raw, Sends})
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
    const bool unsaid = m_details.import && arrival == signature::Verdict(); // of a HAR
    if (latest.signature == arrival.signature || unsaid)
        return {};
    return (m_details.import ? tr("By its file: %1 · now: %2") : tr("At arrival: %1 · now: %2"))
        .arg(models::signatureWord(arrival.signature), models::signatureWord(latest.signature));
}

// A long body takes a while to sign; until then the words alone stand there, or what was said of
// the same row before.
void DetailsPane::explain(bool sameRow)
{
    const ExplainOrder order{
        .delivery = m_details.delivery,
        .verdict = latestVerdict(),
        .secrets = m_surroundings.secrets,
        .scheme = m_details.scheme,
        .context = {.url = m_details.senderUrl, .parameters = m_surroundings.parameters}};
    if (!sameRow && m_details.delivery->request.body.size() > Background::atOnce)
        takeEvidence({});
    m_background.submit(order);
}

void DetailsPane::takeEvidence(const signature::Evidence &evidence)
{
    const CheckedSignature checked{.delivery = m_details.delivery,
                                   .verdict = latestVerdict(),
                                   .evidence = evidence,
                                   .scheme
                                   = m_details.scheme ? *m_details.scheme : signature::Scheme(),
                                   .senderUrl = m_details.senderUrl,
                                   .around = m_surroundings};
    m_verdict->showVerdict(checked, historyText());
    m_signature->show(checked);
    m_verdict->showDiagnosis(m_signature->diagnosis());
}

void DetailsPane::clear()
{
    m_background.forget();
    m_surroundings = {}; // holds secrets
    m_repeat.reset();
    m_details = {};
    m_body->clear();
    m_headers->clear();
    m_signature->clear();
    m_raw->clear();
    m_overview->clear();
    m_sends->clear();
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
    const auto offer = [this](const QString &label, void (DetailsPane::*wanted)()) {
        connect(m_nothing->addButton(label), &QPushButton::clicked, this, wanted);
    };
    offer(tr("Re-send…"), &DetailsPane::resendManyWanted);
    if (count == 2)
        offer(tr("Compare…"), &DetailsPane::compareTwoWanted);
    offer(tr("Export…"), &DetailsPane::exportWanted);
}

// What belongs to another row is explained once that is shown.
void DetailsPane::setSurroundings(const Surroundings &surroundings)
{
    m_surroundings = surroundings;
}

void DetailsPane::setRepeat(const std::optional<models::Repeat> &repeat) { m_repeat = repeat; }

void DetailsPane::setWaiting(const QStringList &waits) { m_sends->setWaiting(waits); }

void DetailsPane::tellFixed(const QString &done) { m_signature->tellFixed(done); }

// Under the table there is width to spare, and no height.
void DetailsPane::setSideBySide(bool sideBySide)
{
    m_parts->setDirection(sideBySide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_parts->setStretch(0, sideBySide ? 4 : 0);
    m_parts->setStretch(1, sideBySide ? 5 : 1);
    m_pages->updateGeometry(); // Whoever shares the room next must not go by the old least height.
}

// The verdicts may take a line more than the tabs beside them. Where that were most of the room,
// what is shown takes no more than it needs: the table goes first.
QSize DetailsPane::minimumSizeHint() const
{
    QSize least = QWidget::minimumSizeHint();
    const int steady = m_tabs->minimumSizeHint().height() + fontMetrics().height();
    const bool under = m_parts->direction() == QBoxLayout::LeftToRight && parentWidget();
    if (under && steady <= parentWidget()->height() * 55 / 100)
        least.setHeight(std::max(least.height(), steady));
    return least;
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
    const int from = m_tabs->currentIndex();
    showTab(Body);
    if (from != Body)
        m_findFrom = from;
    m_body->focusFind();
}

void DetailsPane::leaveFind()
{
    if (!m_findFrom)
        return;
    showTab(*m_findFrom);
    focusContent();
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

// Where a webhook is read, the key to find means its body, and not the window's filter.
bool DetailsPane::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find))
        event->accept();
    return QWidget::event(event);
}

void DetailsPane::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        return focusFind();
    if (event->key() != Qt::Key_Escape || event->modifiers() != Qt::NoModifier)
        return QWidget::keyPressEvent(event);
    Q_EMIT left();
}

QByteArray DetailsPane::saveState() const { return m_body->saveState(); }

bool DetailsPane::restoreState(const QByteArray &state) { return m_body->restoreState(state); }

} // namespace ui
