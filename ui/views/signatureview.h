// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/fix.h"
#include "ui/views/checkedsignature.h"

#include <QScrollArea>

namespace ui
{

class DiagnosisView;
class NoteBox;
class OwnCodeView;
class SentenceLabel;
class SignatureFacts;
class SignatureValues;
class SignedTextView;

// How a signature was checked, and where it does not fit, why: asks for the cause by itself.
class SignatureView : public QScrollArea
{
    Q_OBJECT

public:
    explicit SignatureView(QWidget *parent = nullptr);

    void show(const CheckedSignature &checked); // the same again: asks nothing anew
    void clear();
    void tellFixed(const QString &done); // stands until another delivery is shown; empty: no more
    void showCause(); // which stands at the top
    std::optional<signature::Diagnosis> diagnosis() const; // once it is known

Q_SIGNALS:
    void diagnosed();
    void fixWanted(const ui::Fix &fix);
    void secretWanted();
    void codeWanted();
    void message(const QString &text);

private:
    void build();
    void connectParts();
    signature::Question question() const;
    bool asksWhy() const;
    void askWhy(const CheckedSignature &before);
    void takeDiagnosis(const signature::Diagnosis &diagnosis);

    CheckedSignature m_checked;

    SentenceLabel *m_sentence;
    NoteBox *m_fixed;
    DiagnosisView *m_diagnosis;
    SignatureValues *m_values;
    OwnCodeView *m_ownCode;
    SignatureFacts *m_facts;
    SignedTextView *m_signedText;
};

} // namespace ui
