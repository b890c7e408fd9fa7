// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "snippets/writer.h"

#include <QCoreApplication>

namespace snippets
{

// Code in C++ with OpenSSL.
class CppWriter final : public Writer
{
    Q_DECLARE_TR_FUNCTIONS(snippets::Writer)

public:
    explicit CppWriter(const Recipe &recipe)
        : Writer(recipe)
    {
        need(QStringLiteral("<strings.h>"));
        need(QStringLiteral("<map>"));
        need(QStringLiteral("<string>"));
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
    QString literal(const QByteArray &text);
    void refuseIf(const QString &condition);
    void use(QStringView helper);
    QString value(const Piece &piece);
    QString message();
    QString keyText();
    QString encoded(const QString &bytes, signature::Encoding encoding);
    void digest(const QString &name, signature::Hash hash, const QString &of);
    QString expected();
    void readPublicKey();
    void verifyWithPublicKey();

    QString m_helpers;
};

} // namespace snippets
