// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/repeat.h"

#include <QLocale>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::Repeat;

class TstRepeat : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 second = 1'000'000; // in microseconds

    static Repeat third()
    {
        return {.attempt = 3,
                .attempts = 4,
                .first = 10,
                .previous = 12,
                .sinceFirst = 7200 * second,
                .sincePrevious = 20 * second,
                .firstStatus = 500,
                .signing = Repeat::Signing::Anew};
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void saysWhichAttemptItIs() { QCOMPARE(repeatTitle(third()), u"Attempt 3 of 4"_s); }

    void saysHowLongAfter_data()
    {
        QTest::addColumn<Repeat>("repeat");
        QTest::addColumn<QString>("text");
        const auto add = [](const char *name, const Repeat &repeat, const QString &text) {
            QTest::newRow(name) << repeat << text;
        };
        Repeat repeat = third();
        add("a later one", repeat,
            u"The same body was there before. It came 20.0 s after the one before (#12) and 2 h "
            "after the first (#10)."_s);
        repeat.ofSmile = true;
        add("of Smile", repeat,
            u"The same body was there before. It came 20.0 s after the one before (#12) and 2 h "
            "after the first (#10). Smile tries for 24 hours, of which 22 h are left."_s);
        repeat.signing = Repeat::Signing::Same;
        add("of Smile, but no retry", repeat,
            u"The same body was there before. It came 20.0 s after the one before (#12) and 2 h "
            "after the first (#10)."_s);
        repeat = third();
        repeat.ofSmile = true;
        repeat.sinceFirst = 90000 * second;
        add("after Smile's 24 hours", repeat,
            u"The same body was there before. It came 20.0 s after the one before (#12) and 25 h "
            "after the first (#10)."_s);
        repeat = third();
        repeat.byId = true;
        repeat.previous = 10;
        repeat.sincePrevious = repeat.sinceFirst;
        add("the second one", repeat,
            u"The sender's id was there before. It came 2 h after the first (#10)."_s);
        repeat = third();
        repeat.first = 0;
        add("without its first", repeat,
            u"The same body was there before. It came 20.0 s after the one before (#12)."_s);
        repeat.previous = 0;
        add("without those before", repeat,
            u"The same body was there before. Those before it are no longer in the list."_s);
        repeat = third();
        repeat.sincePrevious = -second;
        add("imported out of order", repeat,
            u"The same body was there before. The first is #10."_s);
        add("the first of them", {.attempts = 3}, u"The same body came 2 more time(s)."_s);
    }

    void saysHowLongAfter()
    {
        QFETCH(const Repeat, repeat);
        QTEST(repeatSentence(repeat), "text");
    }

    void saysHowItIsSigned()
    {
        Repeat repeat = third();
        QVERIFY(signingSentence(repeat).contains(u"signed anew"_s));
        repeat.signing = Repeat::Signing::Same;
        QVERIFY(signingSentence(repeat).contains(u"replayed"_s));
        repeat.signing = Repeat::Signing::None;
        QCOMPARE(signingSentence(repeat), QString());
        QCOMPARE(signingSentence(Repeat{.attempts = 2, .signing = Repeat::Signing::Anew}),
                 QString());
    }

    void saysWhetherItHadToCome()
    {
        Repeat repeat = third();
        QCOMPARE(answerSentence(repeat),
                 u"The first was answered 500, so it was to be sent again."_s);
        repeat.firstStatus = 202;
        QCOMPARE(answerSentence(repeat),
                 u"The first was answered 202, so there was no need to send it again."_s);
        repeat.firstStatus = 0;
        QCOMPARE(answerSentence(repeat), u"The first got no answer, or it is not known."_s);
        repeat.first = 0;
        QCOMPARE(answerSentence(repeat), QString());
    }
};

QTEST_GUILESS_MAIN(TstRepeat)
#include "tst_repeat.moc"
