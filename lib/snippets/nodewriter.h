// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "snippets/writer.h"

#include <QCoreApplication>

namespace snippets
{

// Code in JavaScript for Node.js.
class NodeWriter final : public Writer
{
    Q_DECLARE_TR_FUNCTIONS(snippets::Writer)

public:
    explicit NodeWriter(const Recipe &recipe)
        : Writer(recipe)
    {
        setStep(QStringLiteral("  "));
    }

protected:
    void open() override;
    void readJson(const QList<Variable> &values) override;
    void assign(const QString &name, const QString &expression) override;
    void makeKey() override { assign(QStringLiteral("key"), keyBytes()); }
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
    // As Buffer and digest() name it.
    static QString nameOf(signature::Encoding encoding)
    {
        switch (encoding) {
        case signature::Encoding::Hex:
            return QStringLiteral("\"hex\"");
        case signature::Encoding::Base64:
            return QStringLiteral("\"base64\"");
        case signature::Encoding::Base64Url:
            return QStringLiteral("\"base64url\"");
        }
        Q_UNREACHABLE();
    }

    QString value(const Piece &piece);
    QString text(const QList<Piece> &pieces);
    void hashMessage(const QString &hasher);
    QString message();
    void sortForm();
    QString key();
    QString keyBytes();
    QString expected();
    void verifyWithPublicKey();
    QString publicKey();
};

} // namespace snippets
