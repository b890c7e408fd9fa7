// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filter/parse.h"

#include <QPlainTextEdit>

namespace ui
{

class FilterCompleter;
class FilterHighlighter;

// One line of text with the colours of a filter, and a wave under what is wrong in it.
class FilterField : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);

    FilterCompleter &offers() const { return *m_offers; }

    QString text() const { return toPlainText(); }
    void setText(const QString &text);
    void replace(qsizetype position, qsizetype length, const QString &with);
    int placeOf(qsizetype position) const; // from the left edge, in pixels

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    void setParsed(const filter::Parsed &parsed); // of the text that is there

Q_SIGNALS:
    void edited();
    void typed(); // edited by the keyboard
    void entered(); // Return
    void earlierWanted(); // Up in the empty field, and Down again
    void laterWanted();
    void clearWanted(); // Escape
    void left(); // Escape in the empty field
    void syntaxWanted(); // F1
    void focusChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override; // Tab takes what is offered
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    void dress();
    void edit(QKeyEvent *event);

    FilterHighlighter *m_highlighter;
    FilterCompleter *m_offers;
};

} // namespace ui
