// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/liveinspector.h"
#include "support/rows.h"
#include "ui/dialogs/listenertest.h"

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstListenerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesNoCheckOfAnAddressForItsPing();
};

void TstListenerTest::takesNoCheckOfAnAddressForItsPing()
{
    support::LiveInspector live;
    ListenerTest test(*live);
    QSignalSpy told(&test, &ListenerTest::told);
    test.start();
    capture::Summary check = rows::row(1);
    check.test = true;
    check.target = "/?hookglass-check=0123";
    capture::Summary ping = rows::row(2);
    ping.test = true;
    Q_EMIT live->stored({check, ping});
    capture::Attempt answered;
    answered.response = http::Response{.status = 200};
    Q_EMIT live->pinged(answered);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told[0][1].toString(),
             u"The ping went through the listener and is row 2: Verified."_s);
}

QTEST_MAIN(TstListenerTest)
#include "tst_listenertest.moc"
