// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/templatechips.h"

#include "signature/messagetemplate.h"

#include <QCoreApplication>

#include <algorithm>

namespace models
{

using namespace Qt::Literals::StringLiterals;
using signature::Source;

static QString tr(const char *text) { return QCoreApplication::translate("models::Chips", text); }

// Where the piece that begins at `from` ends.
static qsizetype endOfPiece(const QByteArray &text, qsizetype from)
{
    const bool group = text.indexOf("[[", from) == from;
    const QByteArray close = group ? "]]" : "}";
    if (group || text[from] == '{') {
        const qsizetype end = text.indexOf(close, from);
        return end < 0 ? text.size() : end + close.size();
    }
    const qsizetype source = text.indexOf('{', from + 1);
    const qsizetype next = text.indexOf("[[", from + 1);
    const qsizetype end = source < 0 ? next : next < 0 ? source : std::min(source, next);
    return end < 0 ? text.size() : end;
}

QByteArrayList chipsOf(const QByteArray &message)
{
    QByteArrayList pieces;
    for (qsizetype at = 0; at < message.size();) {
        const qsizetype end = endOfPiece(message, at);
        pieces.append(message.sliced(at, end - at));
        at = end;
    }
    return pieces;
}

static QString sourceText(const signature::Place &place)
{
    const QString name = QString::fromUtf8(place.name);
    switch (place.source) {
    case Source::Literal:
        return u"“%1”"_s.arg(QString(name).replace(u'\n', u'␊').replace(u' ', u'␣'));
    case Source::Body:
        return tr("Body");
    case Source::Timestamp:
        return tr("Timestamp");
    case Source::Header:
        return tr("Header %1").arg(name);
    case Source::Method:
        return tr("Method");
    case Source::Url:
        return tr("URL");
    case Source::Path:
        return tr("Path");
    case Source::Query:
        return tr("Query %1").arg(name);
    case Source::Form:
        return tr("Form field %1").arg(name);
    case Source::FormSorted:
        return tr("Form fields, sorted");
    case Source::Json:
        return tr("Body value %1").arg(name);
    case Source::SignatureField:
        return tr("Beside the signature: %1").arg(name);
    case Source::Secret:
        return tr("Secret");
    default:
        return QString::fromUtf8(signature::text(place));
    }
}

QString chipText(const QByteArray &piece)
{
    const auto read = signature::parseTemplate(piece);
    if (!read || read->segments.isEmpty())
        return QString::fromUtf8(piece);
    QStringList texts;
    for (const signature::Segment &segment : read->segments) {
        QString text = sourceText(segment.place);
        for (const signature::Filter filter : segment.filters)
            text += u" · "_s + QString::fromUtf8(signature::word(filter));
        texts.append(text);
    }
    const QString all = texts.join(u' ');
    return read->segments.first().group < 0 ? all : tr("If there: %1").arg(all);
}

} // namespace models
