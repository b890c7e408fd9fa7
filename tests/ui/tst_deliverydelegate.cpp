// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/deliverymodel.h"
#include "support/paintrecorder.h"
#include "support/rows.h"
#include "ui/tokens.h"
#include "ui/views/deliverydelegate.h"
#include "ui/views/deliveryheader.h"
#include "ui/views/deliveryview.h"

#include <QDateTime>
#include <QPainter>
#include <QTest>

#include <tuple>

using namespace Qt::Literals::StringLiterals;
using capture::Summary;
using models::Column;
using models::DeliveryModel;
using signature::Freshness;
using signature::Signature;
using namespace ui;

class TstDeliveryDelegate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysEachVerdictInWords_data();
    void saysEachVerdictInWords();
    void tellsVerdictsApartWithoutColour_data();
    void tellsVerdictsApartWithoutColour();
    void isLoudOnlyForTrouble();
    void tintsRowsWithTrouble();
    void saysWhyARequestWasRejected();
    void warnsOfARefusingAnswer();
    void warnsWhereTheConnectionEndedWithoutAnAnswer();
    void slantsTopicsThatNobodyDocuments();
    void tagsTestsAndNotes();
    void tagsRepeatsWhereTheyAreWanted();
    void shortensTheSummaryBeforeItsTags();
    void tellsItsTagsInANarrowColumn();
    void showsAMark();
    void datesAnOldRowWhereThereIsRoom();
    void cutsNoFreshnessAtTheUsualWidth_data();
    void cutsNoFreshnessAtTheUsualWidth();
    void cutsAnAddressBeforeThePoints();
    void showsAllOfThePointsBesideACutAddress();

private:
    void show(const Summary &row);
    void paint(QPaintDevice &device, Column column, const QPalette &palette, int width = 260) const;
    QImage image(Column column, const QPalette &palette) const;
    QString painted(Column column, int width = 260) const;

    std::unique_ptr<DeliveryModel> m_model;
    std::unique_ptr<DeliveryView> m_view;
};

void TstDeliveryDelegate::init()
{
    m_model = std::make_unique<DeliveryModel>();
    m_view = std::make_unique<DeliveryView>(*m_model);
    m_view->resize(900, 100);
}

void TstDeliveryDelegate::cleanup()
{
    m_view.reset();
    m_model.reset();
}

void TstDeliveryDelegate::show(const Summary &row)
{
    models::DeliveryRows rows;
    rows.append(row);
    m_model->replace(std::move(rows));
}

void TstDeliveryDelegate::paint(QPaintDevice &device, Column column, const QPalette &palette,
                                int width) const
{
    QStyleOptionViewItem option;
    option.initFrom(m_view.get());
    option.widget = m_view.get();
    option.palette = palette;
    option.state = QStyle::State_Enabled;
    option.rect = {0, 0, width, 25};
    QPainter painter(&device);
    m_view->itemDelegate()->paint(&painter, option, m_model->index(0, int(column)));
}

QImage TstDeliveryDelegate::image(Column column, const QPalette &palette) const
{
    QImage image(260, 25, QImage::Format_RGB32);
    paint(image, column, palette);
    return image;
}

QString TstDeliveryDelegate::painted(Column column, int width) const
{
    support::PaintRecorder recorder;
    paint(recorder, column, paletteOf(lightTokens()), width);
    return recorder.line();
}

// What stands out from the ground, as somebody sees who sees no hue.
static QList<bool> shape(const QImage &image)
{
    const QImage grey = image.copy(DeliveryDelegate::padding, 0, 18, 25)
                            .convertToFormat(QImage::Format_Grayscale8);
    const int ground = qGray(grey.pixel(0, 0));
    QList<bool> shape;
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x)
            shape.append(std::abs(qGray(grey.pixel(x, y)) - ground) > 40);
    }
    return shape;
}

static qsizetype difference(const QList<bool> &a, const QList<bool> &b)
{
    qsizetype pixels = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        pixels += a[i] != b[i];
    return pixels;
}

