// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/rowtext.h"
#include "ui/theme.h"

#include <QActionGroup>
#include <QObject>

class QMenu;
class QMenuBar;
class QToolBar;
class QUndoStack;

namespace ui
{

enum class DetailsPlace { Fitting, Right, Below, Hidden }; // numbers stand in the settings

// Everything the window can do, with its words, drawing, shortcut and status tip. What happens is
// connected by the window.
class WindowActions : public QObject
{
    Q_OBJECT

public:
    // Actions that need the table's focus get their shortcut there.
    WindowActions(QUndoStack &edits, QWidget &window, QWidget &table);

    void fill(QMenuBar &bar);
    void fill(QToolBar &bar);
    void fillRowMenu(QMenu &menu);
    QList<QAction *> withShortcuts() const;

    static void choose(const QActionGroup *group, int value);
    static QStringList listenWords(); // of the button that tells whether it does
    void setListening(bool listening, bool paused);
    void setSecretCount(qsizetype secrets);
    void setWritable(bool writable); // a store opened read-only takes nothing
    void setClearable(bool clearable); // there are rows
    void setSelected(qsizetype selected, bool deliverySelected);

    QAction *newStore, *openStore, *saveCopy, *importFiles, *exportAll, *exportSelected;
    QAction *closeWindow, *quit;
    QAction *undo, *redo, *selectAll, *invert, *findWebhooks, *findInBody, *findNext, *findPrevious;
    QAction *follow, *oldest, *newest, *nextProblem, *previousProblem, *back, *forward;
    QAction *cycleDetails, *nextPane, *previousPane, *nextBodyView, *fullScreen, *resetLayout;
    QAction *largerText, *smallerText, *normalText;
    QAction *listen, *pause, *clear, *ping, *listenerSettings, *copyUrl;
    QAction *previous, *next, *mark, *note, *remove, *onlyVerdict;
    QAction *copyRow, *copyBody, *copyHeaders, *copyRaw, *copyCurl, *copyCurlCmd;
    QAction *copyCurlPowerShell, *copyJson, *copyFixture;
    QAction *copyMarkdown, *saveBody, *anotherSecret, *verificationCode, *compare, *comparePrevious;
    QAction *editAndResend, *sendAgain, *resendMany;
    QAction *secrets, *rules, *forwards, *accounts, *trust, *reach, *play, *settings;
    QAction *setUp, *notArriving, *shortcuts, *about;
    QActionGroup *details; // data: DetailsPlace
    QActionGroup *looks; // data: Look
    QActionGroup *times; // data: models::TimeForm
    QActionGroup *tabs; // data: the tab's number
    QMenu *columns = nullptr; // filled when it opens

private:
    void makeFile();
    void makeEdit(QUndoStack &edits);
    void makeView();
    void makeMoves();
    void makeChoices();
    void makeCapture();
    void makeRow(QWidget &table);
    void makeTools();
    void fillEdit(QMenu &menu);
    void fillView(QMenu &menu);
    QAction *make(const QString &text, const QString &drawing, const QKeySequence &key,
                  const QString &tip);
    QAction *choice(QActionGroup *group, const QString &text, int value,
                    const QKeySequence &key = {});

    QWidget &m_window;
    bool m_writable = true;
};

} // namespace ui
