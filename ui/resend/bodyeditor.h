// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/resend/linechanges.h"

#include <QPlainTextEdit>

#include <vector>

class QPainter;
class QTextBlock;

namespace ui
{

// A text editor with line numbers and JSON's colours that never rewrites what it was given: bytes
// come out as they went in but for what was typed. A body that would not survive that is refused.
class BodyEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit BodyEditor(QWidget *parent = nullptr);

    static constexpr qsizetype largest = 2 * 1024 * 1024; // bytes
    static constexpr qsizetype longestLine = 100'000; // characters that the layout bears

    // False: it is no text, or mixes line ends, or is too large; nothing is shown then.
    bool setBytes(const QByteArray &bytes);
    QByteArray bytes() const;
    void replace(const QByteArray &bytes); // as an edit that can be undone

    // What the bars beside the lines go by. JSON in one line is laid out for it as soon as what
    // stands here has several.
    void setOriginal(const QByteArray &bytes);
    void markChanges(); // bars beside the lines that are not as they were
    const LineChanges &changes() const { return m_changes; }

    // Tints what was found: positions in the document, ascending, each of so many characters.
    void markHits(std::vector<qsizetype> hits, qsizetype size);

    void paintGutter(QPaintEvent *event);
    int gutterWidth() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override; // Tab indents, Return keeps the indentation

private:
    void layOutGutter();
    void paintChange(QPainter &painter, const QTextBlock &line, const QRectF &box) const;
    QString changesInWords() const;
    void showMarks(); // of the cursor's line and of the hits that are in sight

    QByteArray m_lineEnd = "\n";
    QByteArray m_original;
    QByteArray m_laidOut; // the same, where it is JSON in one line
    LineChanges m_changes;
    std::vector<qsizetype> m_hits;
    qsizetype m_hitSize = 0;
    QWidget *m_gutter;
};

} // namespace ui
