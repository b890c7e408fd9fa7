// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/bodypatch.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace
{

capture::Delivery delivery(qint64 id, const QByteArray &body)
{
    capture::Delivery made{.id = id};
    made.request.body = body;
    return made;
}

// Lines with their ends.
QByteArrayList split(const QByteArray &text)
{
    QByteArrayList lines = text.split('\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i)
        lines[i] += '\n';
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

// As the format of unified differences says it, with each line of context compared; empty: it does
// not fit.
std::optional<QByteArray> applied(const QByteArray &body, const QByteArray &patch)
{
    static const QRegularExpression range(u"^@@ -(\\d+),(\\d+) \\+(\\d+),(\\d+) @@$"_s);
    const QByteArrayList from = split(body);
    QByteArrayList lines = split(patch);
    QByteArrayList made;
    qsizetype at = 0;
    for (qsizetype i = 2; i < lines.size();) {
        const auto head = range.match(QString::fromUtf8(lines[i++]).chopped(1));
        if (!head.hasMatch())
            return {};
        const qsizetype length = head.captured(2).toLongLong();
        const qsizetype begin = head.captured(1).toLongLong() - (length > 0 ? 1 : 0);
        while (at < begin)
            made += from.value(at++);
        if (made.size() != head.captured(3).toLongLong() - (head.captured(4) != u'0' ? 1 : 0))
            return {};
        for (; i < lines.size() && !lines[i].startsWith('@'); ++i) {
            const char sign = lines[i].front();
            QByteArray text = lines[i].sliced(1);
            if (lines.value(i + 1).startsWith('\\')) {
                text.chop(1);
                lines.removeAt(i + 1);
            }
            if (sign != '+' && from.value(at++) != text)
                return {};
            if (sign != '-')
                made += text;
        }
    }
    while (at < from.size())
        made += from[at++];
    return made.join();
}

} // namespace

class TstBodyPatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesTheRightBodyOfTheLeftOne_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        const auto row = [](const char *name, const QByteArray &left, const QByteArray &right) {
            QTest::newRow(name) << left << right;
        };
        QByteArray lines;
        for (char line = 'a'; line <= 'z'; ++line)
            lines += QByteArray(1, line) + '\n';
        QByteArray other = lines;
        other.replace("b\n", "B\n").replace("l\n", "l\nm\n").replace("y\n", "");
        row("JSON on one line", R"({"a":1,"b":2})", R"({"a":1,"b":3})");
        row("a line feed more at the end", "{}", "{}\n");
        row("a line feed less at the end", "{}\n", "{}");
        row("changes far apart", lines, other);
        row("other line ends", "a\r\nb\r\n", "a\nb\r\n");
        row("from nothing", "", "a\nb");
        row("to nothing", "a\nb", "");
        row("lines that look like a patch", "--- a\n+++ b\n@ x\n", "--- a\n+++ c\n@ x\n");
        row("letters beyond ASCII", "caf\xC3\xA9\n", "the\xC3\xA9\n");
        row("a last line without its end, far from the change", lines + "end",
            "A\n" + lines.sliced(2) + "end");
    }

    void makesTheRightBodyOfTheLeftOne()
    {
        QFETCH(const QByteArray, left);
        QFETCH(const QByteArray, right);
        QVERIFY(models::canPatch(delivery(1, left), delivery(2, right)));
        const QByteArray patch = models::bodyPatch(delivery(1, left), delivery(2, right));
        const auto made = applied(left, patch);
        QVERIFY2(made, patch.constData());
        QCOMPARE(*made, right);
    }

    void writesLinesAroundEachChange()
    {
        QByteArray body;
        for (char line = 'a'; line <= 'l'; ++line)
            body += QByteArray(1, line) + '\n';
        QByteArray other = body;
        other.replace("b\n", "B\n").replace("l\n", "l\nm\n");
        QCOMPARE(models::bodyPatch(delivery(1, body), delivery(2, other)),
                 "--- #1\n+++ #2\n"
                 "@@ -1,5 +1,5 @@\n a\n-b\n+B\n c\n d\n e\n"
                 "@@ -10,3 +10,4 @@\n j\n k\n l\n+m\n");
    }

    void writesNoneWhereItCannot_data()
    {
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::newRow("the same") << QByteArray("{}") << QByteArray("{}");
        QTest::newRow("no text") << QByteArray("a\0b", 3) << QByteArray("a");
        QTest::newRow("no UTF-8") << QByteArray("a") << QByteArray("\xFF");
        QTest::newRow("too long") << QByteArray("a")
                                  << QByteArray(models::mostPatchedBytes + 1, 'a');
    }

    void writesNoneWhereItCannot()
    {
        QFETCH(const QByteArray, left);
        QFETCH(const QByteArray, right);
        QVERIFY(!models::canPatch(delivery(1, left), delivery(2, right)));
        QVERIFY(models::bodyPatch(delivery(1, left), delivery(2, right)).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TstBodyPatch)
#include "tst_bodypatch.moc"
