// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/publicaddress.h"

#include "ui/dialogs/notebox.h"
#include "ui/views/codefont.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

PublicAddress::PublicAddress(inspector::Inspector &inspector, QWidget *parent)
    : QWidget(parent)
    , m_check(inspector)
    , m_edit(new QLineEdit)
    , m_button(new QPushButton(tr("Check")))
    , m_finding(new NoteBox(this))
{
    m_edit->setObjectName(u"publicUrl"_s);
    m_edit->setFont(codeFont(*m_edit));
    m_edit->setPlaceholderText(u"https://hooks.example.com/smile"_s);
    m_edit->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_edit->setAccessibleName(tr("Public address"));
    m_edit->setMaxLength(2048);
    m_button->setAutoDefault(false);
    m_button->setToolTip(tr("Sends one request to this address and says where it arrived"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_button);
    connect(m_edit, &QLineEdit::textChanged, this, &PublicAddress::follow);
    connect(m_edit, &QLineEdit::returnPressed, this, &PublicAddress::check);
    connect(m_button, &QPushButton::clicked, this, &PublicAddress::check);
    connect(&m_check, &PublicCheck::finished, this, &PublicAddress::show);
    follow();
}

QUrl PublicAddress::url() const { return publicUrl(m_edit->text()); }

void PublicAddress::follow()
{
    m_check.cancel();
    m_reached = false;
    m_button->setText(tr("Check"));
    m_button->setEnabled(url().isValid());
    const QString text = m_edit->text().trimmed();
    const bool begun = text.endsWith("://"_L1); // the rest is about to be typed
    if (url().isValid() || text.isEmpty() || begun)
        m_finding->clear();
    else
        m_finding->setNote(NoteBox::Kind::Warning, {}, publicUrlProblem(text));
    Q_EMIT changed();
}

void PublicAddress::check()
{
    if (m_check.running()) {
        follow();
        return;
    }
    const auto problem = publicUrlProblem(m_edit->text());
    if (!url().isValid()) {
        if (!problem.isEmpty())
            m_finding->setNote(NoteBox::Kind::Warning, {}, problem);
        return;
    }
    m_button->setText(tr("Cancel"));
    m_finding->setNote(NoteBox::Kind::Info, {}, tr("Sending one request to %1…").arg(url().host()));
    m_check.start(url());
}

void PublicAddress::show(PublicCheck::Finding finding, const QString &sentence)
{
    m_button->setText(tr("Check"));
    m_reached = finding == PublicCheck::Finding::Reached;
    const auto problem = publicUrlProblem(m_edit->text());
    const auto kind = !m_reached ? NoteBox::Kind::Bad
        : problem.isEmpty()      ? NoteBox::Kind::Good
                                 : NoteBox::Kind::Warning;
    m_finding->setNote(kind, sentence, problem);
    Q_EMIT changed();
}

} // namespace ui