void TstDeliveryDelegate::saysEachVerdictInWords_data()
{
    QTest::addColumn<Summary>("row");
    QTest::addColumn<QString>("signature");
    QTest::addColumn<QString>("freshness");
    for (size_t kind = 0; kind < models::signatureKinds; ++kind) {
        const auto verdict = Signature(kind);
        Summary row = rows::row(1, verdict);
        row.ageSeconds.reset();
        QTest::addRow("signature %s", qPrintable(word(verdict)))
            << row << models::signatureWord(verdict) << models::freshnessWord(Freshness::Fresh);
    }
    for (size_t kind = 0; kind < models::freshnessKinds; ++kind) {
        const auto verdict = Freshness(kind);
        Summary row = rows::row(1, Signature::Verified, verdict);
        row.ageSeconds.reset();
        QTest::addRow("freshness %s", qPrintable(word(verdict)))
            << row << u"Verified"_s << models::freshnessWord(verdict);
    }
}

void TstDeliveryDelegate::saysEachVerdictInWords()
{
    QFETCH(Summary, row);
    show(row);
    for (const Tokens &look : {lightTokens(), darkTokens()}) {
        for (const Column column : {Column::Signature, Column::Freshness}) {
            support::PaintRecorder recorder;
            paint(recorder, column, paletteOf(look));
            QFETCH(QString, signature);
            QFETCH(QString, freshness);
            QCOMPARE(recorder.line(), column == Column::Signature ? signature : freshness);
            QCOMPARE(recorder.pictures(), 1);
        }
    }
}

void TstDeliveryDelegate::tellsVerdictsApartWithoutColour_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TstDeliveryDelegate::tellsVerdictsApartWithoutColour()
{
    QFETCH(bool, dark);
    const QPalette palette = paletteOf(dark ? darkTokens() : lightTokens());
    constexpr qsizetype clearlyOther = 25; // of 256 pixels
    for (const Column column : {Column::Signature, Column::Freshness}) {
        QList<QList<bool>> shapes;
        for (size_t kind = 0; kind < models::signatureKinds; ++kind) {
            show(column == Column::Signature ? rows::row(1, Signature(kind))
                                             : rows::row(1, Signature::Verified, Freshness(kind)));
            shapes.append(shape(image(column, palette)));
        }
        for (qsizetype a = 0; a < shapes.size(); ++a) {
            QVERIFY(shapes[a].contains(true));
            for (qsizetype b = 0; b < a; ++b)
                QVERIFY2(difference(shapes[a], shapes[b]) >= clearlyOther,
                         qPrintable(u"column %1: %2 and %3 differ in %4 pixels"_s.arg(int(column))
                                        .arg(a)
                                        .arg(b)
                                        .arg(difference(shapes[a], shapes[b]))));
        }
    }
}

void TstDeliveryDelegate::isLoudOnlyForTrouble()
{
    for (size_t kind = 0; kind < models::signatureKinds; ++kind) {
        const auto verdict = Signature(kind);
        show(rows::row(1, verdict));
        support::PaintRecorder recorder;
        paint(recorder, Column::Signature, paletteOf(lightTokens()));
        QCOMPARE(recorder.texts().first().font.bold(),
                 verdict == Signature::Invalid || verdict == Signature::Malformed);
    }
}

void TstDeliveryDelegate::tintsRowsWithTrouble()
{
    const QPalette palette = paletteOf(lightTokens());
    show(rows::row(1));
    QCOMPARE(image(Column::Topic, palette).pixelColor(1, 1), lightTokens().base);
    show(rows::row(1, Signature::Invalid));
    QCOMPARE(image(Column::Topic, palette).pixelColor(1, 1), lightTokens().invalidTint);
}

void TstDeliveryDelegate::saysWhyARequestWasRejected()
{
    Summary row = rows::row(1);
    row.rejection = capture::Reason::PlainHttp;
    show(row);
    QVERIFY(!painted(Column::Signature).isEmpty());
    QCOMPARE(m_model->index(0, int(Column::Signature)).data().toString(),
             capture::title(capture::Reason::PlainHttp));
    QVERIFY(capture::title(capture::Reason::PlainHttp)
                .startsWith(painted(Column::Signature).chopped(1)));
}

void TstDeliveryDelegate::warnsOfARefusingAnswer()
{
    Summary row = rows::row(1);
    for (const auto &[status, pictures] :
         QList<std::pair<int, int>>{{200, 0}, {399, 0}, {400, 1}, {503, 1}}) {
        row.status = status;
        show(row);
        support::PaintRecorder recorder;
        paint(recorder, Column::Reply, paletteOf(lightTokens()));
        QCOMPARE(recorder.pictures(), pictures);
        QCOMPARE(recorder.line(), QString::number(status));
        QCOMPARE(recorder.texts().first().font.bold(), pictures == 1);
    }
}

