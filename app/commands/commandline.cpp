// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/commandline.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>

namespace commands
{

namespace
{

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text) { return QCoreApplication::translate("commands::CommandLine", text); }

// What QApplication takes for itself; the others of its options are of no use here.
constexpr std::array optionsWithValue{
    "platform"_L1, "platformtheme"_L1, "style"_L1, "geometry"_L1, "qwindowgeometry"_L1,
    "session"_L1,  "display"_L1,       "icon"_L1,  "title"_L1};
constexpr std::array switches{"reverse"_L1, "nograb"_L1, "dograb"_L1};

enum class Taken { No, One, Two };

// How many words Qt takes from here on.
Taken takenByQt(const QString &word)
{
    QStringView name = QStringView(word).sliced(1);
    if (name.startsWith(u'-'))
        name = name.sliced(1);
    for (const auto &option : switches) {
        if (name == option)
            return Taken::One;
    }
    for (const auto &option : optionsWithValue) {
        if (name == option)
            return Taken::Two;
        if (name.startsWith(option) && name.sliced(option.size()).startsWith(u'='))
            return Taken::One;
    }
    return Taken::No;
}

QString commandNames()
{
    QStringList names;
    for (const Command &command : all())
        names.append(QLatin1StringView(command.name));
    return names.join(", "_L1);
}

Call wrong(const QString &what, const QString &why)
{
    Call call;
    call.kind = Call::Kind::Wrong;
    call.fault = what + u' ' + why;
    return call;
}

// A store that is not there yet is made; anything else that is not there was meant as a command.
bool isStoreName(const QString &word)
{
    return QFileInfo::exists(word) || word.endsWith(".hookglass"_L1);
}

Call windowCall(const QStringList &words)
{
    Call call;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (word.size() > 1 && word.startsWith(u'-')) {
            const Taken taken = takenByQt(word);
            if (taken == Taken::No)
                return wrong(tr("Unknown option “%1”.").arg(word),
                             tr("“hookglass --help” shows what there is."));
            i += taken == Taken::Two ? 1 : 0;
        } else if (!call.file.isEmpty()) {
            return wrong(tr("“%1” is one argument too many.").arg(word),
                         tr("The window opens one file."));
        } else if (!isStoreName(word)) {
            return wrong(tr("“%1” is neither a command nor a file.").arg(word),
                         tr("The commands are %1.").arg(commandNames()));
        } else {
            call.file = word;
        }
    }
    return call;
}

} // namespace

Call readCall(const QStringList &words)
{
    if (words.isEmpty())
        return {};
    const QString &first = words.constFirst();
    Call call;
    if (first == "--help"_L1 || first == "-h"_L1) {
        call.kind = Call::Kind::Help;
        return call;
    }
    if (first == "--version"_L1) {
        call.kind = Call::Kind::Version;
        return call;
    }
    call.command = find(first);
    if (!call.command)
        return windowCall(words);
    call.kind = Call::Kind::Command;
    call.arguments = words.sliced(1);
    return call;
}

QString programHelp()
{
    QString text = tr("Usage: hookglass [FILE]\n"
                      "       hookglass COMMAND …\n\n"
                      "Receives webhooks over HTTPS, judges their signatures and shows them. "
                      "Without a command it\nopens the window, on FILE or on the default store.\n\n"
                      "Commands:\n");
    for (const Command &command : all()) {
        const QString name = QLatin1StringView(command.name);
        text += u"  %1  %2\n"_s.arg(name.leftJustified(11),
                                    QCoreApplication::translate("commands", command.purpose));
    }
    text += tr("\n“hookglass COMMAND --help” shows what a command takes.\n\n"
               "Options:\n"
               "  --help     Shows this help.\n"
               "  --version  Shows the version.\n\n"
               "Example:\n"
               "  hookglass listen --port 8443 --secret-file secret.txt\n");
    return text;
}

} // namespace commands
