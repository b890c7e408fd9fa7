// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/fieldeditmodel.h"

#include <QWidget>

class QTableView;
class QToolButton;

namespace ui
{

class ElidedLabel;
class NoteBox;

// The headers of what is sent again, as a table to be edited by mouse or keyboard, and below it
// those that are added as it goes out, and what comes of those that are forced.
class HeadersPane : public QWidget
{
    Q_OBJECT

public:
    explicit HeadersPane(QWidget *parent = nullptr);

    models::FieldEditModel &model() { return m_model; }
    void serve(QToolButton &undo, QToolButton &redo); // buttons that stand elsewhere

private:
    void build();
    void addKeys();
    void showAdded();
    void showForced();

    models::FieldEditModel m_model;
    QTableView *m_table;
    ElidedLabel *m_added;
    QWidget *m_foot;
    NoteBox *m_forced;
};

} // namespace ui
