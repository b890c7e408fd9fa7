// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/pacebox.h"

#include "ui/dialogs/labels.h"
#include "ui/resend/pace.h"
#include "ui/sendingsettings.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <optional>

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

    // A number beyond the limits may be typed, rather than lose its last digits without a word.
    QValidator::State validate(QString &text, int &pos) const override
    {
        const QValidator::State state = QDoubleSpinBox::validate(text, pos);
        return state == QValidator::Invalid && isBeyond(typed(text)) ? QValidator::Intermediate
                                                                     : state;
    }

    // Such a one becomes the limit once it is typed.
    void fixup(QString &text) const override
    {
        const std::optional<double> number = typed(text);
        if (!isBeyond(number))
            return QDoubleSpinBox::fixup(text);
        text = textFromValue(std::clamp(*number, minimum(), maximum())) + suffix();
    }

    std::optional<double> typed(QString text) const
    {
        if (text.endsWith(suffix()))
            text.chop(suffix().size());
        bool isNumber = false;
        const double number = locale().toDouble(text.trimmed(), &isNumber);
        return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
    }

    QLineEdit &line() const { return *lineEdit(); }

private:
    bool isBeyond(const std::optional<double> &number) const
    {
        return number && *number >= 0 && (*number < minimum() || *number > maximum());
    }
};

} // namespace

PaceBox::PaceBox(QWidget *parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
    , m_limit(problemLabel())
{
    for (const Pace &pace : paces()) {
        m_choice->addItem(pace.words, pace.number);
        if (pace.number >= 0)
            m_own = m_choice->count();
    }
    m_choice->insertItem(m_own, tr("Another rate…"));
    m_choice->setAccessibleName(tr("Pace"));
    addRate();
    setFocusProxy(m_choice);
    auto *row = new QHBoxLayout;
    row->addWidget(m_choice, 1);
    row->addWidget(m_rate);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_limit);
    const SendingSettings usual;
    setPace(usual.pace, usual.rate);
    m_rate->setVisible(isOwnRate());
    connect(m_choice, &QComboBox::currentIndexChanged, this, &PaceBox::follow);
    connect(m_rate, &QDoubleSpinBox::valueChanged, this, &PaceBox::changed);
}

// A field that goes with the focus says that its editing is finished.
PaceBox::~PaceBox() { m_rate->disconnect(this); }

void PaceBox::addRate()
{
    auto *rate = new RateBox(this);
    m_rate = rate;
    rate->setAccessibleName(tr("Webhooks per second"));
    rate->setAlignment(Qt::AlignRight);
    rate->setDecimals(2);
    rate->setRange(slowestRate, fastestRate);
    rate->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    rate->setSuffix(tr(" per second"));
    rate->setKeyboardTracking(false);
    connect(&rate->line(), &QLineEdit::textEdited, this, [this, rate](const QString &text) {
        m_typed = rate->typed(text).value_or(0);
        tellLimit(m_typed > fastestRate ? tr("At most %L1 per second.").arg(fastestRate)
                                        : QString());
    });
    connect(rate, &QDoubleSpinBox::editingFinished, this, [this] {
        if (m_typed > 0 && m_typed < slowestRate) // before, more digits may come
            tellLimit(tr("At least %L1 per second.").arg(slowestRate));
        m_typed = 0;
    });
    connect(rate, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        if (value > slowestRate && value < fastestRate)
            tellLimit({});
    });
}

void PaceBox::tellLimit(const QString &sentence)
{
    setProblem(m_limit, sentence);
    m_rate->setAccessibleDescription(sentence);
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
    tellLimit({});
    Q_EMIT changed();
}

} // namespace ui
