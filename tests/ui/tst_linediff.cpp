// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/linediff.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using ui::DiffLine;

class TstLineDiff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingOfTheSame();
    void showsChangesWithWhatIsAround();
    void countsRuns();
    void marksTheWordsThatDiffer();
};

static QString drawn(const QList<DiffLine> &lines)
{
    QString text;
    for (const DiffLine &line : lines)
        text += QStringView(u" -+~")[int(line.kind)] + line.text;
    return text;
}

void TstLineDiff::saysNothingOfTheSame()
{
    QVERIFY(ui::lineDiff({u"a"_s}, {u"a"_s}).isEmpty());
    QVERIFY(ui::lineDiff({}, {}).isEmpty());
}

void TstLineDiff::showsChangesWithWhatIsAround()
{
    const QStringList before = u"a b c d e f g h"_s.split(u' ');
    const QStringList after = u"a X c d e f g h i"_s.split(u' ');
    QCOMPARE(drawn(ui::lineDiff(before, after, 1)), u" a-b+X c~ h+i"_s);
    QCOMPARE(drawn(ui::lineDiff(before, after, 0)), u"-b+X~+i"_s);
}

void TstLineDiff::countsRuns()
{
    const QStringList before = u"a b c d e f"_s.split(u' ');
    QCOMPARE(ui::changeCount(ui::lineDiff(before, u"a X Y d e"_s.split(u' '))), 2);
}

void TstLineDiff::marksTheWordsThatDiffer()
{
    const QList<DiffLine> lines = ui::lineDiff({u"at: 1"_s}, {u"at: 2"_s});
    QCOMPARE(lines.size(), 2);
    for (const DiffLine &line : lines)
        QCOMPARE(line.marks, QList<core::Run>({{4, 1}}));
}

QTEST_GUILESS_MAIN(TstLineDiff)
#include "tst_linediff.moc"
