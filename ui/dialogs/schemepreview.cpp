// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/schemepreview.h"

#include "models/rowtext.h"
#include "signature/verifier.h"
#include "ui/dialogs/labels.h"
#include "ui/shownbytes.h"
#include "ui/tokens.h"
#include "ui/views/codefont.h"
#include "ui/views/hexview.h"
#include "ui/views/sentencelabel.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
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
    connect(&inspector, &Inspector::secretsChanged, this, &SchemePreview::showOutcome);
    connect(m_deliveries, &QComboBox::currentIndexChanged, this, [this] {
        if (const qint64 id = m_deliveries->currentData().toLongLong(); id > 0)
            m_inspector.fetch(id);
    });
    connect(m_fill, &QPushButton::clicked, this, &SchemePreview::fillWanted);
    inspector.listRecent(endpoint);
    showOutcome();
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

void SchemePreview::takeRecent(const QString &endpoint, const QList<capture::Summary> &rows)
{
    if (endpoint != m_endpoint || rows.isEmpty() || m_deliveries->currentData().toLongLong() > 0)
        return;
    m_deliveries->clear();
    for (const capture::Summary &row : rows) {
        if (row.bodySize > largest || m_deliveries->count() == offered)
            continue;
        m_deliveries->addItem(tr("#%1  %2  %3 %4")
                                  .arg(QString::number(row.id),
                                       models::timeText(row.receivedAt, models::TimeForm::Clock),
                                       shownBytes(row.method), shownBytes(row.target)),
                              row.id);
    }
    if (m_deliveries->count() == 0)
        m_deliveries->addItem(tr("Only webhooks of more than 1 MB arrived here"), 0);
}

void SchemePreview::takeDetails(const inspector::Details &details)
{
    if (!details.delivery || details.id != m_deliveries->currentData().toLongLong())
        return;
    m_delivery = details.delivery;
    m_url = details.senderUrl;
    showOutcome();
    Q_EMIT deliveryChanged();
}

void SchemePreview::setScheme(const std::optional<signature::Scheme> &scheme)
{
    m_scheme = scheme;
    showOutcome();
}

void SchemePreview::showOutcome()
{
    m_fill->setEnabled(m_delivery != nullptr);
    signature::Verdict verdict;
    signature::Evidence evidence;
    if (m_scheme && m_delivery) {
        const signature::Context context{.url = m_url};
        const http::Request &request = m_delivery->request;
        verdict = signature::verify(request, *m_scheme, secrets(), m_delivery->receivedAt, context);
        evidence = signature::explain(request, *m_scheme, secrets(), verdict,
                                      m_delivery->receivedAt, context);
    }
    if (!m_delivery)
        m_verdict->setSentence(tr("Nothing to try it on."), QString(), inkOf(verdict.signature));
    else if (!m_scheme)
        m_verdict->setSentence(tr("Not a whole scheme yet."), QString(), inkOf(verdict.signature));
    else
        m_verdict->setSentence(models::signatureWord(verdict.signature),
                               goingOn(shownText(evidence.signatureSentence)) + u' '
                                   + shownText(evidence.freshnessSentence),
                               inkOf(verdict.signature));
    const QByteArrayView text = evidence.signedText;
    m_text->setPlainText(withSeenLineEnds(text.first(std::min(text.size(), longestText))));
    m_hex->setBytes(evidence.signedText);
    m_size->setText(!m_scheme || !m_delivery ? QString()
                        : text.isEmpty() ? tr("None: something that it is made of is not there.")
                                         : tr("%n byte(s)", nullptr, int(text.size())));
}

} // namespace ui
