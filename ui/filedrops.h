// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QWidget;

namespace ui
{

// Takes files that are dropped anywhere on a window, and says which.
class FileDrops : public QObject
{
    Q_OBJECT

public:
    explicit FileDrops(QWidget &window);

Q_SIGNALS:
    void dropped(const QStringList &files);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace ui
