// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>

class QLabel;

namespace ui
{

class NoteText;

// A thin line above a view with what may surprise in it: a list of sentences.
class NoteLine : public QFrame
{
    Q_OBJECT

public:
    explicit NoteLine(QWidget *parent = nullptr);

    void setNotes(const QStringList &notes); // none: hides itself
    // For notes that change while they are read: they may get longer by so much text, each, without
    // moving what stands below. Until there are none, or another number of them.
    void keepHeight(const QString &spare);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showIcon();

    QLabel *m_icon;
    NoteText *m_text;
};

} // namespace ui
