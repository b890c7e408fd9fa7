// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/owncodeview.h"

#include "ui/views/codefont.h"
#include "ui/views/diagnosisview.h"
#include "ui/views/factlabel.h"
#include "ui/views/sectionlabel.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui
{

OwnCodeView::OwnCodeView(QWidget *parent)
    : QWidget(parent)
    , m_value(new QLineEdit(this))
    , m_diagnosis(new DiagnosisView(signature::Origin::OwnCode, this))
{
    auto *title = new SectionLabel(tr("My code computed…"), this);
    title->setBuddy(m_value);
    QLabel *what = mutedLabel(this);
    what->setText(tr("Paste the value that your own code prints for this webhook, and see which "
                     "mistake gives it."));
    m_value->setAccessibleName(tr("Value that my code computed"));
    m_value->setPlaceholderText(tr("Value that my code computed"));
    m_value->setClearButtonEnabled(true);
    keepCodeFont(m_value);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(title);
    column->addWidget(what);
    column->addWidget(m_value);
    column->addWidget(m_diagnosis);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &OwnCodeView::ask);
    connect(m_value, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_value, &QLineEdit::returnPressed, this, &OwnCodeView::ask);
}

void OwnCodeView::setQuestion(const signature::Question &question)
{
    m_question = question;
    m_question.origin = signature::Origin::OwnCode;
    ask();
}

void OwnCodeView::clear()
{
    m_question = {}; // holds secrets
    m_value->clear();
    m_pause.stop();
    m_diagnosis->clear();
}

void OwnCodeView::ask()
{
    m_pause.stop();
    m_question.computed = m_value->text().trimmed().toUtf8();
    if (m_question.computed.isEmpty())
        m_diagnosis->clear();
    else
        m_diagnosis->ask(m_question, false);
}

} // namespace ui
