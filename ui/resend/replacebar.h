// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/views/panel.h"

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui
{

class BodyEditor;
class FindField;

// Finds a text in the body that is edited, without regard to case, and replaces it by another, one
// by one or all at once. Hidden until it is asked for.
class ReplaceBar : public Panel
{
    Q_OBJECT

public:
    explicit ReplaceBar(BodyEditor &editor, QWidget *parent = nullptr);

    static constexpr qsizetype hitLimit = 10'000; // hits that are counted and marked

    // Closes it and gives the focus back to the editor; false: it is not open.
    bool leave();
    QString facts() const; // "2 of 5"

public Q_SLOTS:
    void find(); // with what is selected in the editor; not where the editor is not in use
    void replace(); // the same, with the field for another text
    void step(int by); // to the next hit, or with -1 to the one before; goes round at the ends
    void replaceOne(); // the selected hit, and goes on; where none is selected, goes to the next
    void replaceAll(); // as one edit
    void dismiss();

private:
    void build();
    void open(bool replacing);
    void look(); // for the hits
    void lookFromHere(); // the needle changed: the first hit from the selection on is shown
    void select(qsizetype hit); // its number
    void showFacts();
    qsizetype selected() const; // the number of the hit that is selected; -1: none

    BodyEditor &m_editor;
    std::vector<qsizetype> m_hits; // positions in the document, ascending
    FindField *m_needle;
    QLineEdit *m_other;
    QWidget *m_second; // the row for replacing
    QLabel *m_facts;
    QPushButton *m_one;
    QPushButton *m_all;
};

} // namespace ui