void TstDeliveryDelegate::warnsWhereTheConnectionEndedWithoutAnAnswer()
{
    Summary row = rows::row(1);
    row.status = 0;
    for (const auto &[latency, pictures, words] : QList<std::tuple<qint64, int, QString>>{
             {250, 1, u"none"_s}, {-1, 0, QString()}}) { // not answered yet
        row.latency = latency;
        show(row);
        support::PaintRecorder recorder;
        paint(recorder, Column::Reply, paletteOf(lightTokens()));
        QCOMPARE(recorder.pictures(), pictures);
        QCOMPARE(recorder.line(), words);
    }
}

void TstDeliveryDelegate::slantsTopicsThatNobodyDocuments()
{
    Summary row = rows::row(1);
    row.scheme = u"smile"_s;
    for (const auto &[topic, slanted] :
         {std::pair(u"customer/updated"_s, false), std::pair(u"order/made"_s, true)}) {
        row.topic = topic;
        show(row);
        support::PaintRecorder recorder;
        paint(recorder, Column::Topic, paletteOf(lightTokens()));
        QCOMPARE(recorder.line(), topic);
        QCOMPARE(recorder.texts().first().font.italic(), slanted);
    }
}

void TstDeliveryDelegate::tagsTestsAndNotes()
{
    Summary row = rows::row(1);
    row.text = u"Endpoint test"_s;
    QCOMPARE((show(row), painted(Column::Summary)), u"Endpoint test"_s);
    row.test = true;
    row.note = u"look again"_s;
    QCOMPARE((show(row), painted(Column::Summary)), u"Endpoint testTestNote"_s);
}

void TstDeliveryDelegate::tagsRepeatsWhereTheyAreWanted()
{
    Summary row = rows::row(1);
    row.text = u"maya"_s;
    row.prints = {.body = 5, .signature = 1};
    models::DeliveryRows both;
    both.append(row);
    row.id = 2;
    row.prints.signature = 2; // signed anew
    row.note = u"look again"_s;
    both.append(row);
    m_model->replace(std::move(both));
    const auto second = [this] {
        support::PaintRecorder recorder;
        QStyleOptionViewItem option;
        option.initFrom(m_view.get());
        option.widget = m_view.get();
        option.rect = {0, 0, 400, 25};
        QPainter painter(&recorder);
        m_view->itemDelegate()->paint(&painter, option, m_model->index(1, int(Column::Summary)));
        painter.end();
        return recorder.line();
    };
    QCOMPARE(second(), u"mayaAttempt 2Note"_s);
    m_view->setPointedOut(true, false);
    QCOMPARE(second(), u"mayaNote"_s);
}

void TstDeliveryDelegate::shortensTheSummaryBeforeItsTags()
{
    Summary row = rows::row(1);
    row.text = u"somebody.with.a.rather.long.name@example.com · 1,250 pts"_s;
    show(row);
    const QString whole = painted(Column::Summary);
    row.test = true;
    show(row);
    QVERIFY2(painted(Column::Summary).contains(u"Test"_s), qPrintable(painted(Column::Summary)));
    QVERIFY(painted(Column::Summary).startsWith(whole.first(10)));
    QCOMPARE(painted(Column::Summary).count(u'…'), 1); // and not one for each of its parts
}

void TstDeliveryDelegate::tellsItsTagsInANarrowColumn()
{
    Summary row = rows::row(1);
    row.text = u"somebody.with.a.rather.long.name@example.com"_s;
    row.importedAt = 5;
    row.overtaken = true;
    row.note = u"look again"_s;
    show(row);
    const auto tagWidth
        = [this](const QString &tag) { return m_view->fontMetrics().horizontalAdvance(tag) + 16; };
    const auto widthFor = [](int tags) { return 2 * DeliveryDelegate::padding + tags * 5 / 3 + 2; };
    const QString all = painted(Column::Summary, 900);
    QVERIFY2(all.endsWith(u"ImportedOvertakenNote"_s), qPrintable(all));
    const int first = tagWidth(u"Imported"_s) + tagWidth(u"+2"_s);
    const QString one = painted(Column::Summary, widthFor(first));
    QVERIFY2(one.endsWith(u"…Imported+2"_s), qPrintable(one));
    const QString cut = painted(Column::Summary, widthFor(first - tagWidth(u"Imported"_s) / 4));
    QVERIFY2(cut.contains(u"…Im"_s) && cut.endsWith(u"…+2"_s), qPrintable(cut));
    const QString tip = m_model->index(0, int(Column::Summary)).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"Imported · Overtaken · Note"_s), qPrintable(tip));
}

