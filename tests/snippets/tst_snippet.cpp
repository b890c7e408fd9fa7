// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/schemejson.h"
#include "snippets/snippet.h"

#include <QFile>
#include <QtTest>

#include "plaintext.h"

using signature::Scheme;
using snippets::Language;

namespace
{

QString codeOf(const QString &id, Language language)
{
    const auto code = snippets::snippet(*signature::schemeById(id), language);
    return code ? *code : core::describe(code.error());
}

// What a comparison that takes the same time for every input is called.
QString comparisonOf(Language language)
{
    switch (language) {
    case Language::Ruby:
        return u"OpenSSL.secure_compare("_s;
    case Language::Python:
        return u"hmac.compare_digest("_s;
    case Language::Node:
        return u"crypto.timingSafeEqual("_s;
    case Language::Php:
        return u"hash_equals("_s;
    case Language::Go:
        return u"hmac.Equal("_s;
    case Language::Java:
        return u"MessageDigest.isEqual("_s;
    case Language::CSharp:
        return u"CryptographicOperations.FixedTimeEquals("_s;
    case Language::Cpp:
        return u"CRYPTO_memcmp("_s;
    }
    Q_UNREACHABLE();
}

} // namespace

class TstSnippet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsWrittenByHand_data();
    void readsAsWrittenByHand();
    void isShortForAPlainScheme_data();
    void isShortForAPlainScheme();
    void comparesInConstantTime();
    void hasCodeForMostSchemes_data();
    void hasCodeForMostSchemes();
    void saysWhyThereIsNone_data();
    void saysWhyThereIsNone();
    void refusesToSignAKeyThatIsNoText();
    void namesLanguages();
};

void TstSnippet::readsAsWrittenByHand_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<Language>("language");
    QTest::newRow("a timestamp in a header, in Ruby") << u"smile"_s << Language::Ruby;
    QTest::newRow("several signatures in one header, in Python") << u"stripe"_s << Language::Python;
    QTest::newRow("a prefixed Base64 key, in JavaScript")
        << u"standard_webhooks"_s << Language::Node;
    QTest::newRow("a prefix and no time, in PHP") << u"github"_s << Language::Php;
    QTest::newRow("literals around the time, in Go") << u"slack"_s << Language::Go;
    QTest::newRow("milliseconds and a URL, in Java") << u"hubspot_v3"_s << Language::Java;
    QTest::newRow("Base64, in C#") << u"shopify"_s << Language::CSharp;
    QTest::newRow("Ed25519, in C++") << u"discord"_s << Language::Cpp;
}

// The expected texts are files, to be looked at as code.
void TstSnippet::readsAsWrittenByHand()
{
    QFETCH(QString, id);
    QFETCH(Language, language);
    const QString path = u"" TEST_DATA "/snippets/"_s + id + u'.' + word(language) + u".txt"_s;
    const QString code = codeOf(id, language);
    if (qEnvironmentVariableIsSet("HOOKGLASS_WRITE_EXPECTED")) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(code.toUtf8());
    }
    QFile file(path);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
    QCOMPARE(code, QString::fromUtf8(file.readAll()));
}

void TstSnippet::isShortForAPlainScheme_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<int>("most"); // lines, without the empty ones, the imports and the comments
    QTest::newRow("Ruby") << Language::Ruby << 12;
    QTest::newRow("Python") << Language::Python << 12;
    QTest::newRow("Node.js") << Language::Node << 20;
    QTest::newRow("PHP") << Language::Php << 16;
    QTest::newRow("Go") << Language::Go << 25;
    QTest::newRow("Java") << Language::Java << 25;
    QTest::newRow("C#") << Language::CSharp << 25;
    QTest::newRow("C++") << Language::Cpp << 45; // OpenSSL has functions of C only
}

void TstSnippet::isShortForAPlainScheme()
{
    QFETCH(Language, language);
    QFETCH(int, most);
    int count = 0;
    for (const QString &all : codeOf(u"github"_s, language).split(u'\n')) {
        const QString line = all.trimmed();
        const bool counts = !line.isEmpty() && !line.startsWith("//"_L1) && !line.startsWith(u'#')
            && !line.startsWith("import"_L1) && !line.startsWith("using"_L1)
            && !line.startsWith(u'"');
        count += counts ? 1 : 0;
    }
    QVERIFY2(count <= most, qPrintable(QString::number(count)));
}

