// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/detection.h"
#include "signature/schemebook.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace inspector
{
class Inspector;
}
namespace models
{
class SchemeModel;
}

namespace ui
{

class NoteBox;
class SchemeActions;

// Chooses the scheme of an endpoint from all that there are, and keeps the store's own ones: search
// by typing, and what each is worth.
class SchemeChooser : public QDialog
{
    Q_OBJECT

public:
    SchemeChooser(inspector::Inspector &inspector, const QString &endpoint, const QString &scheme,
                  QWidget *parent = nullptr);

    void prefer(qint64 delivery); // for trying schemes of one's own on

Q_SIGNALS:
    void chosen(const QString &scheme); // its id; empty: none

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; // keys that move in the list

private:
    void build();
    QWidget *buildList();
    QWidget *buildFooter();
    void connectParts();
    void takeSchemes();
    void takeDetection(const QString &endpoint, const signature::Detection &detection);
    void filter(const QString &words);
    void select(const QString &id);
    void showStored(const QString &id);
    void describe(const QModelIndex &index);
    void choose();
    QString current() const;

    inspector::Inspector &m_inspector;
    QString m_endpoint;
    models::SchemeModel *m_model;
    QLineEdit *m_filter;
    QTreeView *m_tree;
    QLabel *m_count;
    QLabel *m_facts;
    QPushButton *m_choose;
    SchemeActions *m_actions;
    NoteBox *m_note;
};

} // namespace ui
