// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/secretoptions.h"
#include "signature/secretinput.h"
#include "support/capturedoutput.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace Qt::Literals::StringLiterals;

namespace
{

core::Result<signature::Secrets> read(const QStringList &words)
{
    const auto options = commands::Options::read(
        {.command = u"try"_s, .options = commands::secretOptions()}, words);
    return options ? commands::readSecrets(*options)
                   : core::Result<signature::Secrets>(options.error());
}

// "label=bytes" of each.
QStringList described(const QStringList &words)
{
    QStringList result;
    const auto secrets = read(words);
    if (!secrets)
        return {core::describe(secrets.error())};
    for (const signature::SecretPtr &secret : *secrets)
        result.append(secret->label() + u'=' + QString::fromUtf8(secret->bytes()));
    return result;
}

} // namespace

class TstSecretOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAFile();
    void takesALabel_data();
    void takesALabel();
    void prefersAWholePath();
    void keepsTheOrderOfFilesAndVariables();
    void takesOneFinalNewlineWithoutAWord();
    void saysWhenItTakesMore();
    void keepsEveryOtherByte();
    void keepsAVariableAsItIs();
    void refusesWhatIsEmpty_data();
    void refusesWhatIsEmpty();
    void refusesWhatCannotBeRead_data();
    void refusesWhatCannotBeRead();
    void takesTheLongestSecret();
    void neverShowsASecret();

private:
    QString write(const QString &name, const QByteArray &contents)
    {
        const QString path = m_folder->filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
            qFatal("Cannot write the fixture.");
        return path;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstSecretOptions::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TstSecretOptions::readsAFile()
{
    const QString path = write(u"primary.txt"_s, "0123456789abcdef");
    QCOMPARE(described({u"--secret-file"_s, path}),
             QStringList({u"primary.txt=0123456789abcdef"_s}));
}

void TstSecretOptions::takesALabel_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("label");

    QTest::newRow("a word") << u"old="_s << u"old"_s;
    QTest::newRow("several words") << u"Dev store="_s << u"Dev store"_s;
    QTest::newRow("an empty one") << u"="_s << u"key"_s;
    QTest::newRow("none") << QString() << u"key"_s;
}

void TstSecretOptions::takesALabel()
{
    QFETCH(QString, prefix);
    QFETCH(QString, label);
    const QString path = write(u"key"_s, "0123456789abcdef");
    QCOMPARE(described({u"--secret-file"_s, prefix + path}),
             QStringList({label + u"=0123456789abcdef"_s}));
}

void TstSecretOptions::prefersAWholePath()
{
    const QString path = write(u"old=key"_s, "0123456789abcdef");
    QCOMPARE(described({u"--secret-file"_s, path}), QStringList({u"old=key=0123456789abcdef"_s}));
    QCOMPARE(described({u"--secret-file"_s, u"a="_s + path}),
             QStringList({u"a=0123456789abcdef"_s}));
}

void TstSecretOptions::keepsTheOrderOfFilesAndVariables()
{
    const QString a = write(u"a"_s, "0123456789abcdef");
    const QString b = write(u"b"_s, "fedcba9876543210");
    qputenv("HOOKGLASS_TEST_KEY", "00112233445566");
    QCOMPARE(described({u"--secret-file"_s, b, u"--secret-env=HOOKGLASS_TEST_KEY"_s,
                        u"--secret-file"_s, a}),
             QStringList({u"b=fedcba9876543210"_s, u"HOOKGLASS_TEST_KEY=00112233445566"_s,
                          u"a=0123456789abcdef"_s}));
    QVERIFY(described({}).isEmpty());
}

void TstSecretOptions::takesOneFinalNewlineWithoutAWord()
{
    const QString path = write(u"key"_s, "0123456789abcdef\n");
    CapturedOutput output(STDERR_FILENO);
    QCOMPARE(described({u"--secret-file"_s, path}), QStringList({u"key=0123456789abcdef"_s}));
    QCOMPARE(output.text(), QByteArray());
}

void TstSecretOptions::saysWhenItTakesMore()
{
    const QString path = write(u"key"_s, "0123456789abcdef\n\n");
    CapturedOutput output(STDERR_FILENO);
    QCOMPARE(described({u"--secret-file"_s, path}), QStringList({u"key=0123456789abcdef"_s}));
    QVERIFY(output.text().contains("line breaks at the end were removed."));
    QVERIFY(output.text().startsWith(path.toUtf8()));
}

