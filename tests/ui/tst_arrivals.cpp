// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "support/rows.h"
#include "ui/arrivals.h"

#include <QSignalSpy>
#include <QTest>

using namespace ui;
using models::DeliveryModel;
using signature::Signature;

class TstArrivals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void insertsAFrameAtATime();
    void saysWhenMoreComesThanCanBeShown();
    void waitsUntilTheStoreIsLoaded();
    void keepsWhatIsShownUntilAllIsBack();
    void givesAnAnswerToItsRow();
    void judgesRowsThatStillWait();
    void dropsRowsThatWentBeforeTheyWereShown();
    void countsWhatArrivesAndNotWhatIsLoaded();

private:
    QList<qint64> shown() const;

    std::unique_ptr<DeliveryModel> m_model;
    std::unique_ptr<Arrivals> m_arrivals;
};

void TstArrivals::init()
{
    m_arrivals.reset();
    m_model = std::make_unique<DeliveryModel>();
    m_arrivals = std::make_unique<Arrivals>(*m_model);
}

QList<qint64> TstArrivals::shown() const
{
    QList<qint64> ids;
    for (int row = 0; row < m_model->rowCount(); ++row)
        ids += m_model->idAt(row);
    return ids;
}

void TstArrivals::insertsAFrameAtATime()
{
    QSignalSpy inserted(m_model.get(), &DeliveryModel::rowsInserted);
    for (qint64 id = 1; id <= 10'000; id += 50)
        m_arrivals->takeStored(rows::several(id, id + 49));
    QCOMPARE(inserted.size(), 0); // not before the frame
    QTRY_COMPARE(m_model->rowCount(), 10'000);
    QCOMPARE(inserted.size(), 10'000 / Arrivals::mostPerTick);
}

void TstArrivals::saysWhenMoreComesThanCanBeShown()
{
    QSignalSpy overloaded(m_arrivals.get(), &Arrivals::overloadedChanged);
    m_arrivals->takeStored(rows::several(1, 2 * Arrivals::mostPerTick));
    QTRY_COMPARE(overloaded.size(), 1);
    QVERIFY(overloaded.first().first().toBool());
    QTRY_COMPARE(m_model->rowCount(), 2 * Arrivals::mostPerTick);
    m_arrivals->takeStored({rows::row(10'001)});
    QTRY_COMPARE(overloaded.size(), 2);
    QVERIFY(!overloaded.last().first().toBool());
}

void TstArrivals::waitsUntilTheStoreIsLoaded()
{
    m_arrivals->beginLoading(false);
    m_arrivals->takeStored({rows::row(3)});
    m_arrivals->takeLoaded({rows::row(1), rows::row(2)});
    QCOMPARE(shown(), QList<qint64>({1, 2}));
    m_arrivals->finishLoading();
    QTRY_COMPARE(shown(), QList<qint64>({1, 2, 3}));
}

void TstArrivals::keepsWhatIsShownUntilAllIsBack()
{
    m_model->append({rows::row(2)});
    QSignalSpy reset(m_model.get(), &DeliveryModel::modelReset);
    m_arrivals->beginLoading(true);
    m_arrivals->takeLoaded({rows::row(1), rows::row(2)});
    QCOMPARE(shown(), QList<qint64>{2});
    m_arrivals->finishLoading();
    QCOMPARE(shown(), QList<qint64>({1, 2}));
    QCOMPARE(reset.size(), 1);
}

void TstArrivals::givesAnAnswerToItsRow()
{
    capture::Summary row = rows::row(1);
    row.status = 0;
    m_arrivals->takeAnswered({{.id = 1, .status = 201, .latency = 5}});
    m_arrivals->takeStored({row});
    QTRY_COMPARE(m_model->rowCount(), 1);
    QTRY_COMPARE(m_model->summary(0).status, 201);
}

void TstArrivals::judgesRowsThatStillWait()
{
    m_arrivals->beginLoading(false);
    m_arrivals->takeStored({rows::row(2, Signature::NoSecret)});
    m_arrivals->takeJudged({{.id = 2, .verdict = {.signature = Signature::Verified}}});
    m_arrivals->finishLoading();
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->summary(0).signature, Signature::Verified);
    QVERIFY(m_model->summary(0).judgedLater);
}

void TstArrivals::dropsRowsThatWentBeforeTheyWereShown()
{
    m_arrivals->takeStored(rows::several(1, 5));
    m_arrivals->takeRemoved({4});
    m_arrivals->takeCleared(2);
    QTRY_COMPARE(shown(), QList<qint64>({3, 5}));
}

void TstArrivals::countsWhatArrivesAndNotWhatIsLoaded()
{
    m_arrivals->beginLoading(false);
    m_arrivals->takeLoaded(rows::several(1, 50));
    m_arrivals->finishLoading();
    QCOMPARE(m_arrivals->perSecond(), 0.0);
    m_arrivals->takeStored(rows::several(51, 60));
    QCOMPARE(m_arrivals->perSecond(), 2.0); // of the last five seconds
}

QTEST_MAIN(TstArrivals)
#include "tst_arrivals.moc"
