// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/refusalpage.h"

#include "ui/views/codefont.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui
{

RefusalPage::RefusalPage(QWidget *parent)
    : QWidget(parent)
    , m_why(new QLabel(this))
    , m_send(new QPushButton(tr("Send without checking, &once"), this))
    , m_details(new QPushButton(tr("&Details"), this))
    , m_copy(new QPushButton(tr("&Copy details"), this))
    , m_certificate(new QPlainTextEdit(this))
{
    auto *title = new QLabel(tr("The target's certificate is not trusted"), this);
    keepScaledFont(title, 1.0, QFont::DemiBold);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setWordWrap(true);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_send->setToolTip(tr("This one request. The next one is checked again."));
    m_details->setCheckable(true);
    m_certificate->setReadOnly(true);
    m_certificate->setTabChangesFocus(true);
    m_certificate->setFrameShape(QFrame::NoFrame);
    m_certificate->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_certificate->setAccessibleName(tr("What its certificate is"));
    keepCodeFont(m_certificate);
    for (auto *button : {m_send, m_details, m_copy})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_send);
    row->addWidget(m_details);
    row->addWidget(m_copy);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addWidget(title);
    column->addWidget(m_why);
    column->addLayout(row);
    column->addWidget(m_certificate, 1);
    column->addStretch(0);
    connect(m_send, &QPushButton::clicked, this, &RefusalPage::sendUncheckedWanted);
    connect(m_details, &QPushButton::toggled, this, &RefusalPage::unfold);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_certificate->toPlainText()); });
    unfold(false);
}

void RefusalPage::setRefusal(const QString &why, const QString &certificate)
{
    m_why->setText(why + u' ' + tr("Nothing was sent."));
    m_certificate->setPlainText(certificate);
    m_details->setChecked(false);
}

void RefusalPage::unfold(bool on)
{
    m_certificate->setVisible(on);
    m_copy->setVisible(on);
}

} // namespace ui
