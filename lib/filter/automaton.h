// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "filter/regexprogram.h"

#include <QByteArrayView>

#include <map>
#include <memory>

namespace filter
{

// Runs a program over text, one look at each character. What it has found out of the program stays
// for the next text, within a bound; so each thread has automata of its own.
class Automaton
{
public:
    explicit Automaton(std::shared_ptr<const RegexProgram> program);

    // The one of this thread for that program; valid until the next call in the thread.
    static Automaton &ofThisThread(const std::shared_ptr<const RegexProgram> &program);

    bool findsIn(QByteArrayView text);

private:
    using Places = std::vector<quint16>; // of instructions, ascending
    enum Before : quint8 { Nothing, NoWord, Word }; // what stands before a place in the text
    enum Special { Unknown = -1, Found = -2, Dead = -3 };
    using Key = std::pair<Places, Before>;

    int state(Key key);
    int step(int from, size_t symbol);
    bool close(const Key &from, size_t symbol, Places &takes);
    bool holds(Instruction::Kind kind, Before before, size_t symbol) const;

    std::shared_ptr<const RegexProgram> m_program;
    size_t m_symbols; // the classes, and the end of the text
    std::map<Key, int> m_states;
    std::vector<const Key *> m_keys; // by state
    std::vector<int> m_next; // [state * symbols + symbol]
    std::vector<bool> m_seen; // by instruction
};

} // namespace filter
