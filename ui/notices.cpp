// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/notices.h"

#include "ui/messagebar.h"

#include <utility>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using inspector::Inspector;
using Kind = Message::Kind;

Notices::Notices(Inspector &inspector, MessageBar &bar)
    : QObject(&bar)
    , m_inspector(inspector)
    , m_bar(bar)
{
    connectListener();
    connectStore();
    connectFiles();
}

void Notices::connectFiles()
{
    connect(&m_inspector, &Inspector::keychainUnavailable, this, &Notices::tellKeychain);
    connect(&m_inspector, &Inspector::secretsChanged, this, [this] {
        if (!m_inspector.secretFacts().isEmpty())
            m_bar.dismiss(u"first"_s); // it may ask for one
    });
    connect(&m_inspector, &Inspector::importProgressed, this, &Notices::tellImporting);
    connect(&m_inspector, &Inspector::imported, this, &Notices::tellImported);
}

void Notices::tellExported(const QString &target, qint64 count)
{
    m_bar.show(
        {.key = u"export"_s,
         .kind = Kind::Success,
         .title = tr("%n webhook(s) exported", nullptr, int(count)),
         .text = tr("%1 · Signing secrets are never exported.").arg(target),
         .choices = {{tr("Show in folder"), [this, target] { Q_EMIT folderWanted(target); }}},
         .seconds = 30});
}

void Notices::tellImporting(const inspector::ImportSummary &soFar)
{
    const QString text
        = tr("%1 · %L2 so far").arg(soFar.file).arg(soFar.deliveries + soFar.rejections);
    if (std::exchange(m_importing, true))
        return m_bar.setText(u"import"_s, text);
    m_bar.show({.key = u"import"_s,
                .title = tr("Importing"),
                .text = text,
                .choices = {{tr("Cancel"), [this] { m_inspector.cancelImport(); }}},
                .closable = false});
}

// "2 files could not be read: a.png, b.txt."; of many the first ones are named.
static QString filesText(const QStringList &files)
{
    constexpr qsizetype mostNamed = 3;
    QString names = files.mid(0, mostNamed).join(u", "_s);
    if (const qsizetype rest = files.size() - mostNamed; rest > 0)
        names = Notices::tr("%1 and %n more", nullptr, int(rest)).arg(names);
    return Notices::tr("%n file(s) could not be read: %1.", nullptr, int(files.size())).arg(names);
}

// What came in stays, whatever happened to the rest.
void Notices::tellImported(const inspector::ImportSummary &summary)
{
    m_importing = false;
    const bool whole
        = summary.wrong == 0 && summary.files.isEmpty() && !summary.broken && !summary.cancelled;
    QStringList sentences;
    if (summary.rejections > 0)
        sentences
            += tr("And %n request(s) that had been refused.", nullptr, int(summary.rejections));
    if (summary.cancelled)
        sentences += tr("You stopped it; the rest is not here.");
    if (summary.wrong > 0)
        sentences
            += tr("Lines and entries left out because they are wrong: %L1.").arg(summary.wrong);
    if (!summary.files.isEmpty())
        sentences += filesText(summary.files);
    else if (summary.broken)
        sentences += tr("Not everything could be read.");
    if (summary.altered > 0)
        sentences += tr("%n body(s) were changed after the export.", nullptr, int(summary.altered));
    if (whole)
        sentences += tr("Signatures were judged anew.");
    m_bar.dismiss(u"import"_s); // its choice was to cancel
    const bool nothing = summary.deliveries == 0 && summary.rejections == 0;
    if (nothing && summary.named.size() == 1) // why is all there is to say
        return m_bar.show({.key = u"import"_s,
                           .kind = Kind::Warning,
                           .title = tr("Nothing was imported"),
                           .text = summary.named.first()});
    m_bar.show({.key = u"import"_s,
                .kind = whole ? Kind::Success : Kind::Warning,
                .title = tr("%n webhook(s) imported", nullptr, int(summary.deliveries)),
                .text = sentences.join(u' '),
                .details = summary.named.join(u'\n'),
                .seconds = whole ? 30 : 0});
}

void Notices::setOverloaded(bool overloaded)
{
    if (!overloaded)
        return m_bar.dismiss(u"overload"_s);
    m_bar.show({.key = u"overload"_s,
                .kind = Kind::Info,
                .title = tr("Webhooks arrive faster than they can be shown"),
                .text = tr("All are stored. The list updates twice a second."),
                .closable = false});
}

} // namespace ui
