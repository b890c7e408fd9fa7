// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "json/shape.h"
#include "models/addedcolumns.h"
#include "models/lens.h"

#include <QTreeView>

class QMenu;

namespace models
{
class JsonTreeModel;
}

namespace ui
{

// A JSON text as a tree that fetches as it is scrolled.
class JsonTreeView : public QTreeView
{
    Q_OBJECT

public:
    explicit JsonTreeView(QWidget *parent = nullptr);

    // Opens what fits into a window.
    void setDocument(const json::DocumentPtr &document, const models::LensPtr &lens = {},
                     const QList<json::Departure> &drift = {});
    QString currentPath() const; // "$.data.customer.id"; empty without a current value
    QString currentNote() const; // what its provider documents of it, usually nothing

    // Marks nothing, but goes from hit to hit; the hits are places in the text.
    static constexpr qsizetype hitLimit = 10'000;
    qsizetype setNeedle(const QByteArray &needle);
    qsizetype currentHit() const { return m_currentHit; } // -1: none
    bool stepHit(int step); // goes round at the ends; no: too far down to be fetched

    void setFilterable(bool filterable) { m_filterable = filterable; } // in the menu; or a column
    bool isFilterable() const { return m_filterable; }
    QString currentTerm() const; // what a filter by the current value is written like, or nothing

Q_SIGNALS:
    void pathChanged(const QString &path);
    void bytesWanted(qsizetype offset, qsizetype length);
    void copied(const QString &what);
    void filterWanted(const QString &term);
    void columnWanted(const models::AddedColumn &column); // of the live table

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect,
                      const QModelIndex &index) const override;

private:
    void offerFilter(QMenu &menu, const QPersistentModelIndex &row);
    void expandBelow(const QModelIndex &index, int &budget);
    void fetchVisible();
    void fillMenu(QMenu &menu, const QPersistentModelIndex &row);
    void showBytes(const QModelIndex &index);
    void copyText(const QString &text, const QString &what);
    QString valueText(const QModelIndex &index) const;
    QString jsonText(const QModelIndex &index) const;

    models::JsonTreeModel *m_model;
    std::vector<qsizetype> m_hits;
    qsizetype m_currentHit = -1;
    bool m_filterable = false;
};

} // namespace ui
