// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/partfile.h"
#include "capture/store.h"
#include "core/samefile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <optional>

namespace capture
{

using namespace Qt::Literals::StringLiterals;
using core::Error;
using core::Result;
using core::Status;

namespace
{

constexpr int stepsBetweenLooks = 100; // of SQLite's machine: some twenty rows

QString tr(const char *text) { return QCoreApplication::translate("capture", text); }

// Tells how far the copy has got, and stops it when nobody wants it any more.
class Watch
{
public:
    Watch(sqlite3 *handle, const QString &copy, qint64 expected, const GoOn &goOn)
        : m_handle(handle)
        , m_copy(copy)
        , m_expected(expected)
        , m_goOn(goOn)
    {
        sqlite3_progress_handler(m_handle, stepsBetweenLooks, &Watch::look, this);
    }
    Q_DISABLE_COPY_MOVE(Watch)
    ~Watch() { sqlite3_progress_handler(m_handle, 0, nullptr, nullptr); }

private:
    static int look(void *watch)
    {
        auto *self = static_cast<Watch *>(watch);
        const qint64 written = QFileInfo(self->m_copy).size();
        const int percent = self->m_expected > 0
            ? int(std::min<qint64>(written * 100 / self->m_expected, 99))
            : 0;
        return self->m_goOn(percent) ? 0 : 1;
    }

    sqlite3 *m_handle;
    QString m_copy;
    qint64 m_expected; // bytes
    const GoOn &m_goOn;
};

} // namespace

// VACUUM INTO reads one moment of the store, whatever is written meanwhile.
Result<bool> Store::writeCopy(const QString &copy, const GoOn &goOn) const
{
    const auto pages = number(u"PRAGMA page_count"_s);
    const auto unused = number(u"PRAGMA freelist_count"_s);
    const auto pageSize = number(u"PRAGMA page_size"_s);
    if (!pages || !unused || !pageSize)
        return !pages ? pages.error() : !unused ? unused.error() : pageSize.error();
    sqlite3 *handle = m_database.handle();
    const Watch watch(handle, copy, (*pages - *unused) * *pageSize, goOn);
    sqlite3_stmt *statement = nullptr;
    int code = sqlite3_prepare_v2(handle, "VACUUM INTO ?1", -1, &statement, nullptr);
    const QByteArray name = copy.toUtf8();
    if (code == SQLITE_OK)
        code = sqlite3_bind_text(statement, 1, name.constData(), int(name.size()), SQLITE_STATIC);
    if (code == SQLITE_OK)
        code = sqlite3_step(statement);
    const QString text = QString::fromUtf8(sqlite3_errmsg(handle));
    sqlite3_finalize(statement);
    if (code == SQLITE_DONE)
        return true;
    if ((code & 0xff) == SQLITE_INTERRUPT)
        return false;
    return storeError(tr("Cannot save a copy of %1.").arg(m_database.file()), code, text);
}

// What was set aside to be undone is not handed on, not even as bytes that nothing uses.
Status Store::finishCopy(const QString &copy)
{
    qint64 setAside = 0;
    {
        const Result<std::unique_ptr<Store>> checked = open(copy, Access::ReadNewer);
        if (!checked)
            return checked.error();
        const Result<qint64> removed = (*checked)->number(u"SELECT count(*) FROM removed"_s);
        if (!removed)
            return removed.error();
        setAside = *removed;
    }
    if (setAside == 0)
        return core::Done{};
    const Result<std::unique_ptr<Store>> purged = open(copy, Access::Write);
    return purged ? (*purged)->m_database.run(u"VACUUM"_s) : Status(purged.error());
}

Result<bool> Store::copyTo(const QString &to, const GoOn &goOn) const
{
    const QString what = tr("Cannot save a copy in %1.").arg(to);
    if (core::isSameFile(to, file()))
        return Error{core::ErrorKind::Usage, what, tr("The store itself is that file.")};
    std::optional<Result<StoreLock>> lock; // whoever writes to what the copy takes the place of
    if (QFileInfo::exists(StoreLock::fileOf(to)))
        lock = StoreLock::take(to);
    if (lock && !*lock)
        return Error{core::ErrorKind::InUse, what, core::describe(lock->error())};
    PartFile part(to);
    if (!part.made())
        return Error{.what = what, .why = part.trouble()};
    const Result<bool> written = writeCopy(part.name(), goOn);
    if (!written || !*written)
        return written;
    if (const Status finished = finishCopy(part.name()); !finished)
        return finished.error();
    if (!goOn(100))
        return false;
    if (!part.putInPlace())
        return Error{.what = what, .why = part.trouble()};
    return true;
}

} // namespace capture
