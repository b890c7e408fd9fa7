// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/commandline.h"
#include "commands/output.h"

#include <QCoreApplication>
#include <QFile>

#include "gui.h"
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <langinfo.h>
#include <sys/resource.h>
#include <unistd.h>

namespace
{

using namespace Qt::Literals::StringLiterals;

// Memory holds signing keys. The limit keeps the kernel from writing a file; a handler that it
// pipes the dump to gets one without any memory in it.
void forbidCoreDumps()
{
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    setrlimit(RLIMIT_CORE, &none);
    QFile filter(u"/proc/self/coredump_filter"_s);
    if (filter.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        filter.write("0");
}

// A closed one would be the next file that is opened, such as one by which Qt wakes its threads,
// and what is meant for people would go into it. The wrong way round, so that reading and writing
// fail as they would.
void openStandardStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(stream, F_GETFD) < 0 && errno == EBADF)
            static_cast<void>(open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY));
    }
}

// Qt would switch to UTF-8 as well, but with a warning, and stderr's first line is promised.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (qstricmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

bool hasDisplay(const QStringList &words)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (!qEnvironmentVariableIsEmpty(variable))
            return true;
    }
    return words.filter(u"-platform"_s).size() + words.filter(u"-display"_s).size() > 0;
#else
    Q_UNUSED(words);
    return true;
#endif
}

int refuseWindow()
{
    return commands::fail({core::ErrorKind::Environment, u"Cannot open the window."_s,
                           u"There is no display. “hookglass listen” receives webhooks without "
                           "one."_s});
}

// Qt aborts when it cannot reach the display; a sentence and an exit status say it better.
void reportLostDisplay(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type == QtFatalMsg && message.contains("platform plugin"_L1)) {
        refuseWindow();
        _exit(commands::BadEnvironment);
    }
    std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
}

int runWindow(int argc, char **argv, const QStringList &words, const QString &file)
{
    if (!hasDisplay(words))
        return refuseWindow();
    qInstallMessageHandler(reportLostDisplay);
    return runGui(argc, argv, file);
}

int runCommand(int argc, char **argv, const commands::Call &call)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"hookglass"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HOOKGLASS_VERSION));
    return call.command->run(call.arguments);
}

int print(const QString &text)
{
    return commands::writeOut(text.toUtf8()) ? commands::Done : commands::BadEnvironment;
}

} // namespace

int main(int argc, char **argv)
{
    openStandardStreams();
    forbidCoreDumps();
    useUtf8();
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes away is an error to handle, not the end
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    const commands::Call call = commands::readCall(words);
    switch (call.kind) {
    case commands::Call::Kind::Window:
        return runWindow(argc, argv, words, call.file);
    case commands::Call::Kind::Command:
        return runCommand(argc, argv, call);
    case commands::Call::Kind::Help:
        return print(commands::programHelp());
    case commands::Call::Kind::Version:
        return print(u"hookglass %1\n"_s.arg(QStringLiteral(HOOKGLASS_VERSION)));
    case commands::Call::Kind::Wrong:
        return commands::fail({core::ErrorKind::Usage, call.fault, {}});
    }
    Q_UNREACHABLE();
}
