// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/verifier.h"
#include "support/broken.h"
#include "support/smile.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using signature::Freshness;
using signature::Secrets;
using signature::Signature;
using signature::Verdict;

Q_DECLARE_METATYPE(signature::Signature)
Q_DECLARE_METATYPE(signature::Freshness)

namespace
{

constexpr qint64 second = 1'000'000;

Verdict judge(const http::Request &request, const Secrets &secrets,
              qint64 receivedAt = smile::sentAt * second)
{
    return signature::verify(request, signature::smile(), secrets, receivedAt);
}

Verdict judge(const http::Request &request)
{
    return judge(request, {smile::secret(u"primary"_s)});
}

} // namespace

class TstVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verifiesWhatOthersSigned_data();
    void verifiesWhatOthersSigned();
    void verifiesALargeBody();
    void signsTheTimestampAsReceived_data();
    void signsTheTimestampAsReceived();
    void ignoresTheCaseOfFieldNames();
    void refusesEveryOtherBit();
    void refusesAnAlteredBody();
    void neverVerifiesARandomSignature();
    void judgesTheFormFirst_data();
    void judgesTheFormFirst();
    void refusesARepeatedSignature();
    void refusesARepeatedTimestamp();
    void computesNothingWithoutATimestamp();
    void namesTheSecretThatMatched();
    void takesAnEmptySecretForNone();
    void judgesFreshnessToTheSecond_data();
    void judgesFreshnessToTheSecond();
    void judgesFreshnessOfTheUnsigned();
    void judgesNothingWithoutAScheme();
    void computesNothingOfAnEndlessText();
    void computesAnEndlessTextForNoLongBatch();
};

void TstVerifier::verifiesWhatOthersSigned_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("signature");

    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all += char(i);
    QTest::newRow("a ping") << QByteArray(smile::ping) << QByteArray(smile::pingSignature);
    QTest::newRow("an empty body")
        << QByteArray() << QByteArray("tp4inq5v5bpVhKbO4q//5oAu6FvC2xU0MneTco460jk=");
    QTest::newRow("all 256 byte values")
        << all << QByteArray("KMaJPyQZezYFAfC0MMWwH6BU1FDTdnFJKKNRU1ViOtQ=");
    QTest::newRow("a byte order mark and CRLF")
        << QByteArray("\xef\xbb\xbf{\"a\":1}\r\n")
        << QByteArray("5c2e4X8eWTblSLmkjR6AI2G4p76WQYGgLyURbEswZCk=");
}

void TstVerifier::verifiesWhatOthersSigned()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, signature);
    const Verdict expected{.scheme = u"smile"_s,
                           .signature = Signature::Verified,
                           .freshness = Freshness::Fresh,
                           .ageSeconds = 0,
                           .secret = u"primary"_s};
    QVERIFY(judge(smile::request(body, signature)) == expected);
}

void TstVerifier::verifiesALargeBody()
{
    QByteArray body(3 * 1024 * 1024, Qt::Uninitialized);
    for (qsizetype i = 0; i < body.size(); ++i)
        body[i] = char(i % 251);
    const QByteArray signature = "ZTLa9csp2a+QK11qbkUiDQNzssgnICvJq4gX3OwC52g=";
    QCOMPARE(judge(smile::request(body, signature)).signature, Signature::Verified);
    body[body.size() - 1] = '\0';
    QCOMPARE(judge(smile::request(body, signature)).signature, Signature::Invalid);
}

