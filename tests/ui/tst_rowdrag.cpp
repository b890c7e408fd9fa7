// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"
#include "support/builders.h"
#include "support/liveinspector.h"
#include "ui/rowdrag.h"
#include "ui/views/deliveryview.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

// Two deliveries and a rejection: 1, 2 and 3.
class TstRowDrag : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void givesOneWebhookAsItsRequest();
    void givesSeveralAsJsonLines();
    void givesARejectionAsJsonLines();
    void givesNothingWithoutASelection();
    void carriesAFileThatOthersCanTake();

private:
    QByteArray dragged(const QList<int> &rows);

    std::unique_ptr<support::LiveInspector> m_live;
    std::unique_ptr<models::DeliveryModel> m_model;
    std::unique_ptr<DeliveryView> m_view;
    RowDrag *m_drag = nullptr; // of the view
    QString m_file;
};

void TstRowDrag::init()
{
    m_live = std::make_unique<support::LiveInspector>();
    QList<capture::Summary> rows;
    {
        const auto store
            = capture::Store::open(m_live->path(u"test.hookglass"_s), capture::Access::Write);
        QVERIFY(store);
        QVERIFY((*store)->append({.deliveries = {builders::stored(builders::delivery()),
                                                 builders::stored(builders::delivery("two"))},
                                  .rejections = {{.reason = capture::Reason::Timeout}}}));
        const auto read = (*store)->summaries(0, 10);
        QVERIFY(read);
        rows = *read;
    }
    QVERIFY(m_live->open());
    m_model = std::make_unique<models::DeliveryModel>();
    m_model->append(rows);
    m_view = std::make_unique<DeliveryView>(*m_model);
    m_drag = new RowDrag(**m_live, *m_model, *m_view);
}

void TstRowDrag::cleanup()
{
    m_view.reset();
    m_model.reset();
}

QByteArray TstRowDrag::dragged(const QList<int> &rows)
{
    for (const int row : rows)
        m_view->selectionModel()->select(m_model->index(row, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QSignalSpy ready(m_drag, &RowDrag::ready);
    Q_EMIT m_view->dragWanted();
    if (!ready.wait())
        return {};
    m_file = ready.first().first().toString();
    QFile file(m_file);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TstRowDrag::givesOneWebhookAsItsRequest()
{
    QCOMPARE(dragged({1}),
             "POST / HTTP/1.1\r\nHost: localhost:8443\r\nContent-Length: 3\r\n\r\ntwo");
    QCOMPARE(QFileInfo(m_file).suffix(), u"http"_s);
    QCOMPARE(QFile::permissions(m_file) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void TstRowDrag::givesSeveralAsJsonLines()
{
    QCOMPARE(dragged({0, 1}).count('\n'), 2);
    QCOMPARE(QFileInfo(m_file).fileName(), u"webhooks.jsonl"_s);
}

void TstRowDrag::givesARejectionAsJsonLines()
{
    QVERIFY(dragged({2}).startsWith(R"({"format":"hookglass.rejection/1")"));
}

void TstRowDrag::givesNothingWithoutASelection()
{
    QSignalSpy ready(m_drag, &RowDrag::ready);
    QSignalSpy failed(m_drag, &RowDrag::failed);
    Q_EMIT m_view->dragWanted();
    QVERIFY(!dragged({0}).isEmpty());
    QCOMPARE(ready.size(), 1);
    QVERIFY(failed.isEmpty());
}

void TstRowDrag::carriesAFileThatOthersCanTake()
{
    const auto data = RowDrag::dataFor(u"/tmp/a b.http"_s);
    QCOMPARE(data->urls(), QList<QUrl>{QUrl::fromLocalFile(u"/tmp/a b.http"_s)});
}

QTEST_MAIN(TstRowDrag)
#include "tst_rowdrag.moc"
