// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "snippets/writer.h"

#include <QCoreApplication>

namespace snippets
{

// Code in Java.
class JavaWriter final : public Writer
{
    Q_DECLARE_TR_FUNCTIONS(snippets::Writer)

public:
    explicit JavaWriter(const Recipe &recipe)
        : Writer(recipe)
    {
        indent(2);
        need(QStringLiteral("static java.nio.charset.StandardCharsets.UTF_8"));
        need(QStringLiteral("java.util.Map"));
        need(QStringLiteral("java.util.TreeMap"));
        const bool computes
            = recipe.type != signature::Type::Token && recipe.type != signature::Type::Basic;
        if (computes || recipe.key.hashed || !recipe.bodyDigest.isEmpty())
            need(QStringLiteral("java.security.GeneralSecurityException"));
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
    static QString nameOf(signature::Hash hash)
    {
        const QString name = lowerName(hash).toUpper();
        return hash == signature::Hash::Md5 ? name : QString(name).insert(3, u'-');
    }

    static QString utf8(const QString &text) { return text + QStringLiteral(".getBytes(UTF_8)"); }

    void refuseIf(const QString &condition);
    QString value(const Piece &piece);
    QString text(const QList<Piece> &pieces);
    void update(const QString &target);
    QString key();
    QString keyText();
    QString keyBytes();
    QString encoded(const QString &bytes, signature::Encoding encoding);
    QString decoded(const QString &text, bool hex);
    QString expected();
    QString publicKeyBytes();
    void verifyWithPublicKey();
};

} // namespace snippets
