// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/schemejson.h"
#include "snippets/snippet.h"

#include <QRegularExpression>
#include <QtTest>

#include "plaintext.h"

using signature::Scheme;
using snippets::Language;

class TstWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsHostileTextsInsideOfTheirQuotes_data();
    void keepsHostileTextsInsideOfTheirQuotes();
    void keepsANameInsideOfItsComment();
    void escapesWhatNobodySees_data();
    void escapesWhatNobodySees();
    void saysWhetherTheBodyIsSigned_data();
    void saysWhetherTheBodyIsSigned();
    void answersNoWhenOpenSslFails();
};

void TstWriter::keepsHostileTextsInsideOfTheirQuotes_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("literal"); // as it stands in the code
    QTest::newRow("Ruby") << Language::Ruby << uR"(\"\#{x}${y}\\')"_s;
    QTest::newRow("Python") << Language::Python << uR"(\"#{{x}}${{y}}\\')"_s;
    QTest::newRow("Node.js") << Language::Node << uR"("#{x}\${y}\\')"_s;
    QTest::newRow("PHP") << Language::Php << uR"("#{x}${y}\\\')"_s;
    QTest::newRow("Go") << Language::Go << uR"(\"#{x}${y}\\')"_s;
    QTest::newRow("Java") << Language::Java << uR"(\"#{x}${y}\\')"_s;
    QTest::newRow("C#") << Language::CSharp << uR"(\"#{x}${y}\\')"_s;
    QTest::newRow("C++") << Language::Cpp << uR"(\"#{x}${y}\\')"_s;
}

// A scheme may come as a file from anybody.
void TstWriter::keepsHostileTextsInsideOfTheirQuotes()
{
    QFETCH(Language, language);
    QFETCH(QString, literal);
    Scheme scheme = *custom(R"({"type":"hmac","hash":"sha256","key":["utf8"],
        "signature":{"from":"header:X-Sign"},"message":"{timestamp}.{body}",
        "timestamp":{"from":"header:X-Time"}})");
    scheme.message.segments[1].place.name = R"("#{x}${y}\')";
    const auto code = snippets::snippet(scheme, language);
    QVERIFY(code);
    QVERIFY2(code->contains(literal), qPrintable(*code));
}

void TstWriter::keepsANameInsideOfItsComment()
{
    Scheme scheme = *signature::schemeById(u"github"_s);
    scheme.name = u"Git\nexit()\u2028Hub\r\n ?><b>\\u000a\\\u202e\u0085"_s;
    for (const Language language : snippets::allLanguages()) {
        const auto code = snippets::snippet(scheme, language);
        QVERIFY(code);
        const QString text = plainText(*code);
        QVERIFY2(text.contains("a webhook of Git exit() Hub ><b> u000a is"_L1), qPrintable(text));
    }
}

void TstWriter::escapesWhatNobodySees_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("literal");
    QTest::newRow("Ruby") << Language::Ruby << uR"("a\u0001\u202e#{)"_s;
    QTest::newRow("Python") << Language::Python << uR"("a\u0001\u202e{)"_s;
    QTest::newRow("Node.js") << Language::Node << uR"(`a\u0001\u202e${)"_s;
    QTest::newRow("PHP") << Language::Php << uR"("a\001\342\200\256" . $)"_s;
    QTest::newRow("Go") << Language::Go << uR"("a\u0001\u202e" + )"_s;
    QTest::newRow("Java") << Language::Java << uR"("a\u0001\u202e" + )"_s;
    QTest::newRow("C#") << Language::CSharp << uR"("a\u0001\u202e" + )"_s;
    QTest::newRow("C++") << Language::Cpp << uR"("a\001\342\200\256" + )"_s;
}

void TstWriter::escapesWhatNobodySees()
{
    QFETCH(Language, language);
    QFETCH(QString, literal);
    const Scheme scheme = *custom(R"({"type":"hmac","hash":"sha256","key":["utf8"],
        "signature":{"from":"header:X-Sign"},"message":"a\u0001\u202e{header:X-Id}{body}"})");
    const auto code = snippets::snippet(scheme, language);
    QVERIFY(code);
    QVERIFY2(code->contains(literal), qPrintable(*code));
}

void TstWriter::saysWhetherTheBodyIsSigned_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("the body") << QByteArray("{header:X-Id}{body}")
                              << u"`body` is the raw body, byte for byte as received"_s;
    QTest::newRow("values of it")
        << QByteArray("{form:id}{form:time}")
        << u"Of the body only values that are read here are signed: nothing here tells whether the "
           "rest was altered."_s;
    QTest::newRow("nothing of it, and a name that speaks of it")
        << QByteArray("{header:X-Body-Id}") << u"The body is not signed"_s;
}

void TstWriter::saysWhetherTheBodyIsSigned()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, sentence);
    const Scheme scheme = *custom(R"({"type":"hmac","hash":"sha256","key":["utf8"],
        "signature":{"from":"header:X-Sign"},"message":")"
                                  + message + R"("})");
    const QString code = plainText(*snippets::snippet(scheme, Language::Php));
    QVERIFY2(code.contains(sentence), qPrintable(code));
    QCOMPARE(code.count("`body` is"_L1) + code.count("The body is"_L1)
                 + code.count("Of the body"_L1),
             1);
}

void TstWriter::answersNoWhenOpenSslFails()
{
    int calls = 0;
    for (const Scheme &scheme : signature::allSchemes()) {
        const auto code = snippets::snippet(scheme, Language::Cpp);
        if (!code)
            continue;
        static const QRegularExpression call(u"^.*\\b(HMAC|EVP_Digest)\\(.*$"_s,
                                             QRegularExpression::MultilineOption);
        for (auto found = call.globalMatch(*code); found.hasNext(); ++calls) {
            const QString line = found.next().captured().trimmed();
            QVERIFY2(line.startsWith("if (!HMAC("_L1)
                         || (line.startsWith("if (EVP_Digest("_L1) && line.endsWith(" != 1)"_L1)),
                     qPrintable(line));
        }
    }
    QVERIFY(calls > 100);
}

QTEST_GUILESS_MAIN(TstWriter)
#include "tst_writer.moc"
