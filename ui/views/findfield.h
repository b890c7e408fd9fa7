// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLineEdit>
#include <QTimer>

namespace ui
{

// With Qt's button that empties it, which has no name of its own.
void makeClearable(QLineEdit &edit);

// A search box: tells its text after a pause, and the keys that go from hit to hit.
class FindField : public QLineEdit
{
    Q_OBJECT

public:
    explicit FindField(QWidget *parent = nullptr);

Q_SIGNALS:
    void needleChanged(const QString &needle);
    void nextWanted(); // Return, Down
    void previousWanted(); // Shift+Return, Up
    void left(); // Escape in the empty field

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void tell();

    QTimer m_pause;
};

} // namespace ui
