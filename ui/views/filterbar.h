// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filter/parse.h"
#include "models/completion.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QSpacerItem;
class QToolButton;

namespace ui
{

class FilterField;
class LinkButton;

// The filter above the table: what is typed, what it matches or what is wrong with it, and help.
// What is wrong or unfinished changes nothing: the last good filter stays in force.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    // How far the records have been looked through.
    struct Search {
        int percent = -1; // -1: there is nothing to look through, or it is done
        bool stopped = false;
    };

    using Seen = std::function<QList<models::SeenValue>(filter::Field)>;

    explicit FilterBar(QWidget *parent = nullptr);

    void setSeen(const Seen &seen) { m_seen = seen; } // the values that are offered

    const filter::Filter &filter() const { return m_filter; } // the last good one
    QString text() const;

public Q_SLOTS:
    void setText(const QString &text); // applied at once
    void clear() { setText({}); }
    void add(const QString &term); // that has to match as well
    void edit(); // takes the focus, with all of the text selected
    void setMatching(qint64 matching, qint64 all);
    void setSearch(ui::FilterBar::Search search);

Q_SIGNALS:
    void filterChanged(const filter::Filter &filter);
    void stopWanted(); // of the search
    void goOnWanted();
    void left(); // back to the table

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QHBoxLayout *buildFrame();
    QHBoxLayout *buildFault();
    void fillSyntax();
    void read();
    void apply();
    void remember();
    void recall(int step);
    void offer();
    void tell();
    void tellFault();
    void say(const QString &text, bool good = false);
    void takeSuggestion();

    class Frame;

    Frame *m_frame;
    FilterField *m_field;
    QLabel *m_glyph;
    QLabel *m_state;
    LinkButton *m_stop;
    QToolButton *m_clear;
    QToolButton *m_syntax;
    QSpacerItem *m_indent; // up to what is wrong
    QLabel *m_faultGlyph;
    QLabel *m_fault;
    LinkButton *m_suggestion;
    QTimer m_pause;
    Seen m_seen;
    filter::Parsed m_parsed;
    filter::Filter m_filter;
    QStringList m_history; // the newest last
    qsizetype m_recalled = -1;
    qint64 m_matching = 0;
    qint64 m_all = 0;
    Search m_search;
};

} // namespace ui
