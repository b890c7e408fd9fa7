// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/schemeoptions.h"

#include "capture/store.h"
#include "core/filetrouble.h"
#include "resend/rewrite.h"
#include "signature/catalogue.h"
#include "signature/schemejson.h"

#include <QCoreApplication>
#include <QFile>

namespace commands
{

namespace
{

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text) { return QCoreApplication::translate("commands::Scheme", text); }

core::Result<signature::Scheme> schemeInFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return core::Error{core::ErrorKind::Environment, tr("Cannot read %1.").arg(path),
                           core::fileTrouble(file)};
    const auto scheme = signature::readScheme(file.read(signature::largestSchemeFile + 1));
    if (scheme)
        return *scheme;
    return core::Error{core::ErrorKind::Usage, tr("Cannot read the scheme in %1.").arg(path),
                       scheme.error().why + u'.'};
}

core::Result<std::optional<signature::Scheme>> ownScheme(const QString &id, const QString &store)
{
    const std::optional<signature::Scheme> none;
    if (!QFile::exists(store))
        return none;
    const auto opened = capture::Store::open(store, capture::Access::Read);
    if (!opened)
        return opened.error();
    const auto schemes = (*opened)->schemes();
    if (!schemes)
        return schemes.error();
    return schemes->isOwn(id) ? schemes->find(id) : none;
}

} // namespace

bool isSchemeFile(const QString &id) { return id.contains(u'/') || id.endsWith(".json"_L1); }

core::Result<signature::Scheme> schemeNamed(const QString &id, const QStringList &stores)
{
    if (isSchemeFile(id))
        return schemeInFile(id);
    std::optional<core::Error> unreadable;
    for (const QString &store : stores) {
        const auto own = ownScheme(id, store);
        if (!own)
            unreadable = unreadable.value_or(own.error());
        else if (*own)
            return **own;
    }
    if (const auto scheme = signature::schemeById(id))
        return *scheme;
    if (unreadable)
        return *unreadable;
    return core::Error{core::ErrorKind::Usage, tr("There is no scheme “%1”.").arg(id),
                       tr("“hookglass schemes” lists them.")};
}

static Option parameterOption()
{
    return {u"parameter"_s, u"NAME=VALUE"_s,
            tr("What the scheme needs of the receiver's own set-up; may be given several times.")};
}

QList<Option> sendingOptions()
{
    return {parameterOption(),
            {u"url"_s, u"URL"_s, tr("The public URL to sign, where it is another than URL.")}};
}

QList<Option> receiverOptions()
{
    return {
        parameterOption(),
        {u"url"_s, u"URL"_s,
         tr("The public URL as the sender knew it, for schemes that sign it; without it https, the "
            "Host and the target.")},
    };
}

core::Result<signature::Context> contextOf(const Options &options)
{
    signature::Context context{.url = options.text(u"url"_s).toUtf8()};
    if (options.has(u"url"_s) && !context.url.contains("://"))
        return core::Error{core::ErrorKind::Usage,
                           tr("--url does not take “%1”.").arg(options.text(u"url"_s)),
                           tr("It takes a whole URL, as https://example.com/hook.")};
    for (const Options::Given &given : options.given()) {
        if (given.name != "parameter"_L1)
            continue;
        const qsizetype equals = given.value.indexOf(u'=');
        if (equals < 1)
            return core::Error{core::ErrorKind::Usage,
                               tr("--parameter does not take “%1”.").arg(given.value),
                               tr("It takes NAME=VALUE.")};
        context.parameters.insert(given.value.first(equals).toUtf8(),
                                  given.value.sliced(equals + 1).toUtf8());
    }
    return context;
}

core::Result<signature::Context> sendingContext(const Options &options, const QUrl &url,
                                                const QByteArray &target)
{
    core::Result<signature::Context> context = contextOf(options);
    if (context && context->url.isEmpty())
        context->url = url.scheme().toLatin1() + "://" + resend::hostOf(url) + target;
    return context;
}

} // namespace commands
