// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/rowfilter.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace ui
{

class Chip;

// The row of verdicts with their counts above the table; what does not fit is under "More".
class VerdictChips : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictChips(QWidget *parent = nullptr);

    // A part of what is asked, and what it would match alone.
    struct Chosen {
        QString word;
        qint64 count;

        bool operator==(const Chosen &) const = default;
    };

    const models::RowFilter &filter() const { return m_filter; }
    QList<Chosen> chosen(const models::RowCounts &all) const; // the words of the filter

    // Stands at the right end of the row, and gives way where the chips need the room.
    void setCorner(QWidget *corner);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    void setCounts(const models::RowCounts &counts);
    void setFilter(const models::RowFilter &filter);
    void keepOnly(qsizetype index); // of chosen()

Q_SIGNALS:
    void filterChanged(const models::RowFilter &filter);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    // What a chip stands for.
    struct Kind {
        enum class Group { All, Signature, Freshness, Rejected } group;
        size_t word = 0;
    };
    struct Item {
        Chip *chip;
        Kind kind;
        bool always; // else only while there is something to count
    };

    void add(Kind kind, bool always, const QString &word, const QIcon &glyph);
    bool holds(const models::RowFilter &filter, Kind kind) const;
    void put(models::RowFilter &filter, Kind kind, bool on) const;
    qint64 countOf(const models::RowCounts &counts, Kind kind) const;
    void toggle(Kind kind, bool on);
    void choose(const models::RowFilter &filter);
    void chooseOnly(Kind kind);
    void exclude(Kind kind);
    void arrange();
    void placeCorner(int needed);
    void fillMenu(QMenu &menu, const Item &item);
    void fillMore();

    std::vector<Item> m_items;
    QToolButton *m_more;
    QWidget *m_corner = nullptr;
    models::RowFilter m_filter;
    int m_divider = -1; // where the line between the two groups stands
    size_t m_shown = 0; // items beyond are under "More"
};

} // namespace ui
