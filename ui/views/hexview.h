// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractScrollArea>

#include <vector>

class QMenu;

namespace ui
{

// Bytes as offset, hexadecimal and ASCII. Paints only what is seen; 16 bytes a line, or 8 where the
// window is narrow.
class HexView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit HexView(QWidget *parent = nullptr);

    void setBytes(const QByteArray &bytes);
    const QByteArray &bytes() const { return m_bytes; }

    void select(qsizetype offset, qsizetype length);
    qsizetype selectionStart() const { return std::min(m_anchor, m_caret); }
    qsizetype selectionLength() const; // at least the byte at the caret; 0 without bytes

    // Marks all hits and says how many there are, at most hitLimit.
    static constexpr qsizetype hitLimit = 10'000;
    qsizetype setNeedle(const QByteArray &needle);
    qsizetype currentHit() const { return m_currentHit; } // -1: none
    void stepHit(int step); // goes round at the ends

    int bytesPerLine() const { return m_columns; }
    QString lineText(qsizetype line) const; // "0010  7b 22 …  {"…", as copied
    QString caretText() const; // the line at the caret, for a screen reader

public Q_SLOTS:
    void copyHex();
    void copyText(); // the bytes themselves, as far as they are text
    void selectAll();

Q_SIGNALS:
    void caretMoved(qsizetype offset);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

    virtual void fillMenu(QMenu &menu); // the context menu
    qsizetype caret() const { return m_caret; }
    virtual qsizetype lastPlace() const { return m_bytes.size() - 1; } // that the caret goes to
    void moveCaret(qsizetype offset, bool extend);
    // Other bytes in the place of these; the caret stays within them, and no hits are left.
    void splice(qsizetype at, qsizetype length, const QByteArray &with);

private:
    qreal cell() const; // the width of a character
    int lineHeight() const;
    int offsetDigits() const;
    qreal hexLeft(int column) const;
    qreal textLeft(int column) const;
    qreal contentWidth(int columns) const;
    int page(int height) const; // lines
    int fittingColumns() const;
    qsizetype lines() const;
    qsizetype offsetAt(QPointF place) const;
    void paintLine(QPainter &painter, qsizetype line, qreal top) const;
    void paintByte(QPainter &painter, qsizetype offset, qreal top) const;
    void paintEnd(QPainter &painter, qreal top) const;
    void layOut();
    bool isHit(qsizetype offset) const;

    QByteArray m_bytes;
    int m_columns = 16;
    qsizetype m_anchor = 0;
    qsizetype m_caret = 0;
    std::vector<qsizetype> m_hits;
    qsizetype m_needleSize = 0;
    qsizetype m_currentHit = -1;
};

} // namespace ui
