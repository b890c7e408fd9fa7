// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/urlbox.h"

#include "ui/icons.h"
#include "ui/views/codefont.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

UrlBox::UrlBox(QWidget *parent)
    : QFrame(parent)
    , m_lock(new QLabel(this))
    , m_text(new QLineEdit(this))
    , m_copy(new QToolButton(this))
{
    m_text->setReadOnly(true);
    m_text->setFrame(false);
    m_text->setFocusPolicy(Qt::ClickFocus);
    m_text->setContextMenuPolicy(Qt::NoContextMenu);
    m_text->setAccessibleName(tr("Address to give to senders"));
    m_copy->setText(tr("Copy URL"));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setAutoRaise(true);
    m_copy->setIcon(icon(u"copy"_s, &Tokens::accent));
    m_copy->setIconSize({16, 16});
    connect(m_copy, &QToolButton::clicked, this, &UrlBox::copy);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(9, 1, 2, 1);
    row->setSpacing(4);
    row->addWidget(m_lock);
    row->addWidget(m_text, 1);
    row->addWidget(m_copy);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setUrls({});
}

QString UrlBox::url() const { return m_urls.value(0); }

void UrlBox::setUrls(const QStringList &urls)
{
    m_urls = urls;
    m_copy->setEnabled(!urls.isEmpty());
    m_text->setText(urls.isEmpty() ? tr("Not listening") : url());
    m_text->setCursorPosition(0);
    m_text->setToolTip(urls.join(u'\n'));
    fit();
}

void UrlBox::fit()
{
    const Tokens &look = tokens(palette());
    const bool secure = url().startsWith("https:"_L1);
    m_lock->setVisible(secure);
    m_lock->setPixmap(icon(u"lock"_s, &Tokens::verified).pixmap({18, 18}, devicePixelRatioF()));
    m_lock->setToolTip(tr("Encrypted with TLS"));
    m_text->setFont(m_urls.isEmpty() ? font() : codeFont(*this));
    m_text->setMinimumWidth(m_text->fontMetrics().horizontalAdvance(m_text->text()) + 12);
    QPalette inner = palette();
    inner.setColor(QPalette::Base, Qt::transparent);
    inner.setColor(QPalette::Text, m_urls.isEmpty() ? look.muted : look.text);
    m_text->setPalette(inner);
    inner.setColor(QPalette::ButtonText, look.accent);
    inner.setColor(QPalette::Disabled, QPalette::ButtonText,
                   palette().color(QPalette::Disabled, QPalette::ButtonText));
    m_copy->setPalette(inner);
}

void UrlBox::copy()
{
    if (m_urls.isEmpty())
        return;
    copyText(url());
}

void UrlBox::copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT copied(text);
}

void UrlBox::paintEvent(QPaintEvent *)
{
    const Tokens &look = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look.border);
    painter.setBrush(look.dark ? look.button : look.alternate);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.fillRect(m_copy->x() - 3, 6, 1, height() - 12, look.line);
}

void UrlBox::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        fit();
}

void UrlBox::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    for (const QString &address : std::as_const(m_urls))
        menu.addAction(tr("Copy %1").arg(address), this, [this, address] { copyText(address); });
    menu.addAction(tr("Copy &test command"), this, &UrlBox::testCommandWanted)
        ->setEnabled(!m_urls.isEmpty());
    menu.addSeparator();
    menu.addAction(tr("&Listener settings…"), this, &UrlBox::settingsWanted);
    menu.exec(event->globalPos());
}

} // namespace ui
