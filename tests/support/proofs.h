// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/broken.h"

#include <QTest>

Q_DECLARE_METATYPE(signature::Question)

// Data rows of questions, each with the causes that must be proved.
namespace proofs
{

inline void addColumns()
{
    QTest::addColumn<signature::Question>("question");
    QTest::addColumn<QStringList>("causes");
}

inline void row(const char *name, const signature::Question &question, const QStringList &causes)
{
    QTest::newRow(name) << question << causes;
}

inline void check()
{
    QFETCH(signature::Question, question);
    QFETCH(QStringList, causes);
    const signature::Diagnosis diagnosis = signature::diagnose(question);
    QCOMPARE(broken::words(diagnosis.causes), causes);
    QCOMPARE(diagnosis.certainty, signature::Certainty::Proof);
    QVERIFY(!diagnosis.detail.isEmpty());
    QVERIFY(!diagnosis.remedy.isEmpty());
    QVERIFY(diagnosis.tried <= 2000);
}

} // namespace proofs
