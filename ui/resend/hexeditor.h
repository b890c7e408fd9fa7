// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/views/hexview.h"

#include <QUndoStack>

namespace ui
{

// Bytes that are typed over, two hexadecimal digits each; Insert switches to inserting them. The
// caret also goes behind the last byte.
class HexEditor : public HexView
{
    Q_OBJECT

public:
    explicit HexEditor(QWidget *parent = nullptr);

    void load(const QByteArray &bytes); // and forgets what could be undone
    QUndoStack &history() { return m_history; }
    bool inserting() const { return m_inserting; }
    QString placeText() const; // "Offset 0x1f · overwrites"

    void change(qsizetype at, qsizetype length, const QByteArray &with,
                qsizetype caret); // for the history

public Q_SLOTS:
    void remove(); // what is selected
    void paste(); // hexadecimal digits as the bytes that they mean, any other text as it is

Q_SIGNALS:
    void edited();
    void modeChanged(); // between overwriting and inserting

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void fillMenu(QMenu &menu) override;
    qsizetype lastPlace() const override { return bytes().size(); }

private:
    bool edit(const QKeyEvent &event); // whether the key is one that edits
    void put(qsizetype at, qsizetype length, const QByteArray &with, qsizetype caret);
    void typeDigit(int digit);

    QUndoStack m_history;
    bool m_inserting = false;
    bool m_second = false; // the lower digit of the byte at the caret comes next
};

} // namespace ui
