// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/parse.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using filter::Parsed;

namespace
{

constexpr qint64 now = 1'795'428'000'000'000;

// The tree in prefix form, each term by its text: "(and topic:a (not b))".
QString shown(const filter::Filter &filter, const filter::Node &node)
{
    using Kind = filter::Node::Kind;
    if (node.kind == Kind::Term)
        return filter.text.sliced(node.position, node.length);
    QString text = node.kind == Kind::And ? u"(and"_s
        : node.kind == Kind::Or           ? u"(or"_s
                                          : u"(not"_s;
    for (const filter::NodePtr &part : node.parts)
        text += u' ' + shown(filter, *part);
    return text + u')';
}

} // namespace

class TstParse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheTree_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tree");
        QTest::newRow("a word") << u"maya"_s << u"maya"_s;
        QTest::newRow("words go together") << u"a b  c"_s << u"(and a b c)"_s;
        QTest::newRow("and may be said") << u"a AND b"_s << u"(and a b)"_s;
        QTest::newRow("or binds less than and") << u"a b OR c d"_s << u"(or (and a b) (and c d))"_s;
        QTest::newRow("parentheses") << u"a (b OR c)"_s << u"(and a (or b c))"_s;
        QTest::newRow("minus excludes") << u"-topic:ping a"_s << u"(and (not topic:ping) a)"_s;
        QTest::newRow("not excludes") << u"NOT topic:ping"_s << u"(not topic:ping)"_s;
        QTest::newRow("excluded twice is not excluded") << u"NOT -a"_s << u"a"_s;
        QTest::newRow("a group excluded") << u"-(a OR b)"_s << u"(not (or a b))"_s;
        QTest::newRow("small or is a word") << u"a or b"_s << u"(and a or b)"_s;
        QTest::newRow("quoted words") << u"\"a OR (b\""_s << u"\"a OR (b\""_s;
        QTest::newRow("an escaped quote") << u"\"a \\\" b\""_s << u"\"a \\\" b\""_s;
        QTest::newRow("a field and a quoted value")
            << u"secret:\"Dev store\""_s << u"secret:\"Dev store\""_s;
        QTest::newRow("a regular expression with a space") << u"/a b/i c"_s << u"(and /a b/i c)"_s;
        QTest::newRow("a path is no expression") << u"/hooks/smile"_s << u"/hooks/smile"_s;
        QTest::newRow("a path with a colon in it") << u"$[\"a:b\"]:1"_s << u"$[\"a:b\"]:1"_s;
        QTest::newRow("a header") << u"h.User-Agent:Smile*"_s << u"h.User-Agent:Smile*"_s;
        QTest::newRow("its long form")
            << u"header.User-Agent:Smile*"_s << u"header.User-Agent:Smile*"_s;
        QTest::newRow("field names in any case")
            << u"Topic:a SIG:verified"_s << u"(and Topic:a SIG:verified)"_s;
        QTest::newRow("parentheses in a word") << u"f(x)"_s << u"f(x)"_s;
        QTest::newRow("a colon in a value") << u"time:14:30..14:35"_s << u"time:14:30..14:35"_s;
    }
    void readsTheTree()
    {
        QFETCH(QString, text);
        const Parsed parsed = filter::parse(text, now);
        QVERIFY2(!parsed.fault, qPrintable(parsed.fault ? parsed.fault->text : QString()));
        QTEST(shown(parsed.filter, *parsed.filter.root), "tree");
    }

    void readsNothingAsEverything()
    {
        const Parsed parsed = filter::parse(u"  "_s, now);
        QVERIFY(!parsed.fault && parsed.filter.isEmpty());
    }

    void knowsUnfinishedFromWrong_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wrong"); // empty: only unfinished
        QTest::addColumn<QString>("suggestion");
        const auto unfinished = [](const char *name, const QString &text) {
            QTest::newRow(name) << text << QString() << QString();
        };
        unfinished("no value yet", u"topic:"_s);
        unfinished("no value yet before more", u"topic: sig:verified"_s);
        unfinished("no number yet", u"size:>"_s);
        unfinished("half a word of a list", u"sig:inv"_s);
        unfinished("an open quote", u"\"maya"_s);
        unfinished("an open parenthesis", u"(a OR b"_s);
        unfinished("an or without its right side", u"a OR"_s);
        unfinished("an and without its right side", u"a AND "_s);
        unfinished("a lonely minus", u"-"_s);
        unfinished("a path without a value", u"$.data.id"_s);
        unfinished("a path half typed", u"has:$."_s);
        unfinished("half a status", u"reply:4x"_s);
        unfinished("a range without ends", u"size:.."_s);
        QTest::newRow("no such field") << u"a tpoic:b"_s << u"tpoic"_s << u"topic"_s;
        QTest::newRow("letters swapped in a short name")
            << u"sgi:invalid"_s << u"sgi"_s << u"sig"_s;
        QTest::newRow("a list of ranges") << u"n:46..49,53 a"_s << u"46..49,53"_s << QString();
        QTest::newRow("nothing like a field")
            << u"a https://b.c"_s << u"https://b.c"_s << u"\"https://b.c\""_s;
        QTest::newRow("nothing like a field, with a parenthesis")
            << u"bogus:( a"_s << u"bogus:("_s << u"\"bogus:(\""_s;
        QTest::newRow("nearly a field, with a parenthesis")
            << u"tpoic:( a"_s << u"tpoic"_s << u"topic"_s;
        QTest::newRow("no such word") << u"sig:invalit a"_s << u"invalit"_s << u"invalid"_s;
        QTest::newRow("a half word with more behind it")
            << u"sig:inv a"_s << u"inv"_s << u"invalid"_s;
        QTest::newRow("no size") << u"size:many"_s << u"many"_s << QString();
        QTest::newRow("no time") << u"time:25:00 a"_s << u"25:00"_s << QString();
        QTest::newRow("a range turned round") << u"n:20..10"_s << u"20..10"_s << QString();
        QTest::newRow("more than a text") << u"topic:>a"_s << u"a"_s << QString();
        QTest::newRow("a closing parenthesis too many") << u"a) b"_s << u")"_s << QString();
        QTest::newRow("or at the beginning") << u"OR a"_s << u"OR"_s << QString();
        QTest::newRow("a broken expression") << u"/a(b/ c"_s << u"b"_s << QString();
        QTest::newRow("a broken path") << u"$.a[x]:1"_s << u"$.a[x]"_s << QString();
        QTest::newRow("wrong is told before unfinished")
            << u"(tpoic:b"_s << u"tpoic"_s << u"topic"_s;
    }
    void knowsUnfinishedFromWrong()
    {
        QFETCH(QString, text);
        QFETCH(QString, wrong);
        const Parsed parsed = filter::parse(text, now);
        QVERIFY(parsed.fault);
        QCOMPARE(parsed.fault->unfinished, wrong.isEmpty());
        QVERIFY(!parsed.fault->text.isEmpty());
        if (!wrong.isEmpty()) {
            QCOMPARE(text.sliced(parsed.fault->position, parsed.fault->length), wrong);
            QTEST(parsed.fault->suggestion, "suggestion");
        }
    }

    void saysHowAListIsWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hint");
        QTest::newRow("a range first") << u"n:46..49,53 a"_s << u"(n:46..49 OR n:53)"_s;
        QTest::newRow("a range last") << u"n:53,46..49 a"_s << u"(n:53 OR n:46..49)"_s;
        QTest::newRow("single numbers") << u"reply:404,500 a"_s << u"(reply:404 OR reply:500)"_s;
        QTest::newRow("a decimal comma") << u"size:1,5k a"_s << QString();
    }
    void saysHowAListIsWritten()
    {
        QFETCH(QString, text);
        QFETCH(QString, hint);
        const Parsed parsed = filter::parse(text, now);
        QVERIFY(parsed.fault);
        QVERIFY2(hint.isEmpty() ? !parsed.fault->text.contains(u" OR "_s)
                                : parsed.fault->text.contains(hint),
                 qPrintable(parsed.fault->text));
    }

    void setsBounds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        const auto nested
            = [](int depth) { return QString(depth, u'(') + u'a' + QString(depth, u')'); };
        QTest::newRow("the deepest") << nested(filter::deepestNesting) << true;
        QTest::newRow("one deeper") << nested(filter::deepestNesting + 1) << false;
        QTest::newRow("the longest") << QString(filter::longestText, u'a') << true;
        QTest::newRow("one longer") << QString(filter::longestText + 1, u'a') << false;
        QTest::newRow("the most terms") << u"a "_s.repeated(filter::mostTerms) << true;
        QTest::newRow("one more term") << u"a "_s.repeated(filter::mostTerms + 1) << false;
        QTest::newRow("minus signs without end") << QString(3999, u'-') + u'a' << true;
    }
    void setsBounds()
    {
        QFETCH(QString, text);
        QTEST(!filter::parse(text, now).fault.has_value(), "good");
    }

    void coloursAllThatIsNoSpace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("all kinds") << u"-topic:=a (\"b c\" OR /d/i) $.e:>1 word"_s;
        QTest::newRow("behind what is wrong") << u"nosuch:a topic:b ) c"_s;
    }
    void coloursAllThatIsNoSpace()
    {
        QFETCH(QString, text);
        qsizetype end = 0;
        QString spaces;
        for (const filter::Span &span : filter::parse(text, now).spans) {
            QVERIFY(span.position >= end);
            spaces += text.sliced(end, span.position - end);
            end = span.position + span.length;
        }
        QVERIFY(spaces.trimmed().isEmpty() || text.startsWith(u"nosuch"_s));
        QCOMPARE(end, text.size());
    }

    void pointsAtWhatIsWrong()
    {
        const QString text = u"a tpoic:b"_s;
        QCOMPARE(filter::marked(text, *filter::parse(text, now).fault), u"a tpoic:b\n  ^^^^^"_s);
    }

    void quotesSoThatItIsReadBack_data()
    {
        QTest::addColumn<QString>("value");
        const QStringList values{u"plain"_s,     u"customer/updated"_s,
                                 u"two words"_s, u"a\"b\\c"_s,
                                 u"-x"_s,        u"OR"_s,
                                 u"1..2"_s,      u"*"_s,
                                 u"(a)"_s,       u"/x/"_s,
                                 u""_s,          u"::1"_s};
        for (const QString &value : values)
            QTest::newRow(qPrintable(u"value "_s + value)) << value;
    }
    void quotesSoThatItIsReadBack()
    {
        QFETCH(QString, value);
        const Parsed parsed = filter::parse(u"topic:="_s + filter::quoted(value), now);
        QVERIFY(!parsed.fault);
        const auto &pattern = std::get<filter::Pattern>(parsed.filter.root->term.test);
        QCOMPARE(pattern.bytes, value.toUtf8());
    }

    void splitsIntoParts()
    {
        const Parsed parsed = filter::parse(u"topic:ping -(a OR b) sig:malformed"_s, now);
        QStringList parts;
        for (const filter::Filter &part : filter::conjuncts(parsed.filter))
            parts += part.text;
        QCOMPARE(parts, QStringList({u"topic:ping"_s, u"-(a OR b)"_s, u"sig:malformed"_s}));
    }
};

QTEST_GUILESS_MAIN(TstParse)
#include "tst_parse.moc"
