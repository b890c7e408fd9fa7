// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace ui
{

// How fast many webhooks go out: one of the usual paces, or a rate of one's own beside it.
class PaceBox : public QWidget
{
    Q_OBJECT

public:
    explicit PaceBox(QWidget *parent = nullptr);
    ~PaceBox() override;

    // As Pace::number; `rate` is offered once a rate of one's own is chosen.
    void setPace(double pace, double rate);
    double pace() const;
    double rate() const; // of one's own, whether or not it is chosen
    bool isOwnRate() const;
    QString words() const; // of what is chosen

Q_SIGNALS:
    void changed();

private:
    void addRate();
    void follow();
    void tellLimit(const QString &sentence); // empty: what is typed is within

    QComboBox *m_choice;
    QDoubleSpinBox *m_rate;
    QLabel *m_limit;
    double m_typed = 0; // as rate, 0: what stands there was not typed
    int m_own = 0; // where in the choice a rate of one's own stands
};

} // namespace ui
