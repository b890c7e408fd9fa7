// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/liveinspector.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;
using inspector::Inspector;

class TstImporting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bringsFilesIn();
    void lettingOneRunRefusesAnother();
    void takesTheNextOneAfterwards();
    void saysThatAnotherStoreEndsIt();

private:
    QString capture(const QString &name) const;
    static inspector::ImportSummary summary(const QSignalSpy &imported);

    std::unique_ptr<support::LiveInspector> m_live;
};

void TstImporting::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    QVERIFY(m_live->open());
}

QString TstImporting::capture(const QString &name) const
{
    QFile file(m_live->path(name));
    if (file.open(QIODevice::WriteOnly))
        file.write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}");
    return file.fileName();
}

inspector::ImportSummary TstImporting::summary(const QSignalSpy &imported)
{
    return imported.last().first().value<inspector::ImportSummary>();
}

void TstImporting::bringsFilesIn()
{
    QSignalSpy imported(&**m_live, &Inspector::imported);
    (*m_live)->importFiles({capture(u"a.http"_s), capture(u"b.http"_s)});
    QVERIFY(imported.wait());
    QCOMPARE(summary(imported).deliveries, 2);
    QVERIFY(!summary(imported).cancelled);
}

// What is dropped meanwhile must not end what is under way.
void TstImporting::lettingOneRunRefusesAnother()
{
    QSignalSpy imported(&**m_live, &Inspector::imported);
    QSignalSpy failed(&**m_live, &Inspector::failed);
    (*m_live)->importFiles({capture(u"a.http"_s), capture(u"b.http"_s)});
    (*m_live)->importFiles({capture(u"c.http"_s)});
    QCOMPARE(failed.size(), 1);
    QVERIFY(imported.wait());
    QCOMPARE(summary(imported).deliveries, 2);
    QVERIFY(!summary(imported).cancelled);
}

void TstImporting::takesTheNextOneAfterwards()
{
    QSignalSpy imported(&**m_live, &Inspector::imported);
    (*m_live)->importFiles({capture(u"a.http"_s), capture(u"b.http"_s)});
    (*m_live)->cancelImport();
    QVERIFY(imported.wait());
    (*m_live)->importFiles({capture(u"c.http"_s)});
    QVERIFY(imported.wait());
    QCOMPARE(summary(imported).deliveries, 1);
    QVERIFY(!summary(imported).cancelled);
}

void TstImporting::saysThatAnotherStoreEndsIt()
{
    QSignalSpy imported(&**m_live, &Inspector::imported);
    QSignalSpy opened(&**m_live, &Inspector::opened);
    (*m_live)->open(m_live->path(u"other.hookglass"_s));
    (*m_live)->importFiles({capture(u"a.http"_s)});
    QVERIFY(opened.wait());
    QVERIFY(!imported.isEmpty() || imported.wait());
    QVERIFY(summary(imported).cancelled);
    QCOMPARE(summary(imported).deliveries, 0);
}

QTEST_GUILESS_MAIN(TstImporting)
#include "tst_importing.moc"
