// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/regex.h"

#include "filter/automaton.h"

#include <QCoreApplication>

namespace filter
{

namespace
{

using Kind = RegexNode::Kind;
using Step = Instruction::Kind;

// Writes the steps of a node one after another; stops when there would be too many.
class Writer
{
public:
    explicit Writer(RegexProgram &program)
        : m_program(program)
    {
    }

    // Counted repeats of nothing write nothing, but take time as well.
    bool full() const
    {
        return m_program.instructions.size() >= Regex::mostInstructions || m_written >= mostWritten;
    }

    void write(const RegexNode &node)
    {
        if (full())
            return;
        ++m_written;
        switch (node.kind) {
        case Kind::Empty:
            return;
        case Kind::Set:
            m_program.sets.push_back(node.set);
            add(Step::Take, m_program.sets.size() - 1);
            return;
        case Kind::Sequence:
            for (const RegexNode &part : node.parts)
                write(part);
            return;
        case Kind::Choice:
            return choice(node);
        case Kind::Repeat:
            return repeat(node);
        case Kind::Begin:
            return void(add(Step::Begin));
        case Kind::End:
            return void(add(Step::End));
        case Kind::WordEdge:
            return void(add(Step::WordEdge));
        case Kind::NoWordEdge:
            return void(add(Step::NoWordEdge));
        }
    }

    size_t add(Step kind, size_t first = 0)
    {
        m_program.instructions.push_back({.kind = kind, .first = quint16(first)});
        return m_program.instructions.size() - 1;
    }

private:
    size_t here() const { return m_program.instructions.size(); }
    Instruction &at(size_t place) { return m_program.instructions[place]; }

    void choice(const RegexNode &node)
    {
        std::vector<size_t> ends;
        for (size_t i = 0; i + 1 < node.parts.size(); ++i) {
            const size_t fork = add(Step::Fork, here() + 1);
            write(node.parts[i]);
            ends.push_back(add(Step::Jump));
            at(fork).second = quint16(here());
        }
        write(node.parts.back());
        for (const size_t end : ends)
            at(end).first = quint16(here());
    }

    void repeat(const RegexNode &node)
    {
        const RegexNode &part = node.parts.front();
        for (int i = 0; i < node.least && !full(); ++i)
            write(part);
        if (node.most < 0) {
            const size_t fork = add(Step::Fork, here() + 1);
            write(part);
            add(Step::Jump, fork);
            at(fork).second = quint16(here());
            return;
        }
        std::vector<size_t> forks;
        for (int i = node.least; i < node.most && !full(); ++i) {
            forks.push_back(add(Step::Fork, here() + 1));
            write(part);
        }
        for (const size_t fork : forks)
            at(fork).second = quint16(here());
    }

    static constexpr size_t mostWritten = 100'000;

    RegexProgram &m_program;
    size_t m_written = 0;
};

RegexNode literalNode(QStringView text, bool folds)
{
    RegexNode node{.kind = Kind::Sequence};
    const QList<uint> points = text.toUcs4();
    for (const uint point : points) {
        const CodePointSet one = CodePointSet::of(point);
        node.parts.push_back({.kind = Kind::Set, .set = folds ? one.folded() : one});
    }
    return node;
}

} // namespace

Regex::Compiled Regex::compile(QStringView pattern, bool folds)
{
    const RegexRead read = readRegex(pattern, folds);
    if (read.fault)
        return *read.fault;
    auto made = program(read.node, folds);
    if (!made)
        return RegexFault{
            .position = 0,
            .text = QCoreApplication::translate("filter", "The regular expression is too large.")};
    return Regex(std::move(made));
}

Regex Regex::literal(QStringView text, bool folds)
{
    return Regex(
        program(literalNode(text.first(std::min<qsizetype>(text.size(), 3000)), folds), folds));
}

Regex Regex::wildcard(QStringView text, bool anywhere)
{
    RegexNode any{.kind = Kind::Repeat};
    any.parts.push_back({.kind = Kind::Set, .set = CodePointSet::all()});
    RegexNode node{.kind = Kind::Sequence};
    if (!anywhere)
        node.parts.push_back({.kind = Kind::Begin});
    bool first = true;
    const auto pieces = text.first(std::min<qsizetype>(text.size(), 1000)).split(u'*');
    for (const QStringView piece : pieces) {
        if (!first)
            node.parts.push_back(any);
        first = false;
        node.parts.push_back(literalNode(piece, true));
    }
    if (!anywhere)
        node.parts.push_back({.kind = Kind::End});
    return Regex(program(node, true));
}

std::shared_ptr<const RegexProgram> Regex::program(const RegexNode &node, bool folds)
{
    auto made = std::make_shared<RegexProgram>();
    made->folds = folds;
    Writer writer(*made);
    writer.write(node);
    if (writer.full())
        return {};
    writer.add(Step::Found);
    made->onlyAtBegin = made->instructions.front().kind == Step::Begin;
    made->finish();
    return made;
}

bool Regex::foundIn(QByteArrayView text) const
{
    return Automaton::ofThisThread(m_program).findsIn(text);
}

} // namespace filter
