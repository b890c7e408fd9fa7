// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/verdictterms.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace ui
{

class Chip;

// The row of verdicts with their counts above the table; what does not fit is under "More". What is
// chosen stands in the filter, which is where it takes effect.
class VerdictChips : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictChips(QWidget *parent = nullptr);

    const models::VerdictTerms &terms() const { return m_terms; }

    // Stands at the right end of the row; chips fold before it goes, but for the first few.
    void setCorner(QWidget *corner);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    void setCounts(const models::RowCounts &counts);
    void setTerms(const models::VerdictTerms &terms); // as the filter has them

Q_SIGNALS:
    void termsWanted(const models::VerdictTerms &terms); // in the filter

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
    bool holds(Kind kind) const; // among what is shown, or all
    static bool has(const models::RowFilter &filter, Kind kind);
    static void put(models::RowFilter &filter, Kind kind, bool on);
    qint64 countOf(const models::RowCounts &counts, Kind kind) const;
    void toggle(Kind kind, bool on);
    void choose(const models::VerdictTerms &terms);
    void chooseOnly(Kind kind);
    void exclude(Kind kind, bool on);
    void arrange();
    bool isWanted(const Item &item) const;
    int neededWidth() const;
    int cornerWidth(int needed) const;
    void placeCorner(int wide);
    void fillMenu(QMenu &menu, const Item &item);
    void fillMore();

    std::vector<Item> m_items;
    QToolButton *m_more;
    QWidget *m_corner = nullptr;
    models::VerdictTerms m_terms;
    int m_divider = -1; // where the line between the two groups stands
    size_t m_shown = 0; // items beyond are under "More"
};

} // namespace ui
