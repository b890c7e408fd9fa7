// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/views/checkedsignature.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace ui
{

class SectionLabel;
class ValueBox;

// The received value and the computed one, with what differs marked; or why none is computed.
class SignatureValues : public QWidget
{
    Q_OBJECT

public:
    explicit SignatureValues(QWidget *parent = nullptr);

    void show(const CheckedSignature &checked);

public Q_SLOTS:
    void askToCopyComputed(); // warns first: the value acts as a valid signature

Q_SIGNALS:
    void secretWanted();
    void codeWanted(); // that verifies such webhooks
    void message(const QString &text);

private:
    QHBoxLayout *buildButtons();
    void showButtons(const CheckedSignature &checked);

    ValueBox *m_received;
    SectionLabel *m_computedTitle;
    ValueBox *m_computed;
    QLabel *m_noComputed;
    QPushButton *m_copyComputed;
    QPushButton *m_addSecret;
    QPushButton *m_code;
};

} // namespace ui
