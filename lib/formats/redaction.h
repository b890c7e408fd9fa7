// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/record.h"
#include "core/result.h"
#include "json/document.h"
#include "signature/formdata.h"
#include "signature/schemebook.h"

#include <QHash>
#include <QSet>

namespace formats
{

// Whether a header of that name carries a credential, as Authorization and Cookie do.
bool isCredential(const QByteArray &name);

// Takes from deliveries what is not for others to see. A value is replaced by the same placeholder
// wherever it comes again, so that what belongs together is still seen to. Of a JSON body all other
// bytes stay, and so they do of a form; JSON in a text or a field of theirs is looked into as well.
// What cannot be looked into is left out: bytes that are no text where something of bodies is to be
// hidden, and where that is found by its name, whatever is neither whole JSON nor a form. A
// Content-Length follows the body.
class Redaction
{
public:
    // "header:NAME,json:/pointer,emails,names,signatures"; an error of kind Usage names what it
    // does not know. By `schemes` it knows where signatures stand.
    static core::Result<Redaction> read(const QString &rules, const signature::SchemeBook &schemes);

    bool isEmpty() const;
    bool hidesSignatures() const { return m_signatures; } // and credentials
    capture::Record applied(const capture::Record &record);
    capture::Rejection applied(const capture::Rejection &rejection);

private:
    // Where in JSON something is to be hidden, by JSON pointers.
    struct Places {
        QList<QByteArray> pointers;
        QByteArray array;
        QList<QByteArray> inElements; // of that array, from each on
        QList<QByteArray> fields; // of forms

        bool isEmpty() const { return pointers.isEmpty() && inElements.isEmpty(); }
    };

    bool hidesBodies() const { return m_emails || m_names || !m_pointers.isEmpty(); }
    QByteArray placeholder(const QByteArray &kind, const QByteArray &value);
    QByteArray withoutEmails(const QByteArray &text);
    QString withoutEmails(const QString &text);
    QString eventText(const QString &text);
    Places placesOf(const signature::Scheme *scheme) const;
    QByteArray body(const http::Fields &fields, const QByteArray &bytes, const Places &places);
    static QSet<json::Document::Node> hiddenNodes(const json::Document &document,
                                                  const Places &places);
    QByteArray json(const json::Document &document, const Places &places);
    QByteArray nested(const QByteArray &text, const Places &places);
    QByteArray formBody(const QByteArray &text, const Places &places);
    QByteArray multipartBody(const QByteArray &bytes, const QList<signature::FormPart> &parts,
                             const Places &places);
    QByteArray field(const QByteArray &name, const QByteArray &value, const Places &places);
    bool isSignature(const QByteArray &parameter, const QList<QByteArray> &names) const;
    void hideFields(http::Fields &fields, const signature::Scheme *scheme);
    QByteArray withoutSignatures(const QByteArray &text, const QList<QByteArray> &names);

    QList<QByteArray> m_headers;
    QList<QByteArray> m_pointers;
    bool m_emails = false;
    bool m_names = false;
    bool m_signatures = false;
    signature::SchemeBook m_schemes;
    QHash<QByteArray, QByteArray> m_placeholders; // by kind and value
    QHash<QByteArray, qint64> m_counts; // by kind
};

} // namespace formats
