// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/hypotheses/budget.h"
#include "signature/hypotheses/construction.h"
#include "signature/hypotheses/keys.h"
#include "signature/hypotheses/match.h"
#include "signature/hypotheses/readings.h"
#include "signature/hypotheses/workbench.h"

#include <QSet>

#include <memory>

namespace signature
{

// Looks for the one change, then for the two, that make the digest come out as received. For
// schemes that compute a digest with a secret that both sides have.
class Search
{
public:
    Search(const Question &question, const Secrets &others, Budget &budget);

    bool isUseful() const { return !m_readings.isEmpty(); }
    std::optional<Match> asItIs();
    std::optional<Match> withOneChange();
    std::optional<Match> withTwoChanges();
    QByteArray usualText() const; // empty where it cannot be computed

private:
    enum class Part : quint8 { Body, Timestamp, Url, Layout, Text, Construction, Key };
    struct Change {
        Part part = Part::Body;
        int stage = 0; // of body changes: which come first
        int rank = 1;
        const Variant *variant = nullptr;
        const Layout *layout = nullptr;
        Construction construction = Construction::Hmac;
        const Key *key = nullptr;
        bool works = false; // changes something by itself
    };

    void collect();
    void addVariants(Part part, int stage, const Variants &variants);
    bool attempt(const QList<const Change *> &changes);
    bool attempt(const Shape &shape, Construction construction, const Key &key);
    bool compare(const Shape &shape, Construction construction, const Key &key,
                 const QByteArray &text);
    static bool goTogether(const Change &a, const Change &b);
    void found(const Shape &shape, Construction construction, const Key &key, const Reading &how,
               const QByteArray &text);

    const Question &m_question;
    Budget &m_budget;
    Readings m_readings;
    Keys m_keys;
    Workbench m_bench;
    Construction m_usual;
    std::vector<std::unique_ptr<const Variants>> m_lists;
    std::vector<Change> m_changes;
    QSet<size_t> m_seen;
    std::optional<Match> m_match;
    bool m_fresh = false; // the last attempt had not been made before
};

} // namespace signature
