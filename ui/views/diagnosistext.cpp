// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/diagnosistext.h"

#include "ui/shownbytes.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui
{

using signature::Certainty;
using signature::Diagnosis;

namespace
{

class DiagnosisText
{
    Q_DECLARE_TR_FUNCTIONS(ui::DiagnosisText)
};

QString inside(const QString &sentence) { return sentence.left(1).toLower() + sentence.mid(1); }

QString quoted(QByteArrayView text, qsizetype at, qsizetype length)
{
    constexpr qsizetype longest = 24;
    const QString shown = shownBytes(text.sliced(at, std::min(length, longest)));
    return length > longest ? shown + u'…' : shown;
}

} // namespace

bool isSeen(const Diagnosis &diagnosis)
{
    return diagnosis.certainty == Certainty::Hint
        && diagnosis.causes == QList{signature::Cause::HeaderMissing};
}

QString certaintyWord(const Diagnosis &diagnosis)
{
    if (diagnosis.right)
        return DiagnosisText::tr("The right value");
    if (isSeen(diagnosis))
        return DiagnosisText::tr("Seen in the request");
    switch (diagnosis.certainty) {
    case Certainty::Proof:
        return DiagnosisText::tr("Proven cause");
    case Certainty::Hint:
        return DiagnosisText::tr("Only a hint");
    case Certainty::None:
        return DiagnosisText::tr("No cause found");
    }
    Q_UNREACHABLE();
}

QString causeSentence(const Diagnosis &diagnosis)
{
    if (diagnosis.causes.isEmpty() || diagnosis.certainty == Certainty::None || isSeen(diagnosis))
        return {};
    QString sentence = signature::title(diagnosis.causes.first());
    for (qsizetype row = 1; row < diagnosis.causes.size(); ++row)
        sentence = DiagnosisText::tr("%1, and %2")
                       .arg(sentence, inside(signature::title(diagnosis.causes[row])));
    return diagnosis.certainty == Certainty::Proof
        ? DiagnosisText::tr("%1.").arg(sentence)
        : DiagnosisText::tr("Perhaps %1.").arg(inside(sentence));
}

QString differenceSentence(const Diagnosis &diagnosis)
{
    if (diagnosis.differences.isEmpty())
        return {};
    const signature::Difference &first = diagnosis.differences.first();
    const QString here = quoted(diagnosis.expectedText, first.at, first.length);
    const QString there = quoted(diagnosis.fittingText, first.fittingAt, first.fittingLength);
    const QString place = QLocale().toString(first.at + 1);
    const QString sentence = first.fittingLength == 0
        ? DiagnosisText::tr("At byte %1 the text that fits lacks “%2”.").arg(place, here)
        : first.length == 0
        ? DiagnosisText::tr("At byte %1 the text that fits has “%2” besides.").arg(place, there)
        : DiagnosisText::tr("At byte %1 the text that fits has “%2” instead of “%3”.")
              .arg(place, there, here);
    const auto more = int(diagnosis.differences.size() - 1);
    return more == 0 ? sentence
                     : DiagnosisText::tr("%1 (%n more difference(s))", nullptr, more).arg(sentence);
}

} // namespace ui
