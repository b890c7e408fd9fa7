// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/parse.h"
#include "models/deliverymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;
using models::Column;
using models::DeliveryModel;
using models::RowFilter;
using signature::Freshness;
using signature::Signature;

class TstDeliveryModel : public QObject
{
    Q_OBJECT

private:
    static capture::Summary row(qint64 id, Signature verdict = Signature::Verified,
                                Freshness freshness = Freshness::Fresh)
    {
        return {.id = id,
                .receivedAt = 1'795'428'000'000'000 + id * 1000,
                .topic = u"customer/updated"_s,
                .text = u"user%1@example.com · %2 pts"_s.arg(id).arg(id * 10),
                .bodySize = 1000 - id,
                .signature = verdict,
                .freshness = freshness};
    }

    static QList<capture::Summary> several(qint64 first, qint64 last)
    {
        QList<capture::Summary> rows;
        for (qint64 id = first; id <= last; ++id)
            rows.append(row(id, Signature(id % 3), Freshness(id % 4)));
        return rows;
    }

    static QList<qint64> shown(const DeliveryModel &model)
    {
        QList<qint64> ids;
        for (int i = 0; i < model.rowCount(); ++i)
            ids.append(model.idAt(i));
        return ids;
    }

    static QVariant cell(const DeliveryModel &model, int line, Column column,
                         int role = Qt::DisplayRole)
    {
        return model.index(line, int(column)).data(role);
    }

    static RowFilter only(std::initializer_list<Signature> verdicts)
    {
        RowFilter filter;
        for (const Signature verdict : verdicts)
            filter.signatures.set(size_t(verdict));
        return filter;
    }

private Q_SLOTS:
    void insertsABatchAtOnce()
    {
        DeliveryModel model;
        const QAbstractItemModelTester tester(&model);
        const QSignalSpy inserted(&model, &DeliveryModel::rowsInserted);
        model.append(several(1, 3));
        model.append(several(4, 1000));
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(inserted[1][1].toInt(), 3);
        QCOMPARE(inserted[1][2].toInt(), 999);
        QCOMPARE(model.rowCount(), 1000);
    }

    void takesNothingForNothing()
    {
        DeliveryModel model;
        const QSignalSpy inserted(&model, &DeliveryModel::rowsInserted);
        model.append({});
        model.append({row(1)});
        model.append({row(1)});
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(model.rowCount(), 1);
    }

