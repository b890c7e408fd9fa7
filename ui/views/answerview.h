// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/attempt.h"
#include "capture/delivery.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace ui
{

class BodyView;
class ElidedLabel;
class HeadersView;
class MessagePage;
class RefusalPage;
class SegmentedBar;

// What came back from a target: its status, times, body and headers; or why nothing did.
class AnswerView : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerView(QWidget *parent = nullptr);

    // The webhook that attempts are made from: whether its body went out is told. Null: of nothing.
    void setReceived(const capture::DeliveryPtr &received);
    // `certificate`: of a target that was not trusted, for which nothing was sent; else empty.
    void show(const capture::Attempt &attempt, const QString &certificate = {});
    // Besides, whether what is shown is as it was expected, and a few words on that.
    void judge(bool met, const QString &words);
    void showWaiting(qint64 milliseconds); // since it was sent
    void clear();
    QString result() const; // as it is shown: "200 OK"
    // Where nothing came back, what helps is offered: its owner sends what was shown.
    void setOffers(bool offers) { m_offers = offers; }

Q_SIGNALS:
    void sendUncheckedWanted(); // what is shown, once, whatever the certificate is
    void sendAgainWanted();
    void otherTargetWanted();
    void message(const QString &text); // what was copied of it, or why it was not
    void saveEnded(const core::Result<QString> &told); // of its body; or why it failed

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void showError(const core::Error &error);
    void showPart(int part);
    QString proofText() const;
    void showResult(const QString &text, bool good);
    void showFacts(const QString &text);
    void shareHead(); // between the result and the facts

    capture::DeliveryPtr m_received;
    capture::Attempt m_attempt; // that is shown
    bool m_answered = false;
    bool m_refused = false;
    bool m_good = false;
    bool m_offers = false;
    SegmentedBar *m_parts;
    QLabel *m_icon;
    ElidedLabel *m_result;
    ElidedLabel *m_facts;
    QStackedWidget *m_pages;
    BodyView *m_body;
    HeadersView *m_headers;
    QLabel *m_times;
    MessagePage *m_message;
    RefusalPage *m_refusal;
};

} // namespace ui
