// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/verifier.h"
#include "support/broken.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using signature::Freshness;
using signature::Signature;

// Where senders' own libraries take more than one form, or judge a time in their own way, they are
// followed. Signed with Python's hmac and with OpenSSL.
class TstLibraryTakes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
};

namespace
{

constexpr char secret[] = "e2e-secret-of-this-test-only-0123456789";
constexpr qint64 onTime = smile::sentAt; // of every timestamp here

void addHubSpot()
{
    const auto row = [](const char *name, const char *signature, Signature judged) {
        QTest::newRow(name) << u"hubspot_v3"_s << QByteArray(secret)
                            << broken::post("[{\"eventId\":1}]",
                                            {{"X-HubSpot-Request-Timestamp", "1795428000000"},
                                             {"X-HubSpot-Signature-v3", signature}},
                                            "/in?u=a%40b.c&t=10%3A30%2F2&n=a%20b")
                            << onTime << judged << Freshness::Fresh;
    };
    row("HubSpot, the URL's marks decoded",
        "A7+zDbOdSE509PCWqKognfQl979RjFs6t8mkGhtuwsc=", Signature::Verified);
    row("HubSpot, the URL as received",
        "AyJRmYwXbaiu/eKG3suHbrpGaUW0xss9tf7J1E7tw3U=", Signature::Verified);
    row("HubSpot, the URL decoded wholly",
        "hJprdBV+xpifMSbwydRoUBuNk9WYNjBm/9HTxLgvWNU=", Signature::Invalid);
}

} // namespace

void TstLibraryTakes::judges_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<http::Request>("request");
    QTest::addColumn<qint64>("receivedAt"); // in seconds
    QTest::addColumn<Signature>("signature");
    QTest::addColumn<Freshness>("freshness");

    addHubSpot();
}

void TstLibraryTakes::judges()
{
    QFETCH(QString, scheme);
    QFETCH(QByteArray, key);
    QFETCH(http::Request, request);
    QFETCH(qint64, receivedAt);
    const signature::Question asked = broken::ask(scheme, key, request);
    const signature::Verdict verdict
        = signature::verify(asked.request, asked.scheme, asked.secrets, receivedAt * 1'000'000,
                            {.url = "https://hooks.example.com" + request.target});
    QTEST(verdict.signature, "signature");
    QTEST(verdict.freshness, "freshness");
}

QTEST_GUILESS_MAIN(TstLibraryTakes)
#include "tst_librarytakes.moc"
