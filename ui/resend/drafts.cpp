// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/drafts.h"

#include "inspector/inspector.h"
#include "resend/targettrust.h"
#include "tls/privatefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui
{

namespace
{

const QString format = u"hookglass.draft/1"_s;
constexpr qint64 largestFile = 2 * Drafts::largestBody; // Base64 and headers

// In the order of the enumerations.
const QStringList signatureWords{u"keep"_s, u"again"_s, u"wrong"_s, u"none"_s};
const QStringList timeWords{u"now"_s, u"keep"_s, u"shift"_s, u"none"_s};

QString tr(const char *text) { return QCoreApplication::translate("ui::Drafts", text); }

QJsonObject objectOf(const Draft &draft)
{
    QJsonArray fields;
    for (const auto &[field, goes, forced] : draft.fields) {
        QJsonArray entry{QString::fromLatin1(field.name), QString::fromLatin1(field.value)};
        if (!goes || forced)
            entry.append(goes);
        if (forced)
            entry.append(QString::fromLatin1(*forced));
        fields.append(entry);
    }
    QJsonObject object{
        {u"method"_s, QString::fromLatin1(draft.method)},
        {u"fields"_s, fields},
        {u"target"_s, draft.target.url},
        {u"authority"_s, draft.target.authorityFile},
        {u"pin"_s, draft.target.pin},
        {u"checked"_s, draft.target.checkCertificate},
        {u"signature"_s, signatureWords[int(draft.signing.signature)]},
        {u"time"_s, timeWords[int(draft.signing.time)]},
        {u"shift"_s, draft.signing.shift},
        {u"secret"_s, draft.signing.secret},
    };
    if (draft.body)
        object.insert(u"body"_s, QString::fromLatin1(draft.body->toBase64()));
    if (!draft.testCase.isEmpty())
        object.insert(u"case"_s, QString::fromLatin1(draft.testCase));
    if (draft.began)
        object.insert(u"began"_s,
                      QJsonObject{{u"case"_s, QString::fromLatin1(draft.began->id)},
                                  {u"signing"_s, draft.began->signing},
                                  {u"secret"_s, draft.began->secret},
                                  {u"ready"_s, draft.began->ready}});
    return object;
}

std::optional<BeganAs> beganOf(const QJsonValue &value)
{
    if (!value.isObject())
        return {};
    return BeganAs{.id = value[u"case"_s].toString().toLatin1(),
                   .signing = value[u"signing"_s].toString(),
                   .secret = value[u"secret"_s].toString(),
                   .ready = value[u"ready"_s].toBool()};
}

QList<models::EditedField> fieldsOf(const QJsonArray &array)
{
    QList<models::EditedField> fields;
    for (const QJsonValue &value : array) {
        // Name, value, false where it is left out, and what is forced in place of the value.
        const QJsonArray entry = value.toArray();
        models::EditedField field{{entry[0].toString().toLatin1(), entry[1].toString().toLatin1()},
                                  entry[2].toBool(true)};
        if (entry[3].isString())
            field.forced = entry[3].toString().toLatin1();
        fields.append(field);
    }
    return fields;
}

Draft draftOf(const QJsonObject &object)
{
    const qsizetype signature = signatureWords.indexOf(object[u"signature"_s].toString());
    const qsizetype time = timeWords.indexOf(object[u"time"_s].toString());
    Draft draft{.method = object[u"method"_s].toString().toLatin1(),
                .fields = fieldsOf(object[u"fields"_s].toArray()),
                .target = {.url = object[u"target"_s].toString(),
                           .authorityFile = object[u"authority"_s].toString(),
                           .pin = resend::pinOf(object[u"pin"_s].toString()),
                           .checkCertificate = object[u"checked"_s].toBool(true)},
                .signing = {.signature = signature < 0 ? resend::SignatureChoice::Keep
                                                       : resend::SignatureChoice(signature),
                            .time = time < 0 ? SigningTime::Keep : SigningTime(time),
                            .shift = object[u"shift"_s].toInteger(),
                            .secret = object[u"secret"_s].toString()},
                .began = beganOf(object[u"began"_s]),
                .testCase = object[u"case"_s].toString().toLatin1()};
    if (const QJsonValue body = object[u"body"_s]; body.isString())
        draft.body = QByteArray::fromBase64(body.toString().toLatin1());
    return draft;
}

} // namespace

bool sameEdits(Draft a, const Draft &b)
{
    a.target = b.target;
    return a == b;
}

void followSecrets(Draft &draft, const SigningChoices &before, const SigningChoices &now)
{
    if (draft.signing == before)
        draft.signing = now;
    else if (draft.signing.secret == before.secret)
        draft.signing.secret = now.secret;
}

// The store's id comes out of a file that anybody may have made, so it is no part of a name.
Drafts::Drafts(QString folder, const QString &storeId)
    : m_folder(std::move(folder))
    , m_prefix(
          QString::fromLatin1(QCryptographicHash::hash(storeId.toUtf8(), QCryptographicHash::Sha256)
                                  .toHex()
                                  .first(24))
          + u'-')
{
}

Drafts::Drafts(const inspector::Inspector &inspector)
    : Drafts(inspector.places().dataFolder + u"/drafts"_s,
             inspector.store() ? inspector.store()->id : QString())
{
}

QString Drafts::fileOf(qint64 id) const
{
    return u"%1/%2%3.json"_s.arg(m_folder, m_prefix, QString::number(id));
}

std::optional<Drafts::Kept> Drafts::read(qint64 id, qint64 receivedAt) const
{
    QFile file(fileOf(id));
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    if (object[u"format"_s].toString() != format
        || object[u"receivedAt"_s].toInteger() != receivedAt)
        return {};
    return Kept{.draft = draftOf(object), .at = object[u"keptAt"_s].toInteger()};
}

core::Status Drafts::keep(qint64 id, qint64 receivedAt, const Kept &kept) const
{
    if (kept.draft.body && kept.draft.body->size() > largestBody)
        return core::Error{core::ErrorKind::Environment, tr("The draft is not kept."),
                           tr("Its body is too large.")};
    QJsonObject object = objectOf(kept.draft);
    object.insert(u"format"_s, format);
    object.insert(u"receivedAt"_s, receivedAt);
    object.insert(u"keptAt"_s, kept.at);
    if (const core::Status made = tls::makePrivateFolder(m_folder); !made)
        return made.error();
    const core::Status written
        = tls::writePrivateFile(fileOf(id), QJsonDocument(object).toJson(QJsonDocument::Compact));
    dropOldest();
    return written;
}

void Drafts::discard(qint64 id) const { QFile::remove(fileOf(id)); }

QList<qint64> Drafts::ids() const
{
    QList<qint64> ids;
    const QStringList files = QDir(m_folder).entryList({m_prefix + u"*.json"_s}, QDir::Files);
    for (const QString &file : files) {
        bool number = false;
        const qint64 id = QStringView(file).sliced(m_prefix.size()).chopped(5).toLongLong(&number);
        if (number)
            ids.append(id);
    }
    return ids;
}

void Drafts::dropOldest() const
{
    const QStringList files
        = QDir(m_folder).entryList({u"*.json"_s}, QDir::Files, QDir::Time); // newest first
    for (const QString &file : files.mid(mostDrafts))
        QFile::remove(m_folder + u'/' + file);
}

} // namespace ui
