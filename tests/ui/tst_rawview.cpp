// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/builders.h"
#include "support/smile.h"
#include "ui/views/codeview.h"
#include "ui/views/elidedlabel.h"
#include "ui/views/noteline.h"
#include "ui/views/rawview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstRawView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_view = std::make_unique<RawView>(); }
    void showsTheVeryBytes();
    void saysWhatIsNotAsReceived_data();
    void saysWhatIsNotAsReceived();
    void showsTheBeginningOfALongBody();
    void copiesTextAndWarnsOfOtherBytes();

private:
    QString code() const { return m_view->findChild<CodeView *>()->toPlainText(); }
    QString notes() const { return m_view->findChild<NoteLine *>()->text(); }

    std::unique_ptr<RawView> m_view;
};

void TstRawView::showsTheVeryBytes()
{
    http::Request request = builders::delivery().request;
    request.head = "POST /%zz HTTP/1.1\r\nhost:  localhost\r\nX: 1\r\nx: 2\r\n\r\n";
    m_view->showRequest(request);
    QCOMPARE(code(), u"POST /%zz HTTP/1.1\nhost:  localhost\nX: 1\nx: 2\n\n{\"topic\":\"ping\"}"_s);
    QCOMPARE(notes(), QString());
    QCOMPARE(m_view->findChild<ElidedLabel *>()->fullText(),
             u"Head %1 B · body 16 B"_s.arg(request.head.size()));
    m_view->clear();
    QCOMPARE(code(), QString());
}

void TstRawView::saysWhatIsNotAsReceived_data()
{
    QTest::addColumn<http::Request>("request");
    QTest::addColumn<QString>("note");
    http::Request chunked = builders::delivery().request;
    chunked.framing = http::Framing::Chunked;
    QTest::newRow("chunks") << chunked << u"The body came in chunks and is shown joined."_s;
    QTest::newRow("a head put together")
        << smile::request() << u"Only the headers are known; the head is put together from them."_s;
}

void TstRawView::saysWhatIsNotAsReceived()
{
    QFETCH(http::Request, request);
    m_view->showRequest(request);
    QTEST(notes(), "note");
    QVERIFY(code().startsWith(u"POST / HTTP/1.1\n"_s));
}

void TstRawView::showsTheBeginningOfALongBody()
{
    m_view->showRequest(builders::delivery(QByteArray(RawView::shownBody + 1, 'x')).request);
    QVERIFY2(notes().startsWith(u"The first 256.0 KB of "_s), qPrintable(notes()));
}

void TstRawView::copiesTextAndWarnsOfOtherBytes()
{
    QSignalSpy message(m_view.get(), &RawView::message);
    m_view->showRequest(builders::delivery("{}").request);
    m_view->copyAll();
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(u"\r\n\r\n{}"_s));
    m_view->showRequest(builders::delivery("\xff").request);
    m_view->copyAll();
    QCOMPARE(message.size(), 2);
    QVERIFY(message.last().first().toString().contains(u"not all UTF-8"_s));
}

QTEST_MAIN(TstRawView)
#include "tst_rawview.moc"
