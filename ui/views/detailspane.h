// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"
#include "models/repeat.h"
#include "ui/fix.h"
#include "ui/views/background.h"
#include "ui/views/checkedsignature.h"

#include <QWidget>

class QBoxLayout;
class QStackedWidget;

namespace models
{
struct AddedColumn;
}

namespace ui
{

class BodyView;
class DetailTabs;
class DetailsHeader;
class HeadersView;
class MessagePage;
class OverviewView;
class RawView;
class SendsView;
class SignatureView;
class VerdictFrame;

// Everything about the selected row: verdicts, body, headers, signature, raw bytes, what we
// answered, what was sent again.
class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Body, Headers, Signature, Raw, Overview, Sends };

    explicit DetailsPane(QWidget *parent = nullptr);

    Tab currentTab() const;
    qint64 shownId() const { return m_details.id; } // 0: none

    // The same under the table whatever is shown, so that no row goes from under the pointer.
    QSize minimumSizeHint() const override;

    // How bodies are shown, by media type.
    QByteArray saveState() const;
    bool restoreState(const QByteArray &state);

public Q_SLOTS:
    void show(const inspector::Details &details); // the same row again: keeps what is open
    void clear();
    void showSelection(qsizetype count, qint64 bytes, const QString &verdicts);
    void setSideBySide(bool sideBySide); // the verdicts beside the tabs, else above them
    void setSurroundings(const ui::Surroundings &surroundings); // of the next row, or this one
    void setRepeat(const std::optional<models::Repeat> &repeat); // of the next row, or this one
    void setWaiting(const QStringList &waits); // of this row, a sentence each, under Sends
    void tellFixed(const QString &done);
    void showTab(int tab); // from 0
    void nextBodyView();
    void focusFind();
    void findNext();
    void findPrevious();
    void saveBody();
    void editNote();
    void focusContent(); // of the tab that is shown, if a row is

Q_SIGNALS:
    void left(); // Escape, or a note is written
    void previousWanted();
    void nextWanted();
    void copyCurlWanted(qint64 id);
    void secretWanted();
    void codeWanted();
    void resendWanted();
    void resendManyWanted(); // of all that are selected, as the next two
    void compareTwoWanted();
    void exportWanted();
    void fixWanted(const ui::Fix &fix);
    void noteEdited(qint64 id, const QString &note);
    void message(const QString &text);
    void saveEnded(const core::Result<QString> &told); // or why it failed
    void filterWanted(const QString &term);
    void columnWanted(const models::AddedColumn &column);
    void rowWanted(qint64 id);
    void compareWanted(qint64 id); // with the one that is shown

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void buildTabs();
    void buildMenu();
    void connectParts();
    void showDelivery(bool sameRow);
    void showRejection();
    void offerTabs(bool delivery);
    void explain(bool sameRow);
    void leaveFind();
    void takeEvidence(const signature::Evidence &evidence);
    signature::Verdict latestVerdict() const;
    QString historyText() const;

    Background m_background;
    inspector::Details m_details;
    Surroundings m_surroundings;
    std::optional<models::Repeat> m_repeat;
    std::optional<int> m_findFrom; // the tab that was left to find something in the body

    QStackedWidget *m_pages;
    MessagePage *m_nothing;
    QWidget *m_page;
    QBoxLayout *m_parts; // of the page: what stands above the tabs, and the tabs
    DetailsHeader *m_header;
    VerdictFrame *m_verdict;
    DetailTabs *m_tabs;
    BodyView *m_body;
    HeadersView *m_headers;
    SignatureView *m_signature;
    RawView *m_raw;
    OverviewView *m_overview;
    SendsView *m_sends;
};

} // namespace ui
