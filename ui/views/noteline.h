// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>

class QLabel;

namespace ui
{

// A thin line above a view with what may surprise in it: a list of sentences.
class NoteLine : public QFrame
{
    Q_OBJECT

public:
    explicit NoteLine(QWidget *parent = nullptr);

    void setNotes(const QStringList &notes); // none: hides itself
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showIcon();

    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace ui
