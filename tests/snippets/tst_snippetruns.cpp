// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "program.h"

// Runs the snippets of every scheme, in each language that is installed, against the vectors and
// against vectors that were broken: they must say what the engine says. One process a language.

namespace
{

const QString runners = u"" TEST_DATA "/../snippets/runners/"_s;
constexpr int patience = 280'000; // in milliseconds

QByteArray base64(const QByteArray &bytes) { return bytes.toBase64(); }

QByteArray lineOf(const SnippetCase &one)
{
    const auto recipe = snippets::recipeOf(*own::schemeById(one.scheme));
    QByteArrayList extras;
    if (recipe->needsMethod)
        extras.append(base64(one.request.method));
    if (recipe->needsUrl)
        extras.append(base64(one.url.isEmpty() ? "https://example.com/" : one.url));
    QByteArrayList fields;
    for (const http::Field &field : one.request.fields)
        fields.append(base64(field.name) + ':' + base64(field.value));
    const QByteArrayList columns{one.scheme.toUtf8(), QByteArray::number(one.now),
                                 base64(one.secret),  base64(one.request.body),
                                 extras.join(','),    fields.join(',')};
    return columns.join('\t') + '\n';
}

} // namespace

class TstSnippetRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agreesWithTheEngine_data();
    void agreesWithTheEngine();

private:
    void write(Language language);
    QStringList prepare(Language language);
    QByteArray run(const QStringList &command);

    QTemporaryDir m_folder;
    QList<SnippetCase> m_all;
    QList<SnippetCase> m_cases; // of the schemes that the language has code for
    Compiled m_compiled;
};

void TstSnippetRuns::initTestCase()
{
    m_all = allCases();
    QVERIFY(m_all.size() > 1000);
    for (const SnippetCase &one : std::as_const(m_all))
        QVERIFY2(one.genuine || one.name != one.scheme, qPrintable(one.name));
}

void TstSnippetRuns::agreesWithTheEngine_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<QString>("program");
    QTest::addColumn<bool>("required"); // where the environment variable CI is set
    QTest::newRow("Ruby") << Language::Ruby << u"ruby"_s << true;
    QTest::newRow("Python") << Language::Python << u"python3"_s << true;
    QTest::newRow("Node.js") << Language::Node << u"node"_s << true;
    QTest::newRow("PHP") << Language::Php << u"php"_s << true;
    QTest::newRow("Go") << Language::Go << u"go"_s << false;
    QTest::newRow("Java") << Language::Java << u"java"_s << true;
    QTest::newRow("C++") << Language::Cpp << u"c++"_s << true;
    QTest::newRow("C#") << Language::CSharp << u"mcs"_s << false;
}

// The snippets and the cases, in files of the folder.
void TstSnippetRuns::write(Language language)
{
    m_compiled = Compiled{.language = language};
    QSet<QString> written;
    for (const signature::Scheme &scheme : own::andAll()) {
        const auto code = snippets::snippet(scheme, language);
        // Mono reads no public keys in these forms.
        if (!code || (language == Language::CSharp && code->contains("using var key"_L1)))
            continue;
        written.insert(scheme.id);
        QString file = m_folder.filePath(scheme.id + u'.' + snippets::word(language));
        QString text = *code;
        if (language == Language::Node)
            file += ".mjs"_L1;
        if (language == Language::Go) {
            file = m_folder.filePath(nameOf(scheme.id).toLower() + u"x.go"_s);
            text.replace(u"package webhooks"_s, u"package main"_s);
            text.replace(u"func VerifyWebhook("_s, u"func %1("_s.arg(nameOf(scheme.id)));
            text.replace(u"time.Since("_s, u"now.Sub("_s);
        }
        QVERIFY(writeAll(file, text.toUtf8()));
        const bool scripted = language == Language::Ruby || language == Language::Python
            || language == Language::Node || language == Language::Php;
        if (!scripted)
            m_compiled.add(scheme.id, *code);
    }
    m_cases.clear();
    QByteArray lines;
    for (const SnippetCase &one : std::as_const(m_all)) {
        if (written.contains(one.scheme)) {
            m_cases.append(one);
            lines += lineOf(one);
        }
    }
    QVERIFY(writeAll(m_folder.filePath(u"cases"_s), lines));
}

