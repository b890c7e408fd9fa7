// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPlainTextEdit>

namespace ui
{

// A short value in the fixed font, as high as its text, with one part of it marked.
class ValueBox : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ValueBox(const QString &name, QWidget *parent = nullptr);

    // Marks `length` characters from `start`; none for 0.
    void setValue(const QString &value, qsizetype start = 0, qsizetype length = 0);
    void setMarkRemoved(bool removed) { m_removed = removed; } // else as added

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void mark();
    int textHeight() const;

    qsizetype m_start = 0;
    qsizetype m_length = 0;
    bool m_removed = true;
};

} // namespace ui
