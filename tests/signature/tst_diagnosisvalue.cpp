// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/proofs.h"

using namespace signature;
using proofs::row;
using namespace Qt::Literals::StringLiterals;

// Signed texts that are put together in another way, and values that are written in another way,
// than the scheme says.
class TstDiagnosisValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void provesTheLayout_data();
    void provesTheLayout();
    void provesTheTimestamp_data();
    void provesTheTimestamp();
    void provesDigestAndFormat_data();
    void provesDigestAndFormat();
    void provesTwoThingsAtOnce_data();
    void provesTwoThingsAtOnce();
    void findsTheEntryThatFits();
};

namespace
{

constexpr char body[] = R"({"account_id":0,"data":{},"topic":"ping"})";
const QByteArray secret = smile::key;
const QByteArray stamp = broken::stamp;
const QByteArray usual = stamp + '.' + body;

// Smile's delivery with a value of whatever kind.
Question smileValue(const QByteArray &value)
{
    return broken::ask(u"smile"_s, secret, ::smile::request(body, value));
}

// Smile's delivery whose value signs that text.
Question smileText(const QByteArray &text) { return broken::smiles(text, body); }

} // namespace

void TstDiagnosisValue::provesTheLayout_data()
{
    proofs::addColumns();
    const QStringList layout{u"layout"_s};
    const QByteArray bytes = QByteArray("b'") + body + '\'';
    row("the body alone", smileText(body), layout);
    row("nothing between", smileText(stamp + body), layout);
    row("a colon", smileText(stamp + ':' + body), layout);
    row("a line feed", smileText(stamp + '\n' + body), layout);
    row("a bar", smileText(stamp + '|' + body), layout);
    row("a dash", smileText(stamp + '-' + body), layout);
    row("a space", smileText(stamp + ' ' + body), layout);
    row("swapped", smileText(body + ('.' + stamp)), layout);
    row("swapped, nothing between", smileText(body + stamp), layout);
    row("Slack's", smileText("v0:" + stamp + ':' + body), layout);
    row("Python's bytes for the body", smileText(stamp + '.' + bytes), layout);
    row("Python's bytes for both", smileText("b'" + stamp + "'." + bytes), layout);
    row("Python's bytes for the text", smileText("b'" + usual + '\''), layout);
    row("Python's bytes alone", smileText(bytes), layout);
    row("the timestamp alone", smileText(stamp), layout);
    row("the text's digest in hex",
        smileText(QCryptographicHash::hash(usual, QCryptographicHash::Sha256).toHex()), layout);
    row("with method and path", smileText(stamp + "POST/" + body), layout);
}

void TstDiagnosisValue::provesTheLayout() { proofs::check(); }

void TstDiagnosisValue::provesTheTimestamp_data()
{
    proofs::addColumns();
    const QStringList text{u"timestamp-text"_s};
    row("milliseconds", smileText(stamp + "000." + body), text);
    row("a float", smileText(stamp + ".0." + body), text);
    row("ISO 8601", smileText("2026-11-23T10:00:00Z." + QByteArray(body)), text);
    row("ISO 8601 with milliseconds", smileText("2026-11-23T10:00:00.000Z." + QByteArray(body)),
        text);
    row("undefined", smileText("undefined." + QByteArray(body)), text);
    row("None", smileText("None." + QByteArray(body)), text);
    row("nothing", smileText('.' + QByteArray(body)), text);
    const auto here = [](const QByteArray &header, const QByteArray &signedTime,
                         const QByteArray &sent = body) {
        return broken::ask(
            u"smile"_s, secret,
            ::smile::request(sent, broken::hmac64(secret, signedTime + '.' + sent), header));
    };
    row("seconds where milliseconds are here", here(stamp + "000", stamp), text);
    row("seconds where a float is here", here(stamp + ".0", stamp), text);
    row("the time of arrival", here("1795427000", stamp), text);
    const QByteArray timed = R"({"created":1795427999,"topic":"ping"})";
    row("the body's time", here(stamp, "1795427999", timed), text);
    Question other = here("1795427111", "1795427222");
    other.request.fields.append(http::Field{"X-Smile-Sent-At", "1795427222"});
    row("another header's time", other, text);
}

void TstDiagnosisValue::provesTheTimestamp() { proofs::check(); }

