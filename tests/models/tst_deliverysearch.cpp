// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/parse.h"
#include "models/deliverymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using models::Column;
using models::DeliveryModel;
using signature::Signature;
using Ids = QList<qint64>;

// The table under a filter that was typed.
class TstDeliverySearch : public QObject
{
    Q_OBJECT

private:
    static capture::Summary row(qint64 id)
    {
        return {.id = id,
                .receivedAt = 1'795'428'000'000'000 + id * 1000,
                .topic = id % 2 == 0 ? u"customer/updated"_s : u"ping"_s,
                .bodySize = 1000 - id,
                .signature = id % 3 == 0 ? Signature::Invalid : Signature::Verified};
    }

    static QList<capture::Summary> several(qint64 first, qint64 last)
    {
        QList<capture::Summary> rows;
        for (qint64 id = first; id <= last; ++id)
            rows.append(row(id));
        return rows;
    }

    static Ids shown(const DeliveryModel &model)
    {
        Ids ids;
        for (int i = 0; i < model.rowCount(); ++i)
            ids.append(model.idAt(i));
        return ids;
    }

    void search(const QString &text) { m_model->setSearch(filter::parse(text).filter); }

    std::unique_ptr<DeliveryModel> m_model;

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<DeliveryModel>();
        new QAbstractItemModelTester(m_model.get(), m_model.get());
        m_model->append(several(1, 6));
    }

    void showsWhatMatches()
    {
        search(u"topic:ping"_s);
        QCOMPARE(shown(*m_model), (Ids{1, 3, 5}));
        search({});
        QCOMPARE(shown(*m_model), (Ids{1, 2, 3, 4, 5, 6}));
    }

    void asksWhatArrives()
    {
        search(u"topic:ping"_s);
        const QSignalSpy inserted(m_model.get(), &DeliveryModel::rowsInserted);
        const QSignalSpy reset(m_model.get(), &DeliveryModel::modelReset);
        m_model->append(several(7, 10));
        QCOMPARE(shown(*m_model), (Ids{1, 3, 5, 7, 9}));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(reset.size(), 0);
    }

    void agreesWithTheWordsOfTheChips()
    {
        search(u"topic:ping"_s);
        models::RowFilter invalid;
        invalid.signatures.set(size_t(Signature::Invalid));
        m_model->setFilter(invalid);
        QCOMPARE(shown(*m_model), Ids{3});
    }

    void countsWhatMatches()
    {
        search(u"topic:ping"_s);
        m_model->append(several(7, 9));
        QCOMPARE(m_model->matching().all, 5);
        QCOMPARE(m_model->matching().signatures[size_t(Signature::Invalid)], 2);
        QCOMPARE(m_model->counts().all, 9);
        m_model->remove({3, 4});
        QCOMPARE(m_model->matching().all, 4);
        QCOMPARE(m_model->matching().signatures[size_t(Signature::Invalid)], 1);
        search({});
        QCOMPARE(m_model->matching(), m_model->counts());
    }

    void showsWhatWasFoundInRecords()
    {
        search(u"body:needle"_s);
        QCOMPARE(shown(*m_model), Ids());
        m_model->addFound({5});
        m_model->addFound({2, 99});
        QCOMPARE(shown(*m_model), (Ids{2, 5}));
        QCOMPARE(m_model->matching().all, 2);
    }

    void keepsWhatRowsDecide()
    {
        search(u"topic:ping body:needle"_s);
        m_model->addFound({2, 3});
        QCOMPARE(shown(*m_model), Ids{3});
    }

    void forgetsWhatWasFoundWithTheSearch()
    {
        search(u"body:needle"_s);
        m_model->addFound({5});
        search(u"body:other"_s);
        QCOMPARE(shown(*m_model), Ids());
    }

    void keepsWhatWasFoundWhenRowsGo()
    {
        search(u"body:needle"_s);
        m_model->addFound({2, 5});
        m_model->remove({1, 2});
        QCOMPARE(shown(*m_model), Ids{5});
        m_model->clear(4);
        QCOMPARE(shown(*m_model), Ids{5});
    }

    void staysSorted()
    {
        m_model->sort(int(Column::Size));
        QTRY_COMPARE(shown(*m_model), (Ids{6, 5, 4, 3, 2, 1}));
        search(u"topic:ping"_s);
        QCOMPARE(shown(*m_model), (Ids{5, 3, 1}));
        m_model->append(several(7, 8));
        QCOMPARE(shown(*m_model), (Ids{7, 5, 3, 1}));
    }

    void asksAgainWhatWasChanged()
    {
        search(u"is:flagged OR reply:5xx OR note:balance"_s);
        m_model->setMarked({2}, true);
        m_model->setNote(4, u"check balance"_s);
        m_model->setAnswers({{.id = 5, .status = 503, .fields = {}, .body = {}, .latency = 10}});
        QCOMPARE(shown(*m_model), (Ids{2, 4, 5}));
        m_model->setMarked({2}, false);
        QCOMPARE(shown(*m_model), (Ids{4, 5}));
    }

    void asksAgainWhatWasJudged()
    {
        search(u"sig:malformed"_s);
        capture::Judgement judgement;
        judgement.id = 4;
        judgement.verdict.signature = Signature::Malformed;
        m_model->setJudgements({judgement});
        QCOMPARE(shown(*m_model), Ids{4});
        QCOMPARE(m_model->matching().signatures[size_t(Signature::Malformed)], 1);
    }

    // A record may match no longer, and only who reads it can tell.
    void wantsRecordsReadAgainWhereTheyChanged()
    {
        search(u"body:needle -is:flagged"_s);
        m_model->addFound({2, 5});
        const QSignalSpy outdated(m_model.get(), &DeliveryModel::searchOutdated);
        m_model->setAttempted(5);
        QCOMPARE(outdated.size(), 1);
        QCOMPARE(outdated.first().first().toLongLong(), 5);
        QCOMPARE(shown(*m_model), (Ids{2, 5}));
        m_model->settleFound(4);
        QCOMPARE(shown(*m_model), (Ids{2, 5}));
        m_model->settleFound(5);
        QCOMPARE(shown(*m_model), Ids{2});
    }

    // Else the row that somebody marks would leave the table for a moment, and its selection.
    void leavesWhatIsReadAgainWhereItIs()
    {
        search(u"topic:customer/* body:needle"_s);
        m_model->addFound({2, 4});
        const QSignalSpy reset(m_model.get(), &DeliveryModel::modelReset);
        m_model->setMarked({2}, true);
        QCOMPARE(shown(*m_model), (Ids{2, 4}));
        m_model->addFound({2, 4});
        m_model->settleFound(6);
        QCOMPARE(shown(*m_model), (Ids{2, 4}));
        QCOMPARE(reset.size(), 0);
    }

    void keepsWhatNothingCanChange()
    {
        search(u"body:needle size:>1"_s);
        m_model->addFound({2, 5});
        const QSignalSpy outdated(m_model.get(), &DeliveryModel::searchOutdated);
        m_model->setMarked({2}, true);
        QCOMPARE(outdated.size(), 0);
        QCOMPARE(shown(*m_model), (Ids{2, 5}));
    }

    void startsAnewWithOtherRows()
    {
        search(u"body:needle"_s);
        m_model->addFound({2});
        const QSignalSpy outdated(m_model.get(), &DeliveryModel::searchOutdated);
        models::DeliveryRows rows;
        rows.append(row(2));
        m_model->replace(std::move(rows));
        QCOMPARE(shown(*m_model), Ids());
        QCOMPARE(outdated.first().first().toLongLong(), 1);
    }

    // So many that they are asked in slices; nothing may be lost between them.
    void asksManyInSlices()
    {
        constexpr qint64 many = 400'000;
        m_model = std::make_unique<DeliveryModel>();
        models::DeliveryRows rows;
        for (qint64 id = 1; id <= many; ++id)
            rows.append(row(id));
        m_model->replace(std::move(rows));
        search(u"-topic:/(a|b)*q/ (customer OR topic:/p.*g/)"_s);
        m_model->append({row(many + 1)});
        QTRY_COMPARE(m_model->rowCount(), int(many) + 1);
        QCOMPARE(m_model->matching().all, many + 1);
        QCOMPARE(m_model->idAt(int(many)), many + 1);
    }
};

QTEST_GUILESS_MAIN(TstDeliverySearch)
#include "tst_deliverysearch.moc"
