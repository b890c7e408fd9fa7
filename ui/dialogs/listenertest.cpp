// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/listenertest.h"

#include "inspector/inspector.h"
#include "signature/verdicttitle.h"
#include "ui/dialogs/publiccheck.h"

namespace ui
{

ListenerTest::ListenerTest(inspector::Inspector &inspector, QObject *parent)
    : QObject(parent)
    , m_inspector(inspector)
{
    using inspector::Inspector;
    connect(&inspector, &Inspector::pinged, this, [this](const capture::Attempt &attempt) {
        if (!m_running)
            return;
        m_answer = attempt;
        tell();
    });
    connect(&inspector, &Inspector::stored, this, [this](const QList<capture::Summary> &rows) {
        for (const capture::Summary &row : rows) {
            if (m_running && !m_row && row.test && !isOwnCheck(row.target))
                m_row = row;
        }
        tell();
    });
}

void ListenerTest::start()
{
    m_running = true;
    m_row.reset();
    m_answer.reset();
    m_inspector.sendPing();
}

// What was answered 2xx has a row, which may be heard of later.
void ListenerTest::tell()
{
    using Kind = NoteBox::Kind;
    if (!m_running || !m_answer)
        return;
    const int status = m_answer->response ? m_answer->response->status : 0;
    const bool taken = status / 100 == 2;
    if (!m_row && taken)
        return;
    m_running = false;
    if (!m_answer->response) {
        const auto error
            = m_answer->error.value_or(core::Error{.what = tr("No answer came."), .why = {}});
        return Q_EMIT told(Kind::Bad, error.what, error.why);
    }
    const QString answer = tr("It answered %1 in %L2 ms.").arg(status).arg(m_answer->times.total);
    if (!m_row)
        return Q_EMIT told(Kind::Warning, tr("The ping was not kept."), answer);
    const bool well = taken && m_row->signature == signature::Signature::Verified;
    Q_EMIT told(well ? Kind::Good : Kind::Warning,
                tr("The ping went through the listener and is row %1: %2.")
                    .arg(m_row->id)
                    .arg(titleOf(m_row->signature)),
                answer);
}

} // namespace ui
