// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "listener/portowner.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QList>
#include <QSet>

namespace listener
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("listener::PortOwner", text); }

constexpr qint64 longestTable = 4 * 1024 * 1024;

// The inodes of the sockets that listen on the port. A line of the table:
//   sl local_address rem_address st tx:rx tr:tm retrnsmt uid timeout inode …
QSet<QByteArray> listening(quint16 port, const QString &table)
{
    QSet<QByteArray> inodes;
    QFile file(table);
    if (!file.open(QIODevice::ReadOnly))
        return inodes;
    const QByteArray ending = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    const QList<QByteArray> lines = file.read(longestTable).split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> columns = line.simplified().split(' ');
        if (columns.size() > 9 && columns[1].endsWith(ending) && columns[3] == "0A")
            inodes.insert(columns[9]);
    }
    return inodes;
}

bool holdsOne(const QString &folder, const QSet<QByteArray> &inodes)
{
    const QStringList names = QDir(folder).entryList(QDir::AllEntries | QDir::System);
    for (const QString &name : names) {
        // A socket's link leads nowhere: "socket:[12345]", which Qt makes absolute.
        const QString target = QFile::symLinkTarget(folder + u'/' + name);
        const qsizetype start = target.indexOf("socket:["_L1);
        if (start >= 0 && inodes.contains(target.sliced(start + 8).chopped(1).toLatin1()))
            return true;
    }
    return false;
}

QString nameOf(const QString &folder)
{
    QFile file(folder + "/comm"_L1);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.read(64)).trimmed() : QString();
}

} // namespace

std::optional<PortOwner> portOwner(quint16 port, const QString &proc)
{
    const QSet<QByteArray> inodes
        = listening(port, proc + "/net/tcp"_L1) + listening(port, proc + "/net/tcp6"_L1);
    if (inodes.isEmpty())
        return {};
    const QStringList folders = QDir(proc).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &folder : folders) {
        bool isProcess = false;
        const qint64 process = folder.toLongLong(&isProcess);
        if (isProcess && holdsOne(proc + u'/' + folder + "/fd"_L1, inodes))
            return PortOwner{nameOf(proc + u'/' + folder), process};
    }
    return {};
}

QString holderOfPort(quint16 port, const QString &proc)
{
    const std::optional<PortOwner> owner = portOwner(port, proc);
    return owner ? tr("“%1” (process %2) holds the port.").arg(owner->name).arg(owner->process)
                 : tr("A program of another user holds the port.");
}

} // namespace listener
