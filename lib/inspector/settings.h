// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "http/limits.h"

#include <QString>

class QSettings;

namespace inspector
{

// Where files live; both folders are made with mode 0700.
struct Places {
    QString dataFolder; // default.hookglass and tls/
    QString configFile; // hookglass.conf

    static Places standard(); // XDG: ~/.local/share/hookglass, ~/.config/hookglass/hookglass.conf
    QString defaultStore() const;
    QString tlsFolder() const;
    core::Status make() const; // makes the folders, and takes others' access from them
};

// What the window remembers of the listener. The command line ignores it.
struct Settings {
    QString address = QStringLiteral("127.0.0.1"); // "127.0.0.1": both loopbacks
    quint16 port = 8443;
    bool listenOnStart = true;
    http::Limits limits;
    QString
        certificateFile; // the user's own chain, PEM or PKCS#12; empty: the local authority's leaf
    QString keyFile; // its PEM key; empty for PKCS#12

    bool operator==(const Settings &) const = default;
};

// What the limits may be set to.
http::Limits smallestLimits();
http::Limits largestLimits();

// What is missing has its default; what is no address, port or limit of sense as well.
Settings load(const QSettings &file);
void save(const Settings &settings, QSettings &file);

} // namespace inspector
