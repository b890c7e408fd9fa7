// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/record.h"
#include "core/result.h"
#include "signature/schemebook.h"

#include <QHash>

namespace formats
{

// Takes from deliveries what is not for others to see. A value is replaced by the same placeholder
// wherever it comes again, so that what belongs together is still seen to. Of a JSON body all other
// bytes stay; a body that is neither JSON nor plain text cannot be looked into and is left out
// where something of bodies is to be hidden. A Content-Length follows the body.
class Redaction
{
public:
    // "header:NAME,json:/pointer,emails,names,signatures"; an error of kind Usage names what it
    // does not know. By `schemes` it knows where signatures stand.
    static core::Result<Redaction> read(const QString &rules, const signature::SchemeBook &schemes);

    bool isEmpty() const;
    capture::Record applied(const capture::Record &record);
    capture::Rejection applied(const capture::Rejection &rejection);

private:
    bool hidesBodies() const { return m_emails || m_names || !m_pointers.isEmpty(); }
    QByteArray placeholder(const QByteArray &kind, const QByteArray &value);
    QByteArray withoutEmails(const QByteArray &text);
    QString withoutEmails(const QString &text);
    QString eventText(const QString &text);
    QByteArray body(const QByteArray &text, const QList<QByteArray> &pointers);
    void hideFields(http::Fields &fields, const signature::Scheme *scheme);
    QByteArray withoutSignatures(const QByteArray &text, const QList<QByteArray> &names);
    void hideSignatures(http::Request &request, const signature::Scheme *scheme);

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
