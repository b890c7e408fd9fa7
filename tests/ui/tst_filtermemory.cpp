// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/parse.h"
#include "ui/filtermemory.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstFilterMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings
            = std::make_unique<QSettings>(m_folder->filePath(u"a.conf"_s), QSettings::IniFormat);
    }

    void remembersTheLatestFirst()
    {
        FilterMemory memory(*m_settings);
        for (const QString &text : {u"a"_s, u"b"_s, u"a"_s})
            memory.remember(text);
        QCOMPARE(memory.history(), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(FilterMemory(*m_settings).history(), memory.history());
        memory.forgetHistory();
        QCOMPARE(FilterMemory(*m_settings).history(), QStringList());
    }

    void remembersOnlySoMany()
    {
        FilterMemory memory(*m_settings);
        for (int i = 0; i <= FilterMemory::mostRemembered; ++i)
            memory.remember(QString::number(i));
        QCOMPARE(memory.history().size(), FilterMemory::mostRemembered);
        QCOMPARE(memory.history().last(), u"1"_s);
    }

    void savesUnderNames()
    {
        FilterMemory memory(*m_settings);
        QVERIFY(memory.save({u"b"_s, u"topic:\"a, b\" sig:invalid"_s}));
        QVERIFY(memory.save({u"a"_s, u"x"_s}));
        QVERIFY(memory.save({u"b"_s, u"$.a:\"ü\\\"=;\""_s}));
        const QList<SavedFilter> expected{{u"a"_s, u"x"_s}, {u"b"_s, u"$.a:\"ü\\\"=;\""_s}};
        QCOMPARE(memory.saved(), expected);
        m_settings->sync();
        QSettings again(m_settings->fileName(), QSettings::IniFormat);
        QCOMPARE(FilterMemory(again).saved(), expected);
        QCOMPARE(memory.find(u"a"_s), expected.first());
        QCOMPARE(memory.find(u"A"_s), std::nullopt);
        memory.remove(u"a"_s);
        QCOMPARE(FilterMemory(*m_settings).saved().size(), 1);
    }

    void savesOnlySoMany()
    {
        FilterMemory memory(*m_settings);
        for (int i = 0; i < FilterMemory::mostSaved; ++i)
            QVERIFY(memory.save({QString::number(i), u"x"_s}));
        QVERIFY(!memory.save({u"one more"_s, u"x"_s}));
        QVERIFY(memory.save({u"7"_s, u"in its place"_s}));
        QCOMPARE(memory.saved().size(), FilterMemory::mostSaved);
    }

    void takesNoNonsense()
    {
        FilterMemory memory(*m_settings);
        QVERIFY(!memory.save({QString(), u"x"_s}));
        QVERIFY(!memory.save({u"a"_s, QString()}));
        memory.remember(QString(filter::longestText + 1, u'a'));
        QCOMPARE(memory.history(), QStringList());
        m_settings->setValue(u"filters/history"_s, QStringList{QString(), u"a"_s});
        m_settings->setValue(u"filters/saved/size"_s, 100'000'000);
        m_settings->setValue(u"filters/saved/1/name"_s, u"a"_s);
        QCOMPARE(FilterMemory(*m_settings).history(), QStringList{u"a"_s});
        QCOMPARE(FilterMemory(*m_settings).saved(), QList<SavedFilter>());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
};

QTEST_GUILESS_MAIN(TstFilterMemory)
#include "tst_filtermemory.moc"
