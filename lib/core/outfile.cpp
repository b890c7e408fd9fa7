// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/outfile.h"

#include "core/filetrouble.h"
#include "core/storefile.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace core
{

static QString tr(const char *text) { return QCoreApplication::translate("core::OutFile", text); }

static bool isStream(const QString &name)
{
    const QFileInfo there(name);
    return there.exists() && !there.isFile() && !there.isDir();
}

// Why nothing may be written there, as a sentence; empty where it may.
static QString refusal(const QString &name)
{
    if (isStore(name))
        return tr("It is a Hookglass store, and what was received is in it. Choose another name.");
    return isBesideStore(name) ? besideStoreTrouble() : QString();
}

OutFile::OutFile(const QString &name)
    : m_file(name)
    , m_stream(name)
    , m_streams(isStream(name))
{
}

QFileDevice &OutFile::device() { return m_streams ? static_cast<QFileDevice &>(m_stream) : m_file; }

bool OutFile::open()
{
    m_refusal = m_streams ? QString() : refusal(m_file.fileName());
    if (!m_refusal.isEmpty())
        return false;
    // A pipe cannot be truncated, nor may a buffer hide that its reader is gone.
    return m_streams ? m_stream.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
                     : m_file.open(QIODevice::WriteOnly);
}

bool OutFile::keepPrivate()
{
    return m_streams || m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

bool OutFile::write(const QByteArray &bytes)
{
    qint64 written = 0;
    while (written < bytes.size()) {
        const qint64 some = device().write(bytes.constData() + written, bytes.size() - written);
        if (some <= 0)
            return false;
        written += some;
    }
    return true;
}

bool OutFile::commit()
{
    if (!m_streams)
        return m_file.commit();
    m_stream.close();
    return m_stream.error() == QFileDevice::NoError;
}

void OutFile::cancel()
{
    if (!m_streams)
        m_file.cancelWriting();
}

QString OutFile::trouble() const
{
    if (!m_refusal.isEmpty())
        return m_refusal;
    return m_streams ? fileTrouble(m_stream) : fileTrouble(m_file);
}

Error OutFile::error() const
{
    return {m_refusal.isEmpty() ? ErrorKind::Environment : ErrorKind::Usage,
            tr("Cannot write %1.").arg(m_file.fileName()), trouble()};
}

} // namespace core
