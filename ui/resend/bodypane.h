// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace ui
{

class BodyEditor;
class ElidedLabel;
class HexEditor;
class ReplaceBar;

// The body that goes out, edited as text or, where it is none, as bytes; above it the search, below
// it what is to be said of it.
class BodyPane : public QWidget
{
    Q_OBJECT

public:
    explicit BodyPane(const QByteArray &received, QWidget *parent = nullptr);
    ~BodyPane() override;

    void setBytes(const QByteArray &bytes); // after that there is nothing to undo
    QByteArray bytes() const;
    bool isText() const { return m_isText; }
    void showState(); // which lines are not as received, and whether it is JSON
    QString changes() const; // as that found them: "3 changes"; empty: none

    // Has these undo and redo whenever there is something to, and that one lay JSON out.
    void serve(QToolButton &undo, QToolButton &redo);
    void serveFormat(QToolButton &format);
    bool leaveSearch(); // false: it is not open

public Q_SLOTS:
    void format(); // lays JSON out
    void find();
    void replace();
    void step(int by); // to the next place that was found, or with -1 to the one before

Q_SIGNALS:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectEditors();
    void showPlace(); // of the cursor
    void showCheck();
    void inkCheck();

    const QByteArray m_received;
    bool m_isText = true;
    bool m_fits = true; // its text is JSON, as the one that was received
    ReplaceBar *m_search;
    QStackedWidget *m_pages;
    BodyEditor *m_text;
    HexEditor *m_hex;
    ElidedLabel *m_check;
    QLabel *m_size;
    QLabel *m_place;
    QToolButton *m_find;
};

} // namespace ui
