// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/fieldlines.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

constexpr qsizetype mostFields = 64;
constexpr qsizetype longestLine = 8 * 1024;

class FieldLine
{
    Q_DECLARE_TR_FUNCTIONS(ui::FieldLine)

public:
    FieldLine(int number, const QString &line)
        : m_number(number)
        , m_name(line.section(u':', 0, 0).trimmed().toUtf8())
        , m_value(line.section(u':', 1).trimmed().toUtf8())
        , m_hasColon(line.contains(u':'))
        , m_length(line.size())
    {
    }

    http::Field field() const { return {m_name, m_value}; }

    QString problem() const // empty: none
    {
        if (!m_hasColon || m_name.isEmpty())
            return tr("Line %1 is not of the form “Name: value”.").arg(m_number);
        if (!std::all_of(m_name.begin(), m_name.end(), isTokenCharacter))
            return tr("Line %1 has a character in its name that no header may have.").arg(m_number);
        if (std::any_of(m_value.begin(), m_value.end(), isControl))
            return tr("Line %1 has a control character.").arg(m_number);
        if (m_length > longestLine)
            return tr("Line %1 is longer than 8 KB.").arg(m_number);
        if (isOwn(m_name))
            return tr("Line %1: %2 is set by the app.")
                .arg(m_number)
                .arg(QString::fromLatin1(m_name));
        return {};
    }

    static QString tooMany() { return tr("There are more than %1 headers.").arg(mostFields); }

private:
    // RFC 9110, 5.6.2.
    static bool isTokenCharacter(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    }

    static bool isControl(char c) { return (uchar(c) < 0x20 && c != '\t') || c == 0x7F; }

    static bool isOwn(const QByteArray &name)
    {
        return http::sameName(name, "Content-Length") || http::sameName(name, "Transfer-Encoding")
            || http::sameName(name, "Connection") || http::sameName(name, "Date");
    }

    int m_number;
    QByteArray m_name;
    QByteArray m_value;
    bool m_hasColon;
    qsizetype m_length;
};

} // namespace

QString textFromFields(const http::Fields &fields)
{
    QStringList lines;
    for (const auto &field : fields)
        lines.append(QString::fromUtf8(field.name + ": " + field.value));
    return lines.join(u'\n');
}

core::Result<http::Fields> fieldsFromText(const QString &text)
{
    const auto fail
        = [](const QString &why) { return core::Error{core::ErrorKind::Usage, {}, why}; };
    http::Fields fields;
    int number = 0;
    for (const auto &line : text.split(u'\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const FieldLine parsed(number, line);
        if (const auto problem = parsed.problem(); !problem.isEmpty())
            return fail(problem);
        fields.append(parsed.field());
    }
    if (fields.size() > mostFields)
        return fail(FieldLine::tooMany());
    return fields;
}

} // namespace ui
