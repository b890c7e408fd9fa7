// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/schemepreview.h"

#include "capture/context.h"
#include "models/rowtext.h"
#include "signature/explanation.h"
#include "ui/dialogs/labels.h"
#include "ui/shownbytes.h"
#include "ui/tokens.h"
#include "ui/views/codefont.h"
#include "ui/views/hexview.h"
#include "ui/views/sentencelabel.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

using inspector::Inspector;

namespace
{

constexpr qsizetype longestText = 64 * 1024; // bytes

// Line ends are part of what is signed: they are seen, and they end a line.
QString withSeenLineEnds(QByteArrayView bytes)
{
    QString text;
    qsizetype at = 0;
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', at)) {
        text += shownBytes(bytes.sliced(at, end - at)) + u"␊\n"_s;
        at = end + 1;
    }
    return text + shownBytes(bytes.sliced(at));
}

} // namespace

SchemePreview::SchemePreview(Inspector &inspector, const QString &endpoint, QWidget *parent)
    : QWidget(parent)
    , m_inspector(inspector)
    , m_endpoint(endpoint)
{
    build();
    connect(&inspector, &Inspector::recentListed, this, &SchemePreview::takeRecent);
    connect(&inspector, &Inspector::fetched, this, &SchemePreview::takeDetails);
    connect(&inspector, &Inspector::secretsChanged, this, &SchemePreview::tryOut);
    connect(&m_background, &Background::tried, this, &SchemePreview::take);
    connect(m_deliveries, &QComboBox::currentIndexChanged, this, [this] {
        if (const qint64 id = m_deliveries->currentData().toLongLong(); id > 0)
            m_inspector.fetch(id);
    });
    connect(m_fill, &QPushButton::clicked, this, &SchemePreview::fillWanted);
    inspector.listRecent(endpoint);
    tryOut();
}

void SchemePreview::prefer(qint64 delivery)
{
    m_preferred = delivery;
    if (delivery > 0)
        m_inspector.fetch(delivery);
}

void SchemePreview::build()
{
    m_deliveries = new QComboBox;
    m_deliveries->setAccessibleName(tr("Webhook to try the scheme on"));
    m_deliveries->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_deliveries->setMinimumContentsLength(10);
    m_deliveries->addItem(tr("No webhook arrived here yet"), 0);
    m_fill = new QPushButton(tr("Fi&ll from this request"));
    m_fill->setAutoDefault(false);
    m_verdict = new SentenceLabel(this);
    m_size = mutedLabel({});
    m_text = new QPlainTextEdit;
    m_text->setReadOnly(true);
    m_text->setFont(codeFont(*m_text));
    m_text->setAccessibleName(tr("Signed text"));
    m_text->setTabChangesFocus(true);
    m_hex = new HexView;
    m_hex->setAccessibleName(tr("Signed bytes"));
    auto *tabs = new QTabWidget;
    tabs->setDocumentMode(true);
    tabs->setAccessibleName(tr("Signed text or bytes"));
    tabs->tabBar()->setAccessibleName(tabs->accessibleName());
    tabs->addTab(m_text, tr("Text"));
    tabs->addTab(m_hex, tr("Hex"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_deliveries, 1);
    row->addWidget(m_fill);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    column->addWidget(headingLabel(tr("Tried on a webhook")));
    column->addLayout(row);
    column->addWidget(m_verdict);
    column->addSpacing(4);
    column->addWidget(headingLabel(tr("Signed text")));
    column->addWidget(m_size);
    column->addWidget(tabs, 1);
}

static QString rowText(qint64 id, qint64 receivedAt, QByteArrayView method, QByteArrayView target)
{
    return SchemePreview::tr("#%1  %2  %3 %4")
        .arg(QString::number(id), models::timeText(receivedAt, models::TimeForm::Clock),
             shownBytes(method), shownBytes(target));
}

void SchemePreview::takeRecent(const QString &endpoint, const QList<capture::Summary> &rows)
{
    if (endpoint != m_endpoint || rows.isEmpty() || m_deliveries->currentData().toLongLong() > 0)
        return;
    m_deliveries->clear();
    for (const capture::Summary &row : rows) {
        if (row.bodySize > largest || m_deliveries->count() == offered)
            continue;
        m_deliveries->addItem(rowText(row.id, row.receivedAt, row.method, row.target), row.id);
    }
    if (m_deliveries->count() == 0)
        m_deliveries->addItem(tr("Only webhooks of more than 32 MB arrived here"), 0);
}

void SchemePreview::takeDetails(const inspector::Details &details)
{
    if (!details.delivery)
        return;
    if (details.id == std::exchange(m_preferred, details.id == m_preferred ? 0 : m_preferred))
        offer(details);
    if (details.id != m_deliveries->currentData().toLongLong())
        return;
    m_delivery = details.delivery;
    m_context = capture::contextOf(m_inspector.endpoints(), m_delivery->endpoint,
                                   m_delivery->request.target);
    tryOut();
    Q_EMIT deliveryChanged();
}

// It may be older than those that are listed.
void SchemePreview::offer(const inspector::Details &details)
{
    const capture::Delivery &delivery = *details.delivery;
    if (delivery.endpoint != m_endpoint || delivery.request.body.size() > largest)
        return;
    const QSignalBlocker blocker(m_deliveries);
    if (m_deliveries->itemData(0).toLongLong() == 0)
        m_deliveries->clear();
    if (m_deliveries->findData(details.id) < 0)
        m_deliveries->insertItem(0,
                                 rowText(details.id, delivery.receivedAt, delivery.request.method,
                                         delivery.request.target),
                                 details.id);
    m_deliveries->setCurrentIndex(m_deliveries->findData(details.id));
}

void SchemePreview::setScheme(const std::optional<signature::Scheme> &scheme)
{
    m_scheme = scheme;
    tryOut();
}

// A large body is judged on a thread of its own; what stood there stands until then.
void SchemePreview::tryOut()
{
    m_fill->setEnabled(m_delivery != nullptr);
    if (m_scheme && m_delivery)
        return m_background.submit(
            TrialOrder{.delivery = m_delivery,
                       .scheme = std::make_shared<const signature::Scheme>(*m_scheme),
                       .secrets = secrets(),
                       .context = m_context});
    m_background.forget();
    m_verdict->setSentence(m_delivery ? tr("Not a whole scheme yet.") : tr("Nothing to try it on."),
                           QString(), inkOf(signature::Signature::NotApplicable));
    showText({});
    m_size->clear();
}

void SchemePreview::take(const Trial &trial)
{
    const signature::Evidence &evidence = trial.evidence;
    m_verdict->setSentence(models::signatureWord(trial.verdict.signature),
                           goingOn(shownText(evidence.signatureSentence)) + u' '
                               + shownText(evidence.freshnessSentence),
                           inkOf(trial.verdict.signature));
    showText(evidence.signedText);
    m_size->setText(sizeText(evidence));
}

QString SchemePreview::sizeText(const signature::Evidence &evidence) const
{
    if (!signature::hasSignedText(evidence))
        return tr("None: something that it is made of is not there.");
    if (evidence.signedText.isEmpty() && m_delivery && m_scheme)
        return signature::emptyTextSentence(m_delivery->request, *m_scheme);
    return tr("%n byte(s)", nullptr, int(evidence.signedText.size()));
}

void SchemePreview::showText(const QByteArray &text)
{
    m_text->setPlainText(withSeenLineEnds(text.first(std::min(text.size(), longestText))));
    m_hex->setBytes(text);
}

} // namespace ui
