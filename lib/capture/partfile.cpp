// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/partfile.h"

#include "capture/storelock.h"
#include "core/storefile.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace capture
{

using namespace Qt::Literals::StringLiterals;

namespace
{

void removeBeside(const QString &store)
{
    for (const QString &ending : {u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(store + ending);
}

bool sync(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

} // namespace

PartFile::PartFile(const QString &place)
    : m_place(place)
{
    if (core::isBesideStore(place)) {
        m_trouble = core::besideStoreTrouble();
        return;
    }
    QByteArray pattern = QFile::encodeName(place + u".part-XXXXXX"_s);
    const int descriptor = ::mkostemp(pattern.data(), O_CLOEXEC); // mode 0600
    if (descriptor < 0) {
        fail();
        return;
    }
    ::close(descriptor);
    m_name = QFile::decodeName(pattern);
}

PartFile::~PartFile()
{
    if (!made())
        return;
    QFile::remove(m_name);
    QFile::remove(StoreLock::fileOf(m_name));
    removeBeside(m_name);
}

bool PartFile::fail()
{
    m_trouble = qt_error_string() + u'.';
    return false;
}

bool PartFile::putInPlace()
{
    if (!sync(m_name))
        return fail();
    removeBeside(m_place);
    if (::rename(QFile::encodeName(m_name).constData(), QFile::encodeName(m_place).constData())
        != 0)
        return fail();
    QFile::remove(StoreLock::fileOf(m_name));
    m_name.clear();
    // The copy is whole either way; a folder that cannot be synced only risks the new name.
    [[maybe_unused]] const bool named = sync(QFileInfo(m_place).absolutePath());
    return true;
}

} // namespace capture
