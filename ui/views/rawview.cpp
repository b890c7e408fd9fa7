// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/rawview.h"

#include "core/bytesize.h"
#include "formats/rawhttp.h"
#include "json/utf8.h"
#include "ui/icons.h"
#include "ui/shownbytes.h"
#include "ui/views/codeview.h"
#include "ui/views/elidedlabel.h"
#include "ui/views/noteline.h"
#include "ui/views/panel.h"
#include "ui/views/savebytes.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

namespace
{

constexpr qsizetype copyLimit = 8 * 1024 * 1024;

QByteArray headOf(const http::Request &request)
{
    if (!request.head.isEmpty())
        return request.head;
    http::Request bare = request;
    bare.body.clear();
    return formats::writeRawHttp(bare);
}

QStringList notesOn(const http::Request &request)
{
    QStringList notes;
    if (request.head.isEmpty())
        notes += RawView::tr("Only the headers are known; the head is put together from them.");
    if (request.framing == http::Framing::Chunked)
        notes += RawView::tr("The body came in chunks and is shown joined.");
    if (request.body.size() > RawView::shownBody)
        notes += RawView::tr("The first %1 of %2 of body are shown. Save writes all of it.")
                     .arg(core::byteSize(RawView::shownBody), core::byteSize(request.body.size()));
    return notes;
}

} // namespace

RawView::RawView(QWidget *parent)
    : QWidget(parent)
    , m_notes(new NoteLine(this))
    , m_code(new CodeView(this))
{
    m_code->setAccessibleName(tr("Raw request"));
    setFocusProxy(m_code);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notes);
    column->addWidget(m_code, 1);
    column->addWidget(buildFoot());
}

QWidget *RawView::buildFoot()
{
    auto *foot = new Panel(Panel::Ground::Window, Qt::TopEdge, this);
    m_summary = new ElidedLabel(foot);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    auto *copy = new QPushButton(icon(u"copy"_s), tr("Copy"), foot);
    auto *save = new QPushButton(icon(u"save"_s), tr("Save…"), foot);
    copy->setAccessibleName(tr("Copy the raw request"));
    save->setAccessibleName(tr("Save the raw request"));
    connect(copy, &QPushButton::clicked, this, &RawView::copyAll);
    connect(save, &QPushButton::clicked, this, &RawView::saveAll);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(12, 6, 10, 6);
    row->setSpacing(8);
    row->addWidget(m_summary, 1);
    row->addWidget(copy);
    row->addWidget(save);
    return foot;
}

void RawView::showRequest(const http::Request &request)
{
    m_head = headOf(request);
    m_body = request.body;
    m_notes->setNotes(notesOn(request));
    m_code->setCode(
        codeText(shownLines(m_head) + shownLines(json::wholeBeginning(m_body, shownBody))));
    m_summary->setFullText(
        tr("Head %1 · body %2").arg(core::byteSize(m_head.size()), core::byteSize(m_body.size())));
}

void RawView::clear()
{
    m_head.clear();
    m_body.clear();
    m_notes->setNotes({});
    m_code->setCode({});
    m_summary->setFullText({});
}

QByteArray RawView::bytes() const { return m_head + m_body; }

void RawView::copyAll()
{
    if (m_head.size() + m_body.size() > copyLimit)
        return message(tr("Cannot copy more than 8 MB. Save the request instead."));
    QGuiApplication::clipboard()->setText(QString::fromUtf8(bytes()));
    Q_EMIT message(json::countBadUtf8(bytes()) == 0
                       ? tr("The raw request was copied.")
                       : tr("The raw request was copied as text. It is not all UTF-8; save it to "
                            "keep its bytes."));
}

void RawView::saveAll()
{
    if (const auto told = saveBytes(this, bytes(), tr("request.http")))
        Q_EMIT saveEnded(*told);
}

} // namespace ui
