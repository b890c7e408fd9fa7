// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "filter/automaton.h"

#include "json/utf8.h"

#include <algorithm>

namespace filter
{

namespace
{

constexpr size_t mostTransitions = 1 << 18; // a megabyte
constexpr size_t mostPerThread = 24;

char32_t decoded(QByteArrayView bytes, int length)
{
    if (length < 0)
        return 0xFFFD;
    char32_t point = uchar(bytes[0]) & (0xFF >> (length + 1));
    for (int i = 1; i < length; ++i)
        point = (point << 6) | (uchar(bytes[i]) & 0x3F);
    return point;
}

} // namespace

Automaton::Automaton(std::shared_ptr<const RegexProgram> program)
    : m_program(std::move(program))
    , m_symbols(size_t(m_program->classes()) + 1)
    , m_seen(m_program->instructions.size())
{
}

Automaton &Automaton::ofThisThread(const std::shared_ptr<const RegexProgram> &program)
{
    thread_local std::vector<std::unique_ptr<Automaton>> automata;
    for (size_t i = 0; i < automata.size(); ++i) {
        if (automata[i]->m_program->serial == program->serial) {
            if (i > 0)
                std::swap(automata[i], automata[i - 1]); // the busy ones come to the front
            return *automata[i > 0 ? i - 1 : 0];
        }
    }
    if (automata.size() >= mostPerThread)
        automata.pop_back();
    automata.push_back(std::make_unique<Automaton>(program));
    return *automata.back();
}

bool Automaton::findsIn(QByteArrayView text)
{
    int now = state({{}, Nothing});
    for (qsizetype at = 0; at < text.size();) {
        const auto byte = uchar(text[at]);
        quint16 symbol;
        if (byte < 0x80) {
            symbol = m_program->ascii[byte];
            ++at;
        } else {
            const QByteArrayView rest = text.sliced(at);
            const int length = json::utf8Length(rest);
            symbol = m_program->classOf(decoded(rest, length));
            at += std::abs(length);
        }
        int next = m_next[size_t(now) * m_symbols + symbol];
        if (next == Unknown)
            next = step(now, symbol);
        if (next < 0)
            return next == Found;
        now = next;
    }
    return step(now, m_symbols - 1) == Found;
}

// Forgets all states rather than growing beyond the bound.
int Automaton::state(Key key)
{
    const auto known = m_states.find(key);
    if (known != m_states.end())
        return known->second;
    if ((m_keys.size() + 1) * m_symbols > mostTransitions && !m_keys.empty()) {
        m_states.clear();
        m_keys.clear();
        m_next.clear();
    }
    const int number = int(m_keys.size());
    const auto place = m_states.emplace(std::move(key), number).first;
    m_keys.push_back(&place->first);
    m_next.resize(m_next.size() + m_symbols, Unknown);
    return number;
}

int Automaton::step(int from, size_t symbol)
{
    const Key &key = *m_keys[size_t(from)];
    Places takes;
    const auto remember = [this, from, symbol](int next) {
        return m_next[size_t(from) * m_symbols + symbol] = next;
    };
    if (close(key, symbol, takes))
        return remember(Found);
    if (symbol + 1 == m_symbols)
        return remember(Dead);
    Places next;
    for (const quint16 place : takes) {
        const size_t set = m_program->instructions[place].first;
        if (m_program->members[set * m_program->classes() + symbol])
            next.push_back(quint16(place + 1));
    }
    if (next.empty() && m_program->onlyAtBegin)
        return remember(Dead);
    std::sort(next.begin(), next.end());
    const size_t before = m_keys.size();
    const int number = state({std::move(next), m_program->words[symbol] ? Word : NoWord});
    if (m_keys.size() >= before) // else `from` is forgotten
        remember(number);
    return number;
}

// All that can be reached without taking a character, with the search beginning here too. True
// when the end of the program is.
bool Automaton::close(const Key &from, size_t symbol, Places &takes)
{
    using Kind = Instruction::Kind;
    std::fill(m_seen.begin(), m_seen.end(), false);
    Places open = from.first;
    open.push_back(0);
    while (!open.empty()) {
        const quint16 place = open.back();
        open.pop_back();
        if (m_seen[place])
            continue;
        m_seen[place] = true;
        const Instruction &instruction = m_program->instructions[place];
        switch (instruction.kind) {
        case Kind::Found:
            return true;
        case Kind::Take:
            takes.push_back(place);
            break;
        case Kind::Fork:
            open.push_back(instruction.first);
            open.push_back(instruction.second);
            break;
        case Kind::Jump:
            open.push_back(instruction.first);
            break;
        default:
            if (holds(instruction.kind, from.second, symbol))
                open.push_back(quint16(place + 1));
        }
    }
    return false;
}

bool Automaton::holds(Instruction::Kind kind, Before before, size_t symbol) const
{
    const bool end = symbol + 1 == m_symbols;
    const bool edge = (before == Word) != (!end && m_program->words[symbol]);
    switch (kind) {
    case Instruction::Kind::Begin:
        return before == Nothing;
    case Instruction::Kind::End:
        return end;
    case Instruction::Kind::WordEdge:
        return edge;
    default:
        return !edge;
    }
}

} // namespace filter
