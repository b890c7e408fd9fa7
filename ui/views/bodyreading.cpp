// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/bodyreading.h"

#include "core/bytesize.h"
#include "http/contentcoding.h"
#include "json/print.h"
#include "json/scan.h"
#include "json/utf8.h"
#include "models/drift.h"
#include "models/formmodel.h"
#include "ui/shownbytes.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringDecoder>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

namespace
{

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

QString tr(const char *text, qsizetype n = -1)
{
    return QCoreApplication::translate("bodyreading", text, nullptr, int(n));
}

QByteArray mediaTypeOf(const QByteArray &contentType)
{
    return contentType.split(';').first().trimmed().toLower();
}

QByteArray charsetOf(const QByteArray &contentType)
{
    const QByteArrayList parameters = contentType.split(';').mid(1);
    for (const QByteArray &parameter : parameters) {
        const QByteArray trimmed = parameter.trimmed();
        if (trimmed.toLower().startsWith("charset="))
            return trimmed.sliced(8).replace('"', "").trimmed();
    }
    return {};
}

bool saysJson(const QByteArray &mediaType)
{
    return mediaType == "application/json" || mediaType.endsWith("+json")
        || mediaType == "text/json";
}

// Whoever names no type, or a wrong one, still gets a tree for what plainly is JSON.
bool looksLikeJson(QByteArrayView bytes)
{
    const qsizetype at
        = json::skipSpace(bytes, bytes.startsWith(byteOrderMark) ? byteOrderMark.size() : 0);
    return at < bytes.size() && (bytes[at] == '{' || bytes[at] == '[');
}

bool looksBinary(QByteArrayView bytes)
{
    const QByteArrayView head = json::wholeBeginning(bytes, 4096);
    return head.contains('\0') || json::countBadUtf8(head) * 16 > head.size();
}

void noteDecoding(BodyReading &reading, const http::Decoded &decoded, qsizetype received)
{
    if (!decoded.fault.isEmpty())
        reading.notes += tr("Cannot undo the content coding. %1 The body is shown as received.")
                             .arg(decoded.fault);
    if (decoded.coding.isEmpty())
        return;
    reading.notes
        += tr("Decoded from %1 for viewing: %2 became %3. The signature covers the bytes received.")
               .arg(decoded.coding, core::byteSize(received), core::byteSize(decoded.bytes.size()));
    if (decoded.cut)
        reading.notes
            += tr("Only the first %1 are shown.").arg(core::byteSize(decoded.bytes.size()));
}

QString repeatedKeys(const json::Document &document)
{
    constexpr qsizetype mostNames = 3;
    QStringList names;
    for (json::Document::Node node = 0; node < document.nodes() && names.size() <= mostNames;
         ++node) {
        if (!document.repeated(node))
            continue;
        const QByteArrayView key = json::wholeBeginning(document.key(node), 64);
        const QString name
            = u'“' + shownBytes(key.sliced(1, std::max<qsizetype>(key.size() - 2, 0))) + u'”';
        if (!names.contains(name))
            names += name;
    }
    const bool more = names.size() > mostNames;
    return names.mid(0, mostNames).join(u", "_s) + (more ? u", …"_s : QString());
}

void noteDocument(BodyReading &reading)
{
    const json::Document &document = *reading.document;
    if (document.repeatsKeys())
        reading.notes += tr("Repeated keys: %1. Programs differ in which one counts.")
                             .arg(repeatedKeys(document));
    const QByteArrayView text = document.text();
    qsizetype end = text.size();
    while (end > 0 && json::isSpace(text[end - 1]))
        --end;
    if (end < text.size())
        reading.notes += tr("Goes on for %n byte(s) of white space after the value, which the "
                            "signature covers too.",
                            text.size() - end);
}

void readJson(BodyReading &reading, bool said)
{
    auto parsed = json::Document::parse(reading.bytes);
    if (auto *document = std::get_if<json::Document>(&parsed)) {
        reading.kind = BodyKind::Json;
        reading.document = std::make_shared<const json::Document>(std::move(*document));
        noteDocument(reading);
    } else if (said || (reading.mediaType.isEmpty() && !looksBinary(reading.bytes))) {
        const auto &error = std::get<json::SyntaxError>(parsed);
        reading.notes += tr("Not valid JSON: %1 (byte %2).")
                             .arg(json::describe(error), QLocale().toString(error.offset));
    }
}

// The text itself has no row in the tree, at which it could be told.
void noteGone(BodyReading &reading, const QList<json::Departure> &drift)
{
    for (const json::Departure &departure : drift) {
        if (departure.change == json::Departure::Change::Gone
            && departure.pointer.lastIndexOf('/') == 0)
            reading.notes += models::driftSentence(departure);
    }
}

void noteText(BodyReading &reading)
{
    if (reading.bytes.startsWith(byteOrderMark))
        reading.notes += tr("Begins with a byte order mark, which the signature covers too.");
    if (reading.charset != "UTF-8")
        return;
    if (const qsizetype bad = json::countBadUtf8(reading.bytes))
        reading.notes += tr("Cannot read %n place(s) as UTF-8; they are shown as �.", bad);
}

std::optional<QString> decodedBy(const QByteArray &charset, const QByteArray &bytes)
{
    if (charset == "UTF-8")
        return {};
    QStringDecoder decoder(charset.constData(), QStringConverter::Flag::ConvertInitialBom);
    if (!decoder.isValid())
        return {};
    return QString(decoder(bytes));
}

// What Qt cannot decode is shown as UTF-8.
QByteArray usableCharset(const QByteArray &told)
{
    const QByteArray upper = told.toUpper();
    if (upper.isEmpty() || upper == "UTF8" || upper == "US-ASCII" || upper == "ASCII")
        return "UTF-8";
    return QStringDecoder(upper.constData()).isValid() ? upper : QByteArray("UTF-8");
}

} // namespace

