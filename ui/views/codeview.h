// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/views/codetext.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace ui
{

class CodeGutter;

// Read-only text with line numbers, folding and search. Long texts come in slices and are coloured
// where they are seen, so that no text freezes the window.
class CodeView : public QPlainTextEdit
{
    Q_OBJECT

public:
    enum class Language { Plain, Json };

    // What of a row the gutter shows; number 0: the row continues the line above.
    struct GutterRow {
        int block = 0;
        int number = 0;
        int top = 0;
        int height = 0;
        bool folds = false;
        bool folded = false;
    };

    explicit CodeView(QWidget *parent = nullptr);

    void setCode(const CodeText &code, Language language = Language::Plain);
    void setGutter(bool shown);
    const CodeText &code() const { return m_code; }
    bool isLoaded() const { return m_loaded == m_code.text.size(); }

    // Marks all hits, without regard to case, and says how many there are, at most hitLimit.
    static constexpr qsizetype hitLimit = 10'000;
    qsizetype setNeedle(const QString &needle);
    qsizetype hitCount() const { return qsizetype(m_hits.size()); }
    qsizetype currentHit() const { return m_currentHit; } // -1: none
    void stepHit(int step); // goes round at the ends

    QList<GutterRow> gutterRows() const;
    void toggleFold(int block);
    int gutterDigits() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override; // plus and minus unfold and fold
    QMimeData *createMimeDataFromSelection() const override;

private:
    void startDocument();
    void loadSlice();
    void append(const QString &rows);
    void colourVisible();
    void markVisibleHits();
    void showCurrentHit();
    void layOutGutter();
    int documentPosition(qsizetype position) const;
    QPair<int, int> visibleRange() const;

    CodeText m_code;
    Language m_language = Language::Plain;
    CodeGutter *m_gutter;
    bool m_gutterShown = false;
    QTimer m_loading;
    qsizetype m_loaded = 0; // characters of the text
    size_t m_breaksDone = 0;
    std::vector<int> m_continued; // blocks that continue a line; ascending
    int m_epoch = 0; // blocks with another one are not coloured yet
    std::vector<qsizetype> m_hits;
    qsizetype m_needleSize = 0;
    qsizetype m_currentHit = -1;
};

} // namespace ui
