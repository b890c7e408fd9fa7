// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/answerview.h"

#include "capture/outcome.h"
#include "core/bytesize.h"
#include "models/attemptmodel.h"
#include "models/localtimes.h"
#include "ui/icons.h"
#include "ui/shownbytes.h"
#include "ui/views/bodyview.h"
#include "ui/views/codefont.h"
#include "ui/views/elidedlabel.h"
#include "ui/views/headersview.h"
#include "ui/views/messagepage.h"
#include "ui/views/panel.h"
#include "ui/views/refusalpage.h"
#include "ui/views/segmentedbar.h"

#include <QClipboard>
#include <QCryptographicHash>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

namespace
{

enum Part { Body, Headers, Timing };

QString legText(int milliseconds)
{
    return milliseconds < 0 ? AnswerView::tr("not reached")
                            : AnswerView::tr("%L1 ms").arg(milliseconds);
}

QString timesText(const capture::Attempt &attempt)
{
    const capture::Times &times = attempt.times;
    const bool plain = attempt.target.startsWith("http:"_L1, Qt::CaseInsensitive);
    const bool through = !attempt.proxy.isEmpty(); // which looks the name up itself
    QList<std::pair<QString, QString>> legs{
        {through ? AnswerView::tr("Proxy found") : AnswerView::tr("Name looked up"),
         legText(times.lookup)},
        {AnswerView::tr("Connected"), legText(times.connect)},
        {AnswerView::tr("First byte"), legText(times.firstByte)},
        {AnswerView::tr("In all"), legText(times.total)}};
    if (!plain)
        legs.insert(2, {AnswerView::tr("TLS agreed"), legText(times.tls)});
    if (through)
        legs.prepend({AnswerView::tr("Through the proxy"), attempt.proxy.toHtmlEscaped()});
    QString rows;
    for (const auto &[name, time] : legs)
        rows += u"<tr><td>%1</td><td width=24></td><td align=right>%2</td></tr>"_s.arg(name, time);
    return u"<table cellpadding=3>%1</table>"_s.arg(rows);
}

// What tells most comes first: a narrow window leaves the end out.
QString factsOf(const capture::Attempt &attempt)
{
    QStringList facts{AnswerView::tr("%L1 ms").arg(attempt.times.total)};
    if (attempt.response)
        facts += core::byteSize(attempt.response->body.size());
    if (!attempt.tlsVersion.isEmpty())
        facts += attempt.certificateChecked
            ? AnswerView::tr("%1, certificate trusted").arg(attempt.tlsVersion)
            : AnswerView::tr("%1, certificate not checked").arg(attempt.tlsVersion);
    if (!attempt.proxy.isEmpty())
        facts += AnswerView::tr("through the proxy %1").arg(attempt.proxy);
    const auto location = attempt.response ? http::value(attempt.response->fields, "Location")
                                           : std::optional<QByteArray>();
    if (location && attempt.response->status / 100 == 3)
        facts.prepend(AnswerView::tr("Redirects to %1, not followed").arg(shownBytes(*location)));
    return facts.join(u" · "_s);
}

} // namespace

AnswerView::AnswerView(QWidget *parent)
    : QWidget(parent)
{
    build();
    clear();
}

void AnswerView::build()
{
    auto *head = new Panel(Panel::Ground::Window, Qt::BottomEdge, this);
    m_icon = new QLabel(head);
    m_result = new ElidedLabel(head);
    keepScaledFont(m_result, 1.1, QFont::Bold);
    m_facts = new ElidedLabel(head);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // shareHead() sees to it
    m_parts = new SegmentedBar({tr("Body"), tr("Headers"), tr("Timing")}, head);
    m_parts->setAccessibleName(tr("Parts of the answer"));
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(12, 6, 10, 7);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_result);
    row->addWidget(m_facts, 1);
    row->addWidget(m_parts);
    m_pages = new QStackedWidget(this);
    m_body = new BodyView(m_pages);
    m_headers = new HeadersView(m_pages);
    auto *scroll = new QScrollArea(m_pages); // a small screen has no room for all of it
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    m_times = new QLabel(scroll);
    scroll->setWidget(m_times);
    m_times->setTextFormat(Qt::RichText);
    m_times->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_times->setMargin(12);
    m_times->setWordWrap(true);
    m_times->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse
                                     | Qt::LinksAccessibleByKeyboard);
    connect(m_times, &QLabel::linkActivated, this,
            [](const QString &digest) { QGuiApplication::clipboard()->setText(digest); });
    m_message = new MessagePage(m_pages);
    m_refusal = new RefusalPage(m_pages);
    connect(m_refusal, &RefusalPage::sendUncheckedWanted, this, &AnswerView::sendUncheckedWanted);
    for (QWidget *page :
         std::initializer_list<QWidget *>{m_body, m_headers, scroll, m_message, m_refusal})
        m_pages->addWidget(page);
    m_pages->setMinimumHeight(fontMetrics().height() * 7); // what stands beside it needs room, too
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_pages, 1);
    connect(m_parts, &SegmentedBar::chosen, this, &AnswerView::showPart);
    connect(m_body, &BodyView::message, this, &AnswerView::message);
    connect(m_headers, &HeadersView::message, this, &AnswerView::message);
    connect(m_body, &BodyView::saveEnded, this, &AnswerView::saveEnded);
}

void AnswerView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showResult(m_result->fullText(), m_good);
}

QString AnswerView::result() const { return m_result->fullText(); }

