// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/builders.h"
#include "support/livewindow.h"
#include "support/smile.h"
#include "ui/views/deliveryview.h"

using namespace Qt::Literals::StringLiterals;
using namespace ui;
using models::Column;
using signature::Signature;

class TstLateSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksWhatCameBeforeTheSecret();
    void leavesOtherEndpointsAlone();
};

static capture::Delivery unchecked()
{
    capture::Delivery delivery = builders::delivery();
    delivery.request = smile::request();
    delivery.verdict.signature = Signature::NoSecret;
    delivery.verdict.secret.clear();
    return delivery;
}

static QString signatureCell(const support::LiveWindow &live)
{
    return live.part<DeliveryView>()->model()->index(0, int(Column::Signature)).data().toString();
}

// As when the keyring is unlocked a while after the window has opened.
void TstLateSecrets::checksWhatCameBeforeTheSecret()
{
    support::LiveWindow live;
    QVERIFY(live.seed({unchecked()}));
    QVERIFY(live.open());
    QCOMPARE(signatureCell(live), u"No secret"_s);
    live.inspector().useSecrets(u"/"_s, {smile::secret(u"Dev"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(signatureCell(live), u"Verified"_s, 30'000);
}

void TstLateSecrets::leavesOtherEndpointsAlone()
{
    support::LiveWindow live;
    QVERIFY(live.seed({unchecked()}));
    QVERIFY(live.open());
    QSignalSpy rejudged(&live.inspector(), &inspector::Inspector::rejudged);
    live.inspector().useSecrets(u"/other"_s, {smile::secret(u"Dev"_s)});
    QVERIFY(!rejudged.wait(1000));
    QCOMPARE(signatureCell(live), u"No secret"_s);
}

QTEST_MAIN(TstLateSecrets)
#include "tst_latesecrets.moc"
