// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/verdictframe.h"

#include "signature/verdicttitle.h"
#include "ui/icons.h"
#include "ui/shownbytes.h"
#include "ui/views/checkedsignature.h"
#include "ui/views/diagnosistext.h"
#include "ui/views/linkbutton.h"
#include "ui/views/secretoffer.h"
#include "ui/views/sentencelabel.h"
#include "ui/views/verdictlook.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;
using signature::Freshness;
using signature::Signature;

namespace ui
{

namespace
{

constexpr int glyphSize = 16;

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QLabel *iconLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setFixedSize(glyphSize, glyphSize);
    return label;
}

class ThinLine : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QColor ink = tokens(palette()).text;
        ink.setAlphaF(0.16F);
        QPainter(this).fillRect(0, height() / 2, width(), 1, ink);
    }
};

} // namespace

VerdictFrame::VerdictFrame(QWidget *parent)
    : QFrame(parent)
    , m_signatureIcon(iconLabel(this))
    , m_title(new SentenceLabel(this))
    , m_sentence(plainLabel(this))
    , m_cause(new SentenceLabel(this))
    , m_remark(plainLabel(this))
    , m_history(plainLabel(this))
    , m_links(new QWidget(this))
    , m_line(new ThinLine(this))
    , m_freshnessIcon(iconLabel(this))
    , m_freshness(new SentenceLabel(this))
{
    m_history->setForegroundRole(QPalette::PlaceholderText);
    m_line->setFixedHeight(13);
    m_links->setLayout(buildLinks());
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 9, 12, 10);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_signatureIcon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_sentence, 1, 1);
    grid->addWidget(m_cause, 2, 1);
    grid->addWidget(m_remark, 3, 1);
    grid->addWidget(m_history, 4, 1);
    grid->addWidget(m_links, 5, 1);
    grid->addWidget(m_line, 6, 0, 1, 2);
    grid->addWidget(m_freshnessIcon, 7, 0, Qt::AlignTop);
    grid->addWidget(m_freshness, 7, 1);
    grid->setColumnStretch(1, 1);
    setAccessibleName(tr("Verdicts"));
}

QHBoxLayout *VerdictFrame::buildLinks()
{
    m_secretLink = new LinkButton(tr("Add the secret…"), m_links);
    m_valuesLink = new LinkButton(tr("Show both values"), m_links);
    connect(m_secretLink, &LinkButton::clicked, this, &VerdictFrame::secretWanted);
    connect(m_valuesLink, &LinkButton::clicked, this, &VerdictFrame::valuesWanted);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_secretLink);
    row->addWidget(m_valuesLink);
    row->addStretch();
    return row;
}

void VerdictFrame::showVerdict(const CheckedSignature &checked, const QString &history)
{
    const signature::Verdict &verdict = checked.verdict;
    const signature::Evidence &evidence = checked.evidence;
    const PanelInks inks = panelOf(verdict);
    setColours(inks.ground, inks.edge);
    showSignature(verdict, shownText(evidence.signatureSentence));
    showFreshness(verdict, shownText(evidence.freshnessSentence));
    showLinks(checked);
    showRemark(evidence);
    m_cause->hide();
    m_history->setText(history);
    m_history->setVisible(!history.isEmpty());
    showIcons();
    setAccessibleDescription(text());
}

void VerdictFrame::showSignature(const signature::Verdict &verdict, const QString &sentence)
{
    m_signatureGlyph = glyphOf(verdict.signature);
    m_signatureInk = inkOf(verdict.signature);
    // Good news takes one line.
    const bool good
        = verdict.signature == Signature::Verified || verdict.signature == Signature::NotApplicable;
    m_title->setSentence(titleOf(verdict.signature), good ? goingOn(sentence) : QString(),
                         m_signatureInk);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!good && !sentence.isEmpty());
}

void VerdictFrame::showFreshness(const signature::Verdict &verdict, const QString &sentence)
{
    m_freshnessGlyph = glyphOf(verdict.freshness);
    m_freshnessInk = inkOf(verdict.freshness);
    m_freshness->setSentence(titleOf(verdict.freshness), goingOn(sentence), m_freshnessInk);
    const bool shown = verdict.freshness != Freshness::NotApplicable;
    for (QWidget *part :
         {m_line, static_cast<QWidget *>(m_freshnessIcon), static_cast<QWidget *>(m_freshness)})
        part->setVisible(shown);
}

