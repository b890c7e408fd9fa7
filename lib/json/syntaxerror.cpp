// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "json/syntaxerror.h"

#include "json/index.h"
#include "json/utf8.h"

#include <QCoreApplication>
#include <QLocale>

namespace json
{

namespace
{

QString sentence(Fault fault)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("json", text); };
    switch (fault) {
    case Fault::Empty:
        return tr("there is no value");
    case Fault::EndsEarly:
        return tr("the text ends before the value does");
    case Fault::ValueExpected:
        return tr("a value is expected");
    case Fault::KeyExpected:
        return tr("a key in double quotes is expected");
    case Fault::ColonExpected:
        return tr("a colon is expected");
    case Fault::CommaExpected:
        return tr("a comma is expected");
    case Fault::GoesOn:
        return tr("the text goes on after the value");
    case Fault::UnknownWord:
        return tr("only true, false and null are words of JSON");
    case Fault::DigitExpected:
        return tr("a digit is expected");
    case Fault::LeadingZero:
        return tr("a number cannot begin with a zero");
    case Fault::UnclosedString:
        return tr("this string is not closed");
    case Fault::ControlCharacter:
        return tr("a control character in a string must be escaped");
    case Fault::UnknownEscape:
        return tr("JSON has no such escape");
    case Fault::HexExpected:
        return tr("four hexadecimal digits are expected after \\u");
    case Fault::BadUtf8:
        return tr("these bytes are not UTF-8");
    case Fault::TooDeep:
        return tr("there are more than %1 levels").arg(QLocale().toString(maximumDepth));
    case Fault::TooLarge:
        return tr("the text is too large");
    }
    Q_UNREACHABLE();
}

bool endsLine(QByteArrayView text, qsizetype at)
{
    const bool lineFeedFollows = at + 1 < text.size() && text[at + 1] == '\n';
    return text[at] == '\n' || (text[at] == '\r' && !lineFeedFollows);
}

} // namespace

SyntaxError errorAt(QByteArrayView text, qsizetype offset, Fault fault)
{
    SyntaxError error{.fault = fault, .offset = offset};
    qsizetype lineStart = 0;
    for (qsizetype at = 0; at < offset; ++at) {
        if (endsLine(text, at)) {
            ++error.line;
            lineStart = at + 1;
        }
    }
    for (qsizetype at = lineStart; at < offset; ++error.column)
        at += std::abs(utf8Length(text.sliced(at)));
    return error;
}

QString describe(const SyntaxError &error)
{
    const QLocale locale;
    return QCoreApplication::translate("json", "line %1, column %2: %3")
        .arg(locale.toString(error.line), locale.toString(error.column), sentence(error.fault));
}

} // namespace json
