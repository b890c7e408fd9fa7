// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace ui
{

// Stands for an answer where the target's certificate was not accepted: why, the way to send once
// without checking it, and what the certificate is for those who unfold it.
class RefusalPage : public QWidget
{
    Q_OBJECT

public:
    explicit RefusalPage(QWidget *parent = nullptr);

    void setRefusal(const QString &why, const QString &certificate); // folded

Q_SIGNALS:
    void sendUncheckedWanted();

private:
    void unfold(bool on);

    QLabel *m_why;
    QPushButton *m_send;
    QPushButton *m_details;
    QPushButton *m_copy;
    QPlainTextEdit *m_certificate;
};

} // namespace ui
