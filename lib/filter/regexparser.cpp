// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/regexparser.h"

#include <QCoreApplication>
#include <QList>

namespace filter
{

namespace
{

using Kind = RegexNode::Kind;

constexpr int deepest = 50;
constexpr int mostRepeats = 1000;

QString tr(const char *text) { return QCoreApplication::translate("filter", text); }

RegexNode single(const CodePointSet &set) { return {.kind = Kind::Set, .set = set}; }

class Reader
{
public:
    Reader(QStringView pattern, bool folds)
        : m_text(pattern.toUcs4())
        , m_folds(folds)
    {
    }

    RegexRead read()
    {
        RegexNode node = choice(0);
        if (!m_fault && !atEnd())
            fail(tr("There is no group for this “)” to close."));
        return {.node = std::move(node), .fault = std::move(m_fault)};
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    bool at(char32_t wanted) const { return !atEnd() && m_text[m_at] == wanted; }
    bool take(char32_t wanted)
    {
        const bool there = at(wanted);
        m_at += there;
        return there;
    }
    void fail(const QString &text)
    {
        if (m_fault)
            return;
        qsizetype place = 0;
        for (qsizetype i = 0; i < std::min(m_at, m_text.size()); ++i)
            place += m_text[i] > 0xFFFF ? 2 : 1;
        m_fault = RegexFault{.position = place, .text = text};
        m_at = m_text.size();
    }
    CodePointSet cased(const CodePointSet &set) const { return m_folds ? set.folded() : set; }

    RegexNode choice(int depth)
    {
        RegexNode node{.kind = Kind::Choice};
        do {
            node.parts.push_back(sequence(depth));
        } while (take('|'));
        return node.parts.size() == 1 ? std::move(node.parts.front()) : node;
    }

    RegexNode sequence(int depth)
    {
        RegexNode node{.kind = Kind::Sequence};
        while (!atEnd() && !at('|') && !at(')'))
            node.parts.push_back(repeated(depth));
        return node;
    }

    RegexNode repeated(int depth)
    {
        RegexNode node = atom(depth);
        while (!atEnd()) {
            int least = 0;
            int most = -1;
            if (take('+'))
                least = 1;
            else if (take('?'))
                most = 1;
            else if (!take('*') && !count(least, most))
                break;
            take('?'); // lazy or not, the same is found
            if (node.kind == Kind::Repeat) // of one, so that groups nest no deeper than they look
                fail(tr("A quantifier cannot follow another one."));
            RegexNode whole{.kind = Kind::Repeat, .least = least, .most = most};
            whole.parts.push_back(std::move(node));
            node = std::move(whole);
        }
        return node;
    }

    // "{3}", "{3,}", "{3,5}"; any other brace is itself.
    bool count(int &least, int &most)
    {
        const qsizetype start = m_at;
        if (!take('{') || !number(least)) {
            m_at = start;
            return false;
        }
        most = least;
        if (take(',')) {
            most = -1;
            number(most);
        }
        if (!take('}')) {
            m_at = start;
            return false;
        }
        if (least > mostRepeats || most > mostRepeats || (most >= 0 && most < least))
            fail(tr("Counts go up to 1000, the smaller one first."));
        return true;
    }

    bool number(int &value)
    {
        const qsizetype start = m_at;
        int read = 0;
        for (; !atEnd() && m_text[m_at] >= '0' && m_text[m_at] <= '9'; ++m_at)
            read = std::min(read * 10 + int(m_text[m_at] - '0'), mostRepeats + 1);
        if (m_at == start)
            return false;
        value = read;
        return true;
    }

    RegexNode atom(int depth)
    {
        const char32_t c = m_text[m_at++];
        switch (c) {
        case '(':
            return group(depth + 1);
        case '[':
            return single(bracket());
        case '.':
            return single(CodePointSet::of('\n').inverted());
        case '^':
            return {.kind = Kind::Begin};
        case '$':
            return {.kind = Kind::End};
        case '\\':
            return escaped();
        case '*':
        case '+':
        case '?':
            --m_at;
            fail(tr("There is nothing before this to repeat."));
            return {};
        default:
            return single(cased(CodePointSet::of(c)));
        }
    }

    RegexNode group(int depth)
    {
        if (depth > deepest) {
            fail(tr("The groups are nested too deep."));
            return {};
        }
        if (take('?') && !take(':')) {
            fail(tr("Groups that look around or have names are not supported."));
            return {};
        }
        RegexNode node = choice(depth);
        if (!m_fault && !take(')'))
            fail(tr("A “)” is missing."));
        // A group of its own, also for a quantifier in it.
        RegexNode whole{.kind = Kind::Sequence};
        whole.parts.push_back(std::move(node));
        return whole;
    }

    RegexNode escaped()
    {
        if (at('b') || at('B'))
            return {.kind = m_text[m_at++] == 'b' ? Kind::WordEdge : Kind::NoWordEdge};
        return single(cased(escapedSet()));
    }

    CodePointSet escapedSet()
    {
        if (atEnd()) {
            fail(tr("A character is missing after the backslash."));
            return {};
        }
        const char32_t c = m_text[m_at++];
        switch (c) {
        case 'd':
            return CodePointSet::digits();
        case 'D':
            return CodePointSet::digits().inverted();
        case 'w':
            return CodePointSet::words();
        case 'W':
            return CodePointSet::words().inverted();
        case 's':
            return CodePointSet::spaces();
        case 'S':
            return CodePointSet::spaces().inverted();
        case 'n':
            return CodePointSet::of('\n');
        case 'r':
            return CodePointSet::of('\r');
        case 't':
            return CodePointSet::of('\t');
        default:
            break;
        }
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (letter || (c >= '0' && c <= '9')) {
            --m_at;
            fail(tr("This escape is not supported."));
        }
        return CodePointSet::of(c);
    }

    CodePointSet bracket()
    {
        const bool inverted = take('^');
        CodePointSet set;
        bool first = true;
        while (!at(']') || first) {
            if (atEnd()) {
                fail(tr("A “]” is missing."));
                return {};
            }
            first = false;
            CodePointSet from = bracketItem();
            const bool range = at('-') && m_at + 1 < m_text.size() && m_text[m_at + 1] != ']';
            if (!range) {
                set.add(from);
                continue;
            }
            ++m_at;
            const CodePointSet to = bracketItem();
            if (m_fault || !isOne(from) || !isOne(to)
                || to.ranges().front().first < from.ranges().front().first) {
                fail(tr("This range of characters has no beginning or end."));
                return {};
            }
            set.add(from.ranges().front().first, to.ranges().front().first);
        }
        ++m_at;
        // Folded before it is inverted: neither "a" nor "A" is in [^a] then.
        return inverted ? cased(set).inverted() : cased(set);
    }

    CodePointSet bracketItem()
    {
        if (take('\\'))
            return escapedSet();
        return CodePointSet::of(m_text[m_at++]);
    }

    static bool isOne(const CodePointSet &set)
    {
        return set.ranges().size() == 1
            && set.ranges().front().first == set.ranges().front().second;
    }

    QList<uint> m_text;
    qsizetype m_at = 0;
    bool m_folds;
    std::optional<RegexFault> m_fault;
};

} // namespace

RegexRead readRegex(QStringView pattern, bool folds) { return Reader(pattern, folds).read(); }

} // namespace filter