    void resetsOnlyAboveTheMostInserted()
    {
        DeliveryModel model;
        const QSignalSpy inserted(&model, &DeliveryModel::rowsInserted);
        const QSignalSpy reset(&model, &DeliveryModel::modelReset);
        model.append(several(1, DeliveryModel::mostInserted));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(reset.size(), 0);
        model.append(several(DeliveryModel::mostInserted + 1, 2 * DeliveryModel::mostInserted + 1));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowCount(), 2 * DeliveryModel::mostInserted + 1);
    }

    void showsWhatEachColumnSays()
    {
        DeliveryModel model;
        capture::Summary summary = row(2414, Signature::Invalid);
        summary.status = 500;
        summary.ageSeconds = 1;
        summary.bodySize = 412;
        summary.latency = 3100;
        summary.method = "POST";
        summary.target = "/hooks?x=1 2";
        summary.peer = u"34.192.18.4"_s;
        summary.account = u"48213"_s;
        summary.eventId = u"evt_1\n"_s;
        summary.scheme = u"stripe"_s;
        model.append({summary});
        QCOMPARE(cell(model, 0, Column::Number).toString(), u"2414"_s);
        QCOMPARE(cell(model, 0, Column::Signature).toString(), u"Invalid"_s);
        QCOMPARE(cell(model, 0, Column::Freshness).toString(), u"Fresh · 1.4 s"_s);
        QCOMPARE(cell(model, 0, Column::Topic).toString(), u"customer/updated"_s);
        QCOMPARE(cell(model, 0, Column::Size).toString(), u"412 B"_s);
        QCOMPARE(cell(model, 0, Column::Reply).toString(), u"500"_s);
        QCOMPARE(cell(model, 0, Column::Method).toString(), u"POST"_s);
        QCOMPARE(cell(model, 0, Column::Path).toString(), u"/hooks?x=1 2"_s);
        QCOMPARE(cell(model, 0, Column::From).toString(), u"34.192.18.4"_s);
        QCOMPARE(cell(model, 0, Column::Account).toString(), u"48213"_s);
        QCOMPARE(cell(model, 0, Column::Duration).toString(), u"3.1 ms"_s);
        QCOMPARE(cell(model, 0, Column::EventId).toString(), u"evt_1␊"_s);
        QCOMPARE(cell(model, 0, Column::Scheme).toString(), u"Stripe"_s);
        signature::Scheme own;
        own.id = u"stripe"_s;
        own.name = u"Our own"_s;
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setSchemes(signature::SchemeBook({own}));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(cell(model, 0, Column::Scheme).toString(), u"Our own"_s);
    }

    void findsOnlySmilesTopicsStrange_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QString>("topic");
        QTest::addColumn<bool>("strange");
        QTest::newRow("Smile's own") << u"smile"_s << u"ping"_s << false;
        QTest::newRow("not of Smile's documentation") << u"smile"_s << u"order/paid"_s << true;
        QTest::newRow("another sender's") << u"stripe"_s << u"invoice.paid"_s << false;
        QTest::newRow("of no scheme") << QString() << u"order/paid"_s << false;
    }

    void findsOnlySmilesTopicsStrange()
    {
        QFETCH(QString, scheme);
        QFETCH(QString, topic);
        DeliveryModel model;
        model.append({{.id = 1, .topic = topic, .scheme = scheme}});
        QTEST(cell(model, 0, Column::Topic, DeliveryModel::UnusualRole).toBool(), "strange");
    }

    void mutesWhatFollowsTheDot()
    {
        DeliveryModel model;
        model.append({row(1), row(2, Signature::Verified, Freshness::Stale)});
        QCOMPARE(cell(model, 0, Column::Summary, DeliveryModel::MutedFromRole).toInt(),
                 u"user1@example.com"_s.size());
        QCOMPARE(cell(model, 1, Column::Freshness, DeliveryModel::MutedFromRole).toInt(), -1);
        QCOMPARE(cell(model, 0, Column::Number, DeliveryModel::MutedFromRole).toInt(), 0);
    }

    void speaksOfARowInItsHeader()
    {
        DeliveryModel model;
        capture::Summary rejection{.id = 4, .rejection = capture::Reason::TlsHandshake};
        model.append({row(2, Signature::Invalid), row(3, Signature::NoSecret), rejection});
        QCOMPARE(model.headerData(0, Qt::Vertical, Qt::DisplayRole).toString(),
                 u"Webhook 2, Invalid signature"_s);
        QCOMPARE(model.headerData(1, Qt::Vertical, Qt::DisplayRole).toString(),
                 u"Webhook 3, No secret"_s);
        QCOMPARE(model.headerData(2, Qt::Vertical, Qt::DisplayRole).toString(),
                 u"Rejected request 4, TLS handshake failed"_s);
        QVERIFY(!model.headerData(3, Qt::Vertical, Qt::DisplayRole).isValid());
    }

    void givesEveryColumnAName()
    {
        const DeliveryModel model;
        QStringList names;
        for (int column = 0; column < model.columnCount(); ++column)
            names << model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
        QVERIFY(!names.contains(QString()));
        QCOMPARE(names.removeDuplicates(), 0);
    }

    void counts()
    {
        DeliveryModel model;
        const QSignalSpy counted(&model, &DeliveryModel::counted);
        model.append(several(1, 9));
        model.append({{.id = 10, .rejection = capture::Reason::CutOff}});
        QCOMPARE(counted.size(), 2);
        QCOMPARE(model.counts().all, 10);
        QCOMPARE(model.counts().rejected, 1);
        QCOMPARE(model.counts().signatures[size_t(Signature::Invalid)], 3);
        QCOMPARE(model.counts().freshness[size_t(Freshness::Stale)], 3);
        model.setJudgements({{.id = 1, .judgedAt = 0, .verdict = {.secret = u"Dev store"_s}}});
        QCOMPARE(model.counts().signatures[size_t(Signature::Invalid)], 2);
        QCOMPARE(model.counts().signatures[size_t(Signature::NotApplicable)], 1);
        model.remove({2, 10});
        QCOMPARE(model.counts().all, 8);
        QCOMPARE(model.counts().rejected, 0);
    }

    void countsWhatWasImported()
    {
        DeliveryModel model;
        QList<capture::Summary> all = several(1, 5);
        all[1].importedAt = all[3].importedAt = 7;
        all[3].rejection = capture::Reason::Timeout;
        model.append(all);
        QCOMPARE(model.counts().imported, 2);
        QCOMPARE(model.counts().all, 5);
        model.setJudgements({{.id = 2, .judgedAt = 0, .verdict = {.secret = u"Dev store"_s}}});
        QCOMPARE(model.counts().imported, 2);
        model.remove({1, 2});
        QCOMPARE(model.counts().imported, 1);
    }

    void showsTheEventAsTheLatestSchemeFindsIt()
    {
        DeliveryModel model;
        model.append({{.id = 1, .topic = u"old"_s}});
        const auto shown
            = [&model](Column column) { return model.index(0, int(column)).data().toString(); };
        model.setJudgements(
            {{.id = 1,
              .event = capture::Event{
                  .topic = u"paid"_s, .account = u"7"_s, .id = u"evt_9"_s, .summary = u"5"_s}}});
        QCOMPARE(shown(Column::Topic), u"paid"_s);
        QCOMPARE(shown(Column::Account), u"7"_s);
        QCOMPARE(shown(Column::EventId), u"evt_9"_s);
        QCOMPARE(shown(Column::Summary), u"5"_s);
        model.setJudgements({{.id = 1}});
        QCOMPARE(shown(Column::Topic), u"paid"_s);
    }

    void filters_data()
    {
        QTest::addColumn<RowFilter>("filter");
        QTest::addColumn<QList<qint64>>("ids");
        QTest::newRow("everything") << RowFilter{} << QList<qint64>{1, 2, 3, 4, 5};
        QTest::newRow("one word") << only({Signature::Invalid}) << QList<qint64>{1, 4};
        QTest::newRow("two words of a group")
            << only({Signature::Invalid, Signature::Unsigned}) << QList<qint64>{1, 2, 4};
        RowFilter both = only({Signature::Invalid});
        both.freshness.set(size_t(Freshness::Fresh));
        QTest::newRow("words of both groups") << both << QList<qint64>{4};
        RowFilter fresh;
        fresh.freshness.set(size_t(Freshness::Stale));
        QTest::newRow("a freshness alone") << fresh << QList<qint64>{1};
        RowFilter rejected;
        rejected.rejected = true;
        QTest::newRow("rejections alone") << rejected << QList<qint64>{5};
        rejected.signatures.set(size_t(Signature::Verified));
        QTest::newRow("rejections and a word") << rejected << QList<qint64>{3, 5};
    }

    void filters()
    {
        QFETCH(RowFilter, filter);
        QFETCH(QList<qint64>, ids);
        DeliveryModel model;
        const QAbstractItemModelTester tester(&model);
        model.append(several(1, 4));
        model.append({{.id = 5, .rejection = capture::Reason::CutOff}});
        model.setFilter(filter);
        QCOMPARE(shown(model), ids);
        QCOMPARE(model.counts().all, 5);
    }

    void appendsOnlyWhatPassesTheFilter()
    {
        DeliveryModel model;
        const QAbstractItemModelTester tester(&model);
        model.setFilter(only({Signature::Invalid}));
        model.append(several(1, 3));
        QCOMPARE(shown(model), (QList<qint64>{1}));
        const QSignalSpy inserted(&model, &DeliveryModel::rowsInserted);
        model.append(several(5, 6));
        QCOMPARE(inserted.size(), 0);
        QCOMPARE(model.counts().all, 5);
    }

    void followsNewJudgementsIntoTheFilter()
    {
        DeliveryModel model;
        const QAbstractItemModelTester tester(&model);
        model.append({row(1, Signature::NoSecret), row(2, Signature::NoSecret)});
        model.setFilter(only({Signature::NoSecret}));
        model.setJudgements({{.id = 2,
                              .judgedAt = 1,
                              .verdict = {.signature = Signature::Verified,
                                          .freshness = Freshness::Fresh,
                                          .ageSeconds = 3,
                                          .secret = u"Dev store"_s}}});
        QCOMPARE(shown(model), (QList<qint64>{1}));
        model.setFilter({});
        QCOMPARE(cell(model, 1, Column::Signature).toString(), u"Verified"_s);
        QCOMPARE(cell(model, 1, Column::Freshness).toString(), u"Fresh · 3.0 s"_s);
        QCOMPARE(cell(model, 1, Column::Secret).toString(), u"Dev store"_s);
        QVERIFY(cell(model, 1, Column::Signature, Qt::ToolTipRole)
                    .toString()
                    .contains(u"judged again"_s));
    }

    void tellsExactlyWhichRowsWereAnswered()
    {
        DeliveryModel model;
        model.append(several(1, 100));
        const QSignalSpy changed(&model, &DeliveryModel::dataChanged);
        capture::Answer answer{.id = 40, .status = 503, .latency = 250};
        model.setAnswers({answer, {.id = 1000}});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 39);
        QCOMPARE(changed[0][1].toModelIndex().row(), 39);
        QCOMPARE(cell(model, 39, Column::Reply).toString(), u"503"_s);
        QCOMPARE(cell(model, 39, Column::Duration).toString(), u"250 µs"_s);
        model.setAnswers({{.id = 1000}});
        QCOMPARE(changed.size(), 1);
    }

    void saysNothingOfHiddenRows()
    {
        DeliveryModel model;
        model.append(several(1, 100));
        model.setFilter(only({Signature::Unsigned}));
        const QSignalSpy changed(&model, &DeliveryModel::dataChanged);
        model.setAnswers({{.id = 1, .status = 200}}); // 1 is Invalid
        QCOMPARE(changed.size(), 0);
    }

    void marksAndNotes()
    {
        DeliveryModel model;
        model.append(several(1, 3));
        model.setMarked({1, 3}, true);
        model.setNote(2, u"check balance"_s);
        QVERIFY(cell(model, 0, Column::Mark, DeliveryModel::MarkedRole).toBool());
        QVERIFY(!cell(model, 1, Column::Mark, DeliveryModel::MarkedRole).toBool());
        QCOMPARE(cell(model, 2, Column::Mark, Qt::AccessibleTextRole).toString(), u"Marked"_s);
        QCOMPARE(cell(model, 1, Column::Note).toString(), u"check balance"_s);
        QCOMPARE(cell(model, 1, Column::Summary, DeliveryModel::TagsRole).toStringList(),
                 QStringList{u"Note"_s});
        model.setMarked({1}, false);
        QVERIFY(!cell(model, 0, Column::Mark, DeliveryModel::MarkedRole).toBool());
    }

    void tagsDrafts()
    {
        DeliveryModel model;
        model.append(several(1, 9));
        const QSignalSpy changed(&model, &DeliveryModel::dataChanged);
        const auto tags = [&model](int line) {
            return cell(model, line, Column::Summary, DeliveryModel::TagsRole).toStringList();
        };
        model.setDrafts({3, 77});
        QCOMPARE(tags(2), QStringList{u"Draft"_s});
        QCOMPARE(tags(3), QStringList());
        QVERIFY(model.hasDraft(3));
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 2);
        QCOMPARE(changed[0][1].toModelIndex().row(), 2);
        model.setDrafts({3});
        QCOMPARE(changed.size(), 1);
        model.setDrafts({});
        QCOMPARE(tags(2), QStringList());
    }

    void tagsWhatDidNotArriveHere()
    {
        DeliveryModel model;
        QList<capture::Summary> rows = several(1, 2);
        rows[1].importedAt = 5;
        model.append(rows);
        const auto tags = [&model](int line) {
            return cell(model, line, Column::Summary, DeliveryModel::TagsRole).toStringList();
        };
        QCOMPARE(tags(0), QStringList());
        QCOMPARE(tags(1), QStringList{u"Imported"_s});
        QCOMPARE(model.summary(1).importedAt, 5);
    }

    void tagsWhatWasThereBefore()
    {
        DeliveryModel model;
        QList<capture::Summary> rows = several(1, 3);
        for (capture::Summary &row : rows)
            row.prints = {.body = 5, .signature = quint32(row.id == 1 ? 1 : 2)};
        model.append(rows);
        const auto tags = [&model](int line) {
            return cell(model, line, Column::Summary, DeliveryModel::TagsRole).toStringList();
        };
        QCOMPARE(tags(0), QStringList());
        QCOMPARE(tags(1), QStringList{u"Attempt 2"_s});
        QCOMPARE(tags(2), QStringList{u"Replayed"_s});
        QVERIFY(cell(model, 1, Column::Summary, Qt::AccessibleTextRole)
                    .toString()
                    .endsWith(u", Attempt 2"_s));
        QVERIFY(cell(model, 1, Column::Summary, Qt::ToolTipRole)
                    .toString()
                    .contains(u"Attempt 2 of 3. "_s));
        QCOMPARE(model.repeatOf(3)->first, 1);
        QVERIFY(!model.repeatOf(4));
        capture::Delivery third;
        third.id = 3;
        capture::Record record{.delivery = std::make_shared<const capture::Delivery>(third)};
        model.repeats(2).tell(record);
        QVERIFY(record.replayed);
        model.repeats(3).tell(record);
        QVERIFY(!record.repeated);
        model.setSearch(filter::parse(u"is:repeated"_s).filter);
        QCOMPARE(shown(model), (QList<qint64>{2, 3}));
    }

    void clearsUpToAnIdAndKeepsTheMarked()
    {
        DeliveryModel model;
        const QAbstractItemModelTester tester(&model);
        model.append(several(1, 10));
        model.setMarked({3}, true);
        model.clear(8);
        QCOMPARE(shown(model), (QList<qint64>{3, 9, 10}));
        QCOMPARE(model.counts().all, 3);
        model.append(several(11, 12));
        QCOMPARE(shown(model), (QList<qint64>{3, 9, 10, 11, 12}));
    }

    void removesFewRowsOneByOneAndManyAtOnce()
    {
        DeliveryModel model;
        const QAbstractItemModelTester tester(&model);
        model.append(several(1, 200));
        const QSignalSpy removed(&model, &DeliveryModel::rowsRemoved);
        const QSignalSpy reset(&model, &DeliveryModel::modelReset);
        model.remove({5, 6, 7, 100, 1000});
        QCOMPARE(removed.size(), 2);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(model.idAt(4), 8);
        QList<qint64> many;
        for (qint64 id = 101; id <= 165; ++id)
            many.append(id);
        model.remove(many);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowCount(), 200 - 4 - 65);
        QCOMPARE(model.rowOf(166), model.rowOf(99) + 1);
        model.remove({4000});
        QCOMPARE(removed.size(), 2);
    }

    void removesWhileFilteredAndSorted()
    {
        DeliveryModel model;
        const QAbstractItemModelTester tester(&model);
        model.append(several(1, 12));
        model.setFilter(only({Signature::Invalid}));
        QSignalSpy laidOut(&model, &DeliveryModel::layoutChanged);
        model.sort(int(Column::Number), Qt::DescendingOrder);
        QTRY_COMPARE(laidOut.size(), 1);
        QCOMPARE(shown(model), (QList<qint64>{10, 7, 4, 1}));
        model.remove({7, 8});
        QCOMPARE(shown(model), (QList<qint64>{10, 4, 1}));
        model.setFilter({});
        QCOMPARE(shown(model), (QList<qint64>{12, 11, 10, 9, 6, 5, 4, 3, 2, 1}));
    }

    void sortsByRawValues_data()
    {
        QTest::addColumn<Column>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::addColumn<QList<qint64>>("ids");
        QTest::newRow("size, not its text")
            << Column::Size << Qt::AscendingOrder << QList<qint64>{5, 4, 3, 2, 1};
        QTest::newRow("worst signature first")
            << Column::Signature << Qt::AscendingOrder << QList<qint64>{3, 2, 5, 1, 4};
        QTest::newRow("equal ones by arrival, downwards too")
            << Column::Signature << Qt::DescendingOrder << QList<qint64>{1, 4, 5, 2, 3};
        QTest::newRow("youngest first, without an age last")
            << Column::Freshness << Qt::AscendingOrder << QList<qint64>{4, 2, 1, 3, 5};
        QTest::newRow("topic") << Column::Topic << Qt::AscendingOrder
                               << QList<qint64>{5, 1, 3, 4, 2};
        QTest::newRow("marked first")
            << Column::Mark << Qt::AscendingOrder << QList<qint64>{4, 1, 2, 3, 5};
        QTest::newRow("path without its method")
            << Column::Path << Qt::DescendingOrder << QList<qint64>{2, 1, 3, 4, 5};
    }

    void sortsByRawValues()
    {
        QFETCH(Column, column);
        QFETCH(Qt::SortOrder, order);
        QFETCH(QList<qint64>, ids);
        DeliveryModel model;
        const QAbstractItemModelTester tester(&model);
        QList<capture::Summary> rows{row(1),
                                     row(2, Signature::Malformed),
                                     row(3, Signature::Invalid),
                                     row(4),
                                     {.id = 5, .rejection = capture::Reason::CutOff}};
        rows[0].ageSeconds = 20;
        rows[1].ageSeconds = 3;
        rows[3].ageSeconds = -400;
        rows[1].topic = u"ping"_s;
        rows[0].method = "GET";
        rows[0].target = "/a";
        rows[1].method = "DELETE";
        rows[1].target = "/b";
        rows[3].marked = true;
        model.append(rows);
        QSignalSpy laidOut(&model, &DeliveryModel::layoutChanged);
        model.sort(int(column), order);
        QTRY_COMPARE(laidOut.size(), 1);
        QCOMPARE(shown(model), ids);
        model.sort(-1);
        QCOMPARE(shown(model), (QList<qint64>{1, 2, 3, 4, 5}));
    }

    void addsNewRowsInPlaceWhileSorted()
    {
        DeliveryModel model;
        const QAbstractItemModelTester tester(&model);
        QList<capture::Summary> rows = several(1, 4);
        for (capture::Summary &summary : rows)
            summary.bodySize = summary.id * 100;
        model.append(rows);
        QSignalSpy laidOut(&model, &DeliveryModel::layoutChanged);
        model.sort(int(Column::Size), Qt::AscendingOrder);
        QTRY_COMPARE(laidOut.size(), 1);
        capture::Summary between = row(5);
        between.bodySize = 250;
        capture::Summary last = row(6);
        last.bodySize = 900;
        const QPersistentModelIndex selected = model.index(2, 0);
        model.append({between, last});
        QCOMPARE(shown(model), (QList<qint64>{1, 2, 5, 3, 4, 6}));
        QCOMPARE(model.idAt(selected.row()), 3);
        QCOMPARE(model.rowOf(5), 2);
    }

    void takesRowsThatCameWhileTheOrderWasMade()
    {
        DeliveryModel model;
        const QAbstractItemModelTester tester(&model);
        model.append(several(1, 5));
        QSignalSpy laidOut(&model, &DeliveryModel::layoutChanged);
        model.sort(int(Column::Number), Qt::DescendingOrder);
        model.append(several(6, 8));
        QTRY_COMPARE(laidOut.size(), 1);
        QCOMPARE(shown(model), (QList<qint64>{8, 7, 6, 5, 4, 3, 2, 1}));
    }

    void sortsAnEmptyTableAndWhatComesLater()
    {
        DeliveryModel model;
        const QAbstractItemModelTester tester(&model);
        QSignalSpy laidOut(&model, &DeliveryModel::layoutChanged);
        model.sort(int(Column::Number), Qt::DescendingOrder);
        QTRY_COMPARE(laidOut.size(), 1);
        model.append(several(1, 3));
        QCOMPARE(shown(model), (QList<qint64>{3, 2, 1}));
    }

    void sortsAgainWhenTheValuesChange()
    {
        DeliveryModel model;
        model.append(several(1, 3));
        QSignalSpy laidOut(&model, &DeliveryModel::layoutChanged);
        model.sort(int(Column::Reply), Qt::DescendingOrder);
        model.setAnswers({{.id = 2, .status = 500}});
        model.setAnswers({{.id = 1, .status = 200}});
        QTRY_COMPARE(laidOut.size(), 2);
        QCOMPARE(shown(model), (QList<qint64>{2, 1, 3}));
    }

    void forgetsAnOrderNobodyWantsAnyMore()
    {
        DeliveryModel model;
        model.append(several(1, 3));
        model.sort(int(Column::Number), Qt::DescendingOrder);
        model.sort(-1);
        QSignalSpy laidOut(&model, &DeliveryModel::layoutChanged);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(laidOut.size(), 0);
        QCOMPARE(shown(model), (QList<qint64>{1, 2, 3}));
    }

    void replacesEverything()
    {
        DeliveryModel model;
        const QAbstractItemModelTester tester(&model);
        model.append(several(1, 3));
        models::DeliveryRows rows;
        rows.append(row(2, Signature::Unsigned));
        rows.append(row(7));
        model.replace(std::move(rows));
        QCOMPARE(shown(model), (QList<qint64>{2, 7}));
        QCOMPARE(model.counts().all, 2);
        QCOMPARE(model.lastId(), 7);
    }

    void findsTheNextTrouble()
    {
        DeliveryModel model;
        capture::Summary refused = row(5);
        refused.status = 500;
        model.append({row(1), row(2, Signature::Invalid), row(3),
                      row(4, Signature::Verified, Freshness::Stale), refused, row(6)});
        QCOMPARE(model.nextTroubled(-1, 1), 1);
        QCOMPARE(model.nextTroubled(1, 1), 3);
        QCOMPARE(model.nextTroubled(3, 1), 4);
        QCOMPARE(model.nextTroubled(4, 1), -1);
        QCOMPARE(model.nextTroubled(3, -1), 1);
        QCOMPARE(model.nextTroubled(0, -1), -1);
    }

    void measuresTimeFromThePreviousRow()
    {
        DeliveryModel model;
        model.append({row(1), row(3)});
        model.setTimeForm(models::TimeForm::SincePrevious);
        QCOMPARE(cell(model, 0, Column::Received).toString(), u"+0.000 s"_s);
        QCOMPARE(cell(model, 1, Column::Received).toString(), u"+0.002 s"_s);
    }

    void keepsAHundredThousandRowsSmall()
    {
        DeliveryModel model;
        for (qint64 first = 1; first < 100'000; first += 1000)
            model.append(several(first, first + 999));
        for (int word = 0; word < 6; ++word)
            model.setFilter(only({Signature(word % 3)}));
        model.setFilter({});
        QCOMPARE(model.rowCount(), 100'000);
        QSignalSpy laidOut(&model, &DeliveryModel::layoutChanged);
        model.sort(int(Column::Summary), Qt::DescendingOrder);
        QTRY_COMPARE(laidOut.size(), 1);
        model.append(several(100'001, 100'100));
        QCOMPARE(model.rowCount(), 100'100);
        QVERIFY(model.bytes() < 200 * 100'100);
    }
};

QTEST_GUILESS_MAIN(TstDeliveryModel)
#include "tst_deliverymodel.moc"