void AnswerView::showResult(const QString &text, bool good)
{
    m_good = good;
    m_result->setFullText(text);
    m_result->setVisible(!text.isEmpty());
    const QIcon glyph
        = icon(good ? u"success"_s : u"error"_s, good ? &Tokens::verified : &Tokens::invalid);
    m_icon->setPixmap(glyph.pixmap(16));
    m_icon->setVisible(!text.isEmpty());
    QPalette inked = palette();
    inked.setColor(QPalette::WindowText,
                   good ? tokens(palette()).verified : tokens(palette()).invalid);
    m_result->setPalette(inked);
}

void AnswerView::showFacts(const QString &text)
{
    m_facts->setFullText(text);
    shareHead();
}

void AnswerView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareHead();
}

// A target may write a reason as long as it likes: it leaves the facts what they need, or half. One
// as the standard has it is shown whole before the end of the facts.
void AnswerView::shareHead()
{
    const QLayout *row = m_result->parentWidget()->layout();
    const QMargins margins = row->contentsMargins();
    const int room = width() - margins.left() - margins.right() - 3 * row->spacing()
        - m_icon->sizeHint().width() - m_parts->sizeHint().width();
    const int usual = m_result->fontMetrics().horizontalAdvance(u"503 Service Unavailable "_s);
    const int leastFacts = m_facts->fontMetrics().averageCharWidth() * 10;
    m_result->setMaximumWidth(std::max(
        {room - m_facts->sizeHint().width(), room / 2, std::min(usual, room - leastFacts), 0}));
}

void AnswerView::setReceived(const capture::DeliveryPtr &received) { m_received = received; }

// Two digests are the proof that the body was not touched on its way. Each is one long word, which
// a narrow pane has no room for in one line.
QString AnswerView::proofText() const
{
    if (m_attempt.bodyDigest.isEmpty())
        return {};
    QString proof = tr("Body that went out, SHA-256:");
    if (m_received) {
        const QByteArray digest
            = QCryptographicHash::hash(m_received->request.body, QCryptographicHash::Sha256);
        proof = digest == m_attempt.bodyDigest
            ? tr("The body went out as it was received. SHA-256 of both:")
            : tr("The body that went out is another than was received. Its SHA-256:");
    }
    const QString digest = QString::fromLatin1(m_attempt.bodyDigest.toHex());
    const qsizetype half = digest.size() / 2;
    return u"<p>%1<br/><tt>%2<br/>%3</tt> <a href=\"%4\">%5</a></p>"_s.arg(
        proof.toHtmlEscaped(), digest.first(half), digest.sliced(half), digest, tr("Copy"));
}

void AnswerView::show(const capture::Attempt &attempt, const QString &certificate)
{
    m_attempt = attempt;
    m_refused = attempt.error && !certificate.isEmpty();
    if (m_refused)
        m_refusal->setRefusal(models::withLocalTimes(attempt.error->why),
                              models::withLocalTimes(certificate));
    m_answered = attempt.response.has_value();
    showResult(models::resultText(attempt), capture::succeeded(attempt));
    showFacts(factsOf(attempt));
    m_parts->setEnabled(true);
    const http::Response response = attempt.response.value_or(http::Response());
    const auto field = [&response](QByteArrayView name) {
        return http::value(response.fields, name).value_or(QByteArray());
    };
    m_body->show({.bytes = response.body,
                  .contentType = field("Content-Type"),
                  .contentEncoding = field("Content-Encoding")});
    m_headers->show(response.fields, response.trailers, attempt.sentAt);
    if (attempt.error)
        showError(*attempt.error);
    showPart(m_parts->current());
}

void AnswerView::judge(bool met, const QString &words)
{
    showResult(m_result->fullText(), met);
    showFacts(words + u" · "_s + factsOf(m_attempt));
}

void AnswerView::showError(const core::Error &error)
{
    m_message->setMessage(u"error"_s, error.what, models::withLocalTimes(error.why));
    if (!m_offers)
        return;
    const auto offer = [this](const QString &label, auto wanted) {
        QPushButton *button = m_message->addButton(label);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, wanted);
    };
    offer(tr("Send again"), &AnswerView::sendAgainWanted);
    offer(tr("Change target"), &AnswerView::otherTargetWanted);
}

void AnswerView::showPart(int part)
{
    if (part == Timing) {
        m_times->setText(timesText(m_attempt) + proofText());
        m_pages->setCurrentIndex(Timing);
    } else if (m_refused) {
        m_pages->setCurrentWidget(m_refusal);
    } else if (!m_answered) {
        m_pages->setCurrentWidget(m_message);
    } else {
        m_pages->setCurrentIndex(part);
    }
}

void AnswerView::showWaiting(qint64 milliseconds)
{
    m_answered = false;
    m_refused = false;
    showResult({}, true);
    showFacts({});
    m_parts->setEnabled(false);
    m_message->setMessage(u"waiting"_s, tr("Waiting for the answer"),
                          milliseconds < 300
                              ? QString()
                              : tr("%L1 s so far").arg(double(milliseconds) / 1000, 0, 'f', 1));
    m_pages->setCurrentWidget(m_message);
}

void AnswerView::clear()
{
    m_answered = false;
    m_refused = false;
    showResult({}, true);
    showFacts({});
    m_parts->setEnabled(false);
    m_body->clear();
    m_headers->clear();
    m_message->setMessage(u"send"_s, tr("No answer yet"),
                          tr("It is shown here once something was sent."));
    m_pages->setCurrentWidget(m_message);
}

} // namespace ui
