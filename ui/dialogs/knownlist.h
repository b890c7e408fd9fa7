// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace ui
{

// What was remembered of earlier choices, to be forgotten line by line.
class KnownList : public QWidget
{
    Q_OBJECT

public:
    // `none`: what stands there while nothing is remembered.
    KnownList(const QString &name, const QString &none, QWidget *parent = nullptr);

    void setLines(const QStringList &lines);
    QStringList lines() const;

Q_SIGNALS:
    void forgotten(int line);

private:
    void showButton();

    QListWidget *m_list;
    QLabel *m_none;
    QPushButton *m_forget;
};

} // namespace ui