// Each signature was made over the very text, however odd it is as a number.
void TstVerifier::signsTheTimestampAsReceived_data()
{
    QTest::addColumn<QByteArray>("timestamp");
    QTest::addColumn<QByteArray>("signature");
    QTest::addColumn<Freshness>("freshness");

    QTest::newRow("a word") << QByteArray("yesterday")
                            << QByteArray("Z2DkkiBAeJmdcu/+VI7oamscZop/Yx3/kf3dxcJ58MQ=")
                            << Freshness::Malformed;
    QTest::newRow("Ruby's digit groups")
        << QByteArray("1_700_000_000") << QByteArray("aL5r/S2ebEQFFxLTI7M2hb5OJRFSzwKxvVTNwVeGGNE=")
        << Freshness::Malformed;
    QTest::newRow("an empty text")
        << QByteArray("") << QByteArray("B+jpp0S9D37OwUdkojRejBvdrkdAw1FbPQXLRJCsq6M=")
        << Freshness::Malformed;
    QTest::newRow("bytes that are not UTF-8")
        << QByteArray("caf\xe9") << QByteArray("dCSgfIbd0Uvc32q89JHcDl81xNNi85DGVdL8SRHb8kY=")
        << Freshness::Malformed;
    QTest::newRow("leading zeros")
        << QByteArray("0001795428000") << QByteArray("gWVXR/tLltzsVuDgQSsa5lB9mGxi88G83j7d69606V0=")
        << Freshness::Fresh;
}

void TstVerifier::signsTheTimestampAsReceived()
{
    QFETCH(QByteArray, timestamp);
    QFETCH(QByteArray, signature);
    QFETCH(Freshness, freshness);
    const Verdict verdict = judge(smile::request(smile::ping, signature, timestamp));
    QCOMPARE(verdict.signature, Signature::Verified);
    QCOMPARE(verdict.freshness, freshness);
    QCOMPARE(verdict.ageSeconds.has_value(), freshness == Freshness::Fresh);
}

void TstVerifier::ignoresTheCaseOfFieldNames()
{
    http::Request request = smile::request();
    for (http::Field &field : request.fields)
        field.name = field.name.toLower();
    QCOMPARE(judge(request).signature, Signature::Verified);
}

void TstVerifier::refusesEveryOtherBit()
{
    const QByteArray digest = QByteArray::fromBase64(smile::pingSignature);
    for (int bit = 0; bit < 256; ++bit) {
        QByteArray other = digest;
        other[bit / 8] = char(other[bit / 8] ^ (1 << (bit % 8)));
        const auto request = smile::request(smile::ping, other.toBase64());
        QCOMPARE(judge(request).signature, Signature::Invalid);
    }
}

void TstVerifier::refusesAnAlteredBody()
{
    const QByteArray body = smile::ping;
    for (const QByteArray &altered :
         {body + '\n', body + ' ', body.chopped(1), "\xef\xbb\xbf" + body, body + '\0'}) {
        QCOMPARE(judge(smile::request(altered)).signature, Signature::Invalid);
    }
}

void TstVerifier::neverVerifiesARandomSignature()
{
    QRandomGenerator random(20261123);
    const Secrets secrets{smile::secret(u"primary"_s), smile::secret(u"old"_s, "the-old-secret")};
    for (int i = 0; i < 10'000; ++i) {
        std::array<quint32, 8> digest;
        random.fillRange(digest.data(), qsizetype(digest.size()));
        const QByteArray bytes(reinterpret_cast<const char *>(digest.data()), 32);
        const Verdict verdict = judge(smile::request(smile::ping, bytes.toBase64()), secrets);
        QCOMPARE(verdict.signature, Signature::Invalid);
        QVERIFY(verdict.secret.isEmpty());
    }
}

void TstVerifier::judgesTheFormFirst_data()
{
    QTest::addColumn<QByteArray>("signature");
    QTest::addColumn<Signature>("withSecret");
    QTest::addColumn<Signature>("withoutSecret");

    const QByteArray good = smile::pingSignature;
    const auto addMalformed = [](const char *name, const QByteArray &signature) {
        QTest::newRow(name) << signature << Signature::Malformed << Signature::Malformed;
    };
    QTest::newRow("right") << good << Signature::Verified << Signature::NoSecret;
    QTest::newRow("wrong") << QByteArray(43, 'A') + '=' << Signature::Invalid
                           << Signature::NoSecret;
    addMalformed("empty", "");
    addMalformed("without its padding", good.chopped(1));
    addMalformed("43 characters", good.sliced(1));
    addMalformed("45 characters", 'A' + good);
    addMalformed("not canonical, but the same digest", good.chopped(2) + "l=");
    addMalformed("in hex", QByteArray::fromBase64(good).toHex());
    addMalformed("in Base64 for URLs", QByteArray(good).replace('+', '-').replace('/', '_'));
    addMalformed("with a prefix", "sha256=" + good);
    addMalformed("quoted", '"' + good + '"');
    addMalformed("a SHA-1 digest", "eMPXpc3SYZghyZbrP5PHgQWZraU=");
}

