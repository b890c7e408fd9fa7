// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/rejection.h"

#include <QCoreApplication>

#include <array>

namespace capture
{

namespace
{

struct Words {
    QLatin1StringView id;
    const char *title;
};

// In the order of the enum.
constexpr std::array table{
    Words{QLatin1StringView("tls-handshake"),
          QT_TRANSLATE_NOOP("capture::Rejection", "TLS handshake failed")},
    Words{QLatin1StringView("plain-http"),
          QT_TRANSLATE_NOOP("capture::Rejection", "Plain HTTP on the HTTPS port")},
    Words{QLatin1StringView("malformed-http"),
          QT_TRANSLATE_NOOP("capture::Rejection", "Malformed HTTP")},
    Words{QLatin1StringView("head-too-large"),
          QT_TRANSLATE_NOOP("capture::Rejection", "Header block too large")},
    Words{QLatin1StringView("target-too-long"),
          QT_TRANSLATE_NOOP("capture::Rejection", "Request target too long")},
    Words{QLatin1StringView("body-too-large"),
          QT_TRANSLATE_NOOP("capture::Rejection", "Body too large")},
    Words{QLatin1StringView("timeout"), QT_TRANSLATE_NOOP("capture::Rejection", "Too slow")},
    Words{QLatin1StringView("cut-off"),
          QT_TRANSLATE_NOOP("capture::Rejection", "Sender hung up early")},
    Words{QLatin1StringView("method-refused"),
          QT_TRANSLATE_NOOP("capture::Rejection", "Method not allowed")},
    Words{QLatin1StringView("version-refused"),
          QT_TRANSLATE_NOOP("capture::Rejection", "HTTP version not supported")},
    Words{QLatin1StringView("too-many-connections"),
          QT_TRANSLATE_NOOP("capture::Rejection", "Too many connections")},
    Words{QLatin1StringView("not-stored"),
          QT_TRANSLATE_NOOP("capture::Rejection", "Could not be stored")},
    Words{QLatin1StringView("paused"), QT_TRANSLATE_NOOP("capture::Rejection", "Paused")},
};
static_assert(table.size() == size_t(Reason::Paused) + 1);

} // namespace

QString word(Reason reason) { return table.at(size_t(reason)).id; }

std::optional<Reason> reasonFromWord(QStringView word)
{
    for (size_t i = 0; i < table.size(); ++i) {
        if (word == table[i].id)
            return Reason(i);
    }
    return {};
}

QString title(Reason reason)
{
    return QCoreApplication::translate("capture::Rejection", table.at(size_t(reason)).title);
}

} // namespace capture
