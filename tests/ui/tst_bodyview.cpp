// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/jsontreemodel.h"
#include "ui/views/bodyview.h"
#include "ui/views/codeview.h"
#include "ui/views/elidedlabel.h"
#include "ui/views/findfield.h"
#include "ui/views/fittedlabel.h"
#include "ui/views/hexview.h"
#include "ui/views/jsontreeview.h"
#include "ui/views/messagepage.h"
#include "ui/views/noteline.h"
#include "ui/views/segmentedbar.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

#include <zlib.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace ui;

class TstBodyView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhatMaySurprise_data();
    void saysWhatMaySurprise();
    void showsBytesThatAreNoText();
    void decodesGzipForViewingOnly();
    void choosesTheWayThatFits_data();
    void choosesTheWayThatFits();
    void remembersTheWayPerMediaType();
    void goesRoundTheWaysThatCanBeShown();
    void findsInEveryWay_data();
    void findsInEveryWay();
    void saysWhenNothingIsFound();
    void keepsRoomToTypeWhatIsLookedFor_data();
    void keepsRoomToTypeWhatIsLookedFor();
    void leavesItsRoomToThePlaceholder();
    void asksBeforeItShowsMuch();
    void neverShowsAnEarlierBody();
    void saysWhatTheSenderDocuments();
    void cutsWhatTheSenderDocumentsInALowWindow();

private:
    void json(const QByteArray &bytes) { m_view->show({bytes, "application/json", {}}); }
    QString notes() const { return m_view->findChild<NoteLine *>()->text(); }
    QString facts() const;
    QWidget *page() const { return m_view->findChild<QStackedWidget *>()->currentWidget(); }
    QString code() const { return m_view->findChild<CodeView *>()->toPlainText(); }
    JsonTreeView *tree() const { return m_view->findChild<JsonTreeView *>(); }
    QAbstractButton *button(const QString &text) const;

    std::unique_ptr<BodyView> m_view;
};

void TstBodyView::init()
{
    m_view = std::make_unique<BodyView>();
    m_view->resize(620, 400);
    m_view->setVisible(true);
}

QString TstBodyView::facts() const
{
    QStringList words;
    for (const auto *label : m_view->findChildren<ElidedLabel *>())
        words += label->fullText();
    return words.join(u'|');
}

QAbstractButton *TstBodyView::button(const QString &text) const
{
    for (auto *button : m_view->findChildren<QAbstractButton *>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

void TstBodyView::saysWhatMaySurprise_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("note");
    QTest::newRow("a repeated key")
        << QByteArray(R"({"a":1,"b":2,"a":3})")
        << u"Repeated keys: “a”. Programs differ in which one counts."_s;
    QTest::newRow("where JSON goes wrong")
        << QByteArray("{\"a\":1,\n \"b\" 2}") << u"Not valid JSON: "_s;
    QTest::newRow("bytes that are no UTF-8")
        << QByteArray("{\"a\":\"\xff\xfe\"}") << u"Cannot read 2 place(s) as UTF-8"_s;
    QTest::newRow("a byte order mark")
        << QByteArray("\xEF\xBB\xBF{}") << u"Begins with a byte order mark"_s;
    QTest::newRow("white space at the end")
        << QByteArray("{}\r\n") << u"Goes on for 2 byte(s) of white space"_s;
}

void TstBodyView::saysWhatMaySurprise()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, note);
    json(bytes);
    QVERIFY2(notes().contains(note), qPrintable(notes()));
    QVERIFY(m_view->findChild<NoteLine *>()->isVisible());
    json("{}");
    QVERIFY(!m_view->findChild<NoteLine *>()->isVisible());
}

void TstBodyView::showsBytesThatAreNoText()
{
    json("{\"a\":\"\xff\"}");
    m_view->setMode(BodyMode::Text);
    QCOMPARE(code(), u"{\"a\":\"\uFFFD\"}"_s);
    QSignalSpy message(m_view.get(), &BodyView::message);
    m_view->copyBody();
    QVERIFY(message.first().first().toString().contains(u"not all UTF-8"_s));
}

