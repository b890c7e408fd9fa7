// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/rowcopies.h"

#include "formats/curl.h"
#include "formats/fixture.h"
#include "formats/issuetext.h"
#include "formats/ndjson.h"
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

std::unique_ptr<QMimeData> curlOf(const CopySource &source, formats::Shell shell)
{
    return bytesAndText(formats::curlCommand(
        source.record.delivery->request,
        {.origin = source.origin, .authorityFile = source.authorityFile}, shell));
}

} // namespace

core::Result<std::unique_ptr<QMimeData>> copyOf(const CopySource &source, CopyPart part)
{
    const capture::Delivery &delivery = *source.record.delivery;
    switch (part) {
    case CopyPart::Body:
        return bytesAndText(delivery.request.body);
    case CopyPart::Headers:
        return bytesAndText(headersOf(delivery.request));
    case CopyPart::RawRequest:
        return bytesAndText(formats::writeRawHttp(delivery.request));
    case CopyPart::Curl:
        return curlOf(source, formats::Shell::Posix);
    case CopyPart::CurlCmd:
        return curlOf(source, formats::Shell::Cmd);
    case CopyPart::CurlPowerShell:
        return curlOf(source, formats::Shell::PowerShell);
    case CopyPart::Json:
        return bytesAndText(formats::ndjsonLine(source.record));
    case CopyPart::Fixture: {
        const auto text = formats::fixture(
            delivery, source.scheme ? *source.scheme : signature::Scheme(), source.context);
        if (!text)
            return text.error();
        return bytesAndText(*text);
    }
    case CopyPart::Markdown:
        return bytesAndText(formats::issueText(source.record, source.schemes));
    }
    Q_UNREACHABLE();
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