// The command that runs them.
QStringList TstSnippetRuns::prepare(Language language)
{
    switch (language) {
    case Language::Ruby:
        return {u"ruby"_s, runners + u"run.rb"_s};
    case Language::Python:
        return {u"python3"_s, u"-B"_s, runners + u"run.py"_s};
    case Language::Node:
        return {u"node"_s, runners + u"run.mjs"_s};
    case Language::Php:
        return {u"php"_s, runners + u"run.php"_s};
    case Language::Go:
        writeAll(m_folder.filePath(u"run.go"_s), m_compiled.program(runners + u"run.go.in"_s));
        writeAll(m_folder.filePath(u"go.mod"_s), "module snippets\n\ngo 1.19\n");
        return {u"go"_s, u"run"_s, u"."_s};
    case Language::Java:
        writeAll(m_folder.filePath(u"Run.java"_s), m_compiled.program(runners + u"Run.java.in"_s));
        return {u"java"_s, u"Run.java"_s};
    case Language::Cpp:
        writeAll(m_folder.filePath(u"run.cpp"_s), m_compiled.program(runners + u"run.cpp.in"_s));
        run({u"c++"_s, u"-std=c++20"_s, u"-O0"_s, u"-Wall"_s, u"-Wextra"_s, u"-o"_s, u"run"_s,
             u"run.cpp"_s, u"-lcrypto"_s});
        return {m_folder.filePath(u"run"_s)};
    case Language::CSharp:
        writeAll(m_folder.filePath(u"Run.cs"_s), m_compiled.program(runners + u"Run.cs.in"_s));
        run({u"mcs"_s, u"-nowarn:105"_s, u"-r:System.Web"_s, u"-out:run.exe"_s, u"Run.cs"_s});
        return {u"mono"_s, m_folder.filePath(u"run.exe"_s)};
    }
    return {};
}

QByteArray TstSnippetRuns::run(const QStringList &command)
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"GOCACHE"_s, m_folder.filePath(u"cache"_s));
    environment.insert(u"GOFLAGS"_s, u"-mod=mod"_s);
    process.setProcessEnvironment(environment);
    process.start(command.constFirst(), command.sliced(1));
    if (!process.waitForFinished(patience))
        return "it did not end: " + process.readAllStandardError();
    const QByteArray said = process.readAllStandardError();
    if (process.exitCode() != 0 || !said.isEmpty())
        qWarning("%s", said.first(std::min<qsizetype>(said.size(), 4000)).constData());
    return process.readAllStandardOutput();
}

void TstSnippetRuns::agreesWithTheEngine()
{
    QFETCH(Language, language);
    QFETCH(QString, program);
    QFETCH(bool, required);
    if (QStandardPaths::findExecutable(program).isEmpty()) {
        QVERIFY2(!required || !qEnvironmentVariableIsSet("CI"), "it is required here");
        QSKIP("it is not installed");
    }
    write(language);
    QVERIFY(m_cases.size() > 500);
    const QByteArrayList answers
        = run(prepare(language) + QStringList{m_folder.path()}).trimmed().split('\n');
    QStringList wrong;
    for (qsizetype row = 0; row < m_cases.size(); ++row) {
        const SnippetCase &one = m_cases[row];
        const QByteArray expected = QByteArray::number(row) + (one.genuine ? " true" : " false");
        const QByteArray answer = answers.value(row);
        if (answer.compare(expected, Qt::CaseInsensitive) != 0)
            wrong.append(u"%1: %2"_s.arg(one.name, QString::fromUtf8(answer)));
    }
    QVERIFY2(wrong.isEmpty(),
             qPrintable(u"%1 of %2:\n%3"_s.arg(wrong.size())
                            .arg(m_cases.size())
                            .arg(wrong.mid(0, 40).join(u'\n'))));
}

QTEST_GUILESS_MAIN(TstSnippetRuns)
#include "tst_snippetruns.moc"
