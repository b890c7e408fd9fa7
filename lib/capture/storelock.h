// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

namespace capture
{

// The right to write a store, held on "<store>.lock" as long as this lives. The kernel gives it
// back when the process dies, so a lock never outlives its holder. The lock file keeps the store's
// id: where it does, this user has had the store open before.
class StoreLock
{
public:
    static core::Result<StoreLock> take(const QString &storeFile);
    static QString fileOf(const QString &storeFile);
    StoreLock() = default;
    StoreLock(StoreLock &&other) noexcept;
    StoreLock &operator=(StoreLock &&other) noexcept;
    ~StoreLock();

    void setNote(const QByteArray &note);

    // What the last holder left; empty when there was none.
    static QByteArray note(const QString &storeFile);

private:
    explicit StoreLock(int descriptor);

    int m_descriptor = -1;
};

} // namespace capture
