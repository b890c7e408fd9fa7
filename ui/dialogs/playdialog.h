// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/summary.h"
#include "resend/conformance.h"
#include "resend/resendclient.h"
#include "signature/signer.h"
#include "ui/dialogs/contentdialog.h"

#include <QElapsedTimer>
#include <QTimer>

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
class NoteBox;
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

private:
    void build();
    void buildForm();
    QWidget *sendingPage();
    QWidget *casesPage();
    void buildFooter();
    void connectParts();
    void fillSchemes();
    void fillTemplates();
    void fillSecrets();
    void showTemplate();
    void showButtons();
    QString scheme() const;
    signature::Signing signing() const;
    std::optional<resend::Basis> basis(); // nothing: something is not chosen
    resend::Order order() const;
    bool mayStart();
    void startSending();
    void stopSending();
    void sendEvent();
    bool sendsAgain(const capture::Attempt &attempt); // later, and says so
    void tellRetries(bool taken);
    core::Result<http::Request> signedRequest(const resend::Basis &basis) const;
    void takeAnswer(const capture::Attempt &attempt);
    void runCases();
    void tellCases(qsizetype failed, qsizetype cases, qsizetype planned);
    void saveReport();
    void compareReport();
    void testListener();
    void tellTest();
    void tell(const core::Error &error);

    inspector::Inspector &m_inspector;
    QSettings &m_settings;
    TargetBar *m_target;
    QComboBox *m_scheme;
    QComboBox *m_template;
    QComboBox *m_secret;
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
    resend::ResendClient m_client;
    std::optional<capture::Summary> m_tested; // the row of the test that is under way
    std::optional<capture::Attempt> m_testAnswer;
    std::optional<resend::Basis> m_event; // what is sent, and sent again, until it is taken
    QElapsedTimer m_since; // its first try
    QTimer m_next;
    int m_failures = 0;
    bool m_testing = false;
    qint64 m_sequence = 0;
};

} // namespace ui
