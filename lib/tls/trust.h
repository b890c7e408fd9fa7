// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace tls
{

// How one system or client comes to trust the local authority, and how to undo it.
struct TrustStep {
    QString system; // "Debian, Ubuntu"
    QString trust; // the exact command
    QString undo; // empty where nothing stays behind
};

// For Debian, Fedora, macOS, Windows, Firefox and Chromium (NSS), curl, Node, Python, Ruby. Those
// of programs ask the listener at `port` of this computer for its status.
QList<TrustStep> trustSteps(const QString &authorityFile, quint16 port = 8443);

} // namespace tls
