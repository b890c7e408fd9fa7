// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/windowstate.h"

#include <QSettings>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int stateVersion = 1;
constexpr auto lookKey = "looks/theme"_L1; // the settings dialog shows it as well
constexpr auto codeFontKey = "looks/codeFont"_L1;

template <typename T> T bounded(const QVariant &value, T last)
{
    const int number = value.toInt();
    return number >= 0 && number <= int(last) ? T(number) : T();
}

QList<int> numbers(const QVariant &value)
{
    QList<int> list;
    for (const QString &word : value.toStringList())
        list.append(qBound(0, word.toInt(), 100'000));
    return list.size() == 2 ? list : QList<int>();
}

QStringList words(const QList<int> &numbers)
{
    QStringList list;
    for (const int number : numbers)
        list.append(QString::number(number));
    return list;
}

} // namespace

WindowState loadWindowState(const QSettings &settings)
{
    if (settings.value(u"window/version"_s).toInt() != stateVersion)
        return {.look = lookFromWord(settings.value(lookKey).toString())};
    return {
        .geometry = settings.value(u"window/geometry"_s).toByteArray(),
        .columns = settings.value(u"window/columns"_s).toByteArray(),
        .details = settings.value(u"window/details"_s).toByteArray(),
        .split = numbers(settings.value(u"window/split"_s)),
        .splitBeside = settings.value(u"window/splitBeside"_s, true).toBool(),
        .place = bounded(settings.value(u"window/place"_s), DetailsPlace::Hidden),
        .look = lookFromWord(settings.value(lookKey).toString()),
        .textStep = qBound(Theme::smallestStep, settings.value(u"window/textStep"_s).toInt(),
                           Theme::largestStep),
        .timeForm = bounded(settings.value(u"window/times"_s), models::TimeForm::SincePrevious),
        .follow = settings.value(u"window/follow"_s, true).toBool(),
        .setUpDone = settings.value(u"window/setUpDone"_s).toBool(),
        .deleteAsked = settings.value(u"window/deleteAsked"_s).toBool(),
        .trayExplained = settings.value(u"window/trayExplained"_s).toBool(),
    };
}

void save(const WindowState &state, QSettings &settings)
{
    settings.setValue(u"window/version"_s, stateVersion);
    settings.setValue(u"window/geometry"_s, state.geometry);
    settings.setValue(u"window/columns"_s, state.columns);
    settings.setValue(u"window/details"_s, state.details);
    settings.setValue(u"window/split"_s, words(state.split));
    settings.setValue(u"window/splitBeside"_s, state.splitBeside);
    settings.setValue(u"window/place"_s, int(state.place));
    saveLook(state.look, settings);
    settings.setValue(u"window/textStep"_s, state.textStep);
    settings.setValue(u"window/times"_s, int(state.timeForm));
    settings.setValue(u"window/follow"_s, state.follow);
    settings.setValue(u"window/setUpDone"_s, state.setUpDone);
    settings.setValue(u"window/deleteAsked"_s, state.deleteAsked);
    settings.setValue(u"window/trayExplained"_s, state.trayExplained);
}

QString loadCodeFamily(const QSettings &settings) { return settings.value(codeFontKey).toString(); }

void saveCodeFamily(const QString &family, QSettings &settings)
{
    settings.setValue(codeFontKey, family);
}

void saveLook(Look look, QSettings &settings) { settings.setValue(lookKey, word(look)); }

} // namespace ui
