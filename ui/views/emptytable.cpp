// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/emptytable.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QPushButton>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

// A part may be as long as somebody likes.
static QString shortened(const QString &text)
{
    constexpr qsizetype longest = 40;
    return text.size() > longest ? text.first(longest - 1) + u'…' : text;
}

EmptyTable::EmptyTable(QAbstractItemView &view)
    : MessagePage(view.viewport())
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    view.viewport()->installEventFilter(this);
    hide();
}

void EmptyTable::show(Why why, const QString &url, qint64 hidden,
                      const QList<models::PartCount> &parts)
{
    if (why == m_why && url == m_url && hidden == m_hidden && parts == m_parts)
        return;
    m_why = why;
    m_url = url;
    m_hidden = hidden;
    m_parts = parts;
    fill();
    setVisible(why != Why::HasRows);
    setGeometry(parentWidget()->rect());
}

void EmptyTable::fill()
{
    switch (m_why) {
    case Why::HasRows:
        break;
    case Why::Loading:
        setMessage(u"waiting"_s, tr("Reading the store"));
        break;
    case Why::NoStore:
        setMessage(u"store"_s, tr("No store is open"), tr("Nothing can be received without one."));
        connect(addButton(tr("Open store…")), &QPushButton::clicked, this, &EmptyTable::openWanted);
        connect(addButton(tr("New store…")), &QPushButton::clicked, this, &EmptyTable::newWanted);
        break;
    case Why::ReadOnly:
        setMessage(u"store"_s, tr("This store has no webhooks"), tr("It is open read-only."));
        connect(addButton(tr("Open another…")), &QPushButton::clicked, this,
                &EmptyTable::openWanted);
        break;
    case Why::NotListening:
        setMessage(u"antenna-off"_s, tr("Not listening"), tr("Captured webhooks stay available."));
        connect(addButton(tr("Start listening")), &QPushButton::clicked, this,
                &EmptyTable::listenWanted);
        connect(addButton(tr("Open store…")), &QPushButton::clicked, this, &EmptyTable::openWanted);
        break;
    case Why::Waiting:
        setMessage(u"antenna"_s, tr("Waiting for webhooks"), tr("Listening on %1").arg(m_url));
        connect(addButton(tr("Copy URL")), &QPushButton::clicked, this, &EmptyTable::copyUrlWanted);
        connect(addButton(tr("Send a test ping")), &QPushButton::clicked, this,
                &EmptyTable::pingWanted);
        connect(addButton(tr("Set-up steps")), &QPushButton::clicked, this,
                &EmptyTable::setUpWanted);
        break;
    case Why::Searching:
        setMessage(u"search"_s, tr("Searching"),
                   tr("Headers and bodies are being read; matches appear as they are found."));
        break;
    case Why::Filtered:
        fillFiltered();
        break;
    }
}

// What each part of the filter would match alone tells which one hides the rest.
void EmptyTable::fillFiltered()
{
    QStringList sentences{m_hidden == 1 ? tr("1 webhook is hidden.")
                                        : tr("%L1 webhooks are hidden.").arg(m_hidden)};
    const bool several = m_parts.size() > 1;
    QStringList alone;
    for (const models::PartCount &part : std::as_const(m_parts))
        alone += part.rows ? tr("“%1” alone matches %L2").arg(shortened(part.text)).arg(*part.rows)
                           : tr("“%1” alone is being counted").arg(shortened(part.text));
    if (several)
        sentences += tr("%1.", "the parts of a filter").arg(alone.join(u"; "_s));
    setMessage(u"filter-off"_s, tr("No webhook matches this filter"), sentences.join(u' '));
    connect(addButton(tr("Clear filter")), &QPushButton::clicked, this,
            &EmptyTable::clearFilterWanted);
    for (const models::PartCount &part : std::as_const(m_parts)) {
        if (!several || part.rows.value_or(0) == 0)
            continue;
        connect(addButton(tr("Keep only “%1”").arg(shortened(part.text).replace(u'&', "&&"_L1))),
                &QPushButton::clicked, this,
                [this, text = part.text] { Q_EMIT keepOnlyWanted(text); });
    }
}

bool EmptyTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return MessagePage::eventFilter(watched, event);
}

void EmptyTable::changeEvent(QEvent *event)
{
    MessagePage::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_why != Why::HasRows)
        fill();
}

} // namespace ui