void TstSecretOptions::keepsEveryOtherByte()
{
    const QByteArray bytes = " \t\"0123456789\" \xff\xfe\x01 ";
    const QString path = write(u"key"_s, bytes + '\n');
    CapturedOutput output(STDERR_FILENO);
    const auto secrets = read({u"--secret-file"_s, path});
    QVERIFY(secrets);
    QCOMPARE(secrets->front()->bytes(), QByteArrayView(bytes));
}

void TstSecretOptions::keepsAVariableAsItIs()
{
    qputenv("HOOKGLASS_TEST_KEY", " 0123456789abcdef\n");
    QCOMPARE(described({u"--secret-env"_s, u"HOOKGLASS_TEST_KEY"_s}),
             QStringList({u"HOOKGLASS_TEST_KEY= 0123456789abcdef\n"_s}));
    QCOMPARE(qgetenv("HOOKGLASS_TEST_KEY"), QByteArray(" 0123456789abcdef\n"));
}

void TstSecretOptions::refusesWhatIsEmpty_data()
{
    QTest::addColumn<QByteArray>("contents");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a newline") << QByteArray("\n");
    QTest::newRow("newlines") << QByteArray("\r\n\r\n");
}

void TstSecretOptions::refusesWhatIsEmpty()
{
    QFETCH(QByteArray, contents);
    CapturedOutput output(STDERR_FILENO);
    const auto secrets = read({u"--secret-file"_s, u"x="_s + write(u"key"_s, contents)});
    QVERIFY(!secrets);
    QCOMPARE(secrets.error().kind, core::ErrorKind::Usage);
    QCOMPARE(secrets.error().what, u"The secret “x” is empty."_s);
    qputenv("HOOKGLASS_TEST_KEY", "");
    QVERIFY(!read({u"--secret-env"_s, u"HOOKGLASS_TEST_KEY"_s}));
}

void TstSecretOptions::refusesWhatCannotBeRead_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("sentence");

    QTest::newRow("no such file") << QStringList{u"--secret-file"_s, u"/nowhere/key"_s}
                                  << int(core::ErrorKind::Environment)
                                  << u"Cannot read the secret file /nowhere/key. "
                                     "No such file or directory."_s;
    QTest::newRow("no such labelled file")
        << QStringList{u"--secret-file"_s, u"a=/nowhere/key"_s} << int(core::ErrorKind::Environment)
        << u"Cannot read the secret file /nowhere/key. No such file or directory."_s;
    QTest::newRow("a folder") << QStringList{u"--secret-file"_s, u"/"_s}
                              << int(core::ErrorKind::Environment)
                              << u"Cannot read the secret file /. It is a folder."_s;
    QTest::newRow("a file without end")
        << QStringList{u"--secret-file"_s, u"/dev/zero"_s} << int(core::ErrorKind::Usage)
        << u"Cannot read the secret file /dev/zero. "
           "It is longer than 4096 bytes and hardly a signing secret."_s;
    QTest::newRow("no such variable")
        << QStringList{u"--secret-env"_s, u"HOOKGLASS_TEST_NONE"_s} << int(core::ErrorKind::Usage)
        << u"There is no environment variable “HOOKGLASS_TEST_NONE”. "_s.trimmed();
}

void TstSecretOptions::refusesWhatCannotBeRead()
{
    QFETCH(QStringList, words);
    CapturedOutput output(STDERR_FILENO);
    const auto secrets = read(words);
    QVERIFY(!secrets);
    QTEST(int(secrets.error().kind), "kind");
    QTEST(core::describe(secrets.error()), "sentence");
}

void TstSecretOptions::takesTheLongestSecret()
{
    CapturedOutput output(STDERR_FILENO);
    const QByteArray longest(signature::longestSecret, 'k');
    const auto taken = read({u"--secret-file"_s, write(u"key"_s, longest + '\n')});
    QVERIFY(taken);
    QCOMPARE(taken->front()->bytes().size(), longest.size());
    QVERIFY(!read({u"--secret-file"_s, write(u"key"_s, longest + "k\n")}));
}

void TstSecretOptions::neverShowsASecret()
{
    CapturedOutput output(STDERR_FILENO);
    QVERIFY(read({u"--secret-file"_s, write(u"a"_s, "hunter2\n\n")}));
    QVERIFY(read({u"--secret-file"_s, write(u"b"_s, "https://hunter2")}));
    QVERIFY(!output.text().isEmpty());
    QVERIFY(!output.text().contains("hunter2"));
}

QTEST_GUILESS_MAIN(TstSecretOptions)
#include "tst_secretoptions.moc"