// Whoever relies on a signature must know what it does not cover.
void VerdictFrame::showRemark(const signature::Evidence &evidence)
{
    const bool uncovered = !evidence.received.isEmpty() && !evidence.coversBody;
    m_remark->setText(uncovered ? tr("The signature does not cover the body: an altered one would "
                                     "be Verified as well.")
                                : QString());
    m_remark->setVisible(uncovered);
}

void VerdictFrame::showDiagnosis(const std::optional<signature::Diagnosis> &diagnosis)
{
    const QString cause = diagnosis ? causeSentence(*diagnosis) : QString();
    const QString guess = diagnosis ? shownText(diagnosis->guess) : QString();
    if (!m_sentence->text().endsWith(guess)) {
        m_sentence->setText(m_sentence->text() + u' ' + guess);
        setAccessibleDescription(text());
    }
    const bool seen = diagnosis && isSeen(*diagnosis); // the sentence says it already
    m_cause->setVisible(!cause.isEmpty() && !m_sentence->isHidden());
    if (m_cause->isHidden() && (!seen || m_sentence->isHidden()))
        return;
    const bool proof = diagnosis->certainty == signature::Certainty::Proof;
    if (!seen)
        m_cause->setSentence(certaintyWord(*diagnosis), goingOn(cause),
                             proof ? &Tokens::accent : &Tokens::muted);
    m_valuesLink->setText(seen        ? tr("Show what to do")
                              : proof ? tr("Show the proof")
                                      : tr("Show the hint"));
    m_valuesLink->updateGeometry();
    m_valuesLink->show();
    m_links->show();
    setAccessibleDescription(text());
}

void VerdictFrame::showLinks(const CheckedSignature &checked)
{
    const signature::Verdict &verdict = checked.verdict;
    const signature::Evidence &evidence = checked.evidence;
    const bool bothValues = !evidence.received.isEmpty() && !evidence.computed.isEmpty();
    const bool invalid = verdict.signature == Signature::Invalid;
    const bool noSecret = verdict.signature == Signature::NoSecret;
    const bool none = noSecret || areSecretsGone(checked);
    m_secretLink->setText(none ? tr("Add the secret…") : tr("Try another secret…"));
    m_secretLink->setVisible(couldSecretHelp(checked));
    m_valuesLink->setText(bothValues ? tr("Show both values") : tr("Show the value"));
    m_valuesLink->setVisible(invalid || noSecret || verdict.signature == Signature::Malformed);
    m_links->setVisible(!m_secretLink->isHidden() || !m_valuesLink->isHidden());
}

void VerdictFrame::showRejection(const capture::Rejection &rejection)
{
    setColours(&Tokens::base, &Tokens::border);
    m_signatureGlyph = u"status/rejected"_s;
    m_signatureInk = &Tokens::muted;
    m_title->setSentence(capture::title(rejection.reason), {}, &Tokens::text);
    m_sentence->setText(shownText(rejection.detail));
    m_sentence->setVisible(!rejection.detail.isEmpty());
    m_history->setText(tr("Counted %n times; shown is the first.", nullptr, int(rejection.count)));
    m_history->setVisible(rejection.count > 1);
    for (QWidget *part :
         {m_links, m_line, static_cast<QWidget *>(m_cause), static_cast<QWidget *>(m_remark),
          static_cast<QWidget *>(m_freshnessIcon), static_cast<QWidget *>(m_freshness)})
        part->hide();
    showIcons();
    setAccessibleDescription(text());
}

QString VerdictFrame::text() const
{
    QStringList parts{m_title->text()};
    if (!m_sentence->isHidden())
        parts += m_sentence->text();
    if (!m_cause->isHidden())
        parts += m_cause->text();
    if (!m_remark->isHidden())
        parts += m_remark->text();
    if (!m_history->isHidden())
        parts += m_history->text();
    if (!m_freshness->isHidden())
        parts += m_freshness->text();
    return parts.join(u'\n');
}

void VerdictFrame::setColours(Ink ground, Ink edge)
{
    m_ground = ground;
    m_edge = edge;
    update();
}

void VerdictFrame::showIcons()
{
    const auto pixmap = [this](const QString &glyph, Ink ink) {
        return icon(glyph, ink).pixmap(QSize(glyphSize, glyphSize), devicePixelRatioF());
    };
    m_signatureIcon->setPixmap(pixmap(m_signatureGlyph, m_signatureInk));
    m_freshnessIcon->setPixmap(pixmap(m_freshnessGlyph, m_freshnessInk));
}

void VerdictFrame::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcons();
}

void VerdictFrame::paintEvent(QPaintEvent *)
{
    const Tokens &look = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.*m_edge, 1));
    painter.setBrush(look.*m_ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace ui
