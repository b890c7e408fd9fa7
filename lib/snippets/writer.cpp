// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "snippets/writer.h"

#include "signature/schemewords.h"

#include <QCoreApplication>

namespace snippets
{

using namespace signature;
using namespace Qt::Literals::StringLiterals;

namespace
{

QString tr(const char *text) { return QCoreApplication::translate("snippets::Writer", text); }

constexpr qsizetype longestComment = 96;

// A comment ends with its line: nothing of a name may break that.
QString oneLine(QString text)
{
    for (QChar &c : text) {
        if (!c.isPrint() || c.category() == QChar::Separator_Line
            || c.category() == QChar::Separator_Paragraph)
            c = u' ';
    }
    return text.simplified();
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
    if (usesBody())
        sentences.append(tr("`body` is the raw body, byte for byte as received: JSON that was "
                            "parsed and written anew has other bytes."));
    else
        sentences.append(tr("The body is not signed: nothing here tells whether it was altered."));
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

bool Writer::usesBody() const { return m_lines.join(u' ').contains("body"_L1); }

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

// What may turn out empty though the secret is not.
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

QString escaped(const QByteArray &text, QStringView more)
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
        else
            result += c;
    }
    return result;
}

QString quoted(const QByteArray &text, QStringView more)
{
    return u'"' + escaped(text, QString(u'"' + more.toString())) + u'"';
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
