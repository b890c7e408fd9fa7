// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"
#include "capture/delivery.h"
#include "signature/scheme.h"

#include <QWidget>

#include <memory>

class QScrollArea;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace ui
{

class AnswerView;
class AttemptTable;
class MessagePage;
class NoteLine;

// What was sent again from the webhook that is shown, and what came back. Where there is no room
// for both, the table is in sight; to choose a send in it scrolls as far as its answer needs.
class SendsView : public QWidget
{
    Q_OBJECT

public:
    explicit SendsView(QWidget *parent = nullptr);

    // Oldest first, and what they were made from, with how that is signed.
    void show(const QList<capture::Attempt> &attempts, const capture::DeliveryPtr &received,
              const std::shared_ptr<const signature::Scheme> &scheme);
    void setWaiting(const QStringList &waits); // a sentence for each target it still goes to
    void clear();

    // The table above the details needs its part of a small window.
    QSize minimumSizeHint() const override { return {}; }

Q_SIGNALS:
    void editWanted(); // Edit & Re-send
    void message(const QString &text); // what was copied of an answer, or why it was not
    void saveEnded(const core::Result<QString> &told); // of an answer's body; or why it failed

private:
    void makeAnswer();
    void goToAnswerLater(); // once it is laid out
    void goToAnswer();

    NoteLine *m_waiting; // above all else, so that it is scrolled away with the table
    QStackedWidget *m_pages;
    MessagePage *m_nothing;
    QScrollArea *m_scroll;
    QVBoxLayout *m_whole;
    QVBoxLayout *m_scrolled;
    QSplitter *m_split;
    AttemptTable *m_table;
    AnswerView *m_answer = nullptr; // until there is one
    signature::Scheme m_scheme; // by which test cases are judged
    qint64 m_received = 0; // the webhook's id
    bool m_filling = false; // what is chosen is not the user's choice
};

} // namespace ui
