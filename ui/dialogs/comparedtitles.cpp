// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/comparedtitles.h"

#include "models/rowtext.h"
#include "ui/icons.h"
#include "ui/shownbytes.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

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
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

// "#2414  24 Nov 2024 14:32:15.977  customer/updated"
QString nameOf(const inspector::Details &details)
{
    const capture::Delivery &delivery = *details.delivery;
    const capture::Event event = details.judgements.isEmpty()
        ? delivery.event
        : details.judgements.last().event.value_or(delivery.event);
    const QString time = models::fullTimeText(delivery.receivedAt);
    return u"#%1  %2  %3"_s.arg(delivery.id).arg(time, shownText(event.topic)).trimmed();
}

} // namespace

ComparedTitles::ComparedTitles(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("The two webhooks"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(5, 1);
    for (size_t row = 0; row < m_lines.size(); ++row)
        build(m_lines[row], *grid, int(row));
}

void ComparedTitles::build(Line &line, QGridLayout &grid, int row)
{
    line.name = plainLabel(this);
    line.name->setContentsMargins(0, 0, 14, 0);
    line.signatureIcon = new QLabel(this);
    line.signature = plainLabel(this);
    line.signature->setContentsMargins(0, 0, 8, 0);
    line.freshnessIcon = new QLabel(this);
    line.freshness = plainLabel(this);
    int column = 0;
    for (QLabel *part :
         {line.name, line.signatureIcon, line.signature, line.freshnessIcon, line.freshness})
        grid.addWidget(part, row, column++);
}

void ComparedTitles::show(const inspector::Details &left, const inspector::Details &right)
{
    fill(m_lines[0], left);
    fill(m_lines[1], right);
    showIcons();
}

void ComparedTitles::fill(Line &line, const inspector::Details &details)
{
    line.verdict = details.judgements.isEmpty() ? details.delivery->verdict
                                                : details.judgements.last().verdict;
    const capture::Summary row{.receivedAt = details.delivery->receivedAt,
                               .ageSeconds = line.verdict.ageSeconds,
                               .signature = line.verdict.signature,
                               .freshness = line.verdict.freshness};
    line.name->setText(nameOf(details));
    line.signature->setText(models::signatureWord(line.verdict.signature));
    line.freshness->setText(models::freshnessText(row));
    QFont font = line.name->font();
    font.setBold(line.verdict.signature == Signature::Invalid
                 || line.verdict.signature == Signature::Malformed);
    line.signature->setFont(font);
    const bool dated = line.verdict.freshness != Freshness::NotApplicable;
    line.freshnessIcon->setVisible(dated);
    line.freshness->setVisible(dated);
}

void ComparedTitles::showIcons()
{
    const QSize size(glyphSize, glyphSize);
    for (const Line &line : m_lines) {
        const signature::Verdict &verdict = line.verdict;
        line.signatureIcon->setPixmap(icon(glyphOf(verdict.signature), inkOf(verdict.signature))
                                          .pixmap(size, devicePixelRatioF()));
        line.freshnessIcon->setPixmap(icon(glyphOf(verdict.freshness), inkOf(verdict.freshness))
                                          .pixmap(size, devicePixelRatioF()));
    }
}

void ComparedTitles::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_lines[0].name->text().isEmpty())
        showIcons();
}

} // namespace ui
