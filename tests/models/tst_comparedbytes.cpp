// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/comparedbytes.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace models;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QByteArray alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

// "~00000000 AB CD|00000000 AxB": the sign of the change, and offset and text of both sides.
QStringList described(const Comparison &comparison)
{
    QStringList rows;
    for (const ComparedRow &row : comparison.rows) {
        const auto side = [&row](int column) {
            return row.cells[column] + u' ' + row.cells[column + 1].mid(49);
        };
        rows.append(QString(u" +-~"[int(row.change)]).trimmed() + side(0) + u'|' + side(2));
    }
    return rows;
}

// What is marked of a cell, its hexadecimal digits first.
QString marked(const ComparedRow &row, int column)
{
    QStringList texts;
    for (const core::Run &mark : row.marks.value(column))
        texts += row.cells[column].mid(mark.from, mark.size);
    return texts.join(u' ');
}

QByteArray noise(qsizetype size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = char(random.bounded(256));
    return bytes;
}

} // namespace

class TstComparedBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alignsWhatFollowsAnInsertion();
    void comparesInNarrowRows();
    void leavesAGapOnTheShorterSide();
    void marksTheBytesThatDiffer();
    void alignsWhatIsWrittenWithSpaces();
    void tearsNothingApartForAccidents();
    void countsRunsOfRows();
    void saysWhereTooMuchDiffers();
    void beginsLongBodiesBeforeTheFirstDifference();
    void showsNoMoreThanTheMost();
    void findsLongBodiesTheSame();
};

void TstComparedBytes::alignsWhatFollowsAnInsertion()
{
    const Comparison made = compareBytes(alphabet.first(40), "!" + alphabet.first(40));
    QCOMPARE(described(made),
             (QStringList{u"+00000000  ABCDEFGHIJKLMNO|00000000 !ABCDEFGHIJKLMNO"_s,
                          u"0000000f PQRSTUVWXYZabcde|00000010 PQRSTUVWXYZabcde"_s,
                          u"0000001f fghijklmn|00000020 fghijklmn"_s}));
    QCOMPARE(made.differences, 1);
    QVERIFY(made.aligned);
    QVERIFY(!made.cut);
}

void TstComparedBytes::comparesInNarrowRows()
{
    const Comparison made
        = compareBytes(alphabet.first(20), "!" + alphabet.first(20), models::narrowRow);
    QCOMPARE(made.bytesOfRow, 8);
    QStringList rows;
    for (const ComparedRow &row : made.rows)
        rows += row.cells.join(u'|');
    QCOMPARE(rows,
             (QStringList{u"00000000|   41 42 43 44 45 46 47   ABCDEFG|"
                          "00000000|21 41 42 43 44 45 46 47  !ABCDEFG"_s,
                          u"00000007|48 49 4a 4b 4c 4d 4e 4f  HIJKLMNO|"
                          "00000008|48 49 4a 4b 4c 4d 4e 4f  HIJKLMNO"_s,
                          u"0000000f|50 51 52 53 54           PQRST|"
                          "00000010|50 51 52 53 54           PQRST"_s}));
    QCOMPARE(marked(made.rows[0], 3), u"21 !"_s);
}

void TstComparedBytes::leavesAGapOnTheShorterSide()
{
    const Comparison made
        = compareBytes("0123" + QByteArray(36, '-') + "4567", QByteArray("01234567"));
    QCOMPARE(described(made),
             (QStringList{u"-00000000 0123------------|00000000 0123            "_s,
                          u"-00000010 ----------------| "_s,
                          u"-00000020 --------4567|00000004 "
                          u"        4567"_s}));
    QCOMPARE(made.differences, 1);
    QVERIFY(made.rows[1].marks[1].isEmpty()); // all of it is otherwise
}

void TstComparedBytes::marksTheBytesThatDiffer()
{
    const Comparison made = compareBytes(R"({"points":240})", R"({"points":290})");
    QCOMPARE(made.rows.size(), 1);
    QCOMPARE(made.rows[0].change, RowChange::Changed);
    QCOMPARE(marked(made.rows[0], 1), u"34 4"_s);
    QCOMPARE(marked(made.rows[0], 3), u"39 9"_s);
    QCOMPARE(marked(made.rows[0], 0), QString());
}

void TstComparedBytes::alignsWhatIsWrittenWithSpaces()
{
    const Comparison made = compareBytes(R"({"a":1,"b":2})", R"({"a": 1, "b": 2})");
    QCOMPARE(described(made),
             (QStringList{u"+00000000 {\"a\": 1, \"b\": 2}|00000000 {\"a\": 1, \"b\": 2}"_s}));
    QCOMPARE(marked(made.rows[0], 1), QString());
    QCOMPARE(marked(made.rows[0], 3), u"20 20 20      "_s);
}

// Both have a letter in common, but stand byte under byte.
void TstComparedBytes::tearsNothingApartForAccidents()
{
    const Comparison made = compareBytes("id=abcxdefg;", "id=xhijklmn;");
    QCOMPARE(described(made), (QStringList{u"~00000000 id=abcxdefg;|00000000 id=xhijklmn;"_s}));
}

void TstComparedBytes::countsRunsOfRows()
{
    QByteArray right = QByteArray(64, '.');
    right[0] = 'x';
    right[20] = 'x';
    right[60] = 'x';
    QCOMPARE(compareBytes(QByteArray(64, '.'), right).differences, 2);
}

void TstComparedBytes::saysWhereTooMuchDiffers()
{
    const QByteArray left = "begin" + noise(6000, 1) + "end";
    const QByteArray right = "begin" + noise(7000, 2) + "end";
    const Comparison made = compareBytes(left, right);
    QVERIFY(!made.aligned);
    for (const ComparedRow &row : made.rows.first(300))
        QCOMPARE(row.cells[0], row.cells[2]);
    QVERIFY(made.rows.constLast().cells[1].endsWith(u"end"_s));
    QVERIFY(made.rows.constLast().cells[3].endsWith(u"end"_s));
}

void TstComparedBytes::beginsLongBodiesBeforeTheFirstDifference()
{
    constexpr qsizetype long32 = 32 << 20;
    QByteArray left(long32, 'a');
    QByteArray right = left;
    left[long32 - 1000] = 'x';
    right.insert(long32 - 500, "more");
    const Comparison made = compareBytes(left, right);
    QVERIFY(made.cut);
    QVERIFY(made.aligned);
    QCOMPARE(made.differences, 2);
    const auto first = std::find_if(made.rows.begin(), made.rows.end(), [](const ComparedRow &row) {
        return row.change != RowChange::Same;
    });
    QVERIFY(first - made.rows.begin() <= 17);
    QCOMPARE(first->cells[0],
             QString::number((long32 - 1000) / 16 * 16, 16).rightJustified(8, u'0'));
}

void TstComparedBytes::showsNoMoreThanTheMost()
{
    const Comparison made
        = compareBytes("x" + QByteArray(2 * mostComparedBytes, 'a'), QByteArray("y"));
    QVERIFY(made.cut);
    QCOMPARE(made.rows.size(), mostComparedBytes / 16);
}

void TstComparedBytes::findsLongBodiesTheSame()
{
    const QByteArray body = noise(2 * mostComparedBytes, 3);
    const Comparison made = compareBytes(body, body + "");
    QCOMPARE(made.differences, 0);
    QVERIFY(!made.cut);
}

QTEST_APPLESS_MAIN(TstComparedBytes)
#include "tst_comparedbytes.moc"
