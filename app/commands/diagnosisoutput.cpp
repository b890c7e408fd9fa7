// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/diagnosisoutput.h"

#include "json/writer.h"

#include <QCoreApplication>

namespace commands
{

namespace
{

using namespace Qt::Literals::StringLiterals;
using signature::Certainty;
using signature::Diagnosis;

QString tr(const char *text) { return QCoreApplication::translate("commands::Diagnosis", text); }

QString causesOf(const Diagnosis &diagnosis)
{
    QStringList words;
    for (const signature::Cause cause : diagnosis.causes)
        words.append(signature::word(cause));
    return words.join(u" + "_s);
}

void writeCauses(json::Writer &writer, const Diagnosis &diagnosis)
{
    writer.name("cause");
    if (diagnosis.causes.size() == 1) {
        writer.string(QStringView(signature::word(diagnosis.causes.first())));
        return;
    }
    writer.beginArray();
    for (const signature::Cause cause : diagnosis.causes)
        writer.string(QStringView(signature::word(cause)));
    writer.endArray();
}

} // namespace

QList<Option> diagnosisOptions()
{
    return {
        {u"diagnose"_s, {}, tr("Looks for the cause when a signature does not fit.")},
        {u"computed"_s, u"VALUE"_s,
         tr("Explains the value that your own code computed for the delivery instead of the "
            "sender's; includes --diagnose.")},
    };
}

QByteArray withDiagnosis(const QByteArray &line, const Diagnosis &diagnosis)
{
    QByteArray value = "null";
    if (diagnosis.certainty != Certainty::None) {
        json::Writer writer;
        writer.beginObject();
        writeCauses(writer, diagnosis);
        writer.name("kind").string(
            QByteArrayView(diagnosis.certainty == Certainty::Proof ? "proof" : "hint"));
        writer.name("detail").string(QStringView(diagnosis.detail));
        writer.name("fix").string(QStringView(diagnosis.remedy));
        writer.name("tried").number(diagnosis.tried);
        writer.endObject();
        value = writer.text();
    }
    const qsizetype end = line.lastIndexOf('}');
    return line.first(end) + ",\"diagnosis\":" + value + line.sliced(end);
}

QStringList diagnosisLines(const Diagnosis &diagnosis)
{
    QStringList lines;
    if (diagnosis.certainty == Certainty::Proof)
        lines.append(tr("Proven (%1): %2").arg(causesOf(diagnosis), diagnosis.detail));
    else if (diagnosis.causes == QList{signature::Cause::HeaderMissing})
        lines.append(tr("Seen (%1): %2").arg(causesOf(diagnosis), diagnosis.detail)); // no guess
    else if (diagnosis.certainty == Certainty::Hint)
        lines.append(tr("Only a hint (%1): %2").arg(causesOf(diagnosis), diagnosis.detail));
    else
        lines.append(diagnosis.detail);
    if (!diagnosis.remedy.isEmpty())
        lines.append(tr("To do: %1").arg(diagnosis.remedy));
    if (diagnosis.certainty != Certainty::Proof && diagnosis.tried > 1)
        lines.append(tr("%1 digests were tried.").arg(diagnosis.tried));
    if (diagnosis.stopped)
        lines.append(tr("The body is too large to try everything."));
    for (QString &line : lines)
        line.prepend(u"    "_s);
    return lines;
}

} // namespace commands