void TstSnippet::comparesInConstantTime()
{
    for (const Scheme &scheme : signature::allSchemes()) {
        for (const Language language : snippets::allLanguages()) {
            const auto code = snippets::snippet(scheme, language);
            if (!code)
                continue;
            const bool compared = scheme.keyFormat || code->contains(comparisonOf(language));
            QVERIFY2(compared, qPrintable(scheme.id + u' ' + word(language)));
            QCOMPARE(plainText(*code).contains("raw body, byte for byte"_L1), scheme.coversBody);
        }
    }
}

void TstSnippet::hasCodeForMostSchemes_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<int>("least");
    QTest::newRow("Ruby") << Language::Ruby << 188;
    QTest::newRow("Python") << Language::Python << 180;
    QTest::newRow("Node.js") << Language::Node << 188;
    QTest::newRow("PHP") << Language::Php << 187;
    QTest::newRow("Go") << Language::Go << 183;
    QTest::newRow("Java") << Language::Java << 181;
    QTest::newRow("C#") << Language::CSharp << 179;
    QTest::newRow("C++") << Language::Cpp << 175;
}

void TstSnippet::hasCodeForMostSchemes()
{
    QFETCH(Language, language);
    QFETCH(int, least);
    int count = 0;
    for (const Scheme &scheme : signature::allSchemes())
        count += snippets::snippet(scheme, language) ? 1 : 0;
    QVERIFY2(count >= least, qPrintable(QString::number(count)));
}

void TstSnippet::saysWhyThereIsNone_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("text");
    QTest::newRow("a JSON Web Token")
        << u"netlify"_s << Language::Python
        << u"No code is made for Netlify. Its signature is a JSON Web Token. Verify it with a "
           "library for these, then compare the claims that are bound to the webhook."_s;
    QTest::newRow("a query in lower case")
        << u"mercado_pago"_s << Language::Go << u"It signs the URL's query in lower case."_s;
    QTest::newRow("elements that are signed one by one")
        << u"adyen_payments"_s << Language::Ruby
        << u"It signs each element of a list in the body for itself."_s;
    QTest::newRow("Ed25519 in Python")
        << u"discord"_s << Language::Python
        << u" in Python. Python's standard library verifies no signatures of public keys; the package “cryptography” does."_s;
    QTest::newRow("JSON in Java") << u"mailgun"_s << Language::Java
                                  << u"Java's standard library reads no JSON."_s;
}

void TstSnippet::saysWhyThereIsNone()
{
    QFETCH(QString, id);
    QFETCH(Language, language);
    QFETCH(QString, text);
    const auto code = snippets::snippet(*signature::schemeById(id), language);
    QVERIFY(!code);
    QCOMPARE(code.error().kind, core::ErrorKind::Usage);
    QVERIFY2(core::describe(code.error()).contains(text), qPrintable(describe(code.error())));
}

// It is bytes then, and a text of the code is none.
void TstSnippet::refusesToSignAKeyThatIsNoText()
{
    const auto code = snippets::snippet(*custom(R"({"type":"digest","hash":"sha256","key":["hex"],
        "signature":{"from":"header:X-Sign"},"message":"{secret}{body}"})"),
                                        Language::Node);
    QVERIFY(!code);
    QCOMPARE(code.error().why, u"It signs the key, and that is no text."_s);
}

void TstSnippet::namesLanguages()
{
    QCOMPARE(snippets::allLanguages().size(), 8);
    for (const Language language : snippets::allLanguages())
        QCOMPARE(snippets::languageFromWord(word(language)), language);
    QVERIFY(!snippets::languageFromWord(u"perl"));
    QVERIFY(!snippets::languageFromWord(u""));
}

QTEST_GUILESS_MAIN(TstSnippet)
#include "tst_snippet.moc"
