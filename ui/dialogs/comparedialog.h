// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"
#include "ui/dialogs/comparing.h"
#include "ui/dialogs/contentdialog.h"

#include <QTimer>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QStackedWidget;

namespace ui
{

class ComparedTitles;
class ComparisonTable;
class MessagePage;
class SegmentedBar;

// Two webhooks side by side: what is otherwise in the right one. What does not count is typed and
// remembered.
class CompareDialog : public ContentDialog
{
    Q_OBJECT

public:
    CompareDialog(inspector::Inspector &inspector, QSettings &settings, QWidget *parent = nullptr);

public Q_SLOTS:
    void compare(qint64 left, qint64 right); // ids of deliveries
    void swap();
    void copyPatch();

private:
    void build();
    QWidget *buildTools();
    void buildFooter();
    void connectParts();
    void take(const inspector::Details &details);
    void start();
    void refit(); // in rows that fit by now
    void show(const models::Comparison &comparison);
    void showEqual(const models::Comparison &comparison);
    void showPatch();
    void showTitles();
    QStringList ignored() const; // nothing while what is ignored is shown

    inspector::Inspector &m_inspector;
    QSettings &m_settings;
    qint64 m_leftId = 0;
    qint64 m_rightId = 0;
    inspector::Details m_left; // without a delivery until it has come
    inspector::Details m_right;
    Comparing m_comparing;
    bool m_waits = false; // for what is compared
    bool m_refits = false; // it is in sight already, in other rows
    QTimer m_typing;
    ComparedTitles *m_titles;
    SegmentedBar *m_modes;
    QLineEdit *m_ignored;
    QCheckBox *m_showIgnored;
    QLabel *m_problem;
    QStackedWidget *m_pages;
    ComparisonTable *m_table;
    MessagePage *m_equal;
    QLabel *m_count;
    QPushButton *m_previous;
    QPushButton *m_next;
    QPushButton *m_patch;
};

} // namespace ui