BodyReading readBody(const BodyOrder &order)
{
    BodyReading reading{.mediaType = mediaTypeOf(order.contentType)};
    const http::Decoded decoded = http::decodedBody(order.bytes, order.contentEncoding);
    reading.bytes = decoded.bytes;
    noteDecoding(reading, decoded, order.bytes.size());
    if (reading.bytes.isEmpty())
        return reading;
    const bool said = saysJson(reading.mediaType);
    reading.charset = said ? QByteArray("UTF-8") : usableCharset(charsetOf(order.contentType));
    if (reading.mediaType == "application/x-www-form-urlencoded") {
        reading.kind = BodyKind::Form;
        reading.form = models::formFields(reading.bytes, models::FormModel::limit);
        if (reading.form.size() == models::FormModel::limit)
            reading.notes += tr("Only the first %1 fields are shown in the tree.")
                                 .arg(QLocale().toString(models::FormModel::limit));
    } else if (said || looksLikeJson(reading.bytes)) {
        readJson(reading, said);
        noteGone(reading, order.drift);
    }
    if (reading.kind == BodyKind::Empty)
        reading.kind = reading.charset == "UTF-8" && looksBinary(reading.bytes) ? BodyKind::Binary
                                                                                : BodyKind::Text;
    if (reading.kind == BodyKind::Binary && !said)
        reading.charset.clear();
    noteText(reading);
    return reading;
}

std::optional<CodeText> writeBody(const WriteOrder &order)
{
    const BodyReading &reading = order.reading;
    if (order.mode != BodyMode::Pretty || !reading.document) {
        const auto text = decodedBy(reading.charset, reading.bytes);
        return codeText(text ? shownTextLines(*text) : shownLines(reading.bytes));
    }
    const auto printed = json::indented(*reading.document, printedLimit);
    if (!printed)
        return {};
    return codeText(shownLines(*printed));
}

} // namespace ui
