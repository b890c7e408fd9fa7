// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QWidget;

namespace ui
{

// Takes files and folders that are dropped anywhere on a window, fields of text as well, and says
// which; and before that, while they are dragged over it.
class FileDrops : public QObject
{
    Q_OBJECT

public:
    explicit FileDrops(QWidget &window);

Q_SIGNALS:
    void hovered(bool over); // with what would be taken
    void dropped(const QStringList &files);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isWithin(const QObject *watched) const;
    void setOver(bool over);

    QWidget &m_window;
    bool m_over = false;
};

} // namespace ui
