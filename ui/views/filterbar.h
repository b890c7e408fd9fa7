// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filter/parse.h"
#include "models/completion.h"
#include "ui/filtermemory.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QSettings;
class QSpacerItem;
class QToolButton;

namespace ui
{

class FilterField;
class FiltersButton;
class LinkButton;
class SyntaxPopup;

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

    FilterBar(QSettings &settings, QWidget *parent = nullptr); // keep what is saved

    void setSeen(const models::Seen &seen) { m_seen = seen; } // what is offered

    const filter::Filter &filter() const { return m_filter; } // the last good one
    QString text() const;

public Q_SLOTS:
    void setText(const QString &text); // applied at once
    void clear() { setText({}); }
    void add(const QString &term); // that has to match as well
    void begin(const QString &term); // that is to be finished by typing
    void edit(); // takes the focus, with all of the text selected
    void setMatching(qint64 matching, qint64 all);
    void setSearch(ui::FilterBar::Search search);
    void offerAgain(); // more has been seen since

Q_SIGNALS:
    void filterChanged(const filter::Filter &filter);
    void stopWanted(); // of the search
    void goOnWanted();
    void savedChanged(const ui::SavedChange &change); // by the user's doing
    void left(); // back to the table

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectParts();
    QHBoxLayout *buildFrame();
    QHBoxLayout *buildFault();
    void addExample(const QString &example);
    void showSyntax();
    void showMenu(const QPoint &place);
    QString with(const QString &term) const;
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

    FiltersButton *m_filters;
    QWidget *m_frame;
    FilterField *m_field;
    QLabel *m_glyph;
    QLabel *m_state;
    LinkButton *m_stop;
    QToolButton *m_clear;
    QToolButton *m_save;
    QToolButton *m_syntax;
    SyntaxPopup *m_examples;
    QSpacerItem *m_indent; // up to what is wrong
    QLabel *m_faultGlyph;
    QLabel *m_fault;
    LinkButton *m_suggestion;
    QTimer m_pause;
    models::Seen m_seen;
    QString m_offered; // what was typed before the cursor when something was offered last
    filter::Parsed m_parsed;
    filter::Filter m_filter;
    qsizetype m_recalled = -1; // of the history; -1: none
    qint64 m_matching = 0;
    qint64 m_all = 0;
    Search m_search;
};

} // namespace ui
