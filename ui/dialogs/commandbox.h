// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>

class QToolButton;

namespace ui
{

class ElidedLabel;

// One line to paste into a terminal, with Copy. Too long ones are cut in the middle; the tooltip
// and Copy have them whole.
class CommandBox : public QFrame
{
    Q_OBJECT

public:
    explicit CommandBox(const QString &what, QWidget *parent = nullptr); // for screen readers

    void setCommand(const QString &command);
    QString command() const;

public Q_SLOTS:
    void copy();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void colour();

    ElidedLabel *m_text;
    QToolButton *m_copy;
};

} // namespace ui
