// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "resend/resendclient.h"
#include "ui/dialogs/contentdialog.h"

namespace resend
{
struct Basis;
}

namespace ui
{

class ConformanceGrid;
class NoteBox;

// All test cases of one webhook, sent to its target one after the other: expected and seen.
class CasesDialog : public ContentDialog
{
    Q_OBJECT

public:
    CasesDialog(const resend::Basis &basis, const resend::Order &order, QWidget *parent = nullptr);

Q_SIGNALS:
    void sent(const capture::Attempt &attempt);

private:
    void tell(qsizetype failed, qsizetype cases, qsizetype planned);

    NoteBox *m_note;
    ConformanceGrid *m_grid;
};

} // namespace ui
