// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/parse.h"
#include "models/partcounter.h"
#include "support/rows.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::PartCounter;
using signature::Signature;
using Counts = QList<qint64>;

class TstPartCounter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsEachPartAlone()
    {
        models::DeliveryRows all;
        all.append(rows::row(1));
        all.append(rows::row(2, Signature::Invalid));
        all.append(rows::row(3, Signature::Invalid));
        PartCounter counter(all);
        QSignalSpy counted(&counter, &PartCounter::counted);
        counter.start({read(u"sig:invalid"_s), read(u"sig:malformed"_s), read(u"-sig:invalid"_s)});
        QVERIFY(counter.running());
        QVERIFY(counted.wait());
        QVERIFY(!counter.running());
        QCOMPARE(counted.first().first().value<Counts>(), (Counts{2, 0, 1}));
    }

    // In slices, and with what comes between two of them.
    void countsWhatComesMeanwhile()
    {
        constexpr qint64 many = 300'000;
        models::DeliveryRows all;
        for (qint64 id = 1; id <= many; ++id)
            all.append(rows::row(id));
        PartCounter counter(all);
        QSignalSpy counted(&counter, &PartCounter::counted);
        counter.start({read(u"-topic:/(a|b)*q/"_s)});
        all.append(rows::row(many + 1));
        QVERIFY(counted.wait(60'000));
        QCOMPARE(counted.first().first().value<Counts>(), Counts{many + 1});
    }

    void forgetsWhatItWasCounting()
    {
        models::DeliveryRows all;
        all.append(rows::row(1));
        PartCounter counter(all);
        QSignalSpy counted(&counter, &PartCounter::counted);
        counter.start({read(u"sig:invalid"_s)});
        counter.start({read(u"sig:verified"_s)});
        QVERIFY(counted.wait());
        QCOMPARE(counted.size(), 1);
        QCOMPARE(counted.first().first().value<Counts>(), Counts{1});
        counter.start({read(u"sig:verified"_s)});
        counter.stop();
        QVERIFY(!counter.running());
    }

private:
    static filter::Filter read(const QString &text) { return filter::parse(text).filter; }
};

QTEST_GUILESS_MAIN(TstPartCounter)
#include "tst_partcounter.moc"
