// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/timestamp.h"

#include <QDateTime>

#include <array>
#include <charconv>
#include <limits>

namespace signature
{

namespace
{

constexpr qint64 leastMilliseconds = 100'000'000'000; // of fewer, seconds are meant: until 5138

qint64 floored(qint64 value, qint64 by) { return value / by - (value % by < 0 ? 1 : 0); }

// Takes a date and time apart from the left to the right; a misfit ends it.
class TimeReader
{
public:
    explicit TimeReader(QByteArrayView text)
        : m_rest(text)
    {
    }

    // Decimal digits, just so many.
    int digits(qsizetype count)
    {
        int value = 0;
        for (qsizetype i = 0; i < count; ++i) {
            const char c = i < m_rest.size() ? m_rest[i] : 'x';
            m_good = m_good && c >= '0' && c <= '9';
            value = value * 10 + (c - '0');
        }
        m_rest = m_rest.sliced(std::min(count, m_rest.size()));
        return m_good ? value : 0;
    }

    // One of the characters.
    void mark(QByteArrayView allowed)
    {
        m_good = m_good && !m_rest.isEmpty() && allowed.contains(m_rest.front());
        m_rest = m_rest.sliced(std::min<qsizetype>(1, m_rest.size()));
    }

    // The place in the list of words of three letters, counted from 1.
    int word(QByteArrayView words)
    {
        const QByteArrayView three = m_rest.first(std::min<qsizetype>(3, m_rest.size()));
        const qsizetype found = three.size() == 3 ? words.indexOf(three) : -1;
        m_good = m_good && found >= 0 && found % 3 == 0;
        m_rest = m_rest.sliced(three.size());
        return m_good ? int(found / 3) + 1 : 0;
    }

    bool startsWith(QByteArrayView text) const { return m_rest.startsWith(text); }
    bool startsWithOneOf(QByteArrayView marks) const
    {
        return !m_rest.isEmpty() && marks.contains(m_rest.front());
    }
    bool atDigit() const { return startsWithOneOf("0123456789"); }
    bool atEnd() const { return m_rest.isEmpty(); }
    bool isGood() const { return m_good; }
    void fail() { m_good = false; }

private:
    QByteArrayView m_rest;
    bool m_good = true;
};

std::optional<qint64> seconds(int year, int month, int day, int hour, int minute, int second)
{
    const QDate date(year, month, day);
    // 60 is a leap second.
    if (!date.isValid() || year < 1 || hour > 23 || minute > 59 || second > 60)
        return {};
    const qint64 days = QDate(1970, 1, 1).daysTo(date);
    return ((days * 24 + hour) * 60 + minute) * 60 + second;
}

// In milliseconds; further digits are cut.
int fraction(TimeReader &reader)
{
    int value = 0;
    int scale = 100;
    if (!reader.atDigit())
        reader.fail();
    for (; reader.atDigit(); scale /= 10)
        value += reader.digits(1) * scale;
    return value;
}

// In seconds east of UTC.
int offset(TimeReader &reader)
{
    if (reader.atEnd())
        return 0;
    if (reader.startsWithOneOf("Zz")) {
        reader.mark("Zz");
        return 0;
    }
    const int sign = reader.startsWith("-") ? -1 : 1;
    reader.mark("+-");
    const int hours = reader.digits(2);
    if (reader.startsWith(":"))
        reader.mark(":");
    const int minutes = reader.atEnd() ? 0 : reader.digits(2);
    if (hours > 23 || minutes > 59)
        reader.fail();
    return sign * (hours * 60 + minutes) * 60;
}

std::optional<qint64> readIso(QByteArrayView text)
{
    TimeReader reader(text);
    const int year = reader.digits(4);
    reader.mark("-");
    const int month = reader.digits(2);
    reader.mark("-");
    const int day = reader.digits(2);
    reader.mark("Tt ");
    const int hour = reader.digits(2);
    reader.mark(":");
    const int minute = reader.digits(2);
    reader.mark(":");
    const int second = reader.digits(2);
    int milliseconds = 0;
    if (reader.startsWithOneOf(".,")) {
        reader.mark(".,");
        milliseconds = fraction(reader);
    }
    const int east = offset(reader);
    const auto whole = seconds(year, month, day, hour, minute, second);
    if (!reader.isGood() || !reader.atEnd() || !whole)
        return {};
    return (*whole - east) * 1000 + milliseconds;
}

std::optional<qint64> readHttpDate(QByteArrayView text)
{
    TimeReader reader(text);
    reader.word("MonTueWedThuFriSatSun");
    reader.mark(",");
    reader.mark(" ");
    const int day = reader.digits(2);
    reader.mark(" ");
    const int month = reader.word("JanFebMarAprMayJunJulAugSepOctNovDec");
    reader.mark(" ");
    const int year = reader.digits(4);
    reader.mark(" ");
    const int hour = reader.digits(2);
    reader.mark(":");
    const int minute = reader.digits(2);
    reader.mark(":");
    const int second = reader.digits(2);
    if (!reader.isGood() || !reader.startsWith(" GMT") || !text.endsWith(" GMT"))
        return {};
    return seconds(year, month, day, hour, minute, second);
}

} // namespace

std::optional<qint64> readTimestamp(QByteArrayView text)
{
    qint64 seconds = 0;
    const char *end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, seconds);
    if (fault != std::errc() || stop != end)
        return {};
    return seconds;
}

std::optional<qint64> readTime(QByteArrayView text, Unit unit)
{
    switch (unit) {
    case Unit::Seconds:
    case Unit::Milliseconds:
        return readTimestamp(text);
    case Unit::SecondsOrMilliseconds: {
        const auto time = readTimestamp(text);
        const bool small = time && *time > -leastMilliseconds && *time < leastMilliseconds;
        return small ? *time * 1000 : time;
    }
    case Unit::Iso8601:
        return readIso(text);
    case Unit::HttpDate:
        return readHttpDate(text);
    }
    Q_UNREACHABLE();
}

qint64 stepsPerSecond(Unit unit)
{
    const bool whole = unit == Unit::Seconds || unit == Unit::HttpDate;
    return whole ? 1 : 1000;
}

qint64 ageInSeconds(qint64 receivedAt, qint64 timestamp)
{
    return ageInSteps(receivedAt, timestamp, 1);
}

qint64 ageInSteps(qint64 receivedAt, qint64 timestamp, qint64 perSecond)
{
    const qint64 arrival = floored(receivedAt, 1'000'000 / perSecond);
    qint64 age = 0;
    if (__builtin_sub_overflow(arrival, timestamp, &age)) {
        using Limits = std::numeric_limits<qint64>;
        return timestamp < 0 ? Limits::max() : Limits::min();
    }
    return age;
}

Freshness judgeAge(qint64 age, const TimeRule &rule)
{
    if (!rule.tolerance)
        return Freshness::NotApplicable;
    const qint64 limit = *rule.tolerance * stepsPerSecond(rule.unit) - (rule.exclusive ? 1 : 0);
    if (age > limit)
        return Freshness::Stale;
    if (age < -limit && !rule.pastOnly)
        return Freshness::Future;
    return Freshness::Fresh;
}

} // namespace signature
