// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/placeedit.h"

#include "ui/views/codefont.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace ui
{

using signature::Source;

static QString sourceText(Source source)
{
    switch (source) {
    case Source::Header:
        return PlaceEdit::tr("Header");
    case Source::NumberedHeader:
        return PlaceEdit::tr("Headers with a number");
    case Source::SignatureField:
        return PlaceEdit::tr("Beside the signature");
    case Source::Query:
        return PlaceEdit::tr("Query parameter");
    case Source::Form:
        return PlaceEdit::tr("Form field");
    case Source::Json:
        return PlaceEdit::tr("Value in the JSON body");
    default:
        return QString::fromUtf8(signature::text({source, "…"}));
    }
}

static QString exampleOf(Source source)
{
    switch (source) {
    case Source::Header:
        return QStringLiteral("X-Acme-Signature");
    case Source::NumberedHeader:
        return QStringLiteral("X-Signature-{n}");
    case Source::SignatureField:
        return QStringLiteral("t");
    case Source::Json:
        return QStringLiteral("/event/type");
    default:
        return QStringLiteral("sign");
    }
}

PlaceEdit::PlaceEdit(const QString &name, const QList<Source> &sources, bool mayBeNone,
                     QWidget *parent)
    : QWidget(parent)
    , m_source(new QComboBox)
    , m_name(new QLineEdit)
{
    if (mayBeNone)
        m_source->addItem(tr("Nowhere"), -1);
    for (const Source source : sources)
        m_source->addItem(sourceText(source), int(source));
    m_source->setAccessibleName(tr("%1: where").arg(name));
    m_name->setAccessibleName(tr("%1: name").arg(name));
    m_name->setFont(codeFont(*m_name));
    setFocusProxy(m_source);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_source);
    row->addWidget(m_name, 1);
    connect(m_source, &QComboBox::currentIndexChanged, this, &PlaceEdit::showName);
    connect(m_source, &QComboBox::currentIndexChanged, this, &PlaceEdit::edited);
    connect(m_name, &QLineEdit::textChanged, this, &PlaceEdit::edited);
    showName();
}

void PlaceEdit::showName()
{
    const int source = m_source->currentData().toInt();
    m_name->setEnabled(source >= 0);
    m_name->setPlaceholderText(source < 0 ? QString() : exampleOf(Source(source)));
}

void PlaceEdit::setPlaces(const signature::Places &places)
{
    const QSignalBlocker blocker(this);
    const int source = places.isEmpty() ? -1 : int(places.first().source);
    if (m_source->findData(source) < 0) // of a scheme that was written by hand
        m_source->addItem(sourceText(Source(source)), source);
    m_source->setCurrentIndex(m_source->findData(source));
    m_name->setText(places.isEmpty() ? QString() : QString::fromUtf8(places.first().name));
    m_further = places.mid(1);
}

signature::Places PlaceEdit::places() const
{
    const int source = m_source->currentData().toInt();
    const QByteArray name = m_name->text().trimmed().toUtf8();
    if (source < 0 || name.isEmpty())
        return {};
    return signature::Places{{Source(source), name}} + m_further;
}

bool PlaceEdit::isIncomplete() const
{
    return m_source->currentData().toInt() >= 0 && m_name->text().trimmed().isEmpty();
}

} // namespace ui
