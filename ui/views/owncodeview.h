// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/diagnosis.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;

namespace ui
{

class DiagnosisView;

// "My code computed…": takes the value that the developer's own code printed and says which mistake
// gives it, or that it is right.
class OwnCodeView : public QWidget
{
    Q_OBJECT

public:
    explicit OwnCodeView(QWidget *parent = nullptr);

    // What to judge the value by. Keeps what was typed, and asks anew.
    void setQuestion(const signature::Question &question);
    void clear(); // nothing is left of the question

private:
    void ask();

    static constexpr int pause = 400; // milliseconds after the last key

    signature::Question m_question;
    QTimer m_pause;
    QLineEdit *m_value;
    DiagnosisView *m_diagnosis;
};

} // namespace ui
