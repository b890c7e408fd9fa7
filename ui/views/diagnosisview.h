// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/views/diagnosing.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace ui
{

class DiagnosisBox;
class LinkButton;
class TriedView;
class ValueBox;

// Asks why a signature fails, and shows the answer: the cause, where the texts differ, what was
// tried. Takes no room while nothing was asked.
class DiagnosisView : public QWidget
{
    Q_OBJECT

public:
    explicit DiagnosisView(signature::Origin origin, QWidget *parent = nullptr);

    void ask(const signature::Question &question, bool mendable);
    void clear(); // drops what is asked as well
    bool isAsking() const { return m_diagnosing.isAsking(); }
    const std::optional<Diagnosed> &shown() const { return m_shown; }

Q_SIGNALS:
    void answered(const signature::Diagnosis &diagnosis);
    void fixWanted(const ui::Fix &fix);

private:
    void build();
    void buildWaiting();
    void buildDifferences();
    void take(const Diagnosed &diagnosed);
    void showDifferences(const signature::Diagnosis &diagnosis);

    static constexpr int patience = 200; // milliseconds before it says that it looks

    signature::Origin m_origin;
    Diagnosing m_diagnosing;
    QTimer m_patience;
    QStringList m_labels; // of the secrets asked with
    bool m_mendable = false;
    std::optional<Diagnosed> m_shown;

    QWidget *m_waiting;
    DiagnosisBox *m_box;
    QWidget *m_differences;
    QLabel *m_firstDifference;
    ValueBox *m_expected;
    ValueBox *m_fitting;
    TriedView *m_tried;
};

} // namespace ui
