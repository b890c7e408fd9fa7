// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/verifier.h"

#include <QScrollArea>

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui
{

class CodeView;
class SentenceLabel;
class ValueBox;

// How a signature was checked: both values, the signed text, and what went into it.
class SignatureView : public QScrollArea
{
    Q_OBJECT

public:
    static constexpr qsizetype shownSignedText = 64 * 1024; // bytes

    explicit SignatureView(QWidget *parent = nullptr);

    void showEvidence(const signature::Verdict &verdict, const signature::Evidence &evidence);
    void clear();

public Q_SLOTS:
    void copySignedText();
    void askToCopyComputed(); // warns first: the value acts as a valid signature

Q_SIGNALS:
    void secretWanted();
    void message(const QString &text);

private:
    void build();
    void buildValues(QVBoxLayout *column);
    void buildFacts(QVBoxLayout *column);
    void buildSignedText(QVBoxLayout *column);
    QLabel *addFact(QGridLayout *grid, const QString &name);
    void showValues();
    void showFacts();
    void showSignedText();
    QString missingComputed() const;
    QString lengthFact() const;

    signature::Verdict m_verdict;
    signature::Evidence m_evidence;

    SentenceLabel *m_sentence;
    ValueBox *m_received;
    ValueBox *m_computed;
    QLabel *m_noComputed;
    QPushButton *m_copyComputed;
    QPushButton *m_addSecret;
    QLabel *m_algorithm;
    QLabel *m_secret;
    QLabel *m_length;
    QLabel *m_parts;
    QWidget *m_signedBox;
    CodeView *m_signedText;
    QPushButton *m_copySigned;
};

} // namespace ui
