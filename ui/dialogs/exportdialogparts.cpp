// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/notebox.h"
#include "ui/icons.h"
#include "ui/views/codeview.h"
#include "ui/windowroom.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

void ExportDialog::build()
{
    setWindowTitle(tr("Export"));
    m_fields = new QWidget;
    auto *form = m_form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Webhooks"), buildScope());
    form->addRow(tr("&Format"), buildFormat());
    m_columns = new QLineEdit;
    m_columns->setPlaceholderText(tr("all, or received_at, topic, status, …"));
    m_columns->setToolTip(
        tr("With commas between: %1").arg(QString::fromLatin1(formats::csvNames().join(", "))));
    form->addRow(tr("Co&lumns"), m_columns);
    m_mark = new QCheckBox(tr("B&yte order mark (for Excel and LibreOffice)"));
    m_mark->setToolTip(tr("Three bytes at the start, by which they read the file as UTF-8"));
    form->addRow(QString(), m_mark);
    form->setRowVisible(m_columns, false);
    form->setRowVisible(m_mark, false);
    form->addRow(tr("Include"), buildIncluding());
    form->addRow(tr("Hide"), buildHiding());
    m_more = new QLineEdit;
    m_more->setPlaceholderText(u"header:X-Customer, json:/data/customer/id"_s);
    m_more->setToolTip(tr("Headers by name and values by JSON pointer, with commas between"));
    m_problem = problemLabel();
    form->addRow(tr("Also hi&de"), m_more);
    m_heading = mutedLabel({});
    m_text = new CodeView; // wraps; by the numbers of its lines one sees where each begins
    m_text->setGutter(true);
    m_text->setFrameShape(QFrame::StyledPanel);
    m_text->setAccessibleName(tr("How the file will begin"));
    m_text->setMinimumHeight(fontMetrics().height() * 6);
    m_note = new NoteBox;
    content()->addWidget(m_fields);
    content()->addWidget(m_problem);
    content()->addWidget(m_heading);
    content()->addWidget(m_text, 1);
    content()->addWidget(buildTarget());
    content()->addWidget(m_note);
    buildFoot();
    const QSize wanted(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 34);
    resize(wanted.boundedTo(roomForWindow(*this)));
}

QWidget *ExportDialog::buildScope()
{
    auto *choices = new QWidget;
    auto *row = new QHBoxLayout(choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    m_scope = new QButtonGroup(choices);
    const auto add = [&](Scope scope, const QString &label, qint64 count) {
        auto *choice = new QRadioButton(label.arg(count));
        choice->setEnabled(count > 0);
        m_scope->addButton(choice, scope);
        row->addWidget(choice);
    };
    add(Selected, tr("&Selected (%L1)"), qint64(m_webhooks.selected.size()));
    add(Shown, tr("S&hown (%L1)"), qint64(m_webhooks.shown.size()));
    add(All, tr("&All (%L1)"), m_webhooks.all);
    row->addStretch();
    // One row is selected most of the time, for reading; several are for a purpose.
    const bool selected = m_webhooks.selected.size() > (m_webhooks.wantsSelected ? 0 : 1);
    const Scope usual = selected ? Selected : m_webhooks.shown.empty() ? All : Shown;
    m_scope->button(usual)->setChecked(true);
    return choices;
}

QWidget *ExportDialog::buildFormat()
{
    m_format = new QComboBox;
    m_format->setAccessibleName(tr("Format"));
    m_format->addItem(tr("JSON Lines, to import again"), int(formats::Format::Ndjson));
    m_format->addItem(tr("HAR 1.2, for browsers and proxies"), int(formats::Format::Har));
    m_format->addItem(tr("CSV, a table"), int(formats::Format::Csv));
    m_format->addItem(tr("cURL script for sh"), int(formats::Format::Curl));
    m_format->addItem(tr("cURL script for Windows (cmd)"), int(formats::Format::CurlCmd));
    m_format->addItem(tr("cURL script for PowerShell"), int(formats::Format::CurlPowerShell));
    m_format->addItem(tr("Raw requests, a file each"), int(formats::Format::Http));
    m_format->addItem(tr("Bodies alone, a file each"), int(formats::Format::Body));
    m_format->addItem(tr("Hookglass store"), int(formats::Format::Store));
    return m_format;
}

QWidget *ExportDialog::buildIncluding()
{
    m_including = new QWidget;
    auto *row = new QHBoxLayout(m_including);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    const auto add = [row](const QString &label, const QString &tip) {
        auto *box = new QCheckBox(label);
        box->setChecked(true);
        box->setToolTip(tip);
        row->addWidget(box);
        return box;
    };
    const QString needed = tr("Without them the file cannot be imported again");
    m_headers = add(tr("Heade&rs"), needed);
    m_bodies = add(tr("&Bodies"), needed);
    m_verdicts
        = add(tr("&Verdicts"), tr("What was found of signature and age at arrival, and later"));
    m_sends = add(tr("Se&nds"), tr("What was sent again, and how it was answered"));
    row->addStretch();
    return m_including;
}

QWidget *ExportDialog::buildHiding()
{
    auto *choices = new QWidget;
    auto *row = new QHBoxLayout(choices);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    m_signatures = new QCheckBox(tr("Si&gnatures and credentials"));
    m_signatures->setChecked(true);
    m_signatures->setToolTip(
        tr("Each is replaced by a placeholder; whoever imports the file cannot check it then"));
    m_people = new QCheckBox(tr("E-&mail addresses and names"));
    m_people->setToolTip(tr("Each is replaced by a placeholder, the same one wherever it stands"));
    row->addWidget(m_signatures);
    row->addWidget(m_people);
    row->addStretch();
    return choices;
}

QWidget *ExportDialog::buildTarget()
{
    auto *target = new QWidget;
    auto *column = new QVBoxLayout(target);
    column->setContentsMargins(0, 0, 0, 0);
    auto *row = new QHBoxLayout;
    m_target = new QLineEdit;
    m_target->setAccessibleName(tr("Where to"));
    m_choose = new QPushButton(tr("&Choose…"));
    m_choose->setAutoDefault(false);
    m_targetLabel = new QLabel;
    m_targetLabel->setBuddy(m_target);
    row->addWidget(m_targetLabel);
    row->addWidget(m_target, 1);
    row->addWidget(m_choose);
    m_targetNote = formNote();
    column->addLayout(row);
    column->addWidget(m_targetNote);
    return target;
}

void ExportDialog::buildFoot()
{
    m_facts = mutedLabel({});
    m_facts->setWordWrap(false);
    m_bar = new QProgressBar;
    m_bar->setRange(0, 100);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->hide();
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setAutoDefault(false);
    m_export = new QPushButton(icon(u"export"_s, &Tokens::onAccent), tr("&Export"));
    m_export->setDefault(true);
    footer()->addLeft(m_facts);
    footer()->addLeft(m_bar);
    footer()->addRight(m_cancel);
    footer()->addRight(m_export);
}

} // namespace ui
