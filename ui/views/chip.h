// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractButton>

namespace ui
{

// A word with its glyph and how many rows it stands for; checked while only such rows are shown.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(const QString &word, const QIcon &glyph = {}, QWidget *parent = nullptr);

    void setCount(qint64 count);
    qint64 count() const { return m_count; }
    void setWordBold(bool bold) { m_wordBold = bold; } // else the number is

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont wordFont() const;
    QFont countFont() const;
    QString countText() const;

    qint64 m_count = 0;
    bool m_wordBold = false;
};

} // namespace ui
