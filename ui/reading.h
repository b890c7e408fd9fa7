// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"
#include "models/repeat.h"
#include "ui/rowcopies.h"
#include "ui/views/checkedsignature.h"

#include <QObject>
#include <QTimer>

namespace models
{
class DeliveryModel;
}

namespace ui
{

class DeliveryView;
class DetailsPane;
class ForwardWaits;

// Brings the selected row into the details, and remembers what was read before.
class Reading : public QObject
{
    Q_OBJECT

public:
    Reading(inspector::Inspector &inspector, models::DeliveryModel &model, DeliveryView &view,
            DetailsPane &pane);

    // The one row that is selected, once it has been fetched.
    const std::optional<inspector::Details> &details() const { return m_details; }
    bool canGoBack() const { return m_place > 0; }
    bool canGoForward() const { return m_place + 1 < m_history.size(); }

public Q_SLOTS:
    void followSelection();
    void refresh(); // the same row again
    void goBack();
    void goForward();
    void nextProblem(int step); // 1 or -1, from the current row, around the end
    void copy(ui::CopyPart part);
    void copyRows();
    void copyTestCommand();
    void forget();

Q_SIGNALS:
    void selected(qsizetype rows, bool delivery);
    // Of the delivery that is selected: by its verdict, and once it is fetched by what is in it.
    void secretWeighed(bool couldHelp);
    void copied(const QString &what);

private:
    void take(const inspector::Details &details);
    Surroundings surroundings(const QString &endpoint) const;
    void showMany(qsizetype count);
    void remember(qint64 id);
    void visit(qsizetype place);
    CopySource copySource() const;
    QByteArray origin() const;
    QString authorityFile() const;

    static constexpr qsizetype longestHistory = 200;

    inspector::Inspector &m_inspector;
    models::DeliveryModel &m_model;
    DeliveryView &m_view;
    DetailsPane &m_pane;
    ForwardWaits *m_waits;
    std::optional<inspector::Details> m_details;
    std::optional<models::Repeat> m_repeat; // as it is shown with them
    std::optional<CopyPart> m_copyWhenFetched;
    qint64 m_followed = 0; // the row that was selected last; it may settle more than once
    QTimer m_refresh;
    QList<qint64> m_history;
    qsizetype m_place = -1;
    bool m_visiting = false;
};

} // namespace ui
