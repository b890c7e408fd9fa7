// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/secretinput.h"

#include <QLineEdit>
#include <QTimer>

namespace ui
{

// Where a secret is typed or pasted: shown as dots, for ten seconds in clear on demand, never given
// to the clipboard, to input methods or to screen readers, and wiped as far as Qt lets us.
class SecretEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit SecretEdit(QWidget *parent = nullptr);
    ~SecretEdit() override;

    signature::SecretInput input() const; // what is meant, cleaned
    bool revealed() const { return echoMode() == Normal; }
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

public Q_SLOTS:
    void setRevealed(bool revealed);
    void wipe();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void hideInput();

    QAction *m_eye = nullptr;
    QTimer m_hideAgain;
};

} // namespace ui
