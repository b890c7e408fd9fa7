// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/signatureview.h"

#include "core/bytesize.h"
#include "models/rowtext.h"
#include "signature/catalogue.h"
#include "ui/icons.h"
#include "ui/shownbytes.h"
#include "ui/views/codeview.h"
#include "ui/views/difference.h"
#include "ui/views/panel.h"
#include "ui/views/sectionlabel.h"
#include "ui/views/sentencelabel.h"
#include "ui/views/valuebox.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;
using signature::Signature;

namespace ui
{

namespace
{

constexpr qsizetype digestLength = 44; // SHA-256 in padded Base64
constexpr qsizetype copyLimit = 8 * 1024 * 1024;

QLabel *factLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

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

SignatureView::SignatureView(QWidget *parent)
    : QScrollArea(parent)
{
    build();
    clear();
}

void SignatureView::build()
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setAccessibleName(tr("Signature"));
    auto *page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(6);
    m_sentence = new SentenceLabel(page);
    column->addWidget(m_sentence);
    column->addSpacing(6);
    buildValues(column);
    buildFacts(column);
    buildSignedText(column);
    setWidget(page);
}

void SignatureView::buildValues(QVBoxLayout *column)
{
    QWidget *page = column->parentWidget();
    m_received = new ValueBox(tr("Received value"), page);
    m_received->setMarkRemoved(true);
    m_computed = new ValueBox(tr("Computed value"), page);
    m_computed->setMarkRemoved(false);
    m_noComputed = factLabel(page);
    m_noComputed->setForegroundRole(QPalette::PlaceholderText);
    m_copyComputed = new QPushButton(icon(u"copy"_s), tr("Copy computed value…"), page);
    m_addSecret = new QPushButton(icon(u"key"_s), tr("Add the secret…"), page);
    connect(m_copyComputed, &QPushButton::clicked, this, &SignatureView::askToCopyComputed);
    connect(m_addSecret, &QPushButton::clicked, this, &SignatureView::secretWanted);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copyComputed);
    buttons->addWidget(m_addSecret);
    buttons->addStretch();
    column->addWidget(new SectionLabel(tr("Received value"), page));
    column->addWidget(m_received);
    column->addSpacing(4);
    column->addWidget(new SectionLabel(tr("Computed value"), page));
    column->addWidget(m_computed);
    column->addWidget(m_noComputed);
    column->addSpacing(2);
    column->addLayout(buttons);
}

QLabel *SignatureView::addFact(QGridLayout *grid, const QString &name)
{
    QWidget *page = widget() ? widget() : grid->parentWidget();
    auto *label = new QLabel(name, page);
    label->setForegroundRole(QPalette::PlaceholderText);
    QLabel *value = factLabel(page);
    value->setAccessibleName(name);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0, Qt::AlignTop);
    grid->addWidget(value, row, 1);
    return value;
}

void SignatureView::buildFacts(QVBoxLayout *column)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    column->addSpacing(6);
    column->addLayout(grid);
    column->addSpacing(6);
    m_algorithm = addFact(grid, tr("Algorithm"));
    m_secret = addFact(grid, tr("Secret"));
    m_length = addFact(grid, tr("Length"));
}

void SignatureView::buildSignedText(QVBoxLayout *column)
{
    QWidget *page = column->parentWidget();
    m_parts = factLabel(page);
    m_parts->setForegroundRole(QPalette::PlaceholderText);
    m_signedBox = new ui::Panel(ui::Panel::Ground::Base,
                                Qt::TopEdge | Qt::BottomEdge | Qt::LeftEdge | Qt::RightEdge, page);
    m_signedText = new CodeView(m_signedBox);
    auto *box = new QVBoxLayout(m_signedBox);
    box->setContentsMargins(1, 1, 1, 1);
    box->addWidget(m_signedText);
    m_signedText->setMinimumHeight(fontMetrics().height() * 8);
    m_signedText->setAccessibleName(tr("Signed text"));
    m_copySigned = new QPushButton(icon(u"copy"_s), tr("Copy signed text"), page);
    connect(m_copySigned, &QPushButton::clicked, this, &SignatureView::copySignedText);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copySigned);
    buttons->addStretch();
    column->addWidget(new SectionLabel(tr("Signed text"), page));
    column->addWidget(m_parts);
    column->addWidget(m_signedBox, 1);
    column->addLayout(buttons);
}

