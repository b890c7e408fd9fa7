// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/settingspage.h"

#include <QTimer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTableView;

namespace capture
{
struct Endpoint;
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

class NoteBox;

// The paths that are listened on, how each is judged and what its senders are told.
class EndpointsPage : public SettingsPage
{
    Q_OBJECT

public:
    explicit EndpointsPage(inspector::Inspector &inspector, QWidget *parent = nullptr);

    void restoreDefaults() override;

private:
    QWidget *buildTable();
    QWidget *buildEditor();
    void connectEditor();
    void reload();
    void showRow();
    void takeEdit();
    void publish();
    void add();
    void remove();
    int row() const; // -1: none
    void showTroubles(const capture::Endpoint &endpoint);

    inspector::Inspector &m_inspector;
    models::EndpointModel *m_model;
    QTableView *m_table;
    QPushButton *m_remove;
    QWidget *m_editor;
    QLineEdit *m_path;
    QLabel *m_pathProblem;
    QComboBox *m_scheme;
    QSpinBox *m_status;
    QSpinBox *m_delay;
    QPlainTextEdit *m_fields;
    QLabel *m_fieldsProblem;
    QPlainTextEdit *m_body;
    NoteBox *m_warning;
    QTimer m_settle;
    bool m_showing = false; // the fields follow the row, not the other way round
};

} // namespace ui
