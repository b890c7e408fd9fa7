// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/output.h"
#include "support/capturedoutput.h"

#include <QtTest>

#include <csignal>
#include <fcntl.h>

using namespace Qt::Literals::StringLiterals;

namespace
{

// Puts another descriptor in the place of stdout for as long as it lives.
struct Stdout {
    explicit Stdout(int descriptor)
    {
        std::fflush(nullptr);
        ::dup2(descriptor, STDOUT_FILENO);
    }
    ~Stdout() { ::dup2(saved, STDOUT_FILENO), ::close(saved); }
    Q_DISABLE_COPY_MOVE(Stdout)

    int saved = ::dup(STDOUT_FILENO);
};

} // namespace

class TstOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEveryByte();
    void endsQuietlyWithoutAReader();
    void saysThatTheDiskIsFull();
    void waitsForASlowReader();
    void makesLinesHarmless_data();
    void makesLinesHarmless();
    void saysErrorsWithTheirStatus();
    void countsInWords();
};

void TstOutput::writesEveryByte()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes += char(i);
    CapturedOutput output(STDOUT_FILENO);
    QVERIFY(commands::writeOut(bytes));
    QVERIFY(commands::writeOut(""));
    QVERIFY(commands::writeOut(bytes));
    QCOMPARE(output.text(), bytes + bytes);
}

void TstOutput::endsQuietlyWithoutAReader()
{
    std::signal(SIGPIPE, SIG_IGN);
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    ::close(ends[0]);
    CapturedOutput words(STDERR_FILENO);
    bool written = true;
    {
        const Stdout replaced(ends[1]);
        written = commands::writeOut("line\n");
    }
    ::close(ends[1]);
    QVERIFY(!written);
    QCOMPARE(words.text(), QByteArray());
}

void TstOutput::saysThatTheDiskIsFull()
{
    const int full = ::open("/dev/full", O_WRONLY);
    if (full < 0)
        QSKIP("There is no /dev/full here.");
    CapturedOutput words(STDERR_FILENO);
    bool written = true;
    {
        const Stdout replaced(full);
        written = commands::writeOut("line\n");
    }
    ::close(full);
    QVERIFY(!written);
    QCOMPARE(words.text(),
             QByteArray("Cannot write to standard output. No space left on device.\n"));
}

void TstOutput::waitsForASlowReader()
{
    int ends[2];
    QCOMPARE(::pipe2(ends, O_NONBLOCK), 0);
    const QByteArray bytes(1024 * 1024, 'x'); // far more than a pipe holds
    QByteArray read;
    const std::unique_ptr<QThread> reader(QThread::create([&] {
        QByteArray part(4096, Qt::Uninitialized);
        while (read.size() < bytes.size()) {
            const ssize_t count = ::read(ends[0], part.data(), size_t(part.size()));
            if (count > 0)
                read += part.first(count);
        }
    }));
    reader->start();
    bool written = false;
    {
        const Stdout replaced(ends[1]);
        written = commands::writeOut(bytes);
    }
    ::close(ends[1]);
    QVERIFY(reader->wait(30'000));
    ::close(ends[0]);
    QVERIFY(written);
    QVERIFY(read == bytes);
}

void TstOutput::makesLinesHarmless_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("bytes");

    QTest::newRow("text") << u"Zoë · 240 pts 😀"_s << QByteArray("Zoë · 240 pts 😀\n");
    QTest::newRow("an escape sequence") << u"\x1b[2Jx"_s << QByteArray("\uFFFD[2Jx\n");
    QTest::newRow("a second line") << u"a\nb\r"_s << QByteArray("a\uFFFDb\uFFFD\n");
    QTest::newRow("a C1 control") << u"\u009b2J"_s << QByteArray("\uFFFD2J\n");
    QTest::newRow("a right-to-left override")
        << u"a\u202Eb\u2066"_s << QByteArray("a\uFFFDb\uFFFD\n");
}

void TstOutput::makesLinesHarmless()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, bytes);
    QCOMPARE(commands::printable(line), bytes);
    CapturedOutput output(STDERR_FILENO);
    commands::say(line);
    QCOMPARE(output.text(), bytes);
}

void TstOutput::saysErrorsWithTheirStatus()
{
    CapturedOutput output(STDERR_FILENO);
    QCOMPARE(commands::fail({core::ErrorKind::Usage, u"Cannot a."_s, u"B."_s}), 2);
    QCOMPARE(commands::fail({core::ErrorKind::Environment, u"Cannot c."_s, {}}), 3);
    QCOMPARE(output.text(), QByteArray("hookglass: Cannot a. B.\nhookglass: Cannot c.\n"));
}

void TstOutput::countsInWords()
{
    const auto lines = [](qint64 n) { return commands::counted(n, u"%1 line"_s, u"%1 lines"_s); };
    QCOMPARE(lines(0), u"0 lines"_s);
    QCOMPARE(lines(1), u"1 line"_s);
    QCOMPARE(lines(2), u"2 lines"_s);
}

QTEST_GUILESS_MAIN(TstOutput)
#include "tst_output.moc"
