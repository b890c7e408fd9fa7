// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/messagetemplate.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace signature
{

namespace
{

struct Word {
    Filter filter;
    QByteArrayView text;
};

constexpr std::array words{
    Word{Filter::Lower, "lower"},
    Word{Filter::Trim, "trim"},
    Word{Filter::Optional, "opt"},
    Word{Filter::NonEmpty, "nonempty"},
    Word{Filter::Sha256Hex, "sha256hex"},
    Word{Filter::Sha256Base64, "sha256b64"},
    Word{Filter::Crc32, "crc32"},
    Word{Filter::JsonSorted, "json_sorted"},
    Word{Filter::EscapeQuery, "escape_query"},
    Word{Filter::EncodeUri, "encode_uri"},
};

// Reads from the left to the right; the first fault ends it.
class TemplateParser
{
    Q_DECLARE_TR_FUNCTIONS(signature::MessageTemplate)

public:
    explicit TemplateParser(const QByteArray &text)
        : m_text(text)
    {
        m_result.text = text;
    }

    core::Result<MessageTemplate> parse()
    {
        if (m_text.size() > longestTemplate)
            return fault(tr("longer than %1 bytes").arg(longestTemplate));
        while (m_at < m_text.size()) {
            if (const QString why = step(); !why.isEmpty())
                return fault(why);
        }
        if (m_group >= 0)
            return fault(tr("“[[” is not closed"));
        if (m_result.segments.size() > mostSegments)
            return fault(tr("more than %1 parts").arg(mostSegments));
        return m_result;
    }

private:
    static core::Error fault(const QString &why)
    {
        return {core::ErrorKind::Usage, tr("Cannot read the message template."), why};
    }

    // Each returns what is wrong, empty: nothing.
    QString step();
    QString openGroup();
    QString closeGroup();
    QString takeSource();
    QString readSource(QByteArrayView inside);
    QString readListed(Segment &segment, const QList<QByteArrayView> &words);
    void addLiteral(QByteArrayView text);

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_group = -1;
    int m_groups = 0;
    MessageTemplate m_result;
};

QString TemplateParser::step()
{
    const QByteArrayView rest = m_text.sliced(m_at);
    if (rest.startsWith("[["))
        return openGroup();
    if (rest.startsWith("]]"))
        return closeGroup();
    if (rest.startsWith('{'))
        return takeSource();
    if (rest.startsWith('}'))
        return tr("“}” closes nothing");
    const auto end = std::find_if(rest.begin() + 1, rest.end(), [](char c) {
        return c == '{' || c == '}' || c == '[' || c == ']';
    });
    addLiteral(rest.first(end - rest.begin()));
    return {};
}

QString TemplateParser::openGroup()
{
    if (m_group >= 0)
        return tr("“[[” stands inside another");
    m_group = m_groups++;
    m_at += 2;
    return {};
}

QString TemplateParser::closeGroup()
{
    if (m_group < 0)
        return tr("“]]” closes nothing");
    m_group = -1;
    m_at += 2;
    return {};
}

QString TemplateParser::takeSource()
{
    const qsizetype close = m_text.indexOf('}', m_at);
    if (close < 0)
        return tr("“{” is not closed");
    const QByteArrayView inside = m_text.sliced(m_at + 1, close - m_at - 1);
    m_at = close + 1;
    return readSource(inside);
}

QList<QByteArrayView> split(QByteArrayView text)
{
    QList<QByteArrayView> parts;
    for (qsizetype bar = text.indexOf('|'); bar >= 0; bar = text.indexOf('|')) {
        parts.append(text.first(bar));
        text = text.sliced(bar + 1);
    }
    parts.append(text);
    return parts;
}

QString TemplateParser::readSource(QByteArrayView inside)
{
    const QList<QByteArrayView> parts = split(inside);
    const auto place = placeFromText(parts.first());
    if (!place)
        return tr("unknown source “%1”").arg(QString::fromUtf8(parts.first()));
    Segment segment{.place = *place, .group = m_group};
    if (place->source == Source::ListedHeaders) {
        if (const QString why = readListed(segment, parts); !why.isEmpty())
            return why;
    } else {
        for (const QByteArrayView part : parts.sliced(1)) {
            const auto found = std::find_if(words.begin(), words.end(),
                                            [&](const Word &word) { return word.text == part; });
            if (found == words.end())
                return tr("unknown filter “%1”").arg(QString::fromUtf8(part));
            segment.filters.append(found->filter);
        }
    }
    m_result.segments.append(segment);
    return {};
}

// {headers_listed_in:PLACE|JOINT} or {headers_listed_in:PLACE|JOINT|PAIRING}
QString TemplateParser::readListed(Segment &segment, const QList<QByteArrayView> &parts)
{
    const auto list = placeFromText(segment.place.name);
    if (!list || list->source == Source::ListedHeaders)
        return tr("unknown source “%1”").arg(QString::fromUtf8(segment.place.name));
    if (parts.size() < 2 || parts.size() > 3)
        return tr("“headers_listed_in” takes what joins the values and what stands behind a name");
    segment.list = *list;
    segment.joint = parts[1].toByteArray();
    segment.pairing = parts.value(2).toByteArray();
    return {};
}

// Neighbours become one, so that a lone bracket costs nothing.
void TemplateParser::addLiteral(QByteArrayView text)
{
    m_at += text.size();
    QList<Segment> &segments = m_result.segments;
    if (!segments.isEmpty() && segments.last().place.source == Source::Literal
        && segments.last().group == m_group) {
        segments.last().place.name += text;
        return;
    }
    segments.append({.place = {Source::Literal, text.toByteArray()}, .group = m_group});
}

} // namespace

bool MessageTemplate::uses(Source source) const
{
    return std::any_of(segments.begin(), segments.end(),
                       [&](const Segment &segment) { return segment.place.source == source; });
}

core::Result<MessageTemplate> parseTemplate(const QByteArray &text)
{
    return TemplateParser(text).parse();
}

QByteArray word(Filter filter)
{
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const Word &word) { return word.filter == filter; });
    return found->text.toByteArray();
}

} // namespace signature
