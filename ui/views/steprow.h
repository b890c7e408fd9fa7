// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ui
{

// One step of the set-up: a round marker with its number or outcome, a title, a sentence, and what
// the user does.
class StepRow : public QWidget
{
    Q_OBJECT

public:
    enum class State { Waiting, Current, Done, Trouble };
    Q_ENUM(State)

    StepRow(int number, const QString &title, QWidget *parent = nullptr); // number 0: has none

    void setState(State state);
    State state() const { return m_state; }
    void setSentence(const QString &sentence); // under the title; empty: takes no room
    void setTitle(const QString &title);
    QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRectF markerRect() const;
    QString outcome() const; // for screen readers

    int m_number;
    State m_state = State::Waiting;
    QLabel *m_title;
    QLabel *m_sentence;
    QVBoxLayout *m_body;
};

} // namespace ui
