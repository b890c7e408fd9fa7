// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/options.h"

#include "commands/output.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <utility>

namespace commands
{

namespace
{

using namespace Qt::Literals::StringLiterals;

constexpr qint64 second = 1'000'000; // in microseconds
constexpr qint64 longestTime = 9'000'000'000'000; // in seconds; as microseconds it fits 64 bits

QString tr(const char *text) { return QCoreApplication::translate("commands::Options", text); }

core::Error refusal(const QString &what, const QString &why = {})
{
    return {core::ErrorKind::Usage, what, why};
}

core::Error badValue(const QString &name, const QString &value, const QString &why)
{
    return refusal(tr("--%1 does not take “%2”.").arg(name, value), why);
}

QString callOf(const Usage &usage)
{
    return usage.command.isEmpty() ? u"hookglass"_s : u"hookglass "_s + usage.command;
}

QString hint(const Usage &usage)
{
    return tr("“%1 --help” shows what it takes.").arg(callOf(usage));
}

std::optional<core::Error> wrongCount(const Usage &usage, const QStringList &arguments)
{
    if (arguments.size() < usage.fewest)
        return refusal(tr("%1 needs %2.").arg(callOf(usage), usage.arguments), hint(usage));
    if (usage.most >= 0 && arguments.size() > usage.most)
        return refusal(tr("“%1” is one argument too many.").arg(arguments.at(usage.most)),
                       hint(usage));
    return {};
}

// A variable of a shell that is not set. A text may well be empty.
bool isForgotten(const Usage &usage, const QString &name, const QString &value)
{
    static const QStringList texts{u"TEXT"_s, u"VALUE"_s, u"TOPIC"_s, u"F"_s};
    const auto option = std::find_if(usage.options.begin(), usage.options.end(),
                                     [&](const Option &other) { return other.name == name; });
    return value.isEmpty() && option != usage.options.end() && !option->value.isEmpty()
        && !texts.contains(option->value);
}

// Whole seconds and their fraction in microseconds, cut; nothing for another form.
std::optional<qint64> readSeconds(QByteArrayView text)
{
    const bool negative = text.startsWith('-');
    const QByteArrayView digits = negative ? text.sliced(1) : text;
    const qsizetype dot = digits.indexOf('.');
    const QByteArrayView whole = dot < 0 ? digits : digits.first(dot);
    const QByteArrayView part = dot < 0 ? QByteArrayView("0") : digits.sliced(dot + 1);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (whole.isEmpty() || part.isEmpty() || !std::all_of(whole.begin(), whole.end(), isDigit)
        || !std::all_of(part.begin(), part.end(), isDigit))
        return {};
    bool fits = false;
    const qint64 seconds = whole.toLongLong(&fits);
    if (!fits || seconds > longestTime)
        return {};
    const qint64 micro = part.first(std::min<qsizetype>(part.size(), 6))
                             .toByteArray()
                             .leftJustified(6, '0')
                             .toLongLong();
    const qint64 time = seconds * second + micro;
    return negative ? -time : time;
}

} // namespace

core::Result<Options> Options::read(const Usage &usage, const QStringList &words)
{
    QCommandLineParser parser;
    parser.addOption({u"help"_s, tr("Shows this help.")});
    for (const Option &option : usage.options)
        parser.addOption({option.name, option.purpose, option.value});
    const bool wellFormed = parser.parse(QStringList{callOf(usage)} + words);
    Options options;
    options.m_arguments = parser.positionalArguments();
    QHash<QString, qsizetype> taken;
    for (const QString &name : parser.optionNames()) {
        const QString value = parser.values(name).value(taken[name]++);
        // A forgotten value must not swallow the option behind it.
        if (value.startsWith("--"_L1))
            return refusal(tr("--%1 needs a value.").arg(name), hint(usage));
        options.m_given.append({name, value});
    }
    if (!parser.unknownOptionNames().isEmpty())
        return refusal(tr("Unknown option “%1”.").arg(parser.unknownOptionNames().constFirst()),
                       hint(usage));
    if (!wellFormed)
        return refusal(parser.errorText(), hint(usage));
    if (options.has(u"help"_s))
        return options;
    for (const Given &given : std::as_const(options.m_given)) {
        if (isForgotten(usage, given.name, given.value))
            return refusal(tr("--%1 needs a value.").arg(given.name), hint(usage));
    }
    if (options.m_arguments.contains(QString()))
        return refusal(tr("One of the arguments is empty."), hint(usage));
    if (const auto error = wrongCount(usage, options.m_arguments))
        return *error;
    return options;
}

bool Options::has(const QString &name) const
{
    return std::any_of(m_given.begin(), m_given.end(),
                       [&](const Given &given) { return given.name == name; });
}

QString Options::text(const QString &name, const QString &fallback) const
{
    const auto found = std::find_if(m_given.rbegin(), m_given.rend(),
                                    [&](const Given &given) { return given.name == name; });
    return found == m_given.rend() ? fallback : found->value;
}

core::Result<qint64> Options::number(const QString &name, qint64 fallback, qint64 least,
                                     qint64 most) const
{
    if (!has(name))
        return fallback;
    const QByteArray value = text(name).toUtf8();
    qint64 number = 0;
    const char *end = value.constData() + value.size();
    const auto [stop, fault] = std::from_chars(value.constData(), end, number);
    if (fault != std::errc() || stop != end || number < least || number > most)
        return badValue(name, text(name),
                        tr("It takes a whole number from %1 to %2.").arg(least).arg(most));
    return number;
}

core::Result<qint64> Options::seconds(const QString &name, qint64 fallback) const
{
    if (!has(name))
        return fallback;
    const auto time = readSeconds(text(name).toUtf8());
    if (!time)
        return badValue(name, text(name),
                        tr("It takes seconds since 1970, such as 1795428000 or 1795428000.5."));
    return *time;
}

int runWith(const Usage &usage, const QStringList &words, int (*run)(const Options &options))
{
    const core::Result<Options> options = Options::read(usage, words);
    if (!options)
        return fail(options.error());
    if (options->has(u"help"_s))
        return writeOut(helpText(usage).toUtf8()) ? Done : BadEnvironment;
    return run(*options);
}

QString helpText(const Usage &usage)
{
    QList<std::pair<QString, QString>> rows;
    for (const Option &option : usage.options) {
        const QString value = option.value.isEmpty() ? QString() : u' ' + option.value;
        rows.append({u"--%1%2"_s.arg(option.name, value), option.purpose});
    }
    rows.append({u"--help"_s, tr("Shows this help.")});
    qsizetype width = 0;
    for (const auto &row : rows)
        width = std::max(width, row.first.size());

    QString text = tr("Usage: %1 [options] %2").arg(callOf(usage), usage.arguments).trimmed();
    text += u"\n\n%1\n\n%2\n"_s.arg(usage.purpose, tr("Options:"));
    for (const auto &[name, purpose] : rows)
        text += u"  %1  %2\n"_s.arg(name.leftJustified(width), purpose);
    if (!usage.example.isEmpty())
        text += u"\n%1\n  %2\n"_s.arg(tr("Example:"), usage.example);
    return text;
}

} // namespace commands
