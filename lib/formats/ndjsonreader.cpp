// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/ndjsonreader.h"

#include <QCoreApplication>

namespace formats
{

namespace
{

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype slice = 64 * 1024; // of a line, read at once
constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

QString tr(const char *text) { return QCoreApplication::translate("formats::Ndjson", text); }

core::Error refusal(qint64 number, const QString &why)
{
    return {core::ErrorKind::Damaged, tr("Cannot read line %1.").arg(number), why};
}

// Of a longer line than there may be only a little more than that; null at the end.
QByteArray nextLine(QIODevice &device)
{
    QByteArray line;
    for (;;) {
        const QByteArray piece = device.readLine(slice);
        if (line.size() <= longestLine)
            line += piece;
        if (piece.isEmpty() || piece.endsWith('\n'))
            return line;
    }
}

} // namespace

core::Result<Entry> readNdjsonLine(const QByteArray &line, qint64 number)
{
    auto parsed = json::Document::parse(line);
    if (auto *error = std::get_if<json::SyntaxError>(&parsed)) {
        error->line = number;
        return refusal(number, tr("It is no JSON (%1).").arg(json::describe(*error)));
    }
    const auto &document = std::get<json::Document>(parsed);
    if (document.kind(0) != json::Kind::Object)
        return refusal(number, tr("It is no object."));
    QString fault;
    Entry read = readEntry(document, 0, fault);
    if (!fault.isEmpty())
        return refusal(number, fault);
    return read;
}

std::optional<NumberedEntry> NdjsonLines::next()
{
    for (;;) {
        QByteArray text = nextLine(m_device);
        if (text.isEmpty())
            return {};
        if (++m_number == 1 && text.startsWith(byteOrderMark))
            text.remove(0, byteOrderMark.size());
        if (QByteArrayView(text).trimmed().isEmpty())
            continue;
        if (text.size() > longestLine)
            return numbered(m_number, refusal(m_number, tr("It is longer than 256 MB.")));
        return numbered(m_number, readNdjsonLine(text, m_number));
    }
}

} // namespace formats
