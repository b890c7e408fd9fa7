// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/copyjob.h"

#include "capture/store.h"

namespace inspector
{

using core::Result;

static Result<bool> copy(const QString &from, const QString &to, const capture::GoOn &goOn)
{
    const auto store = capture::Store::open(from, capture::Access::ReadNewer);
    return store ? (*store)->copyTo(to, goOn) : Result<bool>(store.error());
}

void CopyJob::start(const QString &store, const QString &file)
{
    if (running()) {
        Q_EMIT failed({.what = tr("Cannot save a copy now."),
                       .why = tr("Another copy is still being saved.")});
        return;
    }
    m_errand.start([this, store, file] {
        int told = -1;
        const Result<bool> done = copy(store, file, [this, &told](int percent) {
            if (percent > told)
                Q_EMIT progressed(told = percent);
            return !Errand::isStopping();
        });
        QMetaObject::invokeMethod(
            this,
            [this, file, done] {
                m_errand.wait(); // whoever hears of the end may ask for the next one
                if (!done)
                    Q_EMIT failed(done.error());
                else
                    *done ? Q_EMIT copied(file) : Q_EMIT stopped();
            },
            Qt::QueuedConnection);
    });
}

} // namespace inspector
