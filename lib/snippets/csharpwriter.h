// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "snippets/writer.h"

#include <QCoreApplication>

namespace snippets
{

// Code in C#.
class CSharpWriter final : public Writer
{
    Q_DECLARE_TR_FUNCTIONS(snippets::Writer)

public:
    explicit CSharpWriter(const Recipe &recipe)
        : Writer(recipe)
    {
        indent(1);
        need(QStringLiteral("System"));
        need(QStringLiteral("System.Collections.Generic"));
        need(QStringLiteral("System.Linq"));
        need(QStringLiteral("System.Security.Cryptography"));
        need(QStringLiteral("System.Text"));
    }

protected:
    void open() override;
    void readJson(const QList<Variable> &values) override;
    void assign(const QString &name, const QString &expression) override;
    void makeKey() override;
    void readSignatures() override;
    void pick(const Pick &pick) override;
    void refuseEmpty(const QStringList &names) override;
    void demand(const Demand &demand) override;
    void judgeAge() override;
    void compareBodyDigest() override;
    void compare() override;
    QString at(const signature::Place &place) override;
    QString whole() const override;

private:
    static QString utf8(const QString &text)
    {
        return QStringLiteral("Encoding.UTF8.GetBytes(%1)").arg(text);
    }

    static QString upperName(signature::Hash hash) { return lowerName(hash).toUpper(); }

    static QString encoded(const QString &bytes, signature::Encoding encoding)
    {
        if (encoding == signature::Encoding::Hex)
            return QStringLiteral("Convert.ToHexString(%1).ToLowerInvariant()").arg(bytes);
        const QString base64 = QStringLiteral("Convert.ToBase64String(%1)").arg(bytes);
        return encoding == signature::Encoding::Base64
            ? base64
            : base64 + QStringLiteral(".TrimEnd('=').Replace('+', '-').Replace('/', '_')");
    }

    void refuseIf(const QString &condition);
    QString value(const Piece &piece);
    QString text(const QList<Piece> &pieces);
    QString message();
    QString key();
    QString keyText();
    QString keyBytes();
    QString expected();
    void verifyWithPublicKey();
};

} // namespace snippets
