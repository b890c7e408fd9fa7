// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/signedtextview.h"

#include "core/bytesize.h"
#include "signature/explanation.h"
#include "signature/schemetext.h"
#include "ui/icons.h"
#include "ui/shownbytes.h"
#include "ui/views/codeview.h"
#include "ui/views/factlabel.h"
#include "ui/views/panel.h"
#include "ui/views/sectionlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype copyLimit = 8 * 1024 * 1024;

// Line ends are part of what is signed: they are seen, and they end a line.
QString withSeenLineEnds(QByteArrayView bytes)
{
    QString text;
    qsizetype at = 0;
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', at)) {
        text += shownBytes(bytes.sliced(at, end - at)) + u"␊\n"_s;
        at = end + 1;
    }
    return text + shownBytes(bytes.sliced(at));
}

} // namespace

SignedTextView::SignedTextView(QWidget *parent)
    : QWidget(parent)
    , m_parts(mutedLabel(this))
    , m_box(new Panel(Panel::Ground::Base,
                      Qt::TopEdge | Qt::BottomEdge | Qt::LeftEdge | Qt::RightEdge, this))
    , m_code(new CodeView(m_box))
    , m_buttons(new QWidget(this))
{
    build();
}

void SignedTextView::build()
{
    auto *box = new QVBoxLayout(m_box);
    box->setContentsMargins(1, 1, 1, 1);
    box->addWidget(m_code);
    m_code->setMinimumHeight(fontMetrics().height() * 8);
    m_code->setAccessibleName(tr("Signed text"));
    auto *copyText = new QPushButton(icon(u"copy"_s), tr("Copy signed text"), m_buttons);
    connect(copyText, &QPushButton::clicked, this, &SignedTextView::copy);
    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->addWidget(copyText);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(new SectionLabel(tr("Signed text"), this));
    column->addWidget(m_parts);
    column->addWidget(m_box, 1);
    column->addWidget(m_buttons);
}

void SignedTextView::show(const CheckedSignature &checked)
{
    const bool isSigned = !signature::messageText(checked.scheme).isEmpty();
    setVisible(isSigned);
    m_text = checked.evidence.signedText;
    m_box->setVisible(!m_text.isEmpty());
    m_buttons->setVisible(!m_text.isEmpty());
    if (!isSigned)
        return;
    const QByteArrayView text = m_text;
    m_code->setCode(codeText(withSeenLineEnds(text.first(std::min(text.size(), mostShown)))));
    m_parts->setText(describe(checked));
}

QString SignedTextView::describe(const CheckedSignature &checked) const
{
    const QString recipe = shownText(signature::messageText(checked.scheme));
    if (!signature::hasSignedText(checked.evidence))
        return tr("It would be: %1. A part of it is missing.").arg(recipe);
    const QString parts
        = tr("%1: %2.").arg(tr("%1 bytes").arg(QLocale().toString(m_text.size())), recipe);
    if (m_text.isEmpty() && checked.delivery)
        return parts + u' '
            + signature::emptyTextSentence(checked.delivery->request, checked.scheme);
    return m_text.size() > mostShown
        ? tr("%1 The first %2 are shown.").arg(parts, core::byteSize(mostShown))
        : parts;
}

void SignedTextView::copy()
{
    if (m_text.size() > copyLimit)
        return message(tr("Cannot copy more than 8 MB. Save the body instead."));
    QGuiApplication::clipboard()->setText(QString::fromUtf8(m_text));
    Q_EMIT message(tr("The signed text was copied."));
}

} // namespace ui
