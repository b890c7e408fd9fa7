// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/limits.h"
#include "ui/dialogs/settingspage.h"

#include <QTimer>

class QSpinBox;

namespace ui
{

// What one sender may ask of the listener.
class LimitsPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit LimitsPage(const http::Limits &limits, QWidget *parent = nullptr);

    void restoreDefaults() override;
    http::Limits limits() const;

Q_SIGNALS:
    void changed(const http::Limits &limits);

private:
    struct SizeField {
        qsizetype http::Limits::*member;
        qsizetype unit; // bytes of one step
        QSpinBox *field;
    };
    struct TimeField {
        std::chrono::milliseconds http::Limits::*member;
        QSpinBox *field;
    };

    void addSize(const QString &label, qsizetype http::Limits::*member, qsizetype unit);
    void addTime(const QString &label, std::chrono::milliseconds http::Limits::*member);
    QSpinBox *addField(const QString &label, qint64 least, qint64 most, const QString &suffix);
    void show(const http::Limits &limits);

    http::Limits m_limits; // keeps what is finer than the fields' units
    QList<SizeField> m_sizes;
    QList<TimeField> m_times;
    QSpinBox *m_connections;
    QTimer m_settle;
};

} // namespace ui
