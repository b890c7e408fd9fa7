// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/overviewview.h"

#include "core/bytesize.h"
#include "core/clock.h"
#include "http/status.h"
#include "models/drift.h"
#include "models/rowtext.h"
#include "signature/catalogue.h"
#include "ui/shownbytes.h"
#include "ui/views/awaitedanswer.h"
#include "ui/views/codefont.h"
#include "ui/views/decidedby.h"
#include "ui/views/linkbutton.h"
#include "ui/views/sectionlabel.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

namespace
{

constexpr qsizetype shownAnswerBody = 4 * 1024; // bytes

// Files of other programs need not say who sent it.
QString peerText(const capture::Peer &peer)
{
    if (peer.address.isEmpty())
        return OverviewView::tr("address not recorded");
    const QString address = peer.address.contains(u':') ? u'[' + peer.address + u']' : peer.address;
    return u"%1:%2"_s.arg(address).arg(peer.port);
}

QString framingText(const http::Request &request)
{
    switch (request.framing) {
    case http::Framing::None:
        return OverviewView::tr("no body announced");
    case http::Framing::ContentLength:
        return OverviewView::tr("Content-Length");
    case http::Framing::Chunked:
        return OverviewView::tr("chunked");
    }
    Q_UNREACHABLE();
}

QString verdictText(const signature::Verdict &verdict)
{
    QString text = models::signatureWord(verdict.signature);
    if (!verdict.secret.isEmpty())
        text += OverviewView::tr(" with secret “%1”").arg(shownText(verdict.secret));
    return text + u" · "_s + models::freshnessWord(verdict.freshness);
}

QString withSign(qint64 seconds, const QString &span)
{
    return seconds < 0 ? OverviewView::tr("%1 ahead of this computer").arg(span) : span;
}

// In words, and where these are cut, to the second as well.
QString ageText(qint64 seconds, qint64 receivedAt)
{
    const QString words = withSign(seconds, models::ageSpan(seconds, receivedAt));
    if (seconds > -models::exactBelow && seconds < models::exactBelow)
        return words;
    return OverviewView::tr("%1 (%L2 s)").arg(words).arg(seconds);
}

} // namespace

OverviewView::OverviewView(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setAccessibleName(tr("Overview"));
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &OverviewView::tellAge);
    clear();
}

void OverviewView::clear()
{
    m_age = nullptr;
    auto *page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(14, 10, 14, 12);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnMinimumWidth(0, fontMetrics().averageCharWidth() * 16);
    column->addLayout(m_grid);
    column->addStretch();
    setWidget(page);
}

void OverviewView::show(const inspector::Details &details,
                        const std::optional<models::Repeat> &repeat)
{
    clear();
    if (details.rejection)
        addSection(tr("Rejection"), rejectionFacts(*details.rejection));
    if (!details.delivery)
        return;
    const qint64 age = details.delivery->verdict.ageSeconds.value_or(0);
    m_sentAt = details.delivery->receivedAt / 1'000'000 - age;
    if (details.import)
        addSection(tr("Import"), importFacts(*details.import));
    addSection(tr("Connection"), connectionFacts(*details.delivery));
    addSection(tr("Time"), timeFacts(*details.delivery));
    tellAge();
    if (repeat)
        addSection(repeat->copied ? tr("Copy") : tr("Attempts"), repeatFacts(*repeat));
    if (const Facts odd = oddityFacts(details); !odd.isEmpty())
        addSection(tr("Beside those before"), odd);
    addSection(tr("Our answer"), answerFacts(details));
    if (const Facts verdicts = verdictFacts(details); !verdicts.isEmpty())
        addSection(tr("Verdicts"), verdicts);
}

OverviewView::Facts OverviewView::importFacts(const capture::Import &import)
{
    return {{tr("From"), import.origin},
            {tr("At"), models::fullTimeText(import.importedAt)},
            {{}, tr("What its file says of it is not trusted: it was judged anew.")}};
}

