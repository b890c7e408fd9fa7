// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace ui
{

class ElidedLabel;

// The top of the details: which webhook this is, the few facts about it, the note, what can be
// done.
class DetailsHeader : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsHeader(QWidget *parent = nullptr);

    void show(const inspector::Details &details);
    QMenu *menu() const { return m_menu; }

public Q_SLOTS:
    void editNote();

Q_SIGNALS:
    void previousWanted();
    void nextWanted();
    void copyCurlWanted();
    void noteEdited(const QString &note);
    void left(); // the note, by Return or Escape

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QToolButton *addButton(const QString &icon, const QString &name);
    void buildNote();
    void finishNote();

    QLabel *m_number;
    ElidedLabel *m_topic;
    ElidedLabel *m_facts;
    QToolButton *m_curl;
    QMenu *m_menu;
    QLineEdit *m_note;
    QString m_savedNote;
};

} // namespace ui
