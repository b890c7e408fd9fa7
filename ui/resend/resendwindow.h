// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"
#include "resend/conformance.h"
#include "resend/resigning.h"
#include "resend/rewrite.h"
#include "ui/resend/drafts.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QMenu;
class QPushButton;
class QSplitter;
class QToolButton;

namespace models
{
class FieldEditModel;
}

namespace ui
{

class AnswerView;
class AttemptTable;
class BodyPane;
class ChangesPane;
class DetailTabs;
class DraftKeeper;
class ElidedLabel;
class HeadersPane;
class NoteBox;
class SignedTextView;
class SigningBox;
class TargetBar;

// Edit & Re-send: a copy of one webhook, to be changed, signed and sent as often as wanted. The
// webhook itself stays as it is.
class ResendWindow : public QWidget
{
    Q_OBJECT

public:
    ResendWindow(inspector::Inspector &inspector, QSettings &settings,
                 const inspector::Details &details, QWidget *parent = nullptr);
    ~ResendWindow() override;

    // What goes out, signed for that time: microseconds since the epoch.
    core::Result<http::Request> outgoing(qint64 now) const;
    Draft draft() const; // what stands there
    qint64 id() const { return m_details.id; } // of the webhook

public Q_SLOTS:
    void send(); // or cancels what is under way
    void sendAgain(); // unless something is under way
    void sendUnchecked(); // once, whatever certificate the target has
    void cancel();
    void restore(); // the webhook as it was received
    void loadBody(); // from a file
    void find(); // in the body
    void replace();
    void keepDraft(); // where there is something to keep
    void discardDraft();
    void useCase(const resend::ConformanceCase &wanted); // sets the window up for it
    void runCases(); // all of them, in a dialog
    void takeBack(); // the case, else the draft

Q_SIGNALS:
    void draftChanged(); // one is kept, or none any more

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    // A draft that was restored without its test case, which is set up as soon as there are secrets
    // for it, as long as nothing is edited.
    struct LateCase {
        Draft kept;
        QString when;
        Draft shown;
        signature::Secrets secrets; // that did not do
    };

    void build();
    QWidget *buildTop();
    QToolButton *buildCases(QWidget *corner);
    QWidget *buildEditors();
    void addHistory(QWidget &corner);
    QWidget *buildOutcome();
    QWidget *buildFoot();
    void connectParts();
    void setBody(const QByteArray &body);
    http::Request edited() const;
    QList<resend::ForcedField> forced() const; // of its headers
    bool isExact() const;
    resend::Resigning resigning(qint64 now) const; // with what its endpoint knows
    void follow(); // an edit, in a moment
    void apply(const Draft &draft);
    void restoreDraft();
    void tellUnkept(const core::Error &error);
    core::Status setUp(const resend::ConformanceCase &wanted); // needs a scheme
    void restoreCase(const Draft &kept, const QString &when);
    void tellWithoutCase(const QString &why); // that the draft is there without it
    void takeLateCase(); // where it can be set up by now
    Draft toKeep() const; // of a test case what it is set up from, and which it is
    void takeSecrets();
    resend::Basis basis() const; // needs a scheme
    void showCase(); // and whether it still is one
    std::optional<QString> caseSecret() const; // that the signature there was made with
    bool isCase() const; // what stands there is the test case, wherever it is to be sent to
    // Word and secret of its signing, as its attempt tells them.
    std::pair<QString, QString> toldSigning() const;
    void fillCases(QMenu &menu);
    void showOutgoing();
    void showSend(const QString &trouble); // empty: it can be sent
    void showHeaders(const core::Result<http::Request> &request, bool addressed);
    void showSigned(const http::Request &request);
    void sendWith(bool checkCertificate);
    void take(int ticket, const capture::Attempt &attempt);
    void showAnswer(const capture::Attempt &attempt, const QString &certificate);
    void shareRoom(); // of a low window, once there is an answer to be read
    void stepSend(int step);
    void load(const capture::Attempt &attempt);
    void escape(); // closes the search, else cancels
    void copyCurl();

    inspector::Inspector &m_inspector;
    QSettings &m_settings;
    const inspector::Details m_details;
    const http::Request m_received;
    QList<capture::Attempt> m_attempts; // oldest first
    int m_ticket = 0; // of what is under way; 0: nothing
    QString m_refused; // the certificate for which it was not sent
    QHash<qint64, QString> m_refusals; // the same of those before, by when they were sent
    DraftKeeper *m_keeper;
    std::optional<Draft> m_before; // what a test case took the place of
    std::optional<BeganAs> m_began; // which one it began with, edited since or not
    Draft m_asCase; // as that left it
    resend::ConformanceCase m_case;
    QString m_caseTitle; // of its note; empty: it is not set up yet
    std::optional<LateCase> m_late;
    QTimer m_follow;
    QTimer m_tick;
    QElapsedTimer m_since;
    QComboBox *m_method;
    TargetBar *m_target;
    QPushButton *m_send;
    NoteBox *m_note;
    NoteBox *m_restored;
    NoteBox *m_unkept; // why the draft is not, as long as that is so
    SigningBox *m_signing;
    DetailTabs *m_editors;
    QList<QToolButton *> m_wordy; // beside its tabs
    BodyPane *m_body;
    HeadersPane *m_headers;
    models::FieldEditModel *m_fields; // of m_headers
    QSplitter *m_outcome; // of what goes out and of what comes back
    bool m_shared = false;
    DetailTabs *m_views;
    ChangesPane *m_changes;
    SignedTextView *m_signedText;
    AnswerView *m_answer;
    AttemptTable *m_sends;
    ElidedLabel *m_count;
};

} // namespace ui
