// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "http/message.h"
#include "ui/resend/linediff.h"
#include "ui/resend/setheaders.h"

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

    void compare(const http::Request &received, const http::Request &sent,
                 const SetHeaders &headers = {});
    int changes() const { return m_changes; }
    static QString formattedNote(); // what is said of bodies that are shown otherwise than they are

protected:
    void changeEvent(QEvent *event) override;

private:
    void write();
    void writeDiffLine(QTextCursor &cursor, const DiffLine &line, const SetHeaders &headers);
    void writeLine(QTextCursor &cursor, const QString &text, const QColor &ground, bool muted);

    QList<DiffLine> m_head;
    QList<DiffLine> m_body;
    SetHeaders m_set;
    QString m_note; // of how the bodies are compared
    int m_changes = 0;
};

} // namespace ui
