// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QVBoxLayout;

namespace ui
{

// One page of the settings: headings, rows of a label and a field, sentences. What is changed takes
// effect at once.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(QWidget *parent = nullptr);

    virtual void restoreDefaults() = 0;

protected:
    void addHeading(const QString &text);
    void addRow(const QString &label, QWidget *field); // the label names the field
    void addWide(QWidget *widget);
    void addSentence(const QString &text); // muted
    void addExplanation(const QString &text); // the same, under a choice
    void addRest(); // pushes everything up; last

private:
    QVBoxLayout *m_column;
};

} // namespace ui
