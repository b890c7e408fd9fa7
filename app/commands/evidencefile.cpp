// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/evidencefile.h"

#include "capture/store.h"
#include "commands/output.h"
#include "formats/entrysource.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <algorithm>
#include <iterator>

namespace commands
{

namespace
{

using namespace Qt::Literals::StringLiterals;

constexpr qint64 mostNamed = 20; // lines that are wrong
constexpr QByteArrayView storeMagic("SQLite format 3");

QString tr(const char *text) { return QCoreApplication::translate("commands::EvidenceFile", text); }

core::Error unreadable(const QString &file, const QString &why)
{
    const QString what
        = file == u'-' ? tr("Cannot read standard input.") : tr("Cannot read %1.").arg(file);
    return {core::ErrorKind::Environment, what, why};
}

bool isStore(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(storeMagic.size()) == storeMagic;
}

core::Result<Origin> originOf(const QString &file)
{
    if (file == u'-' || !isStore(file))
        return Origin();
    const auto store = capture::Store::open(file, capture::Access::Read);
    if (!store)
        return store.error();
    const auto schemes = (*store)->schemes();
    const auto endpoints = (*store)->endpoints();
    if (!schemes || !endpoints)
        return schemes ? endpoints.error() : schemes.error();
    return Origin{.schemes = *schemes, .endpoints = *endpoints};
}

} // namespace

// Each entry that is wrong is named, and the others count.
core::Result<qint64>
eachDelivery(const QString &file, qint64 now,
             const std::function<bool(const capture::Record &, const Origin &)> &take)
{
    const auto origin = originOf(file);
    const auto source = formats::EntrySource::open(file, now);
    if (!origin || !source)
        return origin ? source.error() : origin.error();
    qint64 wrong = 0;
    qint64 good = 0;
    const auto note = [&](const QString &place, const QString &sentence) {
        say(place.isEmpty() ? u"%1: %2"_s.arg(file, sentence)
                            : u"%1: %2: %3"_s.arg(file, place, sentence));
    };
    while (const auto named = (*source)->next()) {
        if (!named->wrong.isEmpty() && named->place.isEmpty())
            return unreadable(file, named->wrong);
        if (!named->wrong.isEmpty()) {
            if (++wrong <= mostNamed)
                note(named->place, named->wrong);
            continue;
        }
        ++good;
        if (named->entry.altered)
            note(named->place, tr("The body is not the one that was exported."));
        if (named->entry.record && !take(*named->entry.record, *origin))
            return wrong;
    }
    if (wrong > mostNamed)
        say(tr("%1: … and %2 more").arg(file, QLocale().toString(wrong - mostNamed)));
    if (const auto trouble = (*source)->trouble())
        return *trouble;
    if (wrong > 0)
        say(tr("%1: %2 that are wrong: %3, %2 that were read: %4.")
                .arg(file, (*source)->plural(), QString::number(wrong), QString::number(good)));
    return wrong;
}

QStringList storesAmong(const QStringList &files)
{
    QStringList stores;
    std::copy_if(files.begin(), files.end(), std::back_inserter(stores),
                 [](const QString &file) { return file != u'-' && isStore(file); });
    return stores;
}

} // namespace commands
