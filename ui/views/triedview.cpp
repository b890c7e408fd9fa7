// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/triedview.h"

#include "ui/shownbytes.h"
#include "ui/views/linkbutton.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui
{

using signature::Certainty;
using signature::Diagnosis;

TriedView::TriedView(QWidget *parent)
    : QWidget(parent)
    , m_fold(new LinkButton({}, this))
    , m_list(new QWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_list);
    connect(m_fold, &LinkButton::clicked, this, [this] { setUnfolded(!isUnfolded()); });
    setUnfolded(false);
}

bool TriedView::isUnfolded() const { return !m_list->isHidden(); }

void TriedView::setUnfolded(bool unfolded)
{
    m_list->setVisible(unfolded);
    m_fold->setText(unfolded ? tr("Hide what was tried")
                             : tr("Show what was tried (%Ln digest(s))", nullptr, m_tried));
    m_fold->updateGeometry();
}

void TriedView::show(const Diagnosis &diagnosis, const QStringList &secrets)
{
    m_tried = diagnosis.tried;
    delete m_list->layout();
    qDeleteAll(m_list->findChildren<QLabel *>(Qt::FindDirectChildrenOnly));
    m_grid = new QGridLayout(m_list);
    m_grid->setContentsMargins(2, 2, 0, 4);
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(0, 1);
    fill(diagnosis, secrets);
    setUnfolded(isUnfolded());
    setVisible(m_tried > 0 && !diagnosis.attempts.isEmpty());
}

void TriedView::fill(const Diagnosis &diagnosis, const QStringList &secrets)
{
    const bool one = diagnosis.certainty == Certainty::Proof && diagnosis.causes.size() == 1;
    for (const QString &label : secrets)
        addRow(tr("The secret “%1” as it is").arg(shownText(label)),
               diagnosis.right && label == diagnosis.secret ? tr("fits") : tr("does not fit"));
    for (const signature::Attempted &attempted : diagnosis.attempts) {
        const bool fits = one && attempted.cause == diagnosis.causes.first();
        const QString times = tr("%n change(s)", nullptr, attempted.count);
        addRow(signature::title(attempted.cause),
               fits ? tr("%1, one fits").arg(times) : tr("%1, none fits").arg(times));
    }
    if (diagnosis.certainty == Certainty::Proof && diagnosis.causes.size() > 1)
        addRow(tr("Two of these at once"), tr("fits"));
    else if (diagnosis.certainty != Certainty::Proof && !diagnosis.right && !diagnosis.stopped
             && !diagnosis.expectedText.isEmpty())
        addRow(tr("Two of these at once"), tr("none fits"));
    if (diagnosis.stopped)
        addRow(tr("Everything else"), tr("not tried"));
}

void TriedView::addRow(const QString &what, const QString &outcome)
{
    const int row = m_grid->rowCount();
    auto *name = new QLabel(what, m_list);
    name->setTextFormat(Qt::PlainText);
    name->setWordWrap(true);
    auto *result = new QLabel(outcome, m_list);
    result->setTextFormat(Qt::PlainText);
    result->setForegroundRole(QPalette::PlaceholderText);
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(result, row, 1, Qt::AlignTop | Qt::AlignRight);
}

} // namespace ui
