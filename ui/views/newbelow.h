// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractButton>

namespace ui
{

// The floating "12 new below" at the lower edge of the table.
class NewBelow : public QAbstractButton
{
    Q_OBJECT

public:
    explicit NewBelow(QWidget *parent);

    void setNumber(qint64 number); // 0 hides it
    qint64 number() const { return m_number; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qint64 m_number = 0;
};

} // namespace ui