static QByteArray gzipped(const QByteArray &bytes)
{
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(bytes.size() + 64, '\0');
    QByteArray input = bytes;
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = uInt(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

void TstBodyView::decodesGzipForViewingOnly()
{
    const QByteArray packed = gzipped(R"({"topic":"ping"})");
    m_view->show({packed, "application/json", "gzip"});
    QTRY_VERIFY(m_view->isSettled());
    QCOMPARE(tree()->model()->rowCount(), 1);
    QVERIFY2(notes().contains(u"Decoded from gzip for viewing"_s), qPrintable(notes()));
    QVERIFY2(notes().contains(u"The signature covers the bytes received."_s), qPrintable(notes()));
    QVERIFY2(facts().contains(u"%1 B"_s.arg(packed.size())), qPrintable(facts()));
    m_view->show({"no gzip", "application/json", "gzip"});
    QTRY_VERIFY(notes().contains(u"The body is shown as received."_s));
}

void TstBodyView::choosesTheWayThatFits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<BodyMode>("mode");
    QTest::newRow("JSON") << QByteArray("{}") << QByteArray("application/json") << BodyMode::Tree;
    QTest::newRow("JSON of no type") << QByteArray("[1]") << QByteArray() << BodyMode::Tree;
    QTest::newRow("JSON that is broken")
        << QByteArray("{") << QByteArray("application/json") << BodyMode::Text;
    QTest::newRow("form fields") << QByteArray("a=1&b=2")
                                 << QByteArray("application/x-www-form-urlencoded")
                                 << BodyMode::Tree;
    QTest::newRow("text") << QByteArray("hello") << QByteArray("text/plain") << BodyMode::Text;
    QTest::newRow("bytes") << QByteArray("\0\1\2\xff", 4) << QByteArray("application/octet-stream")
                           << BodyMode::Hex;
}

void TstBodyView::choosesTheWayThatFits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, type);
    QFETCH(BodyMode, mode);
    m_view->show({bytes, type, {}});
    QCOMPARE(m_view->mode(), mode);
    const auto *modes = m_view->findChild<SegmentedBar *>();
    QCOMPARE(modes->isSegmentEnabled(int(BodyMode::Tree)), mode == BodyMode::Tree);
    QVERIFY(modes->isSegmentEnabled(int(BodyMode::Hex)));
    m_view->show({.hasRaw = true});
    QCOMPARE(m_view->findChild<MessagePage *>()->title(), u"No body"_s);
    QCOMPARE(m_view->findChild<MessagePage *>()->text(), QString()); // that says it all
    QSignalSpy raw(m_view.get(), &BodyView::rawWanted);
    button(u"Raw"_s)->click();
    QCOMPARE(raw.size(), 1);
}

void TstBodyView::remembersTheWayPerMediaType()
{
    json("{}");
    m_view->setMode(BodyMode::Hex);
    m_view->show({"hello", "text/plain", {}});
    QCOMPARE(m_view->mode(), BodyMode::Text);
    json("[]");
    QCOMPARE(m_view->mode(), BodyMode::Hex);
    BodyView later;
    QVERIFY(later.restoreState(m_view->saveState()));
    later.show({"{}", "application/json", {}});
    QCOMPARE(later.mode(), BodyMode::Hex);
    QVERIFY(!later.restoreState("something else"));
}

void TstBodyView::goesRoundTheWaysThatCanBeShown()
{
    m_view->show({"hello", "text/plain", {}});
    m_view->nextMode();
    QCOMPARE(m_view->mode(), BodyMode::Hex);
    m_view->nextMode();
    QCOMPARE(m_view->mode(), BodyMode::Text);
}

void TstBodyView::findsInEveryWay_data()
{
    QTest::addColumn<BodyMode>("mode");
    QTest::newRow("tree") << BodyMode::Tree;
    QTest::newRow("pretty") << BodyMode::Pretty;
    QTest::newRow("text") << BodyMode::Text;
    QTest::newRow("hex") << BodyMode::Hex;
}

void TstBodyView::findsInEveryWay()
{
    QFETCH(BodyMode, mode);
    json(R"({"name":"Maya","other":{"x":["maya"]}})");
    m_view->setMode(mode);
    auto *find = m_view->findChild<FindField *>();
    find->setText(u"maya"_s);
    QTest::keyClick(find, Qt::Key_Return);
    QVERIFY2(facts().contains(u"1 of 2"_s), qPrintable(facts()));
    m_view->findNext();
    QVERIFY2(facts().contains(u"2 of 2"_s), qPrintable(facts()));
    m_view->findNext();
    QVERIFY2(facts().contains(u"1 of 2"_s), qPrintable(facts())); // around the end
    m_view->findPrevious();
    QVERIFY2(facts().contains(u"2 of 2"_s), qPrintable(facts()));
}

void TstBodyView::saysWhenNothingIsFound()
{
    json("{}");
    auto *find = m_view->findChild<FindField *>();
    find->setText(u"maya"_s);
    QTRY_VERIFY(facts().contains(u"Not found"_s));
    QTest::keyClick(find, Qt::Key_Escape);
    QCOMPARE(find->text(), QString());
}

