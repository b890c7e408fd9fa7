// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/fieldmeaning.h"

#include "core/bytesize.h"
#include "models/rowtext.h"
#include "signature/timestamp.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace models
{

namespace
{

struct Known {
    QByteArrayView name;
    const char *meaning;
};

constexpr std::array knownFields{
    Known{"Accept", QT_TRANSLATE_NOOP("fields", "Answers it takes")},
    Known{"Accept-Encoding", QT_TRANSLATE_NOOP("fields", "Codings it takes")},
    Known{"Accept-Language", QT_TRANSLATE_NOOP("fields", "Languages it takes")},
    Known{"Authorization", QT_TRANSLATE_NOOP("fields", "Credentials")},
    Known{"CF-Connecting-IP", QT_TRANSLATE_NOOP("fields", "Sender, says Cloudflare")},
    Known{"Connection", QT_TRANSLATE_NOOP("fields", "What becomes of the connection")},
    Known{"Content-Encoding", QT_TRANSLATE_NOOP("fields", "How the body is packed")},
    Known{"Content-Type", QT_TRANSLATE_NOOP("fields", "Kind of body")},
    Known{"Cookie", QT_TRANSLATE_NOOP("fields", "Cookies")},
    Known{"Expect", QT_TRANSLATE_NOOP("fields", "Waited before the body")},
    Known{"Forwarded", QT_TRANSLATE_NOOP("fields", "Came through")},
    Known{"Host", QT_TRANSLATE_NOOP("fields", "Name that was called")},
    Known{"Smile-Signature", QT_TRANSLATE_NOOP("fields", "HMAC-SHA256 in Base64")},
    Known{"Traceparent", QT_TRANSLATE_NOOP("fields", "Trace it belongs to")},
    Known{"Transfer-Encoding", QT_TRANSLATE_NOOP("fields", "How the body was cut")},
    Known{"User-Agent", QT_TRANSLATE_NOOP("fields", "Sending program")},
    Known{"Via", QT_TRANSLATE_NOOP("fields", "Came through")},
    Known{"X-Forwarded-For", QT_TRANSLATE_NOOP("fields", "Came through")},
    Known{"X-Forwarded-Host", QT_TRANSLATE_NOOP("fields", "Name called at the proxy")},
    Known{"X-Forwarded-Proto", QT_TRANSLATE_NOOP("fields", "Protocol at the proxy")},
    Known{"X-Real-IP", QT_TRANSLATE_NOOP("fields", "Sender, says a proxy")},
    Known{"X-Request-Id", QT_TRANSLATE_NOOP("fields", "Name of this request")},
};

QString tr(const char *text) { return QCoreApplication::translate("fields", text); }

QString timestampMeaning(QByteArrayView value, qint64 receivedAt)
{
    // Beyond these a date has no meaning, and milliseconds would not fit.
    constexpr qint64 farthest = 253'402'300'799; // the end of the year 9999
    const auto seconds = signature::readTimestamp(value);
    if (!seconds)
        return tr("Not a Unix time in seconds");
    if (std::abs(*seconds / 2) > farthest / 2)
        return tr("Far from any date: are these milliseconds?");
    const QDateTime time = QDateTime::fromSecsSinceEpoch(*seconds);
    const QString date = QLocale().toString(time, u"d MMM yyyy HH:mm:ss"_s);
    const QString age = ageSpan(signature::ageInSeconds(receivedAt, *seconds), receivedAt);
    return receivedAt < *seconds * 1'000'000 ? tr("%1, %2 after arrival").arg(date, age)
                                             : tr("%1, %2 before arrival").arg(date, age);
}

QString lengthMeaning(QByteArrayView value)
{
    bool valid = false;
    const qlonglong length = value.toLongLong(&valid);
    return valid ? tr("Body of %1").arg(core::byteSize(length)) : QString();
}

} // namespace

QString fieldMeaning(const http::Field &field, qint64 receivedAt)
{
    if (http::sameName(field.name, "Smile-Timestamp"))
        return timestampMeaning(field.value, receivedAt);
    if (http::sameName(field.name, "Content-Length"))
        return lengthMeaning(field.value);
    for (const Known &known : knownFields) {
        if (http::sameName(field.name, known.name))
            return tr(known.meaning);
    }
    return {};
}

} // namespace models
