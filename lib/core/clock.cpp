// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "core/clock.h"

#include <array>
#include <chrono>
#include <cstdlib>
#include <optional>

namespace core
{

namespace
{

using namespace std::chrono;

constexpr qint64 microsecondsInDay = 86'400'000'000;

// Walks over a text; every step says whether it found what it wanted.
struct Reader {
    QStringView rest;

    bool take(char16_t expected)
    {
        if (rest.isEmpty() || rest.front() != expected)
            return false;
        rest = rest.sliced(1);
        return true;
    }

    // Exactly `digits` ASCII digits, of a value in the range.
    std::optional<int> number(int digits, int from, int to)
    {
        if (rest.size() < digits)
            return {};
        int value = 0;
        for (int i = 0; i < digits; ++i) {
            const char16_t c = rest[i].unicode();
            if (c < u'0' || c > u'9')
                return {};
            value = value * 10 + (c - u'0');
        }
        rest = rest.sliced(digits);
        if (value < from || value > to)
            return {};
        return value;
    }
};

std::optional<qint64> readDate(Reader &reader)
{
    const auto y = reader.number(4, 0, 9999);
    if (!y || !reader.take(u'-'))
        return {};
    const auto m = reader.number(2, 1, 12);
    if (!m || !reader.take(u'-'))
        return {};
    const auto d = reader.number(2, 1, 31);
    if (!d)
        return {};
    const year_month_day date{year(*y), month(unsigned(*m)), day(unsigned(*d))};
    if (!date.ok())
        return {};
    return qint64(sys_days(date).time_since_epoch().count()) * microsecondsInDay;
}

// Up to nine decimals after a full stop, cut to microseconds; zero where there are none.
std::optional<qint64> readDecimals(Reader &reader)
{
    if (!reader.take(u'.'))
        return 0;
    qint64 value = 0;
    int count = 0;
    for (; count < 10; ++count) {
        const auto digit = reader.number(1, 0, 9);
        if (!digit)
            break;
        if (count < 6)
            value = value * 10 + *digit;
    }
    if (count == 0 || count > 9)
        return {};
    for (; count < 6; ++count)
        value *= 10;
    return value;
}

std::optional<qint64> readTimeOfDay(Reader &reader)
{
    const auto hour = reader.number(2, 0, 23);
    if (!hour || !reader.take(u':'))
        return {};
    const auto minute = reader.number(2, 0, 59);
    if (!minute || !reader.take(u':'))
        return {};
    const auto second = reader.number(2, 0, 59);
    if (!second)
        return {};
    const auto decimals = readDecimals(reader);
    if (!decimals)
        return {};
    return ((*hour * 60 + *minute) * 60 + *second) * qint64(1'000'000) + *decimals;
}

// Microseconds east of UTC.
std::optional<qint64> readZone(Reader &reader)
{
    if (reader.take(u'Z'))
        return 0;
    const bool west = !reader.rest.isEmpty() && reader.rest.front() == u'-';
    if (!reader.take(u'-') && !reader.take(u'+'))
        return {};
    const auto hours = reader.number(2, 0, 23);
    if (!hours || !reader.take(u':'))
        return {};
    const auto minutes = reader.number(2, 0, 59);
    if (!minutes)
        return {};
    const qint64 east = (*hours * 60 + *minutes) * qint64(60'000'000);
    return west ? -east : east;
}

} // namespace

qint64 now() { return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count(); }

QString isoTime(qint64 time)
{
    const sys_time<microseconds> point{microseconds(time)};
    const auto dayStart = floor<days>(point);
    const year_month_day date{dayStart};
    const hh_mm_ss clock{point - dayStart};
    std::array<char, 40> text;
    char *at = text.end();
    const auto write = [&at](auto value, int least, char behind) { // digits, from the last one on
        *--at = behind;
        for (auto rest = unsigned(value); rest > 0 || least > 0; rest /= 10, --least)
            *--at = char('0' + rest % 10);
    };
    const int year = int(date.year());
    write(clock.subseconds().count(), 6, 'Z');
    write(clock.seconds().count(), 2, '.');
    write(clock.minutes().count(), 2, ':');
    write(clock.hours().count(), 2, ':');
    write(unsigned(date.day()), 2, 'T');
    write(unsigned(date.month()), 2, '-');
    write(std::abs(year), year < 0 ? 3 : 4, '-');
    if (year < 0)
        *--at = '-';
    return QString::fromLatin1(at, text.end() - at);
}

qint64 fromIsoTime(QStringView text)
{
    Reader reader{text};
    const auto date = readDate(reader);
    if (!date || !reader.take(u'T'))
        return -1;
    const auto time = readTimeOfDay(reader);
    if (!time)
        return -1;
    const auto zone = readZone(reader);
    if (!zone || !reader.rest.isEmpty())
        return -1;
    return *date + *time - *zone;
}

} // namespace core
