// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "resend/conformance.h"
#include "resend/resendclient.h"
#include "signature/signer.h"
#include "ui/dialogs/contentdialog.h"

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QSettings;
class QTabWidget;

namespace inspector
{
class Inspector;
}

namespace ui
{

class AnswerView;
class BodyEditor;
class ConformanceGrid;
class EventRun;
class ListenerTest;
class NoteBox;
class SecretEdit;
class TargetBar;

// Plays a provider: sends the user's own receiver one of its webhooks, or good and bad ones in turn
// to see whether it takes and refuses the right ones.
class PlayDialog : public ContentDialog
{
    Q_OBJECT

public:
    PlayDialog(inspector::Inspector &inspector, QSettings &settings, QWidget *parent = nullptr);

Q_SIGNALS:
    void secretsWanted();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void buildForm();
    QWidget *sendingPage();
    QWidget *casesPage();
    void buildFooter();
    void connectParts();
    void offerListener();
    void fillSchemes();
    void fillTemplates();
    void fillSecrets();
    void showTemplate();
    void showButtons();
    QString scheme() const;
    signature::Signing signing() const;
    bool pastes() const; // the secret is one that is pasted here
    bool hasSecret() const;
    signature::SecretPtr pasted() const; // null: none
    void takeSecrets(resend::Basis &basis);
    void showSecret();
    void tellSecret();
    std::optional<resend::Basis> basis(); // nothing: something is not chosen
    resend::Order order() const;
    bool mayStart();
    void startSending(); // or stops it
    void beginSending(bool checked, int speed);
    void connectEvent();
    void tellEnd(bool taken, int tries);
    core::Result<http::Request> signedRequest(const resend::Basis &basis) const;
    void runCases();
    void reserveRoom();
    void tellCases(qsizetype failed, qsizetype cases, qsizetype planned);
    void saveReport();
    void tellSaved(const core::Result<QString> &told);
    void compareReport();
    void tell(const core::Error &error);

    inspector::Inspector &m_inspector;
    QSettings &m_settings;
    TargetBar *m_target;
    QComboBox *m_scheme;
    QLabel *m_unplayable; // schemes of the endpoints that only their senders can sign with
    QComboBox *m_template;
    QComboBox *m_secret;
    QLabel *m_pasteLabel;
    SecretEdit *m_paste; // for as long as the dialog is open
    QComboBox *m_signing;
    QComboBox *m_retries; // how many times as fast as a provider; 0: there are none
    QLabel *m_progress;
    NoteBox *m_note;
    QTabWidget *m_pages;
    BodyEditor *m_body;
    AnswerView *m_answer;
    ConformanceGrid *m_grid;
    QPushButton *m_send;
    QPushButton *m_run;
    QPushButton *m_save;
    QPushButton *m_compare;
    QPushButton *m_test;
    ListenerTest *m_listenerTest;
    EventRun *m_event;
    qint64 m_sequence = 0;
};

} // namespace ui
