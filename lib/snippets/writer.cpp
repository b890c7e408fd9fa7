// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/writer.h"

#include "signature/schemewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace snippets
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("snippets::Writer", text); }

constexpr qsizetype longestComment = 96;

// Nothing of a name may end the comment: no end of a line, no PHP's "?>", no escape, which Java
// reads in comments too.
QString oneLine(QString text)
{
    for (QChar &c : text) {
        if (!c.isPrint() || isUnseen(c) || c == u'\\' || c == u'?')
            c = u' ';
    }
    return text.simplified();
}

bool isOfBody(const Place &place)
{
    return place.source == Source::Form || place.source == Source::Json;
}

QString writtenUnseen(QChar c, Unseen unseen)
{
    if (unseen == Unseen::CodePoint)
        return u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0'));
    QString octets;
    for (const char octet : QString(c).toUtf8())
        octets += u"\\%1"_s.arg(uint(uchar(octet)), 3, 8, QChar(u'0'));
    return octets;
}

} // namespace

core::Result<QString> Writer::write()
{
    open();
    QList<Variable> json;
    for (const Variable &value : m_recipe.values) {
        if (value.place.source == Source::Json)
            json.append(value);
    }
    if (m_recipe.places.constFirst().source == Source::Json)
        json.append({u"signature"_s, m_recipe.places.constFirst()});
    if (!json.isEmpty())
        readJson(json);
    QStringList names{derivesKey() ? u"key"_s : u"secret"_s};
    if (derivesKey())
        makeKey();
    for (const Variable &value : m_recipe.values) {
        names.append(value.name);
        if (value.place.source != Source::Json)
            assign(value.name, at(value.place));
    }
    if (hasSeveral())
        readSignatures();
    else if (m_recipe.places.constFirst().source != Source::Json)
        assign(u"signature"_s, at(m_recipe.places.constFirst()));
    for (const Pick &one : m_recipe.picks) {
        names.append(one.name);
        pick(one);
    }
    refuseEmpty(names);
    for (const Demand &one : m_recipe.demands)
        demand(one);
    if (!m_recipe.time.isEmpty())
        judgeAge();
    if (!m_recipe.bodyDigest.isEmpty())
        compareBodyDigest();
    line({});
    compare();
    if (m_why.isEmpty())
        return whole();
    return core::Error{core::ErrorKind::Usage, {}, m_why};
}

void Writer::line(const QString &text)
{
    m_lines.append(text.isEmpty() ? text : m_step.repeated(m_depth) + text);
}

void Writer::need(const QString &import)
{
    if (!m_imports.contains(import))
        m_imports.append(import);
}

void Writer::refuse(const QString &why)
{
    if (m_why.isEmpty())
        m_why = why;
}

QStringList Writer::imports() const
{
    QStringList sorted = m_imports;
    sorted.sort();
    return sorted;
}

QString Writer::explanation(const QString &comment) const
{
    QStringList sentences{tr("Whether a webhook of %1 is genuine.").arg(oneLine(m_recipe.scheme))};
    sentences.append(aboutBody());
    if (m_recipe.needsUrl)
        sentences.append(tr("`url` is the public URL, exactly as the sender calls it."));
    if (m_recipe.keyFormat)
        sentences.append(tr("`secret` is the sender's public key."));
    if (m_recipe.time.isEmpty())
        sentences.append(
            tr("Its age is not checked: nothing here keeps an old webhook from being sent "
               "again."));
    QStringList lines;
    QString current = comment;
    for (const QString &word : sentences.join(u' ').split(u' ')) {
        if (current.size() + 1 + word.size() > longestComment && current != comment) {
            lines.append(current);
            current = comment;
        }
        current += u' ' + word;
    }
    lines.append(current);
    return lines.join(u'\n') + u'\n';
}

