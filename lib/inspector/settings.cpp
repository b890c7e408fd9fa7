// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QSettings>
#include <QStandardPaths>

#include <array>
#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace inspector
{
namespace
{

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

struct SizeKey {
    QLatin1StringView name;
    qsizetype http::Limits::*member;
};
constexpr std::array<SizeKey, 6> sizes{{
    {"limits/head"_L1, &http::Limits::head},
    {"limits/fields"_L1, &http::Limits::fields},
    {"limits/target"_L1, &http::Limits::target},
    {"limits/chunkExtensions"_L1, &http::Limits::chunkExtensions},
    {"limits/trailers"_L1, &http::Limits::trailers},
    {"limits/body"_L1, &http::Limits::body},
}};

struct TimeKey {
    QLatin1StringView name;
    std::chrono::milliseconds http::Limits::*member;
};
constexpr std::array<TimeKey, 5> times{{
    {"limits/handshakeTime"_L1, &http::Limits::handshakeTime},
    {"limits/headTime"_L1, &http::Limits::headTime},
    {"limits/bodyTime"_L1, &http::Limits::bodyTime},
    {"limits/progressTime"_L1, &http::Limits::progressTime},
    {"limits/idleTime"_L1, &http::Limits::idleTime},
}};

// A number outside its bounds is put at the nearer one; what is no number is the default.
qint64 bounded(const QSettings &file, QLatin1StringView name, qint64 usual, qint64 least,
               qint64 most)
{
    bool ok = false;
    const auto number = file.value(name).toLongLong(&ok);
    return ok ? qBound(least, number, most) : usual;
}

http::Limits loadLimits(const QSettings &file)
{
    http::Limits limits;
    const auto least = smallestLimits();
    const auto most = largestLimits();
    for (const auto &[name, member] : sizes)
        limits.*member = bounded(file, name, limits.*member, least.*member, most.*member);
    for (const auto &[name, member] : times)
        limits.*member = std::chrono::milliseconds(bounded(
            file, name, (limits.*member).count(), (least.*member).count(), (most.*member).count()));
    limits.connections = int(bounded(file, "limits/connections"_L1, limits.connections,
                                     least.connections, most.connections));
    return limits;
}

core::Status makeFolder(const QString &folder)
{
    const auto what = QCoreApplication::translate("inspector::Places", "Cannot make the folder %1.")
                          .arg(QDir::toNativeSeparators(folder));
    if (!QDir().mkpath(folder)) {
        const bool file = QFileInfo(folder).isFile();
        return core::Error{
            core::ErrorKind::Environment, what,
            file ? QCoreApplication::translate("inspector::Places", "A file of that name is there.")
                 : QCoreApplication::translate("inspector::Places",
                                               "The system does not allow it.")};
    }
    if (!QFile::setPermissions(folder, ownerOnly))
        return core::Error{
            core::ErrorKind::Environment,
            QCoreApplication::translate("inspector::Places", "Cannot make the folder %1 private.")
                .arg(QDir::toNativeSeparators(folder)),
            QCoreApplication::translate("inspector::Places", "It belongs to another user.")};
    return core::Done();
}

} // namespace

Places Places::standard()
{
    const auto data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    const auto config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return {data + "/hookglass"_L1, config + "/hookglass/hookglass.conf"_L1};
}

QString Places::defaultStore() const { return dataFolder + "/default.hookglass"_L1; }

QString Places::tlsFolder() const { return dataFolder + "/tls"_L1; }

core::Status Places::make() const
{
    const auto made = makeFolder(dataFolder);
    return made ? makeFolder(QFileInfo(configFile).absolutePath()) : made;
}

http::Limits smallestLimits()
{
    http::Limits limits;
    limits.head = 1024;
    limits.fields = 16;
    limits.target = 256;
    limits.chunkExtensions = 0;
    limits.trailers = 0;
    limits.body = 1024;
    limits.handshakeTime = 1s;
    limits.headTime = 1s;
    limits.bodyTime = 1s;
    limits.progressTime = 1s;
    limits.idleTime = 1s;
    limits.connections = 1;
    return limits;
}

http::Limits largestLimits()
{
    http::Limits limits;
    limits.head = 1024 * 1024;
    limits.fields = 4096;
    limits.target = 256 * 1024;
    limits.chunkExtensions = 64 * 1024;
    limits.trailers = 256 * 1024;
    limits.body = 512 * 1024 * 1024;
    limits.handshakeTime = 5min;
    limits.headTime = 30min;
    limits.bodyTime = 60min;
    limits.progressTime = 30min;
    limits.idleTime = 60min;
    limits.connections = 10'000;
    return limits;
}

Settings load(const QSettings &file)
{
    Settings settings;
    const auto address = file.value("listener/address"_L1, settings.address).toString();
    if (!QHostAddress(address).isNull())
        settings.address = address;
    bool ok = false;
    const auto port = file.value("listener/port"_L1).toLongLong(&ok);
    if (ok && port > 0 && port <= 65'535)
        settings.port = quint16(port);
    settings.listenOnStart
        = file.value("listener/listenOnStart"_L1, settings.listenOnStart).toBool();
    settings.limits = loadLimits(file);
    settings.certificateFile = file.value("listener/certificateFile"_L1).toString();
    settings.keyFile = file.value("listener/keyFile"_L1).toString();
    return settings;
}

void save(const Settings &settings, QSettings &file)
{
    file.setValue("listener/address"_L1, settings.address);
    file.setValue("listener/port"_L1, settings.port);
    file.setValue("listener/listenOnStart"_L1, settings.listenOnStart);
    file.setValue("listener/certificateFile"_L1, settings.certificateFile);
    file.setValue("listener/keyFile"_L1, settings.keyFile);
    for (const auto &[name, member] : sizes)
        file.setValue(name, qlonglong(settings.limits.*member));
    for (const auto &[name, member] : times)
        file.setValue(name, qlonglong((settings.limits.*member).count()));
    file.setValue("limits/connections"_L1, settings.limits.connections);
}

} // namespace inspector
