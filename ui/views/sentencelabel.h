// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/tokens.h"

#include <QTextLayout>
#include <QWidget>

namespace ui
{

// " — no stored secret matches.": what follows a word and a dash begins in lower case, unless with
// a name. Empty for an empty sentence.
QString goingOn(const QString &sentence);

// A sentence that wraps, with its first words in bold and a colour of their own. Plain text in any
// case: what stands in it may come from a sender.
class SentenceLabel : public QWidget
{
    Q_OBJECT

public:
    explicit SentenceLabel(QWidget *parent = nullptr);

    void setSentence(const QString &lead, const QString &rest, Ink ink);
    QString text() const { return m_lead + m_rest; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qreal layOut(QTextLayout &layout, qreal width) const;

    QString m_lead;
    QString m_rest;
    Ink m_ink = &Tokens::text;
};

} // namespace ui
