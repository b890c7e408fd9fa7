// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "ui/resend/linediff.h"

#include <QPlainTextEdit>

namespace ui
{

// What differs between the received request and the one that goes out: request line and headers,
// then the body, line by line; in changed ones the words that differ are marked.
class ChangesView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ChangesView(QWidget *parent = nullptr);

    void compare(const http::Request &received, const http::Request &sent);
    int changes() const { return m_changes; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void write();
    void writeDiffLine(QTextCursor &cursor, const DiffLine &line);
    void writeLine(QTextCursor &cursor, const QString &text, const QColor &ground, bool muted);

    QList<DiffLine> m_head;
    QList<DiffLine> m_body;
    QString m_note; // of a body that is not compared line by line
    int m_changes = 0;
};

} // namespace ui