OverviewView::Facts OverviewView::connectionFacts(const capture::Delivery &delivery)
{
    const http::Request &request = delivery.request;
    Facts facts{{tr("From"), peerText(delivery.peer)}};
    if (delivery.test)
        facts += {tr("Sent by"), tr("this program, to test its listener")};
    if (delivery.tls) {
        facts += {tr("Encryption"), u"%1 · %2"_s.arg(delivery.tls->version, delivery.tls->cipher)};
        facts
            += {tr("Server name"),
                delivery.tls->serverName ? shownBytes(*delivery.tls->serverName) : tr("not known")};
    } else {
        facts += {tr("Encryption"), tr("none, or not known")};
    }
    facts += {tr("Protocol"), u"HTTP/1.%1"_s.arg(request.versionMinor)};
    facts += {tr("Request"), shownBytes(request.method) + u' ' + shownBytes(request.target), true};
    facts += {tr("Framing"), framingText(request)};
    facts += {tr("Endpoint"), delivery.endpoint.isEmpty() ? tr("none matched") : delivery.endpoint};
    return facts;
}

OverviewView::Facts OverviewView::timeFacts(const capture::Delivery &delivery)
{
    Facts facts{{tr("Received"), models::fullTimeText(delivery.receivedAt)}};
    if (delivery.verdict.ageSeconds)
        facts += {tr("Age at arrival"), ageText(*delivery.verdict.ageSeconds, delivery.receivedAt)};
    facts += {.name = tr("Age now"), .value = {}, .ticks = true};
    return facts;
}

OverviewView::Facts OverviewView::repeatFacts(const models::Repeat &repeat)
{
    Facts facts{{models::repeatTitle(repeat), models::repeatSentence(repeat)}};
    for (const QString &sentence :
         {models::signingSentence(repeat), models::answerSentence(repeat)}) {
        if (!sentence.isEmpty())
            facts += {{}, sentence};
    }
    if (repeat.previous != 0 && repeat.previous != repeat.first)
        facts += {.name = {},
                  .value = tr("Show the one before, #%1").arg(repeat.previous),
                  .row = repeat.previous};
    if (repeat.attempt > 1 && repeat.first != 0)
        facts += {
            .name = {}, .value = tr("Show the first, #%1").arg(repeat.first), .row = repeat.first};
    if (repeat.copied && repeat.first != 0)
        facts += {.name = {}, .value = tr("Show it, #%1").arg(repeat.first), .row = repeat.first};
    return facts;
}

// Of Smile the subject is a customer; other schemes say where it stands, but not what it is.
OverviewView::Facts OverviewView::oddityFacts(const inspector::Details &details)
{
    Facts facts;
    QString name = tr("Drift");
    for (const json::Departure &departure : details.oddities.drift)
        facts += {std::exchange(name, {}), models::driftSentence(departure)};
    const bool ofSmile = details.scheme && details.scheme->id == signature::smile().id;
    if (const qint64 newer = details.oddities.newer; newer != 0) {
        facts += {tr("Overtaken"),
                  ofSmile ? tr("A newer state of this customer came before.")
                          : tr("A newer state of the same came before.")};
        facts += {.name = {}, .value = tr("Show it, #%1").arg(newer), .row = newer};
    }
    if (const qint64 previous = details.previousOfSubject; previous != 0)
        facts += {.name = ofSmile ? tr("Customer") : tr("About the same"),
                  .value = tr("Compare with the one before, #%1").arg(previous),
                  .row = previous,
                  .compares = true};
    return facts;
}

