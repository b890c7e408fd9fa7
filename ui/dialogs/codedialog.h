// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/scheme.h"
#include "ui/dialogs/contentdialog.h"

class QComboBox;
class QPushButton;
class QSettings;

namespace ui
{

class CodeView;
class NoteBox;

// Code for a receiver that verifies a scheme's webhooks, in a language to be chosen; the choice is
// remembered.
class CodeDialog : public ContentDialog
{
    Q_OBJECT

public:
    CodeDialog(const signature::Scheme &scheme, QSettings &settings, QWidget *parent = nullptr);

    void setScheme(const signature::Scheme &scheme);

public Q_SLOTS:
    void copy();

private:
    void build();
    void remember();
    void showCode();

    signature::Scheme m_scheme;
    QSettings &m_settings;
    QString m_code; // empty: there is none
    QComboBox *m_language;
    NoteBox *m_note;
    CodeView *m_view;
    QPushButton *m_copy;
};

} // namespace ui
