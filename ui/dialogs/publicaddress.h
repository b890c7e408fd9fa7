// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/publiccheck.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace ui
{

class NoteBox;

// A field for the public address with Check: one request, on click only, and what it found in
// words.
class PublicAddress : public QWidget
{
    Q_OBJECT

public:
    explicit PublicAddress(inspector::Inspector &inspector, QWidget *parent = nullptr);

    QUrl url() const; // invalid: none yet
    NoteBox *finding() const { return m_finding; } // for its owner to place
    QLineEdit *edit() const { return m_edit; }
    bool reached() const { return m_reached; } // this address reached this app

Q_SIGNALS:
    void changed(); // the address or what is known of it

private:
    void follow();
    void check();
    void show(PublicCheck::Finding finding, const QString &sentence);

    PublicCheck m_check;
    QLineEdit *m_edit;
    QPushButton *m_button;
    NoteBox *m_finding;
    bool m_reached = false;
};

} // namespace ui
