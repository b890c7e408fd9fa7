// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/drift.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using json::Departure;
using json::Kind;
using json::kindBit;

class TstDrift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsOtherwise_data()
    {
        QTest::addColumn<Departure>("departure");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("new") << Departure{.change = Departure::Change::New,
                                          .pointer = "/a/b",
                                          .now = kindBit(Kind::Number)}
                             << u"new here"_s << u"/a/b was never there before in this topic."_s;
        QTest::newRow("gone")
            << Departure{.change = Departure::Change::Gone,
                         .pointer = "/a/b~1c",
                         .before = quint8(kindBit(Kind::String) | kindBit(Kind::Null))}
            << u"without b/c"_s
            << u"/a/b~1c is not there; it always was so far, as a text or null."_s;
        QTest::newRow("another kind")
            << Departure{.change = Departure::Change::Kind,
                         .pointer = "/a",
                         .before = kindBit(Kind::True),
                         .now = kindBit(Kind::Null)}
            << u"was a boolean"_s << u"/a is null; it was always a boolean so far."_s;
        QTest::newRow("the whole body")
            << Departure{.change = Departure::Change::Kind,
                         .pointer = "",
                         .before = kindBit(Kind::Object),
                         .now = kindBit(Kind::Array)}
            << u"was an object"_s << u"The body is an array; it was always an object so far."_s;
    }
    void saysWhatIsOtherwise()
    {
        QFETCH(Departure, departure);
        QTEST(models::driftWords(departure), "words");
        QTEST(models::driftSentence(departure), "sentence");
    }
};

QTEST_APPLESS_MAIN(TstDrift)
#include "tst_drift.moc"
