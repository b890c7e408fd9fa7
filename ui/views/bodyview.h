// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/result.h"
#include "ui/views/background.h"

#include <QHash>
#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTreeView;

namespace models
{
class FormModel;
struct AddedColumn;
} // namespace models

namespace ui
{

class CodeView;
class ElidedLabel;
class FindField;
class FittedLabel;
class HexView;
class JsonTreeView;
class MessagePage;
class NoteLine;
class SegmentedBar;

// A body as tree, pretty text, text or bytes; the way to look at it is remembered per media type.
// Bodies above 256 KB are read by a worker, so the window never waits for one.
class BodyView : public QWidget
{
    Q_OBJECT

public:
    explicit BodyView(QWidget *parent = nullptr);

    void show(const BodyOrder &body);
    void clear();

    BodyMode mode() const { return m_mode; }
    bool isSettled() const { return m_settled; } // nothing is being worked on

    QByteArray saveState() const;
    bool restoreState(const QByteArray &state);

public Q_SLOTS:
    void setMode(ui::BodyMode mode); // and remembers it, if the body can be shown so
    void nextMode();
    void focusFind();
    void findNext();
    void findPrevious();
    void copyBody();
    void saveBody();

    void setFilterable(bool filterable); // by a value of the tree

Q_SIGNALS:
    void rawWanted();
    void findLeft(); // by Escape in its field
    void message(const QString &text);
    void saveEnded(const core::Result<QString> &told); // or why it failed
    void filterWanted(const QString &term);
    void columnWanted(const models::AddedColumn &column);

private:
    void build();
    QWidget *buildHead();
    QWidget *buildFoot();
    void connectParts();

    void takeReading(const BodyReading &reading);
    void takeText(const std::optional<CodeText> &text);
    bool canShow(BodyMode mode) const;
    BodyMode preferredMode() const;
    QByteArray memoryKey() const;
    void offerModes();
    void showMode(BodyMode mode);
    void showCode(BodyMode mode);
    void showEmpty();
    void showLimit(BodyMode mode);
    void showWaiting();
    void showBytes(qsizetype offset, qsizetype length);
    void settle(QWidget *page);
    void showAnyway();

    void applyNeedle();
    void stepHit(int step);
    void showFacts();
    void showFoot();
    QString footText() const;
    void pressFoot();

    Background m_background;
    BodyOrder m_order;
    BodyReading m_reading;
    BodyMode m_mode = BodyMode::Tree;
    QHash<QByteArray, BodyMode> m_remembered; // by media type
    BodyMode m_written = BodyMode::Tree; // what the code view holds; Tree: nothing
    bool m_anyway = false; // the limit was waved
    bool m_settled = true;
    qsizetype m_hits = 0;

    SegmentedBar *m_modes;
    FindField *m_find;
    ElidedLabel *m_facts;
    NoteLine *m_notes;
    QStackedWidget *m_pages;
    JsonTreeView *m_tree;
    QTreeView *m_form;
    models::FormModel *m_formModel;
    CodeView *m_code;
    HexView *m_hex;
    MessagePage *m_message;
    FittedLabel *m_footNote;
    ElidedLabel *m_footText;
    QPushButton *m_footButton;
    QPushButton *m_filterButton;
    bool m_filterable = false;
};

} // namespace ui
