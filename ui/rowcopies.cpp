// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/rowcopies.h"

#include "formats/curl.h"
#include "formats/rawhttp.h"

#include <QAbstractItemModel>
#include <QHeaderView>
#include <QStringDecoder>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QByteArray headersOf(const http::Request &request)
{
    QByteArray lines;
    for (const http::Field &field : request.fields)
        lines += field.name + ": " + field.value + '\n';
    return lines;
}

std::unique_ptr<QMimeData> bytesAndText(const QByteArray &bytes)
{
    auto data = std::make_unique<QMimeData>();
    QStringDecoder decoder(QStringDecoder::Utf8);
    data->setText(decoder(bytes));
    if (decoder.hasError())
        data->setData(u"application/octet-stream"_s, bytes);
    return data;
}

} // namespace

std::unique_ptr<QMimeData> copyOf(const capture::Delivery &delivery, CopyPart part,
                                  const QByteArray &origin, const QString &authorityFile)
{
    switch (part) {
    case CopyPart::Body:
        return bytesAndText(delivery.request.body);
    case CopyPart::Headers:
        return bytesAndText(headersOf(delivery.request));
    case CopyPart::RawRequest:
        return bytesAndText(formats::writeRawHttp(delivery.request));
    case CopyPart::Curl:
        return bytesAndText(formats::curlCommand(
            delivery.request, {.origin = origin, .authorityFile = authorityFile}));
    }
    return {};
}

QString testCommand(const QByteArray &origin, const QString &authorityFile)
{
    http::Request request;
    request.method = "POST";
    request.target = "/";
    request.fields = {{"Content-Type", "application/json"}};
    request.body = R"({"topic":"ping"})";
    return QString::fromUtf8(
        formats::curlCommand(request, {.origin = origin, .authorityFile = authorityFile}));
}

QString copyOf(const QAbstractItemModel &model, const QHeaderView &columns, const QList<int> &rows)
{
    QStringList lines;
    for (const int row : rows) {
        QStringList cells;
        for (int place = 0; place < columns.count(); ++place) {
            const int column = columns.logicalIndex(place);
            if (columns.isSectionHidden(column))
                continue;
            // A mark has no text; what is said of it would.
            const QString text = model.index(row, column).data().toString();
            if (!text.isEmpty() || column != 0)
                cells.append(text);
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

} // namespace ui
