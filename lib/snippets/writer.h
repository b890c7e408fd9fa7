// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "snippets/recipe.h"

#include <QStringList>

namespace snippets
{

// Pieces of the signed text that are written together: the body, or texts side by side.
struct Run {
    bool body = false;
    QList<Piece> texts;
};

// Writes a recipe down step by step. What a language says for a step is in its own file; what a
// language cannot say it refuses.
class Writer
{
public:
    explicit Writer(const Recipe &recipe)
        : m_recipe(recipe)
    {
    }
    virtual ~Writer() = default;
    Q_DISABLE_COPY_MOVE(Writer)

    core::Result<QString> write();

protected:
    // Each adds lines, in this order.
    virtual void open() = 0; // makes the headers findable
    virtual void readJson(const QList<Variable> &values) = 0;
    virtual void assign(const QString &name, const QString &expression) = 0;
    virtual void makeKey() = 0; // where it is not the secret's text itself: into `key`
    virtual void readSignatures() = 0; // of several: into `entries` or `signatures`
    virtual void pick(const Pick &pick) = 0;
    virtual void refuseEmpty(const QStringList &names) = 0;
    virtual void demand(const Demand &demand) = 0;
    virtual void judgeAge() = 0;
    virtual void compareBodyDigest() = 0;
    virtual void compare() = 0; // makes the message and gives the answer

    virtual QString at(const signature::Place &place) = 0; // an expression; empty text: missing
    virtual QString whole() const = 0; // with what stands around the lines

    const Recipe &recipe() const { return m_recipe; }
    void line(const QString &text);
    void indent(int by) { m_depth += by; }
    void setStep(const QString &step) { m_step = step; } // of indentation
    void need(const QString &import);
    void refuse(const QString &why);

    QStringList imports() const; // sorted
    QStringList lines() const { return m_lines; }
    QString explanation(const QString &comment) const; // what the function is, as comment lines
    QList<Run> runs() const;
    QString limit() const; // the tolerance in the time's unit: "300"
    bool usesBody() const;
    QString messageName() const; // "body" where the body alone is signed, else "message"
    bool makesMessage() const
    {
        return !m_recipe.message.isEmpty() && messageName() != QStringLiteral("body");
    }
    bool derivesKey() const; // so that it may be empty, before it is hashed
    bool isHex() const;
    bool hasSeveral() const { return m_recipe.holding != Holding::One; }
    QString collection() const; // the variable with several signatures, in words

private:
    QString aboutBody() const;

    const Recipe &m_recipe;
    QStringList m_lines;
    QStringList m_imports;
    QString m_step = QStringLiteral("    ");
    int m_depth = 1;
    QString m_why;
};

// "webhookId", "webhook_id".
QString camelCase(const QString &words);
QString snakeCase(const QString &words);

// How a character that nobody sees, or that ends a line, is written.
enum class Unseen : quint8 {
    CodePoint, // "\u202e"
    Octets, // "\342\200\256"
};

bool isUnseen(QChar c);

// A text literal in double quotes with the escapes that all of the languages share, besides those
// of `more`: each of its characters gets a backslash.
QString quoted(const QByteArray &text, QStringView more = {}, Unseen unseen = Unseen::CodePoint);
QString escaped(const QByteArray &text, QStringView more, Unseen unseen = Unseen::CodePoint);

QByteArrayList pointerTokens(const QByteArray &pointer); // of RFC 6901, unescaped

// The name of a hash: "sha256"; "SHA-256" in Java.
QString lowerName(signature::Hash hash);

} // namespace snippets
