// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPlainTextEdit>

namespace ui
{

// Characters of a text that are set off.
struct Mark {
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const Mark &) const = default;
};

// A short value in the fixed font, as high as its text, with parts of it marked.
class ValueBox : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ValueBox(const QString &name, QWidget *parent = nullptr);

    void setValue(const QString &value, const QList<Mark> &marks = {});
    void setMarkRemoved(bool removed) { m_removed = removed; } // else as added
    void setMostLines(int lines) { m_mostLines = lines; } // longer ones scroll

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override; // turns the page unless lines are hidden here

private:
    void mark();
    int textHeight() const;

    QList<Mark> m_marks;
    bool m_removed = true;
    int m_mostLines = 4;
};

} // namespace ui
