// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace commands
{

// The topics that Smile sends.
QStringList sampleTopics();

// A body as Smile documents it for the topic, with a made-up customer who changed at `now`
// (microseconds since the epoch); nothing for another topic.
std::optional<QByteArray> sampleBody(const QString &topic, qint64 now);

} // namespace commands
