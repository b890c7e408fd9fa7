// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/casesdialog.h"

#include "models/localtimes.h"
#include "resend/conformance.h"
#include "ui/dialogs/conformancegrid.h"
#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/notebox.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui
{

CasesDialog::CasesDialog(const resend::Basis &basis, const resend::Order &order, QWidget *parent)
    : ContentDialog(parent)
    , m_note(new NoteBox)
    , m_grid(new ConformanceGrid)
{
    setWindowTitle(tr("Test cases at %1").arg(order.target.toString(QUrl::RemoveUserInfo)));
    content()->addWidget(m_note);
    content()->addWidget(m_grid, 1);
    auto *close = new QPushButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    footer()->addRight(close);
    connect(this, &QDialog::finished, m_grid, &ConformanceGrid::cancel);
    connect(m_grid, &ConformanceGrid::sent, this, &CasesDialog::sent);
    connect(m_grid, &ConformanceGrid::finished, this, &CasesDialog::tell);
    connect(m_grid, &ConformanceGrid::failed, this, [this](const core::Error &error) {
        m_note->setNote(NoteBox::Kind::Bad, error.what, models::withLocalTimes(error.why));
    });
    resize(fontMetrics().height() * 44, fontMetrics().height() * 24);
    m_note->setNote(NoteBox::Kind::Info, tr("The cases are sent one after the other."),
                    tr("Each is kept with the webhook, under Sends."));
    m_grid->start(basis, order);
}

void CasesDialog::tell(qsizetype failed, qsizetype cases, qsizetype planned)
{
    if (cases < planned)
        return;
    if (failed == 0)
        m_note->setNote(NoteBox::Kind::Good, tr("All %1 cases passed.").arg(cases),
                        resend::untried(m_grid->report()));
    else
        m_note->setNote(NoteBox::Kind::Warning, tr("%1 of %2 cases failed.").arg(failed).arg(cases),
                        resend::untried(m_grid->report()));
}

} // namespace ui
