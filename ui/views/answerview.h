// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace ui
{

class BodyView;
class ElidedLabel;
class HeadersView;
class MessagePage;
class SegmentedBar;

// What came back from a target: its status, times, body and headers; or why nothing did.
class AnswerView : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerView(QWidget *parent = nullptr);

    void show(const capture::Attempt &attempt);
    void showWaiting(qint64 milliseconds); // since it was sent
    void clear();
    QString result() const; // as it is shown: "200 OK"

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void showPart(int part);
    void showResult(const QString &text, bool good);

    bool m_answered = false;
    bool m_good = false;
    SegmentedBar *m_parts;
    QLabel *m_icon;
    QLabel *m_result;
    ElidedLabel *m_facts;
    QStackedWidget *m_pages;
    BodyView *m_body;
    HeadersView *m_headers;
    QLabel *m_times;
    MessagePage *m_message;
};

} // namespace ui
