// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "support/smile.h"
#include "ui/views/codeview.h"
#include "ui/views/signatureview.h"
#include "ui/views/valuebox.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using signature::Signature;

class TstSignatureView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void showsBothValuesAndMarksWhereTheyDiffer();
    void showsTheSignedTextWithItsLineEnds();
    void saysWhyNothingIsComputed_data();
    void saysWhyNothingIsComputed();
    void saysHowLongTheValueShouldBe();
    void copiesTheComputedValueOnlyAfterAWarning();
    void copiesTheSignedText();

private:
    void judge(const http::Request &request, const signature::Secrets &secrets);
    QPushButton *button(const QString &text) const;
    ValueBox *value(const QString &name) const;
    QString words() const;

    std::unique_ptr<SignatureView> m_view;
};

void TstSignatureView::init()
{
    m_view = std::make_unique<SignatureView>();
    m_view->resize(600, 700);
    m_view->show();
    QGuiApplication::clipboard()->clear();
}

void TstSignatureView::judge(const http::Request &request, const signature::Secrets &secrets)
{
    const qint64 arrival = smile::sentAt * 1'000'000;
    const auto verdict = signature::verify(request, signature::smile(), secrets, arrival);
    m_view->showEvidence(
        verdict, signature::explain(request, signature::smile(), secrets, verdict, arrival));
}

QPushButton *TstSignatureView::button(const QString &text) const
{
    for (auto *button : m_view->findChildren<QPushButton *>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

ValueBox *TstSignatureView::value(const QString &name) const
{
    for (auto *box : m_view->findChildren<ValueBox *>()) {
        if (box->accessibleName() == name)
            return box;
    }
    return nullptr;
}

QString TstSignatureView::words() const
{
    QStringList words;
    for (const auto *label : m_view->findChildren<QLabel *>()) {
        if (label->isVisible())
            words += label->text();
    }
    return words.join(u'|');
}

void TstSignatureView::showsBothValuesAndMarksWhereTheyDiffer()
{
    QByteArray other(smile::pingSignature);
    other[0] = 'v';
    judge(smile::request(smile::ping, other), {smile::secret(u"Dev store"_s)});
    QCOMPARE(value(u"Received value"_s)->toPlainText(), QString::fromLatin1(other));
    QCOMPARE(value(u"Computed value"_s)->toPlainText(), QString::fromLatin1(smile::pingSignature));
    const auto marks = value(u"Received value"_s)->extraSelections();
    QCOMPARE(marks.size(), 1);
    QCOMPARE(marks.first().cursor.selectedText(), u"v"_s);
    QVERIFY2(words().contains(u"Dev store"_s), qPrintable(words()));
    QVERIFY(button(u"Try another secret…"_s));
}

void TstSignatureView::showsTheSignedTextWithItsLineEnds()
{
    judge(smile::request("{\n\"a\":1}\n"), {smile::secret(u"Dev store"_s)});
    QCOMPARE(m_view->findChild<CodeView *>()->toPlainText(), u"1795428000.{␊\n\"a\":1}␊\n"_s);
    QVERIFY2(words().contains(u"20 bytes: 10 of timestamp, a full stop, 9 of body"_s),
             qPrintable(words()));
}

void TstSignatureView::saysWhyNothingIsComputed_data()
{
    QTest::addColumn<http::Request>("request");
    QTest::addColumn<bool>("haveSecret");
    QTest::addColumn<QString>("why");
    QTest::newRow("no secret") << smile::request() << false << u"there is no secret yet"_s;
    QTest::newRow("no timestamp") << smile::without(smile::request(), "Smile-Timestamp") << true
                                  << u"the timestamp is part of the signed text"_s;
}

void TstSignatureView::saysWhyNothingIsComputed()
{
    QFETCH(http::Request, request);
    QFETCH(bool, haveSecret);
    QFETCH(QString, why);
    judge(request,
          haveSecret ? signature::Secrets{smile::secret(u"Dev store"_s)} : signature::Secrets());
    QVERIFY2(words().contains(why), qPrintable(words()));
    QVERIFY(!value(u"Computed value"_s)->isVisible());
    QVERIFY(!button(u"Copy computed value…"_s));
    QSignalSpy wanted(m_view.get(), &SignatureView::secretWanted);
    if (auto *add = button(u"Add the secret…"_s))
        add->click();
    QCOMPARE(wanted.size(), haveSecret ? 0 : 1);
}

void TstSignatureView::saysHowLongTheValueShouldBe()
{
    judge(smile::request(), {smile::secret(u"Dev store"_s)});
    QVERIFY2(words().contains(u"44 character(s), as expected"_s), qPrintable(words()));
    judge(smile::request(smile::ping, "short"), {smile::secret(u"Dev store"_s)});
    QVERIFY2(words().contains(u"5 character(s); 44 are expected"_s), qPrintable(words()));
}

void TstSignatureView::copiesTheComputedValueOnlyAfterAWarning()
{
    judge(smile::request(), {smile::secret(u"Dev store"_s)});
    for (const bool sure : {false, true}) {
        button(u"Copy computed value…"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
        auto *warning = m_view->findChild<QMessageBox *>();
        QVERIFY(warning->isVisible());
        QCOMPARE(warning->defaultButton(), warning->button(QMessageBox::Cancel));
        for (auto *choice : warning->buttons()) {
            if (warning->buttonRole(choice)
                == (sure ? QMessageBox::AcceptRole : QMessageBox::RejectRole))
                choice->click();
        }
        QTRY_VERIFY(!m_view->findChild<QMessageBox *>());
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1(smile::pingSignature));
}

void TstSignatureView::copiesTheSignedText()
{
    judge(smile::request(), {smile::secret(u"Dev store"_s)});
    button(u"Copy signed text"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"1795428000."_s + QString::fromLatin1(smile::ping));
}

QTEST_MAIN(TstSignatureView)
#include "tst_signatureview.moc"
