// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "capture/store.h"
#include "formats/entrysource.h"
#include "support/builders.h"
#include "support/filelock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TstEntrySource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAStoreWhileItReadsIt();
};

// Or another program would take itself for the last one, and the log away. The bytes are those of
// SQLite's shared locks, as its file format tells.
void TstEntrySource::holdsAStoreWhileItReadsIt()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"a.hookglass"_s);
    {
        const auto store = capture::Store::open(file, capture::Access::Write);
        QVERIFY(store
                && (*store)->append({.deliveries = {builders::stored(builders::delivery())}}));
    }
    const auto source = formats::EntrySource::open(file, 1);
    QVERIFY(source);
    QVERIFY((*source)->next());
    QVERIFY(support::isLockedForOthers(file, 0x40000002, 510));
}

QTEST_GUILESS_MAIN(TstEntrySource)
#include "tst_entrysource.moc"
