// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "http/message.h"
#include "signature/scheme.h"

#include <QStringList>

#include <optional>

class QUrl;

namespace resend
{

// A ready webhook as a provider sends it, with placeholders for what is new each time: {now}
// (seconds), {now-ms}, {now-iso}, {now-iso-ms}, {today}, {uuid}, {sequence}, {random}. In its JSON
// a text that is "#{now}" as a whole becomes the bare number.
struct Sample {
    QString id; // "smile-ping", the name of its file
    QString scheme;
    QString topic;
    QString title;
    http::Fields fields; // besides those of the signature
    QByteArray body;
    // Of a form, where JSON alone goes as it is filled; empty: nowhere, it stays as it is.
    QByteArray jsonField;
};

// What ships with the program, in resources/templates/, Smile's first.
const QList<Sample> &allSamples();
std::optional<Sample> sampleById(QStringView id);
std::optional<Sample> sampleFor(QStringView scheme, QStringView topic); // the first of that topic
QStringList sampleTopics(QStringView scheme); // in their order

// An error of kind Usage says what is wrong in the file.
core::Result<Sample> readSample(const QString &id, const QByteArray &json);

struct SampleValues {
    qint64 now = 0; // microseconds since the epoch
    qint64 sequence = 1; // which of a run it is
};

// The text with its placeholders filled, each {uuid} and {random} alike within one call.
Sample filled(const Sample &sample, const SampleValues &values);

// The field of its form in which the scheme's sender has its JSON; empty: it sends no such form.
QByteArray jsonFieldOf(const signature::Scheme &scheme);

// A new request to that address, unsigned; as this program unless the template names the sender's.
http::Request requestFor(const QUrl &url, const Sample &filled);

} // namespace resend
