// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "snippets/writer.h"

#include <QCoreApplication>

namespace snippets
{

// Code in Ruby.
class RubyWriter final : public Writer
{
    Q_DECLARE_TR_FUNCTIONS(snippets::Writer)

public:
    explicit RubyWriter(const Recipe &recipe)
        : Writer(recipe)
    {
        setStep(QStringLiteral("  "));
    }

protected:
    void open() override;
    void readJson(const QList<Variable> &values) override;
    void assign(const QString &name, const QString &expression) override;
    void makeKey() override { line(QStringLiteral("key = ") + keyBytes()); }
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
    static constexpr QStringView interpolating = u"#";

    static QString literal(const QByteArray &text) { return quoted(text, interpolating); }

    QString value(const Piece &piece);
    QString text(const QList<Piece> &pieces);
    QString message();
    QString key();
    QString keyBytes();
    static QString written(const QString &object, const QString &arguments,
                           signature::Encoding encoding);
    QString expected();
    void verifyWithPublicKey();
};

} // namespace snippets
