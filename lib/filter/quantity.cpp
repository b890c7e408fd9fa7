// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/quantity.h"

#include "core/clock.h"

#include <QCoreApplication>
#include <QDateTime>

#include <array>
#include <cmath>

namespace filter
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qint64 second = 1'000'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

struct Unit {
    QLatin1StringView name;
    qint64 size;
};

constexpr std::array sizeUnits{
    Unit{"b"_L1, 1},       Unit{"k"_L1, 1 << 10},  Unit{"kb"_L1, 1 << 10},  Unit{"kib"_L1, 1 << 10},
    Unit{"m"_L1, 1 << 20}, Unit{"mb"_L1, 1 << 20}, Unit{"mib"_L1, 1 << 20}, Unit{"g"_L1, 1 << 30}};
constexpr std::array spanUnits{Unit{"us"_L1, 1},     Unit{"µs"_L1, 1},     Unit{"ms"_L1, 1000},
                               Unit{"s"_L1, second}, Unit{"m"_L1, minute}, Unit{"min"_L1, minute},
                               Unit{"h"_L1, hour},   Unit{"d"_L1, day},    Unit{"days"_L1, day}};

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

std::optional<qint64> whole(QStringView text)
{
    if (text.isEmpty() || text.size() > 18 || !std::all_of(text.begin(), text.end(), isDigit))
        return {};
    return text.toLongLong();
}

// A number of a unit; with a fraction its last digit says how exact it is.
template <size_t Count>
std::optional<Quantity> measured(QStringView text, const std::array<Unit, Count> &units,
                                 qint64 plain)
{
    const bool negative = text.startsWith(u'-');
    const QStringView digits = text.sliced(negative ? 1 : 0);
    qsizetype end = 0;
    qsizetype point = -1;
    for (; end < digits.size() && (isDigit(digits[end]) || (digits[end] == u'.' && point < 0));
         ++end)
        point = digits[end] == u'.' ? end : point;
    bool good = false;
    const double number = digits.first(end).toDouble(&good);
    if (!good || end > 15)
        return {};
    const QStringView name = digits.sliced(end);
    qint64 size = name.isEmpty() ? plain : 0;
    for (const Unit &unit : units) {
        if (name.compare(unit.name, Qt::CaseInsensitive) == 0)
            size = unit.size;
    }
    if (size == 0 || number * double(size) > 9e17)
        return {};
    const double step = point < 0 ? 1 : std::pow(10.0, -double(end - point - 1));
    const auto from = qint64(std::llround(number * double(size)));
    const auto width = std::max<qint64>(std::llround(step * double(size)), 1) - 1;
    if (negative)
        return Quantity{.interval = {.low = -from - width, .high = -from}};
    return Quantity{.interval = {.low = from, .high = from + width}};
}

std::optional<Quantity> status(QStringView text)
{
    if (text.compare("none"_L1, Qt::CaseInsensitive) == 0)
        return Quantity{.interval = {.low = 0, .high = 0}};
    if (text.size() == 3 && isDigit(text[0])
        && text.sliced(1).compare("xx"_L1, Qt::CaseInsensitive) == 0) {
        const qint64 hundred = (text[0].unicode() - u'0') * 100;
        return Quantity{.interval = {.low = hundred, .high = hundred + 99}};
    }
    const auto number = whole(text);
    if (!number || *number > 999)
        return {};
    return Quantity{.interval = {.low = *number, .high = *number}};
}

// "14:30", "14:30:15", "14:30:15.25"
std::optional<Quantity> clock(QStringView text)
{
    const auto parts = text.split(u':');
    if (parts.size() < 2 || parts.size() > 3 || parts[0].size() > 2 || parts[1].size() != 2)
        return {};
    const auto hours = whole(parts[0]);
    const auto minutes = whole(parts[1]);
    if (!hours || !minutes || *hours > 23 || *minutes > 59)
        return {};
    const qint64 start = *hours * hour + *minutes * minute;
    if (parts.size() == 2)
        return Quantity{
            .interval = {.low = start, .high = start + minute - 1}, .points = false, .clock = true};
    const auto seconds = measured(parts[2], std::array<Unit, 1>{Unit{"s"_L1, second}}, second);
    if (!seconds || !isDigit(parts[2].back()) || seconds->interval.low < 0
        || seconds->interval.high >= minute)
        return {};
    return Quantity{
        .interval = {.low = start + seconds->interval.low, .high = start + seconds->interval.high},
        .points = false,
        .clock = true};
}