void SignatureView::showEvidence(const signature::Verdict &verdict,
                                 const signature::Evidence &evidence)
{
    m_verdict = verdict;
    m_evidence = evidence;
    m_sentence->setSentence(models::signatureWord(verdict.signature),
                            goingOn(shownText(evidence.signatureSentence)),
                            inkOf(verdict.signature));
    showValues();
    showFacts();
    showSignedText();
}

void SignatureView::clear() { showEvidence({}, {}); }

void SignatureView::showValues()
{
    const QString received = shownBytes(m_evidence.received);
    const QString computed = shownBytes(m_evidence.computed);
    const bool both = !received.isEmpty() && !computed.isEmpty();
    const Difference parts = both ? difference(received, computed) : Difference();
    m_received->setValue(received.isEmpty() ? tr("none") : received, parts.start, parts.lengthInA);
    m_computed->setValue(computed, parts.start, parts.lengthInB);
    m_computed->setVisible(!computed.isEmpty());
    m_copyComputed->setVisible(!computed.isEmpty());
    m_noComputed->setText(missingComputed());
    m_noComputed->setVisible(computed.isEmpty());
    m_addSecret->setText(m_verdict.signature == Signature::NoSecret ? tr("Add the secret…")
                                                                    : tr("Try another secret…"));
    m_addSecret->setVisible(m_verdict.signature == Signature::NoSecret
                            || m_verdict.signature == Signature::Invalid);
}

QString SignatureView::missingComputed() const
{
    if (m_verdict.signature == Signature::NotApplicable)
        return tr("Nothing is computed: this endpoint has no signature scheme.");
    if (m_evidence.signedText.isEmpty())
        return tr("Nothing is computed: the timestamp is part of the signed text, and there is "
                  "not exactly one.");
    return tr("Nothing is computed: there is no secret yet.");
}

QString SignatureView::lengthFact() const
{
    if (m_evidence.received.isEmpty())
        return tr("–");
    const QString count = tr("%n character(s)", nullptr,
                             int(std::min<qsizetype>(m_evidence.received.size(), 1'000'000)));
    return m_evidence.received.size() == digestLength
        ? tr("%1, as expected").arg(count)
        : tr("%1; %2 are expected").arg(count, QString::number(digestLength));
}

void SignatureView::showFacts()
{
    const auto scheme = signature::schemeById(m_verdict.scheme);
    m_algorithm->setText(
        scheme ? tr("%1: HMAC-SHA256 of timestamp, full stop and body, in Base64").arg(scheme->name)
               : tr("–"));
    m_secret->setText(m_evidence.secret.isEmpty() ? tr("–") : shownText(m_evidence.secret));
    m_length->setText(lengthFact());
}

void SignatureView::showSignedText()
{
    const QByteArrayView text = m_evidence.signedText;
    const QByteArrayView shown = text.first(std::min(text.size(), shownSignedText));
    m_signedText->setCode(codeText(withSeenLineEnds(shown)));
    m_signedBox->setVisible(!text.isEmpty());
    m_copySigned->setVisible(!text.isEmpty());
    const qsizetype stop = text.indexOf('.');
    if (text.isEmpty())
        return m_parts->setText(tr("There is none without a timestamp."));
    const QLocale locale;
    QString parts = tr("%1 bytes: %2 of timestamp, a full stop, %3 of body")
                        .arg(locale.toString(text.size()), locale.toString(stop),
                             locale.toString(text.size() - stop - 1));
    if (shown.size() < text.size())
        parts += u". "_s + tr("The first %1 are shown.").arg(core::byteSize(shown.size()));
    m_parts->setText(parts);
}

void SignatureView::copySignedText()
{
    if (m_evidence.signedText.size() > copyLimit)
        return message(tr("Cannot copy more than 8 MB. Save the body instead."));
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_evidence.signedText));
    Q_EMIT message(tr("The signed text was copied."));
}

void SignatureView::askToCopyComputed()
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Copy the computed value?"),
                                tr("It acts as a valid signature"), QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Whoever has this value can send this very webhook to your "
                               "application as if it came from the provider, as long as its "
                               "timestamp is fresh."));
    QPushButton *copy = box->addButton(tr("Copy value"), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel);
    const QString value = shownBytes(m_evidence.computed);
    connect(copy, &QPushButton::clicked, this, [this, value] {
        QGuiApplication::clipboard()->setText(value);
        Q_EMIT message(tr("The computed value was copied."));
    });
    box->open();
}

} // namespace ui
