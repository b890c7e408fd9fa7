// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayList>

namespace signature
{

enum class Encoding : quint8 { Hex, Base64, Base64Url }; // hex in any case, the others canonical
enum class Form : quint8 { Plain, KeyValue, TagList, List, Pairs, Base64Json };

// How the signature's place holds one signature or more.
struct SignatureForm {
    Form form = Form::Plain;
    QByteArray prefix; // Plain: must stand in front
    QByteArray separator; // between entries; spaces around them do not count
    QByteArray key; // KeyValue: of the entries that are signatures
    QByteArray groupSeparator; // KeyValue: between groups, each with fields of its own
    bool quoted = false; // KeyValue: values may stand in double quotes
    QByteArray tag; // TagList: of the entries that are signatures
    QByteArray tagSeparator;
    QByteArrayList positional; // List: names of the entries in front of the signatures
    QByteArray pairSeparator; // Pairs: the signature stands behind it
    QByteArray pointer; // Base64Json: to the signature

    bool operator==(const SignatureForm &) const = default;
};

} // namespace signature
