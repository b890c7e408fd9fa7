// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>

class QLabel;

namespace ui
{

class LinkButton;

// A tinted box with an icon: a bold sentence and what follows from it. Screen readers hear it when
// it changes.
class NoteBox : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Info, Good, Warning, Bad };

    explicit NoteBox(QWidget *parent = nullptr); // hidden until there is a note

    void setNote(Kind kind, const QString &title, const QString &text = {}); // plain text
    void setAction(const QString &label); // a link behind the note; empty: none
    void clear(); // hides itself
    QString note() const; // title and text

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Kind::Info;
    QString m_title;
    QString m_text;
    QLabel *m_label;
    LinkButton *m_action;
};

} // namespace ui
