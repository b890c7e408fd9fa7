// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/fix.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace ui
{

// What a diagnosis says. A proof stands in a solid frame with a filled badge, a hint in a dashed
// one with an empty badge, and the words differ as well.
class DiagnosisBox : public QFrame
{
    Q_OBJECT

public:
    enum class Look { Proof, Hint, Nothing, Right };

    explicit DiagnosisBox(QWidget *parent = nullptr);

    void show(const signature::Diagnosis &diagnosis, const std::optional<Fix> &fix);
    Look look() const { return m_look; }
    QString text() const; // all of it, as a screen reader says it

Q_SIGNALS:
    void fixWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Badge;

    void build();

    Look m_look = Look::Nothing;
    Badge *m_badge;
    QLabel *m_cause;
    QLabel *m_detail;
    QLabel *m_remedy;
    QPushButton *m_fix;
};

} // namespace ui
