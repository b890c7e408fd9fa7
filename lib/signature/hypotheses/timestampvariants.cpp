// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/timestampvariants.h"

#include "json/document.h"
#include "json/scan.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace signature
{

namespace
{

using namespace Qt::Literals::StringLiterals;
using Changed = std::optional<QByteArray>;

constexpr qint64 thousand = 1000;
constexpr json::Document::Node mostNodes = 256; // of a body that are looked at
constexpr qsizetype mostElsewhere = 12; // times found in the request
constexpr int arrivalSpread = 2; // seconds to both sides

QString tr(const char *text) { return QCoreApplication::translate("signature::Variants", text); }

Variant one(int rank, const QString &clause, Variant::Change change)
{
    return {Cause::TimestampText, rank, clause, std::move(change)};
}

Variant::Change constant(const QByteArray &text)
{
    return [text](const QByteArray &) { return Changed(text); };
}

// Milliseconds since the epoch of a number in seconds, milli-, micro- or nanoseconds or of an ISO
// 8601 text; nothing for what is no time between 2001 and 2286.
std::optional<qint64> timeOf(const QByteArray &text)
{
    const QByteArray whole = text.contains('.') ? text.first(text.indexOf('.')) : text;
    bool isNumber = false;
    const qint64 number = whole.trimmed().toLongLong(&isNumber);
    if (isNumber) {
        switch (whole.trimmed().size()) {
        case 10:
            return number * thousand;
        case 13:
            return number;
        case 16:
            return number / thousand;
        case 19:
            return number / thousand / thousand;
        default:
            return {};
        }
    }
    const auto time = QDateTime::fromString(QString::fromLatin1(text), Qt::ISODateWithMs);
    return time.isValid() && text.size() >= 19 ? std::optional(time.toMSecsSinceEpoch())
                                               : std::nullopt;
}

Variant::Change written(QByteArray (*write)(qint64 milliseconds))
{
    return [write](const QByteArray &text) -> Changed {
        const auto time = timeOf(text);
        return time ? Changed(write(*time)) : Changed();
    };
}

QDateTime utc(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc());
}

QByteArray seconds(qint64 milliseconds) { return QByteArray::number(milliseconds / thousand); }

QByteArray milliseconds(qint64 milliseconds) { return QByteArray::number(milliseconds); }

QByteArray microseconds(qint64 milliseconds) { return QByteArray::number(milliseconds * thousand); }

QByteArray fraction(qint64 milliseconds) { return seconds(milliseconds) + ".0"; }

QByteArray exactFraction(qint64 milliseconds)
{
    return seconds(milliseconds) + '.'
        + QByteArray::number(milliseconds % thousand).rightJustified(3, '0');
}

QByteArray isoSeconds(qint64 milliseconds)
{
    return utc(milliseconds).toString(u"yyyy-MM-ddTHH:mm:ss"_s).toLatin1() + 'Z';
}

QByteArray isoMilliseconds(qint64 milliseconds)
{
    return utc(milliseconds).toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s).toLatin1() + 'Z';
}

QByteArray isoOffset(qint64 milliseconds)
{
    return utc(milliseconds).toString(u"yyyy-MM-ddTHH:mm:ss"_s).toLatin1() + "+00:00";
}

QByteArray httpDate(qint64 milliseconds)
{
    const QString text
        = QLocale::c().toString(utc(milliseconds), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    return text.toLatin1();
}

Variants spellings()
{
    return {
        one(1, tr("the timestamp is signed in milliseconds"), written(milliseconds)),
        one(1, tr("the timestamp is signed in whole seconds"), written(seconds)),
        one(1, tr("the timestamp is signed with “.0” behind it"), written(fraction)),
        one(1, tr("the timestamp is signed as text such as 2026-11-23T10:00:00Z"),
            written(isoSeconds)),
        one(2, tr("the timestamp is signed without white space or quotes around it"),
            [](const QByteArray &text) {
                const auto trimmed = text.trimmed();
                const bool quoted
                    = trimmed.size() > 1 && trimmed.startsWith('"') && trimmed.endsWith('"');
                return Changed(quoted ? trimmed.sliced(1).chopped(1) : trimmed);
            }),
        one(2, tr("the timestamp is signed as text such as 2026-11-23T10:00:00.000Z"),
            written(isoMilliseconds)),
        one(2, tr("the timestamp is signed with three decimals"), written(exactFraction)),
        one(2, tr("the timestamp is signed as text such as 2026-11-23T10:00:00+00:00"),
            written(isoOffset)),
        one(2, tr("the timestamp is signed in microseconds"), written(microseconds)),
        one(3, tr("the timestamp is signed as text such as Mon, 23 Nov 2026 10:00:00 GMT"),
            written(httpDate)),
    };
}

// What code that looked for the wrong header signs.
Variants absent()
{
    return {
        one(1, tr("the timestamp is signed as “undefined”, a header that was not found"),
            constant("undefined")),
        one(1, tr("the timestamp is signed as nothing, a header that was not found"), constant("")),
        one(2, tr("the timestamp is signed as “None”, a header that was not found"),
            constant("None")),
        one(2, tr("the timestamp is signed as “null”, a header that was not found"),
            constant("null")),
        one(3, tr("the timestamp is signed as “0”"), constant("0")),
        one(3, tr("the timestamp is signed as “NaN”, a text that is no number"), constant("NaN")),
    };
}

void addBodyTimes(Variants &variants, const QByteArray &text, const QByteArray &body)
{
    const auto parsed = json::Document::parse(body);
    const auto *document = std::get_if<json::Document>(&parsed);
    if (!document)
        return;
    const auto nodes = std::min(json::Document::Node(document->nodes()), mostNodes);
    for (json::Document::Node node = 1; node < nodes && variants.size() < mostElsewhere; ++node) {
        const auto kind = document->kind(node);
        QByteArray value;
        if (kind == json::Kind::Number)
            value = document->value(node).toByteArray();
        else if (kind == json::Kind::String)
            value = json::unescaped(document->value(node));
        if (value != text && timeOf(value))
            variants.append(one(2,
                                tr("the time in the body's %1 is signed")
                                    .arg(QString::fromUtf8(document->key(node).toByteArray())),
                                constant(value)));
    }
}

void addHeaderTimes(Variants &variants, const QByteArray &text, const http::Fields &fields)
{
    for (const http::Field &field : fields) {
        const bool isDate = http::sameName(field.name, "Date");
        if (field.value != text && (isDate || timeOf(field.value)))
            variants.append(
                one(isDate ? 3 : 1,
                    tr("the time in the header %1 is signed").arg(QString::fromUtf8(field.name)),
                    constant(field.value)));
    }
}

Variants arrival(qint64 receivedAt)
{
    Variants variants;
    const qint64 second = receivedAt / (thousand * thousand);
    for (const int off : {0, -1, 1, -arrivalSpread, arrivalSpread}) {
        variants.append(one(off == 0 ? 2 : 3, tr("the time of arrival is signed"),
                            constant(QByteArray::number(second + off))));
    }
    return variants;
}

} // namespace

Variants timestampVariants(const QByteArray &text, const http::Request &request, qint64 receivedAt)
{
    Variants elsewhere;
    addHeaderTimes(elsewhere, text, request.fields);
    addBodyTimes(elsewhere, text, request.body);
    return spellings() + absent() + elsewhere + arrival(receivedAt);
}

} // namespace signature
