// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/views/steprow.h"

class QPushButton;

namespace inspector
{
class Inspector;
}

namespace ui
{

class NoteBox;
class SecretEdit;

// The step of the set-up that takes the client secret for the first endpoint with a scheme.
class SecretStep : public StepRow
{
    Q_OBJECT

public:
    SecretStep(int number, inspector::Inspector &inspector, QWidget *parent = nullptr);

    bool hasSecret() const;
    void paste(); // what the clipboard holds, with the field in focus

Q_SIGNALS:
    void changed();
    void saved(); // by its button, which is of no more use

private:
    void follow();
    void save();
    void describe();
    QString endpoint() const;

    inspector::Inspector &m_inspector;
    QString m_keyringTrouble;
    SecretEdit *m_edit;
    QPushButton *m_save;
    NoteBox *m_note;
};

} // namespace ui
