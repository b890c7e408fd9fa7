// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/secretfit.h"
#include "signature/verifier.h"
#include "support/smile.h"
#include "support/vectors.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using signature::canSecretFit;
using signature::Scheme;

namespace
{

http::Request of(const QString &vector) { return vectors::requestOf(vectors::byId(vector)); }

} // namespace

Q_DECLARE_METATYPE(http::Request)

class TstSecretFit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsWhatIsVerified();
    void fitsOnlyWhereNothingElseIsInTheWay_data();
    void fitsOnlyWhereNothingElseIsInTheWay();
    void asksForWhatTheEndpointHasToKnow();
};

// Of every sender, though it is asked without the secret.
void TstSecretFit::fitsWhatIsVerified()
{
    int verified = 0;
    for (const QJsonObject &vector : vectors::all()) {
        const Scheme scheme = signature::schemeById(vector[u"scheme"].toString()).value();
        const http::Request request = vectors::requestOf(vector);
        const signature::Context context = vectors::contextOf(vector);
        const auto verdict
            = signature::verify(request, scheme, vectors::secretsOf(vector), 0, context);
        if (verdict.signature != signature::Signature::Verified)
            continue;
        ++verified;
        QVERIFY2(canSecretFit(request, scheme, context), qPrintable(vector[u"id"].toString()));
    }
    QVERIFY(verified > 200);
}

void TstSecretFit::fitsOnlyWhereNothingElseIsInTheWay_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<http::Request>("request");
    QTest::addColumn<bool>("fits");

    const auto row = [](const char *name, const QString &scheme, const http::Request &request,
                        bool fits = false) { QTest::newRow(name) << scheme << request << fits; };
    const QString smile = signature::smile().id;
    row("signed with whatever", smile, smile::request("altered"), true);
    row("no timestamp", smile, smile::without(smile::request(), "Smile-Timestamp"));
    http::Request two = smile::request();
    two.fields.append(http::Field{"Smile-Timestamp", "1795428000"});
    row("two timestamps", smile, two);
    row("no signature", smile, smile::without(smile::request(), "Smile-Signature"));
    row("a signature of a wrong form", smile, smile::request(smile::ping, "short"));
    row("a signature that an export hides", smile, smile::request(smile::ping, "redacted-1"));

    http::Request emptied = of(u"github-01"_s);
    emptied.body.clear();
    row("an empty text that is signed", u"github"_s, emptied, true);
    http::Request altered = of(u"netlify-01"_s);
    altered.body += ' ';
    row("a token for another body", u"netlify"_s, altered);
    altered = of(u"twilio_json-01"_s);
    altered.fields.append(http::Field{"Host", "mycompany.com"});
    row("a body of the digest that the URL says", u"twilio_json"_s, altered, true);
    altered.body += ' ';
    row("a body of another digest than the URL says", u"twilio_json"_s, altered);
    http::Request unbound = of(u"keygen-01"_s);
    for (http::Field &field : unbound.fields)
        field.value.replace(" host date digest", " host date");
    row("a signature of less than it has to cover", u"keygen"_s, unbound);
}

void TstSecretFit::fitsOnlyWhereNothingElseIsInTheWay()
{
    QFETCH(QString, scheme);
    QFETCH(http::Request, request);
    QTEST(canSecretFit(request, signature::schemeById(scheme).value()), "fits");
}

void TstSecretFit::asksForWhatTheEndpointHasToKnow()
{
    Scheme scheme = signature::smile();
    scheme.message = *signature::parseTemplate("{config:store}.{body}");
    QVERIFY(!canSecretFit(smile::request(), scheme));
    QVERIFY(canSecretFit(smile::request(), scheme, {.parameters = {{"store", "7"}}}));
}

QTEST_APPLESS_MAIN(TstSecretFit)
#include "tst_secretfit.moc"
