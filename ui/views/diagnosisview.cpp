// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/diagnosisview.h"

#include "ui/views/diagnosisbox.h"
#include "ui/views/diagnosistext.h"
#include "ui/views/excerpt.h"
#include "ui/views/linkbutton.h"
#include "ui/views/spinner.h"
#include "ui/views/triedview.h"

#include <QHBoxLayout>
#include <QLabel>

namespace ui
{

using signature::Diagnosis;
using signature::Origin;

namespace
{

constexpr int differenceLines = 7;

QLabel *caption(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

DiagnosisView::DiagnosisView(Origin origin, QWidget *parent)
    : QWidget(parent)
    , m_origin(origin)
    , m_waiting(new QWidget(this))
    , m_box(new DiagnosisBox(this))
    , m_differences(new QWidget(this))
    , m_tried(new TriedView(this))
{
    build();
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, m_waiting, &QWidget::show);
    connect(&m_diagnosing, &Diagnosing::found, this, &DiagnosisView::take);
    connect(m_box, &DiagnosisBox::fixWanted, this, [this] {
        if (m_shown && m_shown->fix)
            Q_EMIT fixWanted(*m_shown->fix);
    });
    clear();
}

void DiagnosisView::build()
{
    buildWaiting();
    buildDifferences();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_waiting);
    column->addWidget(m_box);
    column->addWidget(m_differences);
    column->addWidget(m_tried);
}

void DiagnosisView::buildWaiting()
{
    auto *row = new QHBoxLayout(m_waiting);
    row->setContentsMargins(0, 0, 0, 0);
    auto *stop = new LinkButton(tr("Stop"), m_waiting);
    stop->setAccessibleName(tr("Stop looking for the cause"));
    connect(stop, &LinkButton::clicked, &m_diagnosing, &Diagnosing::cutShort);
    row->addWidget(new Spinner(m_waiting));
    row->addWidget(caption(tr("Looking for the cause…"), m_waiting));
    row->addWidget(stop);
    row->addStretch();
}

void DiagnosisView::buildDifferences()
{
    const bool own = m_origin == Origin::OwnCode;
    m_firstDifference = new QLabel(m_differences);
    m_firstDifference->setTextFormat(Qt::PlainText);
    m_firstDifference->setWordWrap(true);
    const QString expected = tr("− The scheme signs");
    const QString fitting = own ? tr("+ Your code signed") : tr("+ The sender signed");
    m_expected = new ValueBox(expected, m_differences);
    m_fitting = new ValueBox(fitting, m_differences);
    m_expected->setMarkRemoved(true);
    m_fitting->setMarkRemoved(false);
    m_expected->setMostLines(differenceLines);
    m_fitting->setMostLines(differenceLines);
    auto *column = new QVBoxLayout(m_differences);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_firstDifference);
    column->addWidget(caption(expected, m_differences));
    column->addWidget(m_expected);
    column->addWidget(caption(fitting, m_differences));
    column->addWidget(m_fitting);
}

void DiagnosisView::ask(const signature::Question &question, bool mendable)
{
    clear();
    m_mendable = mendable;
    for (const signature::SecretPtr &secret : question.secrets)
        m_labels += secret ? secret->label() : QString();
    m_diagnosing.ask(question);
    m_patience.start();
    show();
}

void DiagnosisView::clear()
{
    m_diagnosing.drop();
    m_patience.stop();
    m_shown.reset();
    m_labels.clear();
    for (QWidget *part :
         {m_waiting, static_cast<QWidget *>(m_box), m_differences, static_cast<QWidget *>(m_tried)})
        part->hide();
    m_tried->setUnfolded(false);
    hide();
}

void DiagnosisView::take(const Diagnosed &diagnosed)
{
    m_patience.stop();
    m_waiting->hide();
    m_shown = diagnosed;
    if (!m_mendable)
        m_shown->fix.reset();
    m_box->show(m_shown->diagnosis, m_shown->fix);
    showDifferences(m_shown->diagnosis);
    m_tried->show(m_shown->diagnosis, m_labels);
    Q_EMIT answered(m_shown->diagnosis);
}

void DiagnosisView::showDifferences(const Diagnosis &diagnosis)
{
    m_differences->setVisible(!diagnosis.differences.isEmpty());
    if (diagnosis.differences.isEmpty())
        return;
    m_firstDifference->setText(differenceSentence(diagnosis));
    const Excerpt expected = excerpt(diagnosis.expectedText, diagnosis.differences, Side::Expected);
    const Excerpt fitting = excerpt(diagnosis.fittingText, diagnosis.differences, Side::Fitting);
    m_expected->setValue(expected.text, expected.marks);
    m_fitting->setValue(fitting.text, fitting.marks);
}

} // namespace ui
