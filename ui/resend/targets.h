// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "resend/targettrust.h"

#include <QList>
#include <QString>
#include <QUrl>

namespace inspector
{
class Inspector;
}

class QSettings;
class QWidget;

namespace ui
{

// Where webhooks are sent again to, and how far it is trusted.
struct SendTarget {
    QString url;
    QString authorityFile; // PEM; empty: the system's
    QString pin; // of the one certificate that is trusted, as resend::pinOf() gives it; empty: none
    bool checkCertificate = true;

    bool operator==(const SendTarget &) const = default;
};

// The targets that were used, newest first, at most mostTargets.
constexpr qsizetype mostTargets = 20;
QList<SendTarget> loadTargets(const QSettings &settings);
void rememberTarget(const SendTarget &target, QSettings &settings);
void forgetTarget(const SendTarget &target, QSettings &settings);

// The target as it is trusted: beside what the user said, a listener of this program vouches for
// itself by the local authority, unless it shows a certificate of the user's own.
SendTarget trusted(const SendTarget &target, const inspector::Inspector &inspector,
                   const QSettings &settings);

using resend::staysHere;

// Whether webhooks may be sent there: at once to this computer and to hosts that are always
// allowed, else the user is asked.
bool isAllowed(const QUrl &url, const QSettings &settings);
void allowAlways(const QUrl &url, QSettings &settings);
QStringList allowedHosts(const QSettings &settings); // always, in the order in which they were
void forgetHost(const QString &host, QSettings &settings); // from then on it is asked again
bool maySend(const QUrl &url, QSettings &settings, QWidget *window);

} // namespace ui
