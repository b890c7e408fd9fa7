// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/alerts.h"

#include <QMenu>
#include <QObject>

class QAction;
class QSystemTrayIcon;

namespace ui
{

// The icon in the desktop's tray, only where the user turned it on and the desktop has one. While
// it is there, closing the window only hides it.
class Tray : public QObject
{
    Q_OBJECT

public:
    explicit Tray(QWidget &window);

    static bool available();
    void fillMenu(const QList<QAction *> &actions);
    void setAlerts(const Alerts &alerts);
    void setState(const QString &sentence); // what pointing at it tells
    bool holdsWindow() const { return m_icon != nullptr; }

public Q_SLOTS:
    void tell(const QString &sentence, qint64 rowId); // 0: of no row
    void showWindow();

Q_SIGNALS:
    void rowWanted(qint64 id);

private:
    void make();

    QWidget &m_window;
    QMenu m_menu;
    QSystemTrayIcon *m_icon = nullptr;
    QString m_state;
    qint64 m_toldRow = 0;
};

} // namespace ui