QString Writer::aboutBody() const
{
    if (m_recipe.coversBody)
        return tr("`body` is the raw body, byte for byte as received: JSON that was parsed and "
                  "written anew has other bytes.");
    const auto isSigned = [&](const Variable &value) {
        const auto holds = [&](const Piece &piece) { return piece.name == value.name; };
        return isOfBody(value.place)
            && std::any_of(m_recipe.message.begin(), m_recipe.message.end(), holds);
    };
    return std::any_of(m_recipe.values.begin(), m_recipe.values.end(), isSigned)
        ? tr("Of the body only values that are read here are signed: nothing here tells whether "
             "the rest was altered.")
        : tr("The body is not signed: nothing here tells whether it was altered.");
}

QList<Run> Writer::runs() const
{
    QList<Run> all;
    for (const Piece &piece : m_recipe.message) {
        const bool body = piece.kind == Piece::Kind::Body;
        if (all.isEmpty() || body || all.constLast().body)
            all.append(Run{.body = body});
        if (!body)
            all.last().texts.append(piece);
    }
    return all;
}

QString Writer::limit() const
{
    const qint64 seconds = m_recipe.age.tolerance.value_or(0);
    return QString::number(m_recipe.age.unit == Unit::Milliseconds ? seconds * 1000 : seconds);
}

bool Writer::usesBody() const
{
    const auto whole = [](const Piece &piece) {
        return piece.kind == Piece::Kind::Body || piece.kind == Piece::Kind::FormSorted;
    };
    return !m_recipe.bodyDigest.isEmpty()
        || std::any_of(m_recipe.message.begin(), m_recipe.message.end(), whole)
        || std::any_of(m_recipe.places.begin(), m_recipe.places.end(), isOfBody)
        || std::any_of(m_recipe.values.begin(), m_recipe.values.end(),
                       [](const Variable &value) { return isOfBody(value.place); });
}

QString Writer::messageName() const
{
    const bool bare
        = m_recipe.message.size() == 1 && m_recipe.message.constFirst().kind == Piece::Kind::Body;
    return bare ? u"body"_s : u"message"_s;
}

bool Writer::isHex() const
{
    const bool digest = m_recipe.type == Type::Hmac || m_recipe.type == Type::KeyedDigest;
    return digest && m_recipe.encoding == Encoding::Hex;
}

bool Writer::derivesKey() const
{
    return !m_recipe.key.prefix.isEmpty() || m_recipe.key.reading != KeyRecipe::Reading::Text;
}

QString Writer::collection() const
{
    return m_recipe.holding == Holding::Entries ? u"entries"_s : u"signatures"_s;
}

QString camelCase(const QString &words)
{
    QString result;
    for (const QString &word : words.split(u' '))
        result += result.isEmpty() ? word : word.first(1).toUpper() + word.sliced(1);
    return result;
}

QString snakeCase(const QString &words) { return QString(words).replace(u' ', u'_'); }

bool isUnseen(QChar c)
{
    const QChar::Category category = c.category();
    return category == QChar::Other_Control || category == QChar::Other_Format
        || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

QString escaped(const QByteArray &text, QStringView more, Unseen unseen)
{
    QString result;
    for (const QChar c : QString::fromUtf8(text)) {
        if (c == u'\n')
            result += "\\n"_L1;
        else if (c == u'\r')
            result += "\\r"_L1;
        else if (c == u'\t')
            result += "\\t"_L1;
        else if (c == u'\\' || more.contains(c))
            result += u'\\' + QString(c);
        else if (isUnseen(c))
            result += writtenUnseen(c, unseen);
        else
            result += c;
    }
    return result;
}

QString quoted(const QByteArray &text, QStringView more, Unseen unseen)
{
    return u'"' + escaped(text, QString(u'"' + more.toString()), unseen) + u'"';
}

QByteArrayList pointerTokens(const QByteArray &pointer)
{
    QByteArrayList tokens = pointer.sliced(1).split('/');
    for (QByteArray &token : tokens)
        token.replace("~1", "/").replace("~0", "~");
    return tokens;
}

QString lowerName(Hash hash) { return QString::fromLatin1(signature::token(hash)); }

} // namespace snippets
