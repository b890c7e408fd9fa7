// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "signature/hypotheses/received.h"

#include "signature/hypotheses/formtext.h"
#include "signature/receivedsignatures.h"

#include <QCoreApplication>

#include <algorithm>

namespace signature
{

namespace
{

constexpr qsizetype longestText = 4096;
constexpr qsizetype shortestText = 11; // of what stands for eight bytes in Base64

bool isNameCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
        || c == '-';
}

class Collector
{
    Q_DECLARE_TR_FUNCTIONS(signature::Received)

public:
    void add(QByteArrayView text, std::optional<Cause> cause = {}, const QString &clause = {})
    {
        const bool known = std::any_of(m_all.begin(), m_all.end(), [text](const ReceivedText &one) {
            return one.text == text;
        });
        if (!known && text.size() >= shortestText && text.size() <= longestText
            && m_all.size() < mostReceivedTexts)
            m_all.append({text.toByteArray(), cause, clause});
    }

    // What is left of it without what does not belong to a value.
    void addBare(const QByteArray &text)
    {
        const auto format = [this](QByteArrayView changed, const QString &clause) {
            add(changed, Cause::SignatureFormat, clause);
        };
        format(text.trimmed(), tr("the value is read without the white space around it"));
        for (const char *quotes : {"\"\"", "''", "b''", "b\"\"", "<>", "{}", "[]"}) {
            const auto size = qsizetype(qstrlen(quotes));
            const QByteArrayView opening(quotes, size - 1);
            if (text.size() > size && text.startsWith(opening) && text.endsWith(quotes[size - 1]))
                format(QByteArrayView(text).sliced(size - 1).chopped(1),
                       tr("the value is read without the quotes around it"));
        }
        const qsizetype mark = prefixLength(text);
        if (mark > 0)
            format(QByteArrayView(text).sliced(mark).trimmed(),
                   tr("the value is read without “%1” in front of it")
                       .arg(QString::fromLatin1(text.first(mark))));
        format(percentDecoded(text, false), tr("the value is percent-decoded"));
        format(QByteArray(text).replace(' ', '+'), tr("the value has “+” where spaces stand"));
        QByteArray joined = text;
        for (const char *space : {" ", "\t", "\r", "\n", "\\n", "\\r"})
            joined.replace(space, "");
        format(joined, tr("the value is read without the white space inside it"));
    }

    // Several values in one text.
    void addEntries(const QByteArray &text)
    {
        for (const char separator : {',', ';', ' '}) {
            const auto entries = text.split(separator);
            for (qsizetype row = 0; row < entries.size() && entries.size() > 1; ++row)
                addEntry(entries[row].trimmed(), entries[0].trimmed(), row);
        }
    }

    void addLater(const QByteArray &text)
    {
        add(text, Cause::RotatedKey, tr("another signature than the first one is taken"));
    }

    QList<ReceivedText> all() const { return m_all; }

private:
    // "v1=", "sha256=", "v1,", "HMAC "; 0 without one.
    static qsizetype prefixLength(QByteArrayView text)
    {
        qsizetype at = 0;
        while (at < text.size() && at < 24 && isNameCharacter(text[at]))
            ++at;
        const bool mark = at > 0 && at + shortestText < text.size()
            && (text[at] == '=' || text[at] == ',' || text[at] == ':' || text[at] == ' ');
        return mark ? at + 1 : 0;
    }

    void addEntry(const QByteArray &entry, const QByteArray &first, qsizetype row)
    {
        const qsizetype mark = prefixLength(entry);
        const bool sameKind = entry.first(mark) == first.first(std::min(mark, first.size()))
            && prefixLength(first) == mark;
        const QByteArray value = entry.sliced(mark);
        if (row > 0 && sameKind && first.size() - mark >= shortestText)
            addLater(value);
        else
            add(value, Cause::SignatureFormat, tr("the value is taken out of the text around it"));
    }

    QList<ReceivedText> m_all;
};

QByteArray withoutPrefix(const QByteArray &text, const QByteArray &prefix)
{
    return !prefix.isEmpty() && text.startsWith(prefix) ? text.sliced(prefix.size()) : text;
}

void addOwn(Collector &collector, const Question &question)
{
    const QByteArray text = question.computed.trimmed();
    collector.add(withoutPrefix(text, question.scheme.form.prefix));
    collector.addBare(text);
    collector.addEntries(text);
}

void addSent(Collector &collector, const Question &question)
{
    RequestValues values(question.request, question.scheme, question.context);
    const ReceivedSignatures received = readSignatures(question.scheme, values);
    for (const SignatureGroup &group : received.groups) {
        for (const QByteArrayView text : group.signatures)
            collector.add(text);
    }
    for (const Place &place : question.scheme.signature) {
        if (place.source != Source::Header)
            continue;
        qsizetype row = 0;
        for (const http::Field &field : question.request.fields) {
            if (!http::sameName(field.name, place.name))
                continue;
            const QByteArray bare = withoutPrefix(field.value, question.scheme.form.prefix);
            if (row++ > 0)
                collector.addLater(bare);
            collector.addEntries(bare);
            collector.addBare(bare);
            collector.addBare(field.value);
        }
    }
}

} // namespace

QList<ReceivedText> receivedTexts(const Question &question)
{
    Collector collector;
    if (question.origin == Origin::OwnCode)
        addOwn(collector, question);
    else
        addSent(collector, question);
    return collector.all();
}

} // namespace signature
