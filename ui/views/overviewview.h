// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"
#include "models/repeat.h"

#include <QScrollArea>
#include <QTimer>

class QGridLayout;
class QLabel;

namespace ui
{

// What is known around the request: connection, times, our answer, and how it was judged over time.
class OverviewView : public QScrollArea
{
    Q_OBJECT

public:
    explicit OverviewView(QWidget *parent = nullptr);

    void show(const inspector::Details &details, const std::optional<models::Repeat> &repeat = {});
    void clear();
    QString text() const; // of all facts, a line each

Q_SIGNALS:
    void rowWanted(qint64 id);
    void compareWanted(qint64 id); // with the one that is shown

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Fact {
        QString name; // empty: the value goes on below the one before
        QString value;
        bool wire = false; // in the fixed font
        bool ticks = false; // the age, told anew each second
        qint64 row = 0; // id; the value is a link that leads there
        bool compares = false; // or compares with it
    };
    using Facts = QList<Fact>;

    static Facts importFacts(const capture::Import &import);
    static Facts connectionFacts(const capture::Delivery &delivery);
    static Facts timeFacts(const capture::Delivery &delivery);
    static Facts repeatFacts(const models::Repeat &repeat);
    static Facts oddityFacts(const inspector::Details &details);
    static Facts answerFacts(const inspector::Details &details);
    static Facts verdictFacts(const inspector::Details &details);
    static Facts rejectionFacts(const capture::Rejection &rejection);

    void addSection(const QString &title, const Facts &facts);
    QWidget *makeValue(const Fact &fact, QWidget *page);
    void tellAge();

    QGridLayout *m_grid = nullptr;
    QLabel *m_age = nullptr;
    qint64 m_sentAt = 0; // seconds; when nothing says so, the arrival
    QTimer m_clock;
};

} // namespace ui
