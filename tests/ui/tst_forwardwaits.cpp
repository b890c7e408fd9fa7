// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/forwardwaits.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using inspector::ForwardWait;

class TstForwardWaits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatItWaitsFor_data();
    void saysWhatItWaitsFor();
};

void TstForwardWaits::saysWhatItWaitsFor_data()
{
    constexpr qint64 second = 1'000'000; // microseconds
    const QString why = u"The connection was refused."_s;
    QTest::addColumn<ForwardWait>("wait"); // now is 0
    QTest::addColumn<QString>("expected");

    QTest::newRow("for a target that is down")
        << ForwardWait{.target = u"http://a/"_s, .nextAt = 12 * second, .why = why}
        << u"To http://a/: waiting, the next try in 12 s. The connection was refused."_s;
    QTest::newRow("for a target that refused it")
        << ForwardWait{.target = u"http://a/"_s,
                       .tries = 2,
                       .mostTries = 8,
                       .nextAt = 600 * second,
                       .why = u"It answered 500."_s}
        << u"To http://a/: waiting, try 3 of 8 in 10 min. It answered 500."_s;
    QTest::newRow("for a moment")
        << ForwardWait{.target = u"http://a/"_s, .tries = 1, .mostTries = 8, .why = why}
        << u"To http://a/: waiting, try 2 of 8 now. The connection was refused."_s;
    QTest::newRow("for more tries than the rule has by now")
        << ForwardWait{.target = u"http://a/"_s, .tries = 5, .mostTries = 3, .nextAt = 1}
        << u"To http://a/: waiting, the next try in 1 s."_s;
    QTest::newRow("for those before it")
        << ForwardWait{.target = u"http://a/"_s, .first = false, .why = why}
        << u"To http://a/: waiting for those that go there before it. "
           "The connection was refused."_s;
    QTest::newRow("for nothing") << ForwardWait{.target = u"http://a/"_s}
                                 << u"To http://a/: on its way."_s;
    QTest::newRow("for a target that is gone")
        << ForwardWait{.target = u"http://a/"_s, .used = false, .why = why}
        << u"To http://a/: waiting, but nothing is sent on there now."_s;
}

void TstForwardWaits::saysWhatItWaitsFor()
{
    QFETCH(ForwardWait, wait);
    QTEST(ui::describe(wait, 0), "expected");
}

QTEST_APPLESS_MAIN(TstForwardWaits)
#include "tst_forwardwaits.moc"
