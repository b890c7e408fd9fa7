// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/variablename.h"

#include <QStringList>

namespace snippets
{

namespace
{

using namespace Qt::Literals::StringLiterals;

// Words that are a variable of their own in the code or a keyword or module of one of the
// languages.
constexpr auto takenNames
    = "abs, abstract, address, age, all, and, any, args, arguments, array, as, assert, "
      "async, auto, await, base, base64, begin, block, body, body digest, bool, break, "
      "buffer, byte, bytes, case, catch, char, checked, class, const, context, continue, "
      "crypto, data, date, decimal, def, default, del, delete, der, dict, digest, do, "
      "double, echo, else, end, ensure, entries, entry, enum, err, eval, event, except, "
      "expected, export, extern, false, fault, fields, final, fixed, float, for, form, "
      "found, from, func, function, global, go, goto, hash, hashed, hashlib, header, "
      "headers, hex, hmac, http, i, if, import, in, int, interface, is, json, key, key "
      "text, known, lambda, len, let, list, lock, long, lower, mac, map, math, message, "
      "method, module, moment, n, name, namespace, new, next, nil, none, not, now, null, "
      "number, object, ok, one, operator, or, order, out, package, pair, pairs, params, "
      "parsed, pass, pem, print, private, public, query, raise, range, raw, re, record, "
      "ref, register, require, rescue, return, secret, select, self, set, sha1, sha256, "
      "short, signatures, signed, sorted, static, str, string, strings, struct, super, "
      "switch, template, text, this, throw, time, to, true, try, type, union, unless, "
      "unsafe, unsigned, until, url, url without query, using, value, var, verifier, void, "
      "while, with, x, yield, zone"_L1;

bool isTaken(const QString &name)
{
    static const QStringList all = QString(takenNames).split(u", "_s);
    return all.contains(name);
}

} // namespace

QString variableName(const QByteArray &from)
{
    QString words;
    for (const char c : from.toLower()) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            words += QLatin1Char(c);
        else if (!words.isEmpty() && !words.endsWith(u' '))
            words += u' ';
    }
    words = words.trimmed();
    if (words.startsWith("x "_L1))
        words.remove(0, 2);
    const bool odd = words.isEmpty() || words.front().isDigit();
    if (odd || isTaken(words))
        words = words.isEmpty() ? u"value text"_s : (odd ? u"value "_s : u"the "_s) + words;
    return words;
}

} // namespace snippets