// As wide as the details are beside the table of a window of usual size.
void TstBodyView::keepsRoomToTypeWhatIsLookedFor_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing yet") << QString() << u"JSON · 2 B"_s;
    QTest::newRow("what is not there") << u"maya.ortiz@example.com"_s << u"Not found"_s;
}

void TstBodyView::keepsRoomToTypeWhatIsLookedFor()
{
    QFETCH(QString, needle);
    QFETCH(QString, said);
    m_view->resize(490, 400);
    json("{}");
    auto *find = m_view->findChild<FindField *>();
    find->setText(needle);
    QTRY_VERIFY2(facts().contains(said), qPrintable(facts()));
    const int words = find->fontMetrics().horizontalAdvance(find->placeholderText());
    QTRY_VERIFY2(find->width() >= words + 40, qPrintable(QString::number(find->width())));
}

// The button that empties the field takes room in it only while there is something to empty.
void TstBodyView::leavesItsRoomToThePlaceholder()
{
    json("{}");
    auto *find = m_view->findChild<FindField *>();
    const auto buttons = [find] {
        const auto all = find->findChildren<QAbstractButton *>();
        return std::count_if(all.begin(), all.end(), [](auto *one) { return one->isVisible(); });
    };
    QTRY_COMPARE(buttons(), 1);
    find->setText(u"maya"_s);
    QTRY_COMPARE(buttons(), 2);
    find->clear();
    QTRY_COMPARE(buttons(), 1);
}

void TstBodyView::asksBeforeItShowsMuch()
{
    m_view->show({QByteArray(prettyLimit + 1, 'x'), "text/plain", {}});
    QTRY_VERIFY(m_view->isSettled());
    const auto *message = m_view->findChild<MessagePage *>();
    QVERIFY(page() == message);
    QVERIFY2(message->text().contains(u"limited to 2.0 MB"_s), qPrintable(message->text()));
    QTRY_VERIFY(button(u"Show anyway"_s)); // A layout shows what it is given one turn later.
    button(u"Show anyway"_s)->click();
    QTRY_VERIFY(page() == m_view->findChild<CodeView *>());
}

void TstBodyView::neverShowsAnEarlierBody()
{
    const auto *model = qobject_cast<const models::JsonTreeModel *>(tree()->model());
    QList<qsizetype> shown;
    connect(model, &QAbstractItemModel::modelReset, this, [&] {
        if (model->document())
            shown += model->document()->text().size();
    });
    json('"' + QByteArray(1'000'000, 'x') + '"'); // to the worker, and too late
    json(R"({"second":1})");
    QVERIFY(m_view->isSettled());
    json('"' + QByteArray(2'000'000, 'y') + '"');
    QTRY_VERIFY(m_view->isSettled());
    QCOMPARE(shown, QList<qsizetype>({12, 2'000'002}));
}

void TstBodyView::saysWhatTheSenderDocuments()
{
    const QByteArray bytes = R"({"topic":"points/changed"})";
    const auto says = [this](const QString &words) {
        const auto labels = m_view->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    };
    m_view->show({bytes, "application/json", {}, u"smile"_s});
    QVERIFY(!says(u"none of them"_s));
    tree()->setCurrentIndex(tree()->model()->index(0, 0));
    QVERIFY(says(u"none of them"_s));
    json(bytes); // of a sender that nobody knows
    tree()->setCurrentIndex(tree()->model()->index(0, 0));
    QVERIFY(!says(u"none of them"_s));
}

void TstBodyView::cutsWhatTheSenderDocumentsInALowWindow()
{
    const QByteArray bytes
        = R"({"topic":"customer/updated","data":{"customer":{"vip_tier_id":3}}})";
    m_view->show({bytes, "application/json", {}, u"smile"_s});
    QModelIndex tier = tree()->model()->index(1, 0);
    for (int depth = 0; depth < 2; ++depth) {
        tree()->model()->fetchMore(tier);
        tier = tree()->model()->index(0, 0, tier);
    }
    tree()->setCurrentIndex(tier);
    const auto *note = m_view->findChild<FittedLabel *>();
    const QString whole = note->accessibleName();
    QVERIFY2(whole.contains(u"vip_status"_s), qPrintable(whole));
    QTRY_COMPARE(note->text(), whole);
    QCOMPARE(note->toolTip(), QString());
    m_view->resize(480, 160);
    QTRY_VERIFY2(note->text().endsWith(u'…'), qPrintable(note->text()));
    QCOMPARE(note->toolTip(), whole);
    QVERIFY(note->height() >= note->fontMetrics().height());
    m_view->resize(480, 500);
    QTRY_COMPARE(note->text(), whole);
}

QTEST_MAIN(TstBodyView)
#include "tst_bodyview.moc"
