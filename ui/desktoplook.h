// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QVariant>

#include <optional>

class QThread;

namespace ui
{

// What the portal's color-scheme says: dark, light, or nothing (0, or no such value).
std::optional<bool> prefersDark(const QVariant &colorScheme);

// Asks the desktop portal whether the user prefers dark, and hears of changes. A bus that does not
// answer never holds anybody up: it is spoken to in a thread of its own.
class DesktopLook : public QObject
{
    Q_OBJECT

public:
    explicit DesktopLook(QObject *parent = nullptr);
    ~DesktopLook() override;

    void watch();
    std::optional<bool> dark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private:
    void take(std::optional<bool> dark);

    std::optional<bool> m_dark;
    QThread *m_thread = nullptr;
};

} // namespace ui