void TstVerifier::judgesTheFormFirst()
{
    QFETCH(QByteArray, signature);
    const auto request = smile::request(smile::ping, signature);
    QTEST(judge(request).signature, "withSecret");
    QTEST(judge(request, {}).signature, "withoutSecret");
}

void TstVerifier::refusesARepeatedSignature()
{
    http::Request request = smile::request();
    request.fields.append(http::Field{"smile-signature", smile::pingSignature});
    QCOMPARE(judge(request).signature, Signature::Malformed);
    QCOMPARE(judge(request, {}).signature, Signature::Malformed);
    QCOMPARE(judge(request).freshness, Freshness::Fresh);
}

// Nobody knows which of the two was signed.
void TstVerifier::refusesARepeatedTimestamp()
{
    http::Request request = smile::request();
    request.fields.append(http::Field{"Smile-Timestamp", "1795428000"});
    QCOMPARE(judge(request).signature, Signature::Invalid);
    QCOMPARE(judge(request).freshness, Freshness::Malformed);
    QVERIFY(!judge(request).ageSeconds);
}

// The signature is right for an empty timestamp, and still is not tried.
void TstVerifier::computesNothingWithoutATimestamp()
{
    const auto request = smile::without(
        smile::request(smile::ping, "B+jpp0S9D37OwUdkojRejBvdrkdAw1FbPQXLRJCsq6M="),
        "Smile-Timestamp");
    const Verdict verdict = judge(request);
    QCOMPARE(verdict.signature, Signature::Invalid);
    QCOMPARE(verdict.freshness, Freshness::Missing);
    QVERIFY(!verdict.ageSeconds);
    QVERIFY(verdict.secret.isEmpty());
    QCOMPARE(judge(request, {}).signature, Signature::NoSecret);
}

void TstVerifier::namesTheSecretThatMatched()
{
    const QByteArray old = "iYufHDvZdi3zX/WDkwcUT0DCtPZMz29qItC8oCQmjOE=";
    const Secrets secrets{smile::secret(u"new"_s), smile::secret(u"old"_s, "the-old-secret-000")};
    QCOMPARE(judge(smile::request(), secrets).secret, u"new"_s);
    QCOMPARE(judge(smile::request(smile::ping, old), secrets).secret, u"old"_s);
    QCOMPARE(judge(smile::request(smile::ping, old)).signature, Signature::Invalid);

    const QByteArray unicode = "2js9FzMyMS4TPZYKOLPW+WH3Jg8K8uZyQUAer+rjKJ4=";
    const Secrets text{smile::secret(u"text"_s, "clé-秘密-0123456789")};
    QCOMPARE(judge(smile::request(smile::ping, unicode), text).secret, u"text"_s);
}

void TstVerifier::takesAnEmptySecretForNone()
{
    const Secrets empty{smile::secret(u"empty"_s, ""), nullptr};
    QCOMPARE(judge(smile::request(), empty).signature, Signature::NoSecret);
    const Secrets both{smile::secret(u"empty"_s, ""), smile::secret(u"primary"_s)};
    QCOMPARE(judge(smile::request(), both).secret, u"primary"_s);
}

void TstVerifier::judgesFreshnessToTheSecond_data()
{
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<Freshness>("freshness");
    QTest::addColumn<qint64>("age");

    const auto add = [](const char *name, qint64 microseconds, Freshness freshness, qint64 age) {
        QTest::newRow(name) << microseconds << freshness << age;
    };
    add("at once", 0, Freshness::Fresh, 0);
    add("299 s", 299 * second, Freshness::Fresh, 299);
    add("a microsecond before 300 s", 300 * second - 1, Freshness::Fresh, 299);
    add("300 s", 300 * second, Freshness::Stale, 300);
    add("900 s", 900 * second, Freshness::Stale, 900);
    add("299 s ahead", -299 * second, Freshness::Fresh, -299);
    add("299 s and a microsecond ahead", -299 * second - 1, Freshness::Future, -300);
    add("300 s ahead", -300 * second, Freshness::Future, -300);
    add("a year ahead", -31'536'000 * second, Freshness::Future, -31'536'000);
}

