// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "snippets/writer.h"

#include <QCoreApplication>

namespace snippets
{

// Code in Python.
class PythonWriter final : public Writer
{
    Q_DECLARE_TR_FUNCTIONS(snippets::Writer)

public:
    using Writer::Writer;

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
    QString text(const Piece &piece);
    QString text(const QList<Piece> &pieces);
    static QString bytes(const QByteArray &text);
    QString message();
    QString key();
    QString keyBytes();
    QString keyText();
    QString written(const QString &digest,
                    signature::Encoding encoding); // of an object with digest()
    QString expected();
};

} // namespace snippets
