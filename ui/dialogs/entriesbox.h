// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QListWidget;
class QPushButton;

namespace ui
{

// A short list whose entries can be switched on and off, added, removed and moved up. Holds words
// only; what they stand for is kept by whoever hears the signals, in the same order.
class EntriesBox : public QWidget
{
    Q_OBJECT

public:
    EntriesBox(const QString &name, const QString &addLabel, QWidget *parent = nullptr);

    void append(const QString &words, bool on); // and shows it
    void setWords(int row, const QString &words);
    void setOn(int row, bool on); // without a word of it
    void select(int row);
    int row() const; // -1: there is none

Q_SIGNALS:
    void addWanted();
    void removed(int row);
    void movedUp(int row); // it is at row - 1 now
    void switched(int row, bool on);
    void rowChanged(int row); // -1: there is none

private:
    void remove();
    void moveUp();
    void showRow(int row);

    QListWidget *m_list;
    QPushButton *m_remove;
    QPushButton *m_up;
};

} // namespace ui