void TstDeliveryDelegate::showsAMark()
{
    Summary row = rows::row(1);
    const QPalette palette = paletteOf(lightTokens());
    show(row);
    const QImage unmarked = image(Column::Mark, palette);
    row.marked = true;
    show(row);
    QVERIFY(image(Column::Mark, palette) != unmarked);
    QCOMPARE(m_model->index(0, int(Column::Mark)).data(Qt::AccessibleTextRole), u"Marked"_s);
}

void TstDeliveryDelegate::datesAnOldRowWhereThereIsRoom()
{
    Summary row = rows::row(1);
    row.receivedAt = QDateTime({2024, 11, 24}, {14, 32, 15, 977}).toMSecsSinceEpoch() * 1000;
    show(row);
    QCOMPARE(painted(Column::Received, 260), u"24 Nov 2024 14:32:15.977"_s);
    const int usual = m_view->columns().sectionSize(int(Column::Received));
    QCOMPARE(painted(Column::Received, usual), u"14:32:15.977"_s);
}

void TstDeliveryDelegate::cutsNoFreshnessAtTheUsualWidth_data()
{
    QTest::addColumn<Freshness>("freshness");
    QTest::addColumn<int>("age");
    QTest::addColumn<QString>("text");
    QTest::newRow("fresh") << Freshness::Fresh << 10 << u"Fresh · 10"_s;
    QTest::newRow("stale") << Freshness::Stale << 59 * 60 << u"Stale · 59 min"_s;
    QTest::newRow("future") << Freshness::Future << -59 * 60 << u"Future · +59 min"_s;
}

void TstDeliveryDelegate::cutsNoFreshnessAtTheUsualWidth()
{
    QFETCH(Freshness, freshness);
    QFETCH(int, age);
    QFETCH(QString, text);
    Summary row = rows::row(1, Signature::Verified, freshness);
    row.ageSeconds = age;
    show(row);
    const QString cell
        = painted(Column::Freshness, m_view->columns().sectionSize(int(Column::Freshness)));
    QVERIFY2(cell.startsWith(text) && !cell.contains(u'…'), qPrintable(cell));
}

// A row in a window of usual size has too little room for both.
void TstDeliveryDelegate::cutsAnAddressBeforeThePoints()
{
    Summary row = rows::row(1);
    row.text = u"somebody.with.a.rather.long.name@example.com · 480 pts"_s;
    show(row);
    const QString narrow = painted(Column::Summary, 200);
    QVERIFY2(narrow.startsWith(u"some"_s) && narrow.endsWith(u"… · 480 pts"_s), qPrintable(narrow));
    QCOMPARE(painted(Column::Summary, 900),
             u"somebody.with.a.rather.long.name@example.com · 480 pts"_s);
    const QString narrowest = painted(Column::Summary, 100); // the end would take most of it
    QVERIFY2(narrowest.startsWith(u"some"_s) && narrowest.endsWith(u'…'), qPrintable(narrowest));
}

// Digits have no whole pixels each, so what is kept for some numbers would be rounded down.
void TstDeliveryDelegate::showsAllOfThePointsBesideACutAddress()
{
    Summary row = rows::row(1);
    for (int points = 16'300; points < 16'400; points += 7) {
        const QString end = u" · %L1 pts"_s.arg(points);
        row.text = u"somebody.with.a.rather.long.name@example.com"_s + end;
        show(row);
        for (int width = 220; width < 236; ++width) {
            const QString shown = painted(Column::Summary, width);
            QVERIFY2(shown.endsWith(u'…' + end), qPrintable(shown));
        }
    }
}

QTEST_MAIN(TstDeliveryDelegate)
#include "tst_deliverydelegate.moc"
