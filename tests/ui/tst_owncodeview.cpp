// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/broken.h"
#include "ui/views/diagnosisbox.h"
#include "ui/views/diagnosisview.h"
#include "ui/views/owncodeview.h"

#include <QLineEdit>
#include <QTest>

using namespace ui;
using namespace Qt::Literals::StringLiterals;

class TstOwnCodeView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explainsTheOwnCodesValue_data();
    void explainsTheOwnCodesValue();
};

constexpr char body[] = R"({"account_id":0,"data":{},"topic":"ping"})";

void TstOwnCodeView::explainsTheOwnCodesValue_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("sentence");

    const QByteArray usual = QByteArray(broken::stamp) + '.' + body;
    QTest::newRow("the right value") << broken::hmac64(smile::key, usual) << u"The right value"_s
                                     << u"Your code computes the right value."_s;
    QTest::newRow("hex instead of Base64")
        << broken::hmacHex(smile::key, usual) << u"Proven cause"_s << u"Your value comes out if"_s;
    QTest::newRow("the body alone")
        << broken::hmac64(smile::key, body) << u"Proven cause"_s << u"Your value comes out if"_s;
    QTest::newRow("something else") << broken::hmac64("other", "other") << u"No cause found"_s
                                    << u"Nothing that was tried fits."_s;
}

void TstOwnCodeView::explainsTheOwnCodesValue()
{
    QFETCH(QByteArray, value);
    OwnCodeView view;
    view.setQuestion(broken::smileBody(body, body));
    auto *field = view.findChild<QLineEdit *>();
    const auto *diagnosis = view.findChild<DiagnosisView *>();
    field->setText(QString::fromLatin1(value) + u' ');
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(diagnosis->shown(), 60'000);
    const QStringList answer = view.findChild<DiagnosisBox *>()->text().split(u'\n');
    QTEST(answer.value(0), "word");
    QFETCH(QString, sentence);
    QVERIFY2(answer.join(u'|').contains(sentence), qPrintable(answer.join(u'|')));
    QVERIFY(!diagnosis->shown()->fix);
    field->clear();
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!diagnosis->shown());
}

QTEST_MAIN(TstOwnCodeView)
#include "tst_owncodeview.moc"
