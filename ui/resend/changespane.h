// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/comparing.h"

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

    void compare(const capture::DeliveryPtr &received, const http::Request &sent);
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
    SegmentedBar *m_modes;
    ChangesView *m_lines;
    ComparisonTable *m_table;
    QLabel *m_none;
    Comparing m_comparing;
    Comparing m_counting;
};

} // namespace ui