void TstDiagnosisValue::provesDigestAndFormat_data()
{
    proofs::addColumns();
    const QStringList digest{u"digest"_s};
    const QStringList format{u"signature-format"_s};
    const QByteArray mac = broken::hmac(secret, usual);
    const QByteArray base64 = mac.toBase64();
    const QByteArray urls = mac.toBase64(QByteArray::Base64UrlEncoding);
    const auto plain = [](const QByteArray &text, broken::Algorithm algorithm) {
        return smileValue(QCryptographicHash::hash(text, algorithm).toBase64());
    };

    row("hex", smileValue(mac.toHex()), digest);
    row("hex in capitals", smileValue(mac.toHex().toUpper()), digest);
    row("hex with dashes, as .NET prints it", smileValue(mac.toHex('-').toUpper()), digest);
    row("Base64 of the hex text", smileValue(mac.toHex().toBase64()), digest);
    row("Base64 for URLs", smileValue(urls), digest);
    row("without its padding", smileValue(base64.chopped(1)), digest);
    row("SHA-1", smileValue(broken::hmac64(secret, usual, QCryptographicHash::Sha1)), digest);
    row("SHA-512", smileValue(broken::hmac64(secret, usual, QCryptographicHash::Sha512)), digest);
    row("SHA-384", smileValue(broken::hmac64(secret, usual, QCryptographicHash::Sha384)), digest);
    row("MD5", smileValue(broken::hmac64(secret, usual, QCryptographicHash::Md5)), digest);
    row("SHA-512 in hex", smileValue(broken::hmacHex(secret, usual, QCryptographicHash::Sha512)),
        digest);
    row("SHA-1 in hex", smileValue(broken::hmacHex(secret, usual, QCryptographicHash::Sha1)),
        digest);
    row("a digest of secret and text", plain(secret + usual, QCryptographicHash::Sha256), digest);
    row("a digest of text and secret", plain(usual + secret, QCryptographicHash::Sha256), digest);
    row("a digest of the text alone", plain(usual, QCryptographicHash::Sha256), digest);
    row("a SHA-1 digest of secret and text", plain(secret + usual, QCryptographicHash::Sha1),
        digest);
    row("secret and text swapped", smileValue(broken::hmac64(usual, secret)), digest);

    row("a prefix", smileValue("sha256=" + base64), format);
    row("a version in front", smileValue("v1=" + base64), format);
    row("Standard Webhooks' tag", smileValue("v1," + base64), format);
    row("quotes", smileValue('"' + base64 + '"'), format);
    row("Python's bytes", smileValue("b'" + base64 + '\''), format);
    row("cut off", smileValue(base64.first(30)), format);
    row("half of it", smileValue(base64.first(22)), format);
    row("no capitals", smileValue(base64.toLower()), format);
    row("percent-encoded", smileValue(base64.toPercentEncoding()), format);
    row("spaces for plus signs", smileValue(QByteArray(base64).replace('+', ' ')), format);
    row("white space inside", smileValue(base64.first(20) + ' ' + base64.sliced(20)), format);
    QByteArray loose = base64;
    loose[42] = loose[42] == 'A' ? 'B' : char(loose[42] + 1);
    row("bits beyond the digest", smileValue(loose), format);
}

void TstDiagnosisValue::provesDigestAndFormat() { proofs::check(); }

void TstDiagnosisValue::provesTwoThingsAtOnce_data()
{
    proofs::addColumns();
    const auto hex = [](const QByteArray &text, const QByteArray &key = secret) {
        return smileValue(broken::hmacHex(key, text));
    };
    row("the body alone, in hex", hex(body), {u"layout"_s, u"digest"_s});
    row("milliseconds, in hex", hex(stamp + "000." + body), {u"timestamp-text"_s, u"digest"_s});
    row("a line feed, in hex", hex(usual + '\n'), {u"newline"_s, u"digest"_s});
    row("a secret with a line feed, in hex", hex(usual, secret + '\n'),
        {u"secret-whitespace"_s, u"digest"_s});
    row("the body alone, with a prefix", smileValue("sha256=" + broken::hmac64(secret, body)),
        {u"layout"_s, u"signature-format"_s});
    row("hex with a prefix", smileValue("sha256=" + broken::hmacHex(secret, usual)),
        {u"digest"_s, u"signature-format"_s});
    row("the body alone, with a line feed", smileText(QByteArray(body) + '\n'),
        {u"newline"_s, u"layout"_s});
    row("milliseconds and a secret in quotes",
        smileValue(broken::hmac64('"' + secret + '"', stamp + "000." + body)),
        {u"secret-whitespace"_s, u"timestamp-text"_s});
    row("spaced JSON and a secret with a line feed",
        smileValue(broken::hmac64(secret + '\n',
                                  stamp + R"(.{"account_id": 0, "data": {}, "topic": "ping"})")),
        {u"json-reserialised"_s, u"secret-whitespace"_s});
    row("spaced JSON, the body alone",
        smileText(R"({"account_id": 0, "data": {}, "topic": "ping"})"),
        {u"json-reserialised"_s, u"layout"_s});
    row("spaced JSON, milliseconds",
        smileText(stamp + R"(000.{"account_id": 0, "data": {}, "topic": "ping"})"),
        {u"json-reserialised"_s, u"timestamp-text"_s});
    row("a plain digest of secret and body",
        smileValue(QCryptographicHash::hash(secret + body, QCryptographicHash::Sha256).toBase64()),
        {u"layout"_s, u"digest"_s});
}

void TstDiagnosisValue::provesTwoThingsAtOnce() { proofs::check(); }

void TstDiagnosisValue::findsTheEntryThatFits()
{
    const QByteArray good = broken::hmac64(secret, usual);
    const QByteArray other = broken::hmac64("another-secret-000", usual);
    Question twice = smileValue(other);
    twice.request.fields.append(http::Field{"Smile-Signature", good});
    for (const Question &question :
         {twice, smileValue(other + ", " + good), smileValue(other + ' ' + good)}) {
        const Diagnosis diagnosis = diagnose(question);
        QCOMPARE(broken::words(diagnosis.causes), QStringList(u"rotated-key"_s));
        QCOMPARE(diagnosis.certainty, Certainty::Proof);
    }
}

QTEST_GUILESS_MAIN(TstDiagnosisValue)
#include "tst_diagnosisvalue.moc"
