// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/diagnosisbox.h"

#include "ui/buttontext.h"
#include "ui/icons.h"
#include "ui/shownbytes.h"
#include "ui/views/diagnosistext.h"

#include <QAccessible>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using signature::Certainty;
using signature::Diagnosis;

namespace
{

constexpr int glyphSize = 14;
constexpr int pad = 8;
constexpr int bar = 4; // at a proof's edge

struct Dress {
    QString glyph;
    Ink ink; // of badge and bar
    Ink ground;
    Ink edge;
};

Dress dressOf(DiagnosisBox::Look look)
{
    using Look = DiagnosisBox::Look;
    switch (look) {
    case Look::Proof:
        return {u"check"_s, &Tokens::accent, &Tokens::infoPanel, &Tokens::infoEdge};
    case Look::Hint:
        return {u"help"_s, &Tokens::muted, &Tokens::base, &Tokens::muted};
    case Look::Nothing:
        return {u"search"_s, &Tokens::muted, &Tokens::base, &Tokens::line};
    case Look::Right:
        return {u"check"_s, &Tokens::verified, &Tokens::goodPanel, &Tokens::goodEdge};
    }
    Q_UNREACHABLE();
}

DiagnosisBox::Look lookOf(const Diagnosis &diagnosis)
{
    if (diagnosis.right)
        return DiagnosisBox::Look::Right;
    if (isSeen(diagnosis)) // neither the tick of a proof nor the question mark of a hint
        return DiagnosisBox::Look::Nothing;
    switch (diagnosis.certainty) {
    case Certainty::Proof:
        return DiagnosisBox::Look::Proof;
    case Certainty::Hint:
        return DiagnosisBox::Look::Hint;
    case Certainty::None:
        return DiagnosisBox::Look::Nothing;
    }
    Q_UNREACHABLE();
}

bool isSolid(DiagnosisBox::Look look)
{
    return look == DiagnosisBox::Look::Proof || look == DiagnosisBox::Look::Right;
}

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

// The certainty's word: filled for what is sure, an empty outline for what is not.
class DiagnosisBox::Badge : public QWidget
{
public:
    using QWidget::QWidget;

    void setWord(const QString &word, Look look)
    {
        m_word = word;
        m_look = look;
        QFont bold = parentWidget()->font();
        bold.setWeight(QFont::DemiBold);
        setFont(bold);
        setFixedSize(glyphSize + 3 * pad + fontMetrics().horizontalAdvance(word),
                     std::max(glyphSize, fontMetrics().height()) + 4);
        update();
    }
    const QString &word() const { return m_word; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &look = tokens(palette());
        const Dress dress = dressOf(m_look);
        const bool solid = isSolid(m_look);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(look.*dress.ink, 1, solid ? Qt::SolidLine : Qt::DashLine));
        painter.setBrush(solid ? QBrush(look.*dress.ink) : QBrush(Qt::NoBrush));
        const qreal round = solid ? 3 : height() / 2.0;
        if (m_look != Look::Nothing)
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), round, round);
        const Ink ink = solid ? &Tokens::onAccent : dress.ink;
        icon(dress.glyph, ink)
            .paint(&painter, QRect(pad, (height() - glyphSize) / 2, glyphSize, glyphSize));
        painter.setPen(solid ? look.onAccent : look.text);
        painter.drawText(rect().adjusted(glyphSize + pad + pad / 2, 0, 0, 0),
                         Qt::AlignVCenter | Qt::AlignLeft, m_word);
    }

private:
    QString m_word;
    Look m_look = Look::Nothing;
};

DiagnosisBox::DiagnosisBox(QWidget *parent)
    : QFrame(parent)
    , m_badge(new Badge(this))
    , m_cause(wrapped(this))
    , m_detail(wrapped(this))
    , m_remedy(wrapped(this))
    , m_fix(new QPushButton(this))
{
    build();
}

void DiagnosisBox::build()
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_cause->setFont(bold);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(bar + 10, 9, 12, 10);
    column->setSpacing(5);
    column->addWidget(m_badge, 0, Qt::AlignLeft);
    column->addWidget(m_cause);
    column->addWidget(m_detail);
    column->addWidget(m_remedy);
    column->addWidget(m_fix, 0, Qt::AlignLeft);
    m_fix->setIcon(icon(u"check"_s));
    connect(m_fix, &QPushButton::clicked, this, &DiagnosisBox::fixWanted);
}

void DiagnosisBox::show(const Diagnosis &diagnosis, const std::optional<Fix> &fix)
{
    m_look = lookOf(diagnosis);
    m_badge->setWord(certaintyWord(diagnosis), m_look);
    say(m_cause, causeSentence(diagnosis));
    say(m_detail, shownText(diagnosis.detail));
    say(m_remedy,
        diagnosis.remedy.isEmpty() ? QString()
                                   : tr("What to do: %1").arg(shownText(diagnosis.remedy)));
    m_fix->setText(fix ? buttonText(labelOf(*fix)) : QString());
    m_fix->setToolTip(fix ? shownBytes(fix->url) : QString());
    m_fix->setVisible(fix.has_value());
    setAccessibleName(text());
    QAccessibleEvent changed(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&changed);
    setVisible(true);
    update();
}

QString DiagnosisBox::text() const
{
    QStringList parts{m_badge->word()};
    for (const QLabel *label : {m_cause, m_detail, m_remedy}) {
        if (!label->text().isEmpty())
            parts += label->text();
    }
    return parts.join(u'\n');
}

void DiagnosisBox::paintEvent(QPaintEvent *)
{
    const Tokens &look = tokens(palette());
    const Dress dress = dressOf(m_look);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(look.*dress.edge, 1, m_look == Look::Hint ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(look.*dress.ground);
    painter.drawRoundedRect(frame, 4, 4);
    if (isSolid(m_look))
        painter.fillRect(QRectF(1, 3, bar, height() - 6), look.*dress.ink);
}

} // namespace ui
