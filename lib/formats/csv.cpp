// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "formats/csv.h"

#include "core/clock.h"
#include "formats/bytesjson.h"
#include "signature/digesttext.h"

#include <QCoreApplication>

#include <algorithm>

namespace formats
{

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("formats::Csv", text); }

QByteArray line(const QByteArrayList &cells, const CsvColumns &columns)
{
    QByteArrayList chosen;
    for (const qsizetype column : columns)
        chosen.append(cells[column]);
    return (columns.isEmpty() ? cells : chosen).join(',') + "\r\n";
}

bool isPlainText(QByteArrayView body)
{
    return json::isUtf8(body) && std::all_of(body.begin(), body.end(), [](char c) {
               return (uchar(c) >= 0x20 && c != 0x7F) || c == '\n' || c == '\r' || c == '\t';
           });
}

// What may stand in front of a formula without keeping it from being one.
qsizetype leading(QByteArrayView text)
{
    qsizetype at = 0;
    while (at < text.size()) {
        if (text.sliced(at).startsWith("\xEF\xBB\xBF"))
            at += 3;
        else if (uchar(text[at]) <= 0x20)
            ++at;
        else
            break;
    }
    return at;
}

// = + - @ and their full-width forms, a tab or a line end (OWASP, "CSV Injection").
bool mayBeFormula(QByteArrayView text)
{
    if (text.startsWith('\'') || text.startsWith('\t') || text.startsWith('\r')
        || text.startsWith('\n'))
        return true;
    const QByteArrayView first = text.sliced(leading(text));
    for (const QByteArrayView sign :
         {"=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"}) {
        if (first.startsWith(sign))
            return true;
    }
    return false;
}

// Control characters have no place in a cell; they are spelled as in JSON.
QByteArray withoutControls(const QByteArray &text)
{
    QByteArray out;
    for (const char c : text) {
        const bool control = (uchar(c) < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F;
        out += control ? "\\u00" + QByteArray(1, c).toHex() : QByteArray(1, c);
    }
    return out;
}

QByteArray text(const QString &value) { return csvCell(value.toUtf8()); }

// Bytes that are no UTF-8 are percent-encoded.
QByteArray shown(const QByteArray &bytes)
{
    if (json::isUtf8(bytes))
        return csvCell(bytes);
    QByteArray out;
    for (const char c : bytes)
        out += uchar(c) < 0x80 ? QByteArray(1, c) : '%' + QByteArray(1, c).toHex().toUpper();
    return csvCell(out);
}

QByteArray headers(const http::Request &request)
{
    json::Writer writer;
    writeFields(writer, request.fields);
    return csvCell(writer.take());
}

QByteArray peer(const capture::Peer &peer)
{
    return peer.address.isEmpty() ? QByteArray()
                                  : text(peer.address) + ':' + QByteArray::number(peer.port);
}

} // namespace

QByteArray csvCell(const QByteArray &cell)
{
    const QByteArray safe = mayBeFormula(cell) ? '\'' + cell : cell;
    const QByteArray spelled = withoutControls(safe);
    const bool plain = std::all_of(spelled.begin(), spelled.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || QByteArrayView("-_./:").contains(c);
    });
    return plain ? spelled : '"' + QByteArray(spelled).replace('"', "\"\"") + '"';
}

const QByteArrayList &csvNames()
{
    static const QByteArrayList names{"id",
                                      "received_at",
                                      "endpoint",
                                      "peer",
                                      "method",
                                      "target",
                                      "topic",
                                      "account",
                                      "event_id",
                                      "scheme",
                                      "signature",
                                      "freshness",
                                      "age_seconds",
                                      "secret",
                                      "judged_signature",
                                      "judged_freshness",
                                      "status",
                                      "latency_us",
                                      "headers",
                                      "body_size",
                                      "body_sha256",
                                      "body",
                                      "body_base64",
                                      "mark",
                                      "note",
                                      "reason",
                                      "detail"};
    return names;
}

core::Result<CsvColumns> readCsvColumns(const QString &names)
{
    CsvColumns columns;
    for (const QString &part : names.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype column = csvNames().indexOf(part.trimmed().toUtf8());
        if (column < 0)
            return core::Error{core::ErrorKind::Usage,
                               tr("There is no column “%1”.").arg(part.trimmed()),
                               tr("There are %1.").arg(QString::fromLatin1(csvNames().join(", ")))};
        columns.append(column);
    }
    return columns;
}

QByteArray csvHeader(const CsvColumns &columns) { return line(csvNames(), columns); }

QByteArray csvRow(const capture::Record &record, const CsvColumns &columns)
{
    const capture::Delivery &delivery = *record.delivery;
    const http::Request &request = delivery.request;
    const signature::Verdict &verdict = delivery.verdict;
    const bool plain = isPlainText(request.body);
    const auto number
        = [](std::optional<qint64> value) { return value ? QByteArray::number(*value) : ""; };
    using Number = std::optional<qint64>;
    const bool answered = record.answer && record.answer->status != 0;
    return line({number(delivery.id > 0 ? Number(delivery.id) : Number()),
                 core::isoTime(delivery.receivedAt).toLatin1(),
                 text(delivery.endpoint),
                 peer(delivery.peer),
                 shown(request.method),
                 shown(request.target),
                 text(delivery.event.topic),
                 text(delivery.event.account),
                 text(delivery.event.id),
                 text(verdict.scheme),
                 text(signature::word(verdict.signature)),
                 text(signature::word(verdict.freshness)),
                 number(verdict.ageSeconds),
                 text(verdict.secret),
                 record.judged ? text(signature::word(record.judged->signature)) : QByteArray(),
                 record.judged ? text(signature::word(record.judged->freshness)) : QByteArray(),
                 number(answered ? Number(record.answer->status) : Number()),
                 number(record.answer ? Number(record.answer->latency) : Number()),
                 headers(request),
                 QByteArray::number(request.body.size()),
                 signature::writeDigest(signature::digest(signature::Hash::Sha256, request.body),
                                        signature::Encoding::Hex),
                 plain ? csvCell(request.body) : QByteArray(),
                 plain ? QByteArray() : csvCell(request.body.toBase64()),
                 record.marked ? QByteArray("flag") : QByteArray(),
                 text(record.note),
                 {},
                 {}},
                columns);
}

QByteArray csvRow(const capture::Rejection &rejection, const CsvColumns &columns)
{
    QByteArrayList cells(csvNames().size());
    cells[0] = QByteArray::number(rejection.id);
    cells[1] = core::isoTime(rejection.receivedAt).toLatin1();
    cells[3] = peer(rejection.peer);
    cells[cells.size() - 2] = text(capture::word(rejection.reason));
    cells[cells.size() - 1] = text(rejection.detail);
    return line(cells, columns);
}

} // namespace formats
