// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "snippets/writer.h"

#include <QCoreApplication>

namespace snippets
{

// Code in Go.
class GoWriter final : public Writer
{
    Q_DECLARE_TR_FUNCTIONS(snippets::Writer)

public:
    explicit GoWriter(const Recipe &recipe)
        : Writer(recipe)
    {
        setStep(QStringLiteral("\t"));
    }

protected:
    void open() override { need(QStringLiteral("net/http")); }
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
    void refuseIf(const QString &condition);
    QString hasher(signature::Hash hash);
    QString value(const Piece &piece);
    QString text(const QList<Piece> &pieces);
    void parse(const QString &name, const QString &call);
    void sortForm();
    QString keyText();
    QString encoded(const QString &bytes, signature::Encoding encoding);
    void writeMessage(const QString &target);
    void decode(const QString &name, const QString &text, bool hex);
    QString expected();
    void readPublicKey();
    void verifyWithPublicKey();

    QStringList m_parsed; // the names that hold what was taken apart
};

} // namespace snippets
