// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/notebox.h"
#include "ui/resend/pacebox.h"
#include "ui/resend/resenddialog.h"
#include "ui/resend/resendrows.h"
#include "ui/resend/targetbar.h"
#include "ui/sendingsettings.h"
#include "ui/views/codefont.h"
#include "ui/views/elidedlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

namespace
{

QPushButton *button(const QString &text)
{
    auto *made = new QPushButton(text);
    made->setAutoDefault(false);
    return made;
}

} // namespace

void ResendDialog::build()
{
    m_pages = new QStackedWidget;
    m_pages->addWidget(buildSetUp());
    m_pages->addWidget(buildProgress());
    content()->addWidget(m_pages, 1);
    m_start = button(tr("Send"));
    m_start->setDefault(true);
    m_pause = button(tr("Pause"));
    m_cancel = button(tr("Cancel the rest"));
    m_retry = button(tr("Retry failed"));
    m_rest = button(tr("Send the rest"));
    m_export = button(tr("&Export results…"));
    m_export->setToolTip(tr("A table of what was sent and what came back, as CSV"));
    m_hide = button(tr("Cancel"));
    footer()->addLeft(m_pause);
    footer()->addLeft(m_retry);
    footer()->addLeft(m_rest);
    footer()->addLeft(m_export);
    footer()->addRight(m_hide);
    footer()->addRight(m_cancel);
    footer()->addRight(m_start);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 26);
}

QWidget *ResendDialog::buildSetUp()
{
    auto *page = new QWidget;
    m_which = new QComboBox;
    m_target = new TargetBar(m_settings);
    m_signing = new QComboBox; // in the order of resend::Signing
    m_signing->addItems({tr("As received, byte for byte"), tr("Signed again, now"),
                         tr("Signed again, stale"), tr("Signed again, in the future"),
                         tr("Wrong signature"), tr("No signature")});
    m_pace = new PaceBox;
    const SendingSettings usual = loadSending(m_settings);
    m_pace->setPace(usual.pace, usual.rate);
    m_atOnce = new QSpinBox;
    m_atOnce->setRange(1, mostSentAtOnce);
    m_atOnce->setValue(usual.atOnce);
    m_order = new QComboBox;
    m_order->addItems({tr("Oldest first"), tr("Newest first")});
    m_stops = new QCheckBox(tr("&Stop at the first failure"));
    m_note = new NoteBox;
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rejected = mutedLabel({});
    form->addRow(tr("&Webhooks"), m_which);
    form->addRow(QString(), m_rejected);
    form->addRow(tr("Target"), m_target);
    form->addRow(tr("S&ignature"), m_signing);
    form->addRow(tr("&Pace"), m_pace);
    form->addRow(tr("At a &time"), m_atOnce);
    form->addRow(tr("&Order"), m_order);
    form->addRow(QString(), m_stops);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form);
    column->addWidget(m_note);
    column->addStretch(1);
    return page;
}

QWidget *ResendDialog::buildProgress()
{
    auto *page = new QWidget;
    m_heading = new QLabel;
    keepScaledFont(m_heading, 1.0, QFont::Bold);
    m_left = new ElidedLabel;
    m_left->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_left->setForegroundRole(QPalette::PlaceholderText);
    auto *head = new QHBoxLayout;
    head->addWidget(m_heading, 1);
    head->addWidget(m_left, 1);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_facts = new QLabel;
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_rows = new ResendRows;
    m_counts = new QLabel;
    m_unsaved = new NoteBox;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addWidget(m_facts);
    column->addWidget(m_rows, 1);
    column->addWidget(m_counts);
    column->addWidget(m_unsaved);
    return page;
}

} // namespace ui
