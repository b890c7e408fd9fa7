// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/catalogue.h"
#include "signature/schemebook.h"

#include <QtTest>

using namespace Qt::Literals::StringLiterals;
using signature::Scheme;
using signature::SchemeBook;

namespace
{

Scheme named(const QString &id, const QString &name)
{
    Scheme scheme = signature::smile();
    scheme.id = id;
    scheme.name = name;
    return scheme;
}

} // namespace

class TstSchemeBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheCatalogue();
    void findsItsOwnFirst();
    void listsItsOwnFirst();
    void putsInPlaceOfTheOld();
    void forgetsWhatIsRemoved();
};

void TstSchemeBook::knowsTheCatalogue()
{
    const SchemeBook book;
    QCOMPARE(book.find(u"stripe")->name, u"Stripe"_s);
    QVERIFY(!book.find(u"acme"));
    QVERIFY(!book.find(u""));
    QVERIFY(!book.isOwn(u"stripe"));
    QCOMPARE(book.all().size(), signature::allSchemes().size());
}

void TstSchemeBook::findsItsOwnFirst()
{
    const SchemeBook book({named(u"stripe"_s, u"Ours"_s)});
    QCOMPARE(book.find(u"stripe")->name, u"Ours"_s);
    QVERIFY(book.isOwn(u"stripe"));
    QCOMPARE(book.all().size(), signature::allSchemes().size());
}

void TstSchemeBook::listsItsOwnFirst()
{
    const SchemeBook book({named(u"b"_s, u"Zebra"_s), named(u"a"_s, u"ant"_s)});
    const QList<Scheme> all = book.all();
    QCOMPARE(all[0].name, u"ant"_s);
    QCOMPARE(all[1].name, u"Zebra"_s);
    QCOMPARE(all[2].id, u"smile"_s);
}

void TstSchemeBook::putsInPlaceOfTheOld()
{
    SchemeBook book({named(u"a"_s, u"Old"_s)});
    book.put(named(u"a"_s, u"New"_s));
    QCOMPARE(book.own().size(), 1);
    QCOMPARE(book.find(u"a")->name, u"New"_s);
}

void TstSchemeBook::forgetsWhatIsRemoved()
{
    SchemeBook book({named(u"stripe"_s, u"Ours"_s)});
    book.remove(u"stripe");
    QCOMPARE(book.find(u"stripe")->name, u"Stripe"_s);
    QVERIFY(book == SchemeBook());
}

QTEST_GUILESS_MAIN(TstSchemeBook)
#include "tst_schemebook.moc"