qint64 midnight(QDate date) { return date.startOfDay().toMSecsSinceEpoch() * 1000; }

Quantity dayOf(QDate date)
{
    return {.interval = {.low = midnight(date), .high = midnight(date.addDays(1)) - 1},
            .points = false};
}

std::optional<Quantity> dated(QStringView text)
{
    const QDate date = QDate::fromString(text.first(10).toString(), Qt::ISODate);
    if (!date.isValid())
        return {};
    if (text.size() == 10)
        return dayOf(date);
    if (text[10] != u'T' && text[10] != u't')
        return {};
    const QStringView rest = text.sliced(11);
    const qsizetype zone = rest.indexOf(u'Z') >= 0
        ? rest.indexOf(u'Z')
        : std::max(rest.indexOf(u'+'), rest.indexOf(u'-'));
    const auto time = clock(zone < 0 ? rest : rest.first(zone));
    if (!time)
        return {};
    qint64 start = midnight(date);
    if (zone < 0) {
        // The clock may be moved during the day, so it is asked for the very time.
        const QTime at = QTime::fromMSecsSinceStartOfDay(int(time->interval.low / 1000));
        start = QDateTime(date, at).toMSecsSinceEpoch() * 1000 - time->interval.low / 1000 * 1000;
    } else {
        start = core::fromIsoTime(text.first(10).toString() + "T00:00:00"_L1
                                  + rest.sliced(zone).toString());
        if (start < 0)
            return {};
    }
    return Quantity{.interval
                    = {.low = start + time->interval.low, .high = start + time->interval.high},
                    .points = false};
}

std::optional<Quantity> time(QStringView text, qint64 now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now / 1000).date();
    if (text.compare("today"_L1, Qt::CaseInsensitive) == 0)
        return dayOf(today);
    if (text.compare("yesterday"_L1, Qt::CaseInsensitive) == 0)
        return dayOf(today.addDays(-1));
    if (text.size() >= 10 && text[4] == u'-')
        return dated(text);
    if (const auto at = clock(text))
        return at;
    // "10m": the last ten minutes.
    const auto span = measured(text, spanUnits, 0);
    if (!span || span->interval.low < 0)
        return {};
    return Quantity{.interval = {.low = now - span->interval.low}, .points = true};
}

} // namespace

std::optional<Quantity> quantity(QStringView text, Kind kind, qint64 now)
{
    switch (kind) {
    case Kind::Size:
        return measured(text, sizeUnits, 1);
    case Kind::Span:
        return measured(text, spanUnits, second);
    case Kind::Status:
        return status(text);
    case Kind::Whole: {
        const auto number = whole(text);
        if (!number)
            return {};
        return Quantity{.interval = {.low = *number, .high = *number}};
    }
    case Kind::Time:
        return time(text, now);
    case Kind::List:
    case Kind::Text:
    case Kind::Content:
        break;
    }
    return {};
}

QString howWritten(Kind kind)
{
    switch (kind) {
    case Kind::Size:
        return QCoreApplication::translate("filter",
                                           "A size is a number such as 900, 10k or 1.5m.");
    case Kind::Span:
        return QCoreApplication::translate(
            "filter", "A span is a number with its unit: 300ms, 5s, 1m, 2h, 3d.");
    case Kind::Status:
        return QCoreApplication::translate("filter",
                                           "A status is a number such as 404, 4xx, or none.");
    case Kind::Time:
        return QCoreApplication::translate(
            "filter", "A time is 14:30, today, yesterday, 2026-11-23, 2026-11-23T14:30 or 10m.");
    default:
        return QCoreApplication::translate("filter", "A number is expected.");
    }
}

// Clocks are moved at quarters of an hour only, and asking for one costs a microsecond.
qint64 clockOf(qint64 microseconds)
{
    constexpr qint64 quarter = 15 * minute;
    thread_local qint64 known = -1;
    thread_local qint64 offset = 0;
    const qint64 bucket = microseconds / quarter;
    if (bucket != known) {
        known = bucket;
        offset
            = qint64(QDateTime::fromMSecsSinceEpoch(microseconds / 1000).offsetFromUtc()) * second;
    }
    const qint64 local = (microseconds + offset) % day;
    return local < 0 ? local + day : local;
}

} // namespace filter
