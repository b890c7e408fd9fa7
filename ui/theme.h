// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/desktoplook.h"

#include <QFont>

namespace ui
{

enum class Look { System, Light, Dark };

// "system", "light", "dark": the words of the settings. Anything else is System.
QString word(Look look);
Look lookFromWord(QStringView word);

// Dresses the application: style, palette and size of text. One for the whole process.
class Theme : public QObject
{
    Q_OBJECT

public:
    static constexpr int smallestStep = -3;
    static constexpr int largestStep = 8;

    explicit Theme(QObject *parent = nullptr);

    Look look() const { return m_look; }
    bool dark() const;
    int textStep() const { return m_textStep; } // points more or less than the desktop's size

public Q_SLOTS:
    void setLook(ui::Look look);
    void setTextStep(int step);

private:
    void apply();

    Look m_look = Look::System;
    int m_textStep = 0;
    QFont m_desktopFont;
    bool m_desktopWasDark;
    DesktopLook m_desktop;
};

} // namespace ui
