// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QApplication>

namespace ui
{

// The application, which tells of every event that kept the window from answering for longer than
// 50 ms: in debug builds, and where the logging rule "hookglass.blocks=true" asks for it.
class Application : public QApplication
{
    Q_OBJECT

public:
    static constexpr qint64 longestBlock = 50; // milliseconds

    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;

Q_SIGNALS:
    void blocked(qint64 milliseconds, const QString &where);

private:
    void tell(qint64 milliseconds, const QString &where);

    int m_watchedLoop = -1; // the level of the event loop whose event is being timed
    int m_deepestLoop = 0; // that ran meanwhile
};

} // namespace ui
