// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/views/checkedsignature.h"

#include <QWidget>

class QLabel;

namespace ui
{

class CodeView;

// What is signed, with line ends and all else that is unseen made visible.
class SignedTextView : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype mostShown = 64 * 1024; // bytes

    explicit SignedTextView(QWidget *parent = nullptr);

    void show(const CheckedSignature &checked);

public Q_SLOTS:
    void copy();

Q_SIGNALS:
    void message(const QString &text);

private:
    void build();
    QString describe(const CheckedSignature &checked) const;

    QByteArray m_text;

    QLabel *m_parts;
    QWidget *m_box;
    CodeView *m_code;
    QWidget *m_buttons;
};

} // namespace ui
