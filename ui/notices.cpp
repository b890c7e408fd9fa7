// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/notices.h"

#include "ui/messagebar.h"

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
    connect(&m_inspector, &Inspector::exported, this, [this](const QString &file, qint64 count) {
        m_bar.show(
            {.key = u"export"_s,
             .kind = Kind::Success,
             .title = tr("%n webhook(s) exported", nullptr, int(count)),
             .text = tr("Secrets are never exported. %1").arg(file),
             .choices = {{tr("Show in folder"), [this, file] { Q_EMIT folderWanted(file); }}},
             .seconds = 30});
    });
    connect(&m_inspector, &Inspector::exportFailed, this, [this](const core::Error &error) {
        m_bar.show(
            {.key = u"export"_s, .kind = Kind::Error, .title = error.what, .text = error.why});
    });
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
