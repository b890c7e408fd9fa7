// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/regex.h"

#include "json/utf8.h"

#include <QCoreApplication>

#include <algorithm>
#include <re2/re2.h>

namespace filter
{

using re2::RE2;

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("filter", text); }

re2::StringPiece piece(QByteArrayView text) { return {text.data(), size_t(text.size())}; }

bool isIn(const RE2 &expression, QByteArrayView text)
{
    return expression.Match(piece(text), 0, size_t(text.size()), RE2::UNANCHORED, nullptr, 0);
}

QByteArray quoted(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    return QByteArray::fromStdString(RE2::QuoteMeta(piece(utf8)));
}

// The first ")" that closes nothing; -1: there is none.
qsizetype strayParenthesis(QStringView pattern)
{
    int open = 0;
    qsizetype bracket = -1; // where the class began that we are in
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const QChar c = pattern[at];
        if (c == u'\\') {
            ++at;
        } else if (bracket >= 0) {
            const bool first
                = at == bracket + 1 || (at == bracket + 2 && pattern[bracket + 1] == u'^');
            if (c == u']' && !first)
                bracket = -1;
        } else if (c == u'[') {
            bracket = at;
        } else if (c == u'(') {
            ++open;
        } else if (c == u')' && --open < 0) {
            return at;
        }
    }
    return -1;
}

QString sentence(RE2::ErrorCode code)
{
    switch (code) {
    case RE2::ErrorBadEscape:
        return tr("There is nothing of this name behind a backslash; back references are not "
                  "supported.");
    case RE2::ErrorBadCharClass:
    case RE2::ErrorBadCharRange:
        return tr("This is no range of characters.");
    case RE2::ErrorMissingBracket:
        return tr("A “]” is missing.");
    case RE2::ErrorMissingParen:
        return tr("A “)” is missing.");
    case RE2::ErrorUnexpectedParen:
        return tr("There is no group for this “)” to close.");
    case RE2::ErrorTrailingBackslash:
        return tr("A character is missing after the backslash.");
    case RE2::ErrorRepeatArgument:
        return tr("There is nothing before this to repeat.");
    case RE2::ErrorRepeatSize:
        return tr("Counts go up to 1000, those in one another together, the smaller one first.");
    case RE2::ErrorRepeatOp:
        return tr("A quantifier cannot follow another one.");
    case RE2::ErrorBadPerlOp:
    case RE2::ErrorBadNamedCapture:
        return tr("Groups that look around are not supported.");
    case RE2::ErrorPatternTooLarge:
        return tr("The regular expression is too large.");
    case RE2::ErrorBadUTF8:
    case RE2::ErrorInternal:
    case RE2::NoError:
        break;
    }
    return tr("This is no regular expression.");
}

RegexFault faultOf(const RE2 &expression, QStringView pattern)
{
    const RE2::ErrorCode code = expression.error_code();
    RegexFault fault{.position = 0, .text = sentence(code)};
    if (code == RE2::ErrorMissingParen || code == RE2::ErrorTrailingBackslash)
        fault.position = pattern.size();
    else if (code == RE2::ErrorUnexpectedParen)
        fault.position = strayParenthesis(pattern);
    else if (code != RE2::ErrorPatternTooLarge)
        fault.position = pattern.indexOf(QString::fromStdString(expression.error_arg()));
    fault.position = std::max<qsizetype>(fault.position, 0);
    return fault;
}

} // namespace

Regex::Expression Regex::make(const QByteArray &pattern, bool folds)
{
    RE2::Options options;
    options.set_max_mem(mostMemory);
    options.set_log_errors(false);
    options.set_never_capture(true);
    options.set_case_sensitive(!folds);
    return std::make_shared<const RE2>(piece(pattern), options);
}

Regex::Compiled Regex::compile(QStringView pattern, bool folds)
{
    Expression expression = make(pattern.toUtf8(), folds);
    if (!expression->ok())
        return faultOf(*expression, pattern);
    return Regex(std::move(expression), true);
}

Regex Regex::literal(QStringView text, bool folds) { return {make(quoted(text), folds), false}; }

Regex Regex::wildcard(QStringView text, bool anywhere)
{
    QByteArray pattern = anywhere ? "" : "\\A";
    const auto pieces = text.split(u'*');
    for (qsizetype i = 0; i < pieces.size(); ++i)
        pattern += (i > 0 ? "\\C*" : "") + quoted(pieces[i]);
    if (!anywhere)
        pattern += "\\z";
    return {make(pattern, true), false};
}

// Where all that is asked for stands in the expression, a byte that is no UTF-8 is not it.
bool Regex::foundIn(QByteArrayView text) const
{
    if (isIn(*m_expression, text))
        return true;
    if (!m_takesAny || json::countBadUtf8(text) == 0)
        return false;
    return isIn(*m_expression, QString::fromUtf8(text).toUtf8());
}

} // namespace filter
