// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/rejection.h"
#include "signature/diagnosis.h"
#include "ui/tokens.h"

#include <QFrame>

class QLabel;
class QHBoxLayout;
class QVBoxLayout;

namespace ui
{

class LinkButton;
class SentenceLabel;
struct CheckedSignature;

// The two verdicts on a delivery, in words, with what explains them; or why there is no delivery.
class VerdictFrame : public QFrame
{
    Q_OBJECT

public:
    explicit VerdictFrame(QWidget *parent = nullptr);

    // `history` says what was judged before; usually empty.
    void showVerdict(const CheckedSignature &checked, const QString &history);
    void showRejection(const capture::Rejection &rejection);
    void showDiagnosis(const std::optional<signature::Diagnosis> &diagnosis); // after showVerdict()

    QString text() const; // all of it, as a screen reader says it

Q_SIGNALS:
    void secretWanted();
    void valuesWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QHBoxLayout *buildLinks();
    void setColours(Ink ground, Ink edge);
    void showIcons();
    void showSignature(const signature::Verdict &verdict, const QString &sentence);
    void showFreshness(const signature::Verdict &verdict, const QString &sentence);
    void showLinks(const CheckedSignature &checked);
    void showRemark(const signature::Evidence &evidence);

    Ink m_ground = &Tokens::window;
    Ink m_edge = &Tokens::line;
    QString m_signatureGlyph;
    QString m_freshnessGlyph;
    Ink m_signatureInk = &Tokens::muted;
    Ink m_freshnessInk = &Tokens::muted;

    QLabel *m_signatureIcon;
    SentenceLabel *m_title;
    QLabel *m_sentence;
    SentenceLabel *m_cause; // of the diagnosis
    QLabel *m_remark; // what a right signature does not say
    QLabel *m_history;
    QWidget *m_links;
    LinkButton *m_secretLink;
    LinkButton *m_valuesLink;
    QWidget *m_line;
    QLabel *m_freshnessIcon;
    SentenceLabel *m_freshness;
};

} // namespace ui