void TstVerifier::judgesFreshnessToTheSecond()
{
    QFETCH(qint64, microseconds);
    const Secrets secrets{smile::secret(u"primary"_s)};
    const Verdict verdict = judge(smile::request(), secrets, smile::sentAt * second + microseconds);
    QTEST(verdict.freshness, "freshness");
    QTEST(verdict.ageSeconds.value_or(-1), "age");
    QCOMPARE(verdict.signature, Signature::Verified);
}

void TstVerifier::judgesFreshnessOfTheUnsigned()
{
    const auto request = smile::without(smile::request(), "Smile-Signature");
    QCOMPARE(judge(request).signature, Signature::Unsigned);
    QCOMPARE(judge(request).freshness, Freshness::Fresh);
    QCOMPARE(judge(request, {}).signature, Signature::Unsigned);
    const auto bare = smile::without(request, "Smile-Timestamp");
    QCOMPARE(judge(bare).signature, Signature::Unsigned);
    QCOMPARE(judge(bare).freshness, Freshness::Missing);
}

void TstVerifier::judgesNothingWithoutAScheme()
{
    const Secrets secrets{smile::secret(u"primary"_s)};
    QVERIFY(signature::verify(smile::request(), {}, secrets, 0) == Verdict());
}

// A hostile template makes a large body many times larger.
void TstVerifier::computesNothingOfAnEndlessText()
{
    signature::Scheme scheme = signature::smile();
    scheme.message = *signature::parseTemplate(QByteArray("{json:/a}").repeated(32));
    const auto request = [](qsizetype size) {
        return smile::request(R"({"a":")" + QByteArray(size, 'x') + R"("})");
    };
    const Secrets secrets{smile::secret(u"primary"_s)};
    const auto sentence = [&](const http::Request &of) {
        const Verdict verdict = signature::verify(of, scheme, secrets, smile::sentAt * second);
        return signature::explain(of, scheme, secrets, verdict, smile::sentAt * second)
            .signatureSentence;
    };
    QCOMPARE(sentence(request(1000)), u"No stored secret matches."_s);
    QCOMPARE(sentence(request(1024 * 1024)),
             u"The text that this scheme signs is many times as long as the body; nothing is "
             "computed."_s);
}

// A thousand elements, each of which signs the large rest of the body: all signed rightly.
void TstVerifier::computesAnEndlessTextForNoLongBatch()
{
    const QByteArray large(4 * 1024 * 1024, 'x');
    signature::Scheme scheme = signature::smile();
    scheme.time.reset();
    scheme.each = "/items";
    scheme.signature = {{signature::Source::Item, "/s"}};
    scheme.message = *signature::parseTemplate("{json:/large}{item:/x}");
    const auto sentence = [&](int elements) {
        const QByteArray element
            = R"({"x":1,"s":")" + broken::hmac64(smile::key, large + '1') + R"("},)";
        http::Request request = smile::request(R"({"large":")" + large + R"(","items":[)"
                                               + element.repeated(elements).chopped(1) + "]}");
        const Secrets secrets{smile::secret(u"primary"_s)};
        const Verdict verdict = signature::verify(request, scheme, secrets, 0);
        return signature::explain(request, scheme, secrets, verdict, 0).signatureSentence;
    };
    QCOMPARE(sentence(5), u"Signed with secret “primary”."_s);
    QCOMPARE(
        sentence(1000),
        u"Element 9 of the batch: The text that this scheme signs is many times as long as the "
        "body; nothing is computed."_s);
}

QTEST_GUILESS_MAIN(TstVerifier)
#include "tst_verifier.moc"
