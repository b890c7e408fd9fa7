// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QCoreApplication>
#include <QStringList>

namespace signature
{

// A view of a pasted or read key that takes one layer after the other off and notes each. The text
// must outlive it.
class PastedText
{
    Q_DECLARE_TR_FUNCTIONS(signature::PastedText)

public:
    explicit PastedText(QByteArrayView text);

    void takeSpace();
    void takeInvisible(); // byte order marks and their like, at both ends
    bool takeName(); // NAME=, export NAME= or "name": in front
    bool takeQuotes(); // of one kind around it
    void takeFinalBreaks(qsizetype unsaid); // so many go without a note

    bool holdsSeveralNames() const; // lines of a settings file
    QByteArray joined(); // wrapped lines as one
    QByteArray copy() const { return m_text.toByteArray(); }
    const QStringList &removed() const { return m_removed; } // sentences

private:
    void note(const QString &sentence);
    void noteFinalBreaks(qsizetype count, qsizetype unsaid);
    QByteArray withoutBreaks() const;

    QByteArrayView m_text;
    QStringList m_removed;
};

} // namespace signature
