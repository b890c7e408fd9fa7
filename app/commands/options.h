// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"

#include <QStringList>

namespace commands
{

struct Option {
    QString name; // without dashes
    QString value = {}; // what the help calls its value; empty: a switch
    QString purpose = {};
};

// What a command takes; --help shows it.
struct Usage {
    QString command; // the words after the program's name; empty: the program itself
    QString purpose = {}; // a sentence
    QString arguments = {}; // what the help calls them; empty: it takes none
    qsizetype fewest = 0;
    qsizetype most = 0; // -1: any number
    QList<Option> options = {};
    QString example = {};
};

// The words behind a command, read. Errors are of kind Usage.
class Options
{
public:
    struct Given {
        QString name;
        QString value;
    };

    static core::Result<Options> read(const Usage &usage, const QStringList &words);

    bool has(const QString &name) const;
    QString text(const QString &name, const QString &fallback = {}) const; // the last one given
    const QList<Given> &given() const { return m_given; } // all of them, in their order
    const QStringList &arguments() const { return m_arguments; }

    // A whole number in decimal digits, from `least` to `most`.
    core::Result<qint64> number(const QString &name, qint64 fallback, qint64 least,
                                qint64 most) const;

    // Seconds since the epoch, fractions allowed, as microseconds since the epoch.
    core::Result<qint64> seconds(const QString &name, qint64 fallback) const;

private:
    QList<Given> m_given;
    QStringList m_arguments;
};

// Reads the words and runs the command with them; shows the help instead when it was asked for, or
// says what is wrong. Returns the exit status.
int runWith(const Usage &usage, const QStringList &words, int (*run)(const Options &options));

// "Usage: hookglass verify …", the options and an example.
QString helpText(const Usage &usage);

} // namespace commands
