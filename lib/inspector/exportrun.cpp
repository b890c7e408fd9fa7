// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "inspector/exportrun.h"

#include <algorithm>

namespace inspector
{

using core::Result;

static Result<std::optional<qint64>> write(const QString &file, const ExportOrder &order,
                                           const QString &target, const WriteOn &writeOn)
{
    if (!formats::isFileEach(order.format))
        return exportStore(file, order, target, writeOn);
    const auto store = capture::Store::open(file, capture::Access::Read);
    if (!store)
        return store.error();
    return exportToFolder(**store, order, target, writeOn);
}

void ExportRun::start(const QString &store, const ExportOrder &order, const QString &target,
                      qint64 expected)
{
    if (running()) {
        Q_EMIT failed(
            {.what = tr("Cannot export now."), .why = tr("Another export is still running.")});
        return;
    }
    m_errand.start([this, store, order, target, expected] {
        int told = -1;
        const auto done = write(store, order, target, [this, &told, expected](qint64 written) {
            const int percent
                = int(std::min<qint64>(written * 100 / std::max<qint64>(expected, 1), 100));
            if (percent > told)
                Q_EMIT progressed(told = percent);
            return !Errand::isStopping();
        });
        QMetaObject::invokeMethod(
            this,
            [this, target, done] {
                m_errand.wait(); // whoever hears of the end may ask for the next one
                if (!done)
                    Q_EMIT failed(done.error());
                else
                    *done ? Q_EMIT exported(target, **done) : Q_EMIT stopped();
            },
            Qt::QueuedConnection);
    });
}

} // namespace inspector
