// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "http/message.h"

#include <QWidget>

namespace ui
{

class CodeView;
class ElidedLabel;
class NoteLine;

// Request line, headers and body exactly as received.
class RawView : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype shownBody = 256 * 1024; // bytes; saving writes all

    explicit RawView(QWidget *parent = nullptr);

    void showRequest(const http::Request &request);
    void clear();

public Q_SLOTS:
    void copyAll();
    void saveAll();

Q_SIGNALS:
    void message(const QString &text);
    void saveEnded(const core::Result<QString> &told); // or why it failed

private:
    QWidget *buildFoot();
    QByteArray bytes() const;

    QByteArray m_head;
    QByteArray m_body;
    NoteLine *m_notes;
    CodeView *m_code;
    ElidedLabel *m_summary;
};

} // namespace ui
