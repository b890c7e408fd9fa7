// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/comparing.h"
#include "ui/resend/setheaders.h"

#include <QStackedWidget>

class QLabel;
class QSettings;

namespace ui
{

class ChangesView;
class ComparisonTable;
class SegmentedBar;

// What of a received webhook is otherwise in the request that goes out: field by field, line by
// line, or side by side. Which of them is remembered.
class ChangesPane : public QStackedWidget
{
    Q_OBJECT

public:
    explicit ChangesPane(QSettings &settings, QWidget *parent = nullptr);

    // Of `headers` is said that they are set when it is sent.
    void compare(const capture::DeliveryPtr &received, const http::Request &sent,
                 const SetHeaders &headers = {});
    SegmentedBar *modes() { return m_modes; } // to be put where there is room

Q_SIGNALS:
    // How many fields differ, as Fields has a row for each, whatever is shown. A moment after
    // compare(), since large bodies take their time.
    void counted(qsizetype changes);

private:
    void start();
    void count(const models::Comparison &fields);
    void show(const models::Comparison &comparison);
    bool asLines() const;

    QSettings &m_settings;
    capture::DeliveryPtr m_received;
    capture::DeliveryPtr m_sent; // the same with the other request
    capture::DeliveryPtr m_shownReceived; // with short values of the headers that are set
    capture::DeliveryPtr m_shownSent;
    SetHeaders m_set;
    bool m_formats = false; // whether bodies stand otherwise side by side than they are
    SegmentedBar *m_modes;
    ChangesView *m_lines;
    QWidget *m_tablePage;
    ComparisonTable *m_table;
    QLabel *m_note; // under the table
    QLabel *m_none;
    Comparing m_comparing;
    Comparing m_counting;
};

} // namespace ui
