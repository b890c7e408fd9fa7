// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/settingspage.h"

class QCheckBox;
class QKeySequence;
class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace ui
{

class NoteBox;
class Shortcuts;

// The keyboard map, and other keys for what is chosen in it.
class ShortcutsPage : public SettingsPage
{
    Q_OBJECT

public:
    ShortcutsPage(Shortcuts &shortcuts, bool letters, QWidget *parent = nullptr);

    void restoreDefaults() override;

Q_SIGNALS:
    void lettersChanged(bool letters);

private:
    QWidget *makeEditor();
    void fill();
    void showEntry();
    void take(const QKeySequence &key);
    int entry() const; // -1: none is chosen

    Shortcuts &m_shortcuts;
    QTreeWidget *m_map;
    QLabel *m_name;
    QKeySequenceEdit *m_key;
    QPushButton *m_none;
    QPushButton *m_usual;
    NoteBox *m_note;
    QCheckBox *m_letters;
};

} // namespace ui