OverviewView::Facts OverviewView::answerFacts(const inspector::Details &details)
{
    if (!details.answer)
        return {{tr("Status"),
                 awaitsAnswer(details) ? tr("Not answered yet.") : tr("No answer is recorded.")}};
    const capture::Answer &answer = *details.answer;
    if (answer.status == 0) {
        Facts none{{tr("Status"), tr("None: %1.").arg(models::noAnswerText(answer.source))},
                   {tr("After"), models::latencyText(answer.latency)}};
        if (answer.source.contains(": "_L1)) // some rule wanted it
            none += {tr("Decided by"), decidedBy(details)};
        return none;
    }
    const QString reason = QString::fromLatin1(http::reasonPhrase(answer.status));
    Facts facts{{tr("Status"), u"%1 %2"_s.arg(answer.status).arg(reason).trimmed()},
                {tr("After"), models::latencyText(answer.latency)},
                {tr("Decided by"), decidedBy(details)}};
    QString name = tr("Headers");
    for (const http::Field &field : answer.fields) {
        facts += {name, shownBytes(field.name) + u": "_s + shownBytes(field.value), true};
        name.clear();
    }
    const QByteArrayView body = answer.body;
    facts += {tr("Body"), body.isEmpty() ? tr("empty") : core::byteSize(body.size())};
    if (!body.isEmpty())
        facts += {{}, shownLines(body.first(std::min(body.size(), shownAnswerBody))), true};
    return facts;
}

OverviewView::Facts OverviewView::verdictFacts(const inspector::Details &details)
{
    const signature::Verdict &first = details.delivery->verdict;
    Facts facts;
    if (!details.import)
        facts += {tr("At arrival"), verdictText(first)};
    else if (first != signature::Verdict()) // of which a HAR, or raw HTTP, says nothing
        facts += {tr("By its file"), verdictText(first)};
    for (const capture::Judgement &judgement : details.judgements)
        facts += {models::timeText(judgement.judgedAt, models::TimeForm::Clock),
                  verdictText(judgement.verdict)};
    return facts;
}

OverviewView::Facts OverviewView::rejectionFacts(const capture::Rejection &rejection)
{
    Facts facts{{tr("Reason"), capture::title(rejection.reason)},
                {tr("From"), peerText(rejection.peer)},
                {tr("Received"), models::fullTimeText(rejection.receivedAt)},
                {tr("Bytes"), core::byteSize(rejection.bytes.size())}};
    facts += {tr("Answered with"),
              rejection.status == 0 ? tr("nothing") : QString::number(rejection.status)};
    if (rejection.count > 1)
        facts += {tr("Times"), QString::number(rejection.count)};
    return facts;
}

void OverviewView::addSection(const QString &title, const Facts &facts)
{
    QWidget *page = widget();
    int row = m_grid->rowCount();
    auto *heading = new SectionLabel(title, page);
    heading->setContentsMargins(0, row > 1 ? 12 : 0, 0, 2);
    m_grid->addWidget(heading, row++, 0, 1, 2);
    for (const Fact &fact : facts) {
        auto *name = new QLabel(fact.name, page);
        name->setTextFormat(Qt::PlainText);
        name->setForegroundRole(QPalette::PlaceholderText);
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        // A link has its own width, which must not become the column's greatest.
        const auto place = fact.row != 0 ? Qt::AlignLeft : Qt::Alignment();
        m_grid->addWidget(makeValue(fact, page), row++, 1, place);
    }
}

QWidget *OverviewView::makeValue(const Fact &fact, QWidget *page)
{
    if (fact.row != 0) {
        auto *link = new LinkButton(fact.value, page);
        connect(link, &LinkButton::clicked, this, [this, id = fact.row, compares = fact.compares] {
            compares ? Q_EMIT compareWanted(id) : Q_EMIT rowWanted(id);
        });
        return link;
    }
    auto *value = new QLabel(fact.value, page);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (fact.wire)
        keepCodeFont(value);
    if (fact.ticks)
        m_age = value;
    return value;
}

QString OverviewView::text() const
{
    QStringList lines;
    for (const QLabel *label : widget()->findChildren<QLabel *>())
        lines += label->text();
    return lines.join(u'\n');
}

void OverviewView::tellAge()
{
    const qint64 seconds = core::now() / 1'000'000 - m_sentAt;
    if (m_age)
        m_age->setText(withSign(seconds, models::spanText(std::abs(seconds))));
}

void OverviewView::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    tellAge();
    m_clock.start();
}

void OverviewView::hideEvent(QHideEvent *event)
{
    QScrollArea::hideEvent(event);
    m_clock.stop();
}

} // namespace ui
