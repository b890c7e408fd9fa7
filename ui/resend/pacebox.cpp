// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/pacebox.h"

#include "ui/resend/pace.h"
#include "ui/sendingsettings.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>

namespace ui
{

namespace
{

// Shows "2" and "2.5", where the usual one would fill up with zeros.
class RateBox : public QDoubleSpinBox
{
public:
    using QDoubleSpinBox::QDoubleSpinBox;

    QString textFromValue(double value) const override
    {
        return locale()
            .toString(value, 'f', QLocale::FloatingPointShortest)
            .remove(locale().groupSeparator());
    }
};

} // namespace

PaceBox::PaceBox(QWidget *parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
    , m_rate(new RateBox(this))
{
    for (const Pace &pace : paces()) {
        m_choice->addItem(pace.words, pace.number);
        if (pace.number >= 0)
            m_own = m_choice->count();
    }
    m_choice->insertItem(m_own, tr("Another rate…"));
    m_choice->setAccessibleName(tr("Pace"));
    m_rate->setAccessibleName(tr("Webhooks per second"));
    m_rate->setAlignment(Qt::AlignRight);
    m_rate->setDecimals(2);
    m_rate->setRange(slowestRate, fastestRate);
    m_rate->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_rate->setSuffix(tr(" per second"));
    m_rate->setKeyboardTracking(false);
    setFocusProxy(m_choice);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_choice, 1);
    row->addWidget(m_rate);
    const SendingSettings usual;
    setPace(usual.pace, usual.rate);
    m_rate->setVisible(isOwnRate());
    connect(m_choice, &QComboBox::currentIndexChanged, this, &PaceBox::follow);
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, &PaceBox::changed);
}

void PaceBox::setPace(double pace, double rate)
{
    const int usual = m_choice->findData(pace);
    const bool own = usual < 0 && pace > 0;
    m_rate->setValue(own ? pace : rate);
    m_choice->setCurrentIndex(own ? m_own : std::max(0, usual));
}

double PaceBox::pace() const { return isOwnRate() ? rate() : m_choice->currentData().toDouble(); }

double PaceBox::rate() const { return m_rate->value(); }

bool PaceBox::isOwnRate() const { return m_choice->currentIndex() == m_own; }

QString PaceBox::words() const
{
    return isOwnRate() ? rateInWords(rate()) : m_choice->currentText();
}

void PaceBox::follow()
{
    m_rate->setVisible(isOwnRate());
    Q_EMIT changed();
}

} // namespace ui
