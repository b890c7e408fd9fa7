// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/replytips.h"

#include "inspector/inspector.h"
#include "models/deliverymodel.h"
#include "ui/views/decidedby.h"
#include "ui/views/deliveryview.h"

#include <QHelpEvent>
#include <QToolTip>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

using inspector::Inspector;
using models::Column;

namespace
{

constexpr int refused = 503; // of a challenge that needs a secret

bool mayHaveReason(const models::PackedRow &row)
{
    const bool ended = row.status == 0 && qint32(row.latency) >= 0;
    return !row.rejected() && (ended || row.status == refused);
}

// Empty where the row itself says all.
QString reasonOf(const inspector::Details &details)
{
    const QString &source = details.answer->source;
    if (details.answer->status != 0)
        return source == "handshake: no secret"_L1
            ? u"%1\n%2"_s.arg(details.answer->status).arg(decidedBy(details))
            : QString();
    const QString none = ReplyTips::tr("None: %1").arg(models::noAnswerText(source));
    return source.contains(": "_L1)
        ? none + u'\n' + ReplyTips::tr("Decided by: %1").arg(decidedBy(details))
        : none;
}

} // namespace

ReplyTips::ReplyTips(Inspector &inspector, const models::DeliveryModel &model, DeliveryView &view)
    : QObject(&view)
    , m_inspector(inspector)
    , m_model(model)
    , m_view(view)
{
    view.viewport()->installEventFilter(this);
    connect(&inspector, &Inspector::fetched, this, &ReplyTips::tell);
}

bool ReplyTips::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ToolTip)
        ask(*static_cast<const QHelpEvent *>(event));
    return QObject::eventFilter(watched, event);
}

void ReplyTips::ask(const QHelpEvent &help)
{
    const QModelIndex cell = m_view.indexAt(help.pos());
    m_asked = 0;
    if (!cell.isValid() || cell.column() != int(Column::Reply)
        || !mayHaveReason(m_model.packed(cell.row())))
        return;
    m_asked = m_model.idAt(cell.row());
    m_place = help.globalPos();
    m_inspector.fetch(m_asked);
}

// Only in place of the tip that is still there: the pointer may have gone on meanwhile.
void ReplyTips::tell(const inspector::Details &details)
{
    if (m_asked == 0 || details.id != m_asked)
        return;
    m_asked = 0;
    const int row = m_model.rowOf(details.id);
    if (row < 0 || !details.answer || !QToolTip::isVisible())
        return;
    const QModelIndex cell = m_model.index(row, int(Column::Reply));
    const QString reason = reasonOf(details);
    if (!reason.isEmpty() && QToolTip::text() == cell.data(Qt::ToolTipRole).toString())
        QToolTip::showText(m_place, reason, m_view.viewport(), m_view.visualRect(cell));
}

} // namespace ui
