// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/conformancegrid.h"
#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/listenertest.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/playdialog.h"
#include "ui/dialogs/secretedit.h"
#include "ui/resend/bodyeditor.h"
#include "ui/resend/targetbar.h"
#include "ui/views/answerview.h"
#include "ui/views/detailtabs.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

static constexpr int leastLines = 9; // of the body

void PlayDialog::build()
{
    content()->addWidget(
        wrappedLabel(tr("Sends your own receiver one webhook, or good and bad ones in turn, to see "
                        "which of them it takes.")));
    buildForm();
    content()->addWidget(m_note);
    m_pages->addTab(sendingPage(), tr("One webhook"));
    m_pages->addTab(casesPage(), tr("All cases"));
    m_pages->setAccessibleName(tr("What is sent"));
    content()->addWidget(m_pages, 1);
    buildFooter();
    resize(fontMetrics().height() * 48, fontMetrics().height() * 30);
}

void PlayDialog::buildForm()
{
    m_signing->addItem(tr("Signed now"), int(signature::Signing::Now));
    m_signing->addItem(tr("Too old"), int(signature::Signing::Stale));
    m_signing->addItem(tr("From the future"), int(signature::Signing::Future));
    m_signing->addItem(tr("Wrong secret"), int(signature::Signing::Wrong));
    m_signing->addItem(tr("No signature"), int(signature::Signing::None));
    auto *grid = new QGridLayout;
    const auto add = [grid](const QString &text, QWidget *field, int row, int column, int span) {
        auto *label = new QLabel(text);
        label->setBuddy(field);
        grid->addWidget(label, row, column, Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(field, row, column + 1, 1, span);
    };
    add(tr("&Target"), m_target, 0, 0, 3);
    grid->addWidget(m_target->newNote(TargetNote::Room::AsNeeded, this), 1, 1, 1, 3);
    add(tr("S&cheme"), m_scheme, 2, 0, 1);
    add(tr("Sign&ed with"), m_secret, 2, 2, 1);
    m_paste->setPlaceholderText(tr("The one that your receiver checks with; it is not kept"));
    m_paste->setAccessibleName(tr("Secret to sign with"));
    m_pasteLabel->setBuddy(m_paste);
    grid->addWidget(m_pasteLabel, 3, 0, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_paste, 3, 1, 1, 3);
    grid->addWidget(m_unplayable, 4, 1, 1, 3);
    add(tr("Te&mplate"), m_template, 5, 0, 3);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    for (auto *box : {m_scheme, m_secret, m_template})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    content()->addLayout(grid);
}

// What is shown, above the row of what can be done with it.
static QWidget *pageOf(QWidget *shown, QHBoxLayout *row)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 9, 0, 0);
    column->addWidget(shown, 1);
    column->addLayout(row);
    return page;
}

QWidget *PlayDialog::sendingPage()
{
    m_retries->addItem(tr("Once"), 0);
    m_retries->addItem(tr("Until taken, like Smile"), 1);
    m_retries->addItem(tr("Until taken, a minute in a second"), 60);
    m_retries->addItem(tr("Until taken, an hour in a second"), 3600);
    m_retries->setAccessibleName(tr("Tries"));
    m_retries->setToolTip(tr("Each time waiting twice as long, for 24 hours, until it is answered "
                             "2xx"));
    m_body->setAccessibleName(tr("Body"));
    m_body->setFrameShape(QFrame::StyledPanel); // beside nothing else that would be its edge
    m_signing->setAccessibleName(tr("Signing"));
    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    // It takes what the window leaves; of its own it would ask for more than a small screen has.
    split->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    split->setMinimumHeight(
        std::max(fontMetrics().height() * leastLines, m_answer->minimumSizeHint().height()));
    split->addWidget(m_body);
    split->addWidget(m_answer);
    split->setSizes({1000, 1000}); // Qt scales them: alike
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_signing);
    row->addWidget(m_retries);
    row->addWidget(m_send);
    row->addWidget(m_progress, 1);
    return pageOf(split, row);
}

QWidget *PlayDialog::casesPage()
{
    auto *row = new QHBoxLayout;
    row->addWidget(m_run);
    row->addWidget(m_save);
    row->addWidget(m_compare);
    m_compare->setToolTip(tr("Tells what was fixed and what got worse since an exported report"));
    row->addStretch(1);
    return pageOf(m_grid, row);
}

void PlayDialog::buildFooter()
{
    auto *close = new QPushButton(tr("Close"));
    m_test->setToolTip(tr("Sends a signed ping through the listener of this app"));
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    footer()->addLeft(m_test);
    footer()->addRight(close);
}

} // namespace ui
