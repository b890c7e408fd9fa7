// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "commands/secretoptions.h"

#include "commands/output.h"
#include "core/filetrouble.h"
#include "signature/derivedkey.h"
#include "signature/secretinput.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace commands
{

namespace
{

using namespace Qt::Literals::StringLiterals;

QString tr(const char *text) { return QCoreApplication::translate("commands::Secrets", text); }

// A secret as it was named on the command line.
struct Source {
    QString label;
    QString path;
};

// A path may hold an equals sign itself: a whole path that exists wins.
Source sourceOf(const QString &value)
{
    const qsizetype equals = value.indexOf(u'=');
    if (equals < 0 || QFileInfo::exists(value))
        return {QFileInfo(value).fileName(), value};
    const QString path = value.sliced(equals + 1);
    const QString label = value.first(equals);
    return {label.isEmpty() ? QFileInfo(path).fileName() : label, path};
}

core::Result<signature::SecretPtr> secretFrom(const QString &label, QByteArray &bytes)
{
    if (bytes.isEmpty())
        return core::Error{core::ErrorKind::Usage, tr("The secret “%1” is empty.").arg(label),
                           tr("An empty key would sign anything.")};
    return signature::Secret::take(label, bytes);
}

// Whether a text that hardly is a secret is just what the scheme wants.
bool isPublicKeyOf(const signature::Scheme *scheme) { return scheme && scheme->keyFormat; }

core::Result<signature::SecretPtr> fromFile(const QString &value, const signature::Scheme *scheme,
                                            QStringList &notices)
{
    const Source source = sourceOf(value);
    const QString what = tr("Cannot read the secret file %1.").arg(source.path);
    QFile file(source.path);
    // Unbuffered: no second copy of the key inside QFile.
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return core::Error{core::ErrorKind::Environment, what, core::fileTrouble(file)};
    QByteArray contents = file.read(signature::longestSecret + 3);
    if (file.error() != QFile::NoError)
        return core::Error{core::ErrorKind::Environment, what, core::fileTrouble(file)};
    signature::SecretInput input = signature::fromFile(contents);
    if (input.bytes.size() > signature::longestSecret) {
        signature::wipe(input.bytes);
        return core::Error{core::ErrorKind::Usage, what,
                           tr("It is longer than %1 bytes and hardly a signing secret.")
                               .arg(signature::longestSecret)};
    }
    for (const QString &sentence : input.removed)
        notices.append(u"%1: %2"_s.arg(source.path, sentence));
    if (!input.warning.isEmpty() && !isPublicKeyOf(scheme))
        notices.append(u"%1: %2"_s.arg(source.path, input.warning));
    return secretFrom(source.label, input.bytes);
}

core::Result<signature::SecretPtr> fromVariable(const QString &name)
{
    const QByteArray variable = name.toLocal8Bit();
    if (!qEnvironmentVariableIsSet(variable.constData()))
        return core::Error{
            core::ErrorKind::Usage, tr("There is no environment variable “%1”.").arg(name), {}};
    QByteArray value = qgetenv(variable.constData());
    return secretFrom(name, value);
}

} // namespace

QList<Option> secretOptions()
{
    return {
        {u"secret-file"_s, u"[LABEL=]FILE"_s,
         tr("Reads a signing secret from FILE; may be given several times.")},
        {u"secret-env"_s, u"VAR"_s,
         tr("Takes a signing secret from the environment variable VAR; may be given several "
            "times.")},
    };
}

core::Result<GivenSecrets> givenSecrets(const Options &options, const signature::Scheme *scheme)
{
    GivenSecrets all;
    for (const Options::Given &given : options.given()) {
        if (given.name != "secret-file"_L1 && given.name != "secret-env"_L1)
            continue;
        const auto secret = given.name == "secret-file"_L1
            ? fromFile(given.value, scheme, all.notices)
            : fromVariable(given.value);
        if (!secret)
            return secret.error();
        if (const core::Status fits
            = scheme ? signature::checkSecret(*scheme, (*secret)->bytes()) : core::Done();
            !fits)
            return core::Error{
                core::ErrorKind::Usage,
                tr("The secret “%1” cannot be one of %2.").arg((*secret)->label(), scheme->name),
                fits.error().why};
        all.secrets.push_back(*secret);
    }
    return all;
}

core::Result<signature::Secrets> readSecrets(const Options &options,
                                             const signature::Scheme *scheme)
{
    const auto all = givenSecrets(options, scheme);
    if (!all)
        return all.error();
    for (const QString &notice : all->notices)
        say(notice);
    return all->secrets;
}

} // namespace commands
