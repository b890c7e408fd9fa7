// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/settingspage.h"

#include <QTimer>

class QPushButton;
class QTableView;

namespace capture
{
struct Endpoint;
}
namespace signature
{
struct Detection;
}
namespace inspector
{
class Inspector;
}
namespace models
{
class EndpointModel;
}

namespace ui
{

class EndpointEditor;
class NoteBox;

// The paths that are listened on, how each is judged and what its senders are told.
class EndpointsPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit EndpointsPage(inspector::Inspector &inspector, QWidget *parent = nullptr);

    void restoreDefaults() override;
    bool showProblem(); // of a text that cannot be used, and would be lost; false: there is none

public Q_SLOTS:
    void chooseScheme(const QString &path); // nothing happens where the endpoint is gone
    void prefer(qint64 delivery); // for trying schemes of one's own on

protected:
    void hideEvent(QHideEvent *event) override; // what was typed a moment ago counts

private:
    QWidget *buildTable();
    void reload();
    void follow();
    void showRow();
    void takeEdit();
    void publish();
    void add();
    void remove();
    int row() const; // -1: none
    void watchRules(); // the table says how many are in force
    void showTroubles(const capture::Endpoint &endpoint);
    void takeDetection(const QString &endpoint, const signature::Detection &detection);

    inspector::Inspector &m_inspector;
    models::EndpointModel *m_model;
    QTableView *m_table;
    QPushButton *m_remove;
    EndpointEditor *m_editor;
    NoteBox *m_warning;
    NoteBox *m_proposal;
    int m_shown = -1; // the row in the editor
    QString m_proposed; // the scheme that one click chooses; empty: there are several
    QTimer m_settle;
    QTimer m_nextEnd; // of a rule's time
};

} // namespace ui
