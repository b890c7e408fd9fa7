// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTableView>
#include <QTimer>

#include <optional>

namespace models
{
class DeliveryModel;
}

namespace ui
{

class DeliveryDelegate;
class DeliveryHeader;
class NewBelow;

// The live table. It follows the newest row until the user selects or scrolls; from then on no
// row that arrives, goes or changes its place moves what is being read.
class DeliveryView : public QTableView
{
    Q_OBJECT

public:
    explicit DeliveryView(models::DeliveryModel &model, QWidget *parent = nullptr);

    DeliveryHeader &columns() const { return *m_columns; }
    bool following() const { return m_following; }
    qint64 newBelow() const; // rows that came below what is in sight

    qint64 currentId() const; // 0: none
    qsizetype selectedCount() const;
    QList<qint64> selectedIds() const; // in the order shown
    void select(int row); // and scrolls to it

    void keyboardSearch(const QString &) override { } // letters do not jump
    void setLetters(bool act) { m_letters = act; } // M and the slash, which people can do without
    void setPointedOut(bool problems, bool repeats); // by a tint, by a tag
    void setCompact(bool compact); // rows closer together
    QSize minimumSizeHint() const override; // what is read, and its neighbours

public Q_SLOTS:
    void setLoading(bool loading); // what comes meanwhile is not new; it ends at the newest row
    void setFollowing(bool following);
    void selectNext();
    void selectPrevious();
    void invertSelection();
    void goToNewest(); // selects it, and follows again
    void goToOldest(); // selects it

Q_SIGNALS:
    void followingChanged(bool following);
    void selectionSettled(); // the selection has been the same for a moment
    void markWanted(qint64 id, bool marked);
    void detailsWanted(); // Return
    void markPressed(); // M
    void findPressed(); // a slash
    void escapePressed();
    void dragWanted(); // of the rows selected, out of the window

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    // What must stay where it is on the screen: the row being read, or else the topmost in sight.
    // And what is selected, also while a filter hides it, until something else is.
    struct Place {
        qint64 id = 0;
        int top = 0;
        qint64 current = 0;
        QList<qint64> selected;
        bool hidden = false; // the current row was, before the reset
    };

    // How far the sight went so that the row being read stayed in it when the room grew less.
    struct GaveWay {
        int height = 0; // that the room had
        int from = 0; // the scroll bar's value then
        int to = 0;
    };

    void watchBefore();
    void watchAfter();
    void remember();
    void rememberSelection();
    void restorePlace();
    void restoreSelection();
    void takeInserted(int first, int last);
    void giveWay(int heightBefore);
    void limitNewBelow();
    qint64 arrived(int first, int last) const; // of these rows
    void setRowHeight();
    void fitColumn(int column);
    bool takeLetter(const QKeyEvent &event);
    void step(int by);
    void askForMenu();
    bool nothingChosen() const; // what is current was given with the focus
    int firstToRead() const; // where keys begin then: the newest, or what was scrolled to
    void beginToRead();
    int bottomRow() const;
    QModelIndex cellOf(int row) const;

    static constexpr qsizetype mostRemembered = 10'000; // selected rows across a reset

    models::DeliveryModel &m_model;
    DeliveryDelegate *m_delegate;
    DeliveryHeader *m_columns;
    NewBelow *m_newBelow;
    QTimer m_settle;
    Place m_place;
    std::optional<GaveWay> m_gaveWay;
    std::optional<QPoint> m_pressed; // on a row that was selected: from there rows are dragged
    bool m_dragging = false; // since the button went down
    int m_jump = -1; // where the key that is being pressed leads to; -1: as that key says
    bool m_letters = true;
    bool m_following = true;
    bool m_restoring = false; // what is selected or current is so by no choice of the user
    bool m_chosen = false; // it is another than the one that is remembered
    bool m_sortWanted = false;
    bool m_loading = false;
};

} // namespace ui
