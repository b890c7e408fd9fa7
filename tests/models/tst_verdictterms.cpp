// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/parse.h"
#include "models/verdictterms.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::RowFilter;
using models::VerdictTerms;
using signature::Freshness;
using signature::Signature;

class TstVerdictTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAFilterApart_data();
    void takesAFilterApart();
    void writesTermsInPlaceOfTheOldOnes_data();
    void writesTermsInPlaceOfTheOldOnes();
    void readsWhatItWrites();

private:
    static VerdictTerms invalid()
    {
        VerdictTerms terms;
        terms.shown.signatures.set(size_t(Signature::Invalid));
        return terms;
    }
};

void TstVerdictTerms::takesAFilterApart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("rest");
    QTest::addColumn<bool>("chosen");
    QTest::newRow("nothing") << u""_s << u""_s << false;
    QTest::newRow("a verdict alone") << u"sig:invalid"_s << u""_s << true;
    QTest::newRow("a verdict among others")
        << u"topic:ping sig:invalid size:>1k"_s << u"topic:ping size:>1k"_s << true;
    QTest::newRow("both kinds") << u"fresh:stale sig:invalid maya"_s << u"maya"_s << true;
    QTest::newRow("a verdict or a rejection")
        << u"(sig:invalid OR is:rejected) maya"_s << u"maya"_s << true;
    QTest::newRow("a second term of a kind")
        << u"sig:invalid sig:verified"_s << u"sig:verified"_s << true;
    QTest::newRow("a verdict in an alternative")
        << u"sig:invalid OR maya"_s << u"(sig:invalid OR maya)"_s << false;
    QTest::newRow("one kind or the other")
        << u"sig:invalid OR fresh:stale"_s << u"(sig:invalid OR fresh:stale)"_s << false;
    QTest::newRow("an alternative in parentheses")
        << u"(maya OR rui) fresh:stale"_s << u"(maya OR rui)"_s << true;
    QTest::newRow("what is excluded stays")
        << u"-sig:invalid -maya"_s << u"-sig:invalid -maya"_s << true;
    QTest::newRow("another word of is:") << u"is:problem"_s << u"is:problem"_s << false;
    QTest::newRow("all in parentheses") << u"(sig:invalid maya)"_s << u"maya"_s << true;
}

void TstVerdictTerms::takesAFilterApart()
{
    QFETCH(QString, text);
    const filter::Parsed parsed = filter::parse(text);
    QVERIFY(!parsed.fault);
    const models::VerdictSplit split = models::splitVerdicts(parsed.filter);
    QTEST(split.restText, "rest");
    QTEST(!split.terms.isEmpty(), "chosen");
    QCOMPARE(split.rest.isEmpty(), split.restText.isEmpty());
}

void TstVerdictTerms::writesTermsInPlaceOfTheOldOnes_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<VerdictTerms>("terms");
    QTest::addColumn<QString>("after");
    VerdictTerms more = invalid();
    more.shown.rejected = true;
    more.shown.freshness.set(size_t(Freshness::Stale));
    VerdictTerms excluded;
    excluded.excluded.signatures.set(size_t(Signature::Invalid));
    excluded.excluded.signatures.set(size_t(Signature::Malformed));
    QTest::newRow("into an empty filter") << u""_s << invalid() << u"sig:invalid"_s;
    QTest::newRow("behind what is there") << u"maya"_s << invalid() << u"maya sig:invalid"_s;
    QTest::newRow("in place of another")
        << u"sig:verified,unsigned maya"_s << invalid() << u"sig:invalid maya"_s;
    QTest::newRow("beside an alternative")
        << u"maya OR rui"_s << invalid() << u"(maya OR rui) sig:invalid"_s;
    QTest::newRow("beside one in parentheses")
        << u"(maya OR rui)"_s << invalid() << u"(maya OR rui) sig:invalid"_s;
    QTest::newRow("of both kinds, and rejections")
        << u"maya"_s << more << u"maya (sig:invalid OR is:rejected) fresh:stale"_s;
    QTest::newRow("excluded") << u"maya"_s << excluded << u"maya -sig:invalid,malformed"_s;
    QTest::newRow("none any more")
        << u"sig:invalid maya -fresh:stale"_s << VerdictTerms() << u"maya"_s;
    QTest::newRow("nothing any more") << u"(sig:invalid fresh:fresh)"_s << VerdictTerms() << u""_s;
}

void TstVerdictTerms::writesTermsInPlaceOfTheOldOnes()
{
    QFETCH(QString, before);
    QFETCH(VerdictTerms, terms);
    const filter::Filter filter = filter::parse(before).filter;
    QTEST(models::withVerdicts(filter, terms), "after");
}

// Whatever is chosen, the chips show it again once it stands in the filter.
void TstVerdictTerms::readsWhatItWrites()
{
    for (unsigned choice = 0; choice < 256; ++choice) {
        VerdictTerms terms;
        terms.shown.signatures = choice & 3;
        terms.shown.freshness = choice >> 2 & 3;
        terms.shown.rejected = choice & 16;
        terms.excluded.signatures = (choice >> 5 & 1) * 4;
        terms.excluded.freshness = (choice >> 6 & 1) * 4;
        terms.excluded.rejected = choice >> 7 & 1;
        for (const QString &before : {u""_s, u"maya OR rui"_s, u"sig:verified topic:ping"_s}) {
            const QString text = models::withVerdicts(filter::parse(before).filter, terms);
            const filter::Parsed parsed = filter::parse(text);
            QVERIFY2(!parsed.fault, qPrintable(text));
            QVERIFY2(models::splitVerdicts(parsed.filter).terms == terms, qPrintable(text));
        }
    }
}

QTEST_GUILESS_MAIN(TstVerdictTerms)
#include "tst_verdictterms.moc"
