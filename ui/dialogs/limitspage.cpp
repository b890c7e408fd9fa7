// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/limitspage.h"

#include "inspector/settings.h"

#include <QSpinBox>

using namespace std::chrono_literals;
using http::Limits;

namespace ui
{
namespace
{

constexpr auto settleTime = 400ms;
constexpr qsizetype kilobyte = 1024;
constexpr qsizetype megabyte = 1024 * kilobyte;

} // namespace

LimitsPage::LimitsPage(const Limits &limits, QWidget *parent)
    : SettingsPage(parent)
{
    addHeading(tr("Size of one request"));
    addSize(tr("&Body"), &Limits::body, megabyte);
    addSize(tr("&Header block"), &Limits::head, kilobyte);
    addSize(tr("Number of headers"), &Limits::fields, 1);
    addSize(tr("Path and query"), &Limits::target, kilobyte);
    addSize(tr("Trailers"), &Limits::trailers, kilobyte);
    addSize(tr("Chunk extensions"), &Limits::chunkExtensions, kilobyte);
    addSentence(tr("What is larger is refused with 413, 414 or 431, and shown."));
    addHeading(tr("Time"));
    addTime(tr("TLS handshake"), &Limits::handshakeTime);
    addTime(tr("Headers"), &Limits::headTime);
    addTime(tr("Body in all"), &Limits::bodyTime);
    addTime(tr("Without progress"), &Limits::progressTime);
    addTime(tr("Idle connection"), &Limits::idleTime);
    addHeading(tr("Connections"));
    m_connections = addField(tr("At the same &time"), inspector::smallestLimits().connections,
                             inspector::largestLimits().connections, {});
    addSentence(tr("Beyond it, the one that was idle for longest gives way."));
    addRest();
    show(limits);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, [this] { Q_EMIT changed(this->limits()); });
}

void LimitsPage::addSize(const QString &label, qsizetype Limits::*member, qsizetype unit)
{
    const auto least = qMax<qsizetype>(inspector::smallestLimits().*member / unit,
                                       inspector::smallestLimits().*member > 0 ? 1 : 0);
    const auto suffix = unit == megabyte ? tr(" MB") : unit == kilobyte ? tr(" KB") : QString();
    m_sizes.append(
        {member, unit, addField(label, least, inspector::largestLimits().*member / unit, suffix)});
}

void LimitsPage::addTime(const QString &label, std::chrono::milliseconds Limits::*member)
{
    const auto seconds = [&](const Limits &limits) {
        return std::chrono::duration_cast<std::chrono::seconds>(limits.*member).count();
    };
    m_times.append({member,
                    addField(label, seconds(inspector::smallestLimits()),
                             seconds(inspector::largestLimits()), tr(" s"))});
}

QSpinBox *LimitsPage::addField(const QString &label, qint64 least, qint64 most,
                               const QString &suffix)
{
    auto *field = new QSpinBox;
    field->setRange(int(least), int(most));
    field->setSuffix(suffix);
    field->setKeyboardTracking(false);
    field->setGroupSeparatorShown(true);
    field->setAlignment(Qt::AlignRight);
    field->setMinimumWidth(fontMetrics().averageCharWidth() * 14);
    addRow(label, field);
    connect(field, &QSpinBox::valueChanged, &m_settle, qOverload<>(&QTimer::start));
    return field;
}

Limits LimitsPage::limits() const
{
    auto limits = m_limits;
    for (const auto &[member, unit, field] : m_sizes) {
        if (limits.*member / unit != field->value())
            limits.*member = field->value() * unit;
    }
    for (const auto &[member, field] : m_times) {
        if (limits.*member / 1s != field->value())
            limits.*member = std::chrono::seconds(field->value());
    }
    limits.connections = m_connections->value();
    return limits;
}

void LimitsPage::show(const Limits &limits)
{
    m_limits = limits;
    for (const auto &[member, unit, field] : m_sizes)
        field->setValue(int(limits.*member / unit));
    for (const auto &[member, field] : m_times)
        field->setValue(int(limits.*member / 1s));
    m_connections->setValue(limits.connections);
}

void LimitsPage::restoreDefaults()
{
    show(Limits());
    m_settle.start();
}

} // namespace ui
