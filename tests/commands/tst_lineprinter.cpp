// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/lineprinter.h"
#include "support/builders.h"
#include "support/capturedoutput.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using commands::LinePrinter;

class TstLinePrinter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesALineADelivery();
    void writesALineARejection();
    void tellsThatThereIsNoStore();

private:
    QString file() const { return m_folder->filePath(u"a.hookglass"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QList<capture::Summary> m_rows; // a delivery and a rejection
};

void TstLinePrinter::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const auto store = capture::Store::open(file(), capture::Access::Write);
    QVERIFY(store);
    QVERIFY((*store)->append({.deliveries = {builders::stored(builders::delivery())}}));
    capture::Batch rejected;
    rejected.rejections.append(capture::Rejection{.receivedAt = 1'795'428'000'000'000,
                                                  .reason = capture::Reason::PlainHttp,
                                                  .detail = u"It was http."_s,
                                                  .count = 3});
    QVERIFY((*store)->append(rejected));
    const auto rows = (*store)->summaries(0, 10);
    QVERIFY(rows);
    QCOMPARE(rows->size(), 2);
    m_rows = *rows;
}

static QList<QJsonObject> objectsOf(const QByteArray &text)
{
    QList<QJsonObject> objects;
    const QList<QByteArray> lines = text.trimmed().split('\n');
    for (const QByteArray &line : lines)
        objects.append(QJsonDocument::fromJson(line).object());
    return objects;
}

void TstLinePrinter::writesALineADelivery()
{
    LinePrinter printer(file());
    const QSignalSpy printed(&printer, &LinePrinter::printed);
    CapturedOutput output(STDOUT_FILENO);
    printer.print({capture::Answer{.id = m_rows[0].rejection ? m_rows[1].id : m_rows[0].id}});
    const auto lines = objectsOf(output.text());
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0][u"format"].toString(), u"hookglass.delivery/1"_s);
    QCOMPARE(printed.count(), 1);
}

// It counts for none of the deliveries that the run is to wait for.
void TstLinePrinter::writesALineARejection()
{
    LinePrinter printer(file());
    const QSignalSpy printed(&printer, &LinePrinter::printed);
    CapturedOutput output(STDOUT_FILENO);
    printer.printRejections(m_rows);
    const auto lines = objectsOf(output.text());
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0][u"format"].toString(), u"hookglass.rejection/1"_s);
    QCOMPARE(lines[0][u"reason"].toString(), u"plain-http"_s);
    QCOMPARE(lines[0][u"detail"].toString(), u"It was http."_s);
    QCOMPARE(lines[0][u"count"].toInt(), 3);
    QCOMPARE(printed.count(), 0);
}

void TstLinePrinter::tellsThatThereIsNoStore()
{
    LinePrinter printer(m_folder->filePath(u"nonesuch.hookglass"_s));
    const QSignalSpy broken(&printer, &LinePrinter::broken);
    printer.printRejections(m_rows + m_rows);
    QCOMPARE(broken.count(), 1);
}

QTEST_GUILESS_MAIN(TstLinePrinter)
#include "tst_lineprinter.moc"
