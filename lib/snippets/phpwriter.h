// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "snippets/writer.h"

#include <QCoreApplication>

#include <algorithm>

namespace snippets
{

// Code in PHP.
class PhpWriter final : public Writer
{
    Q_DECLARE_TR_FUNCTIONS(snippets::Writer)

public:
    using Writer::Writer;

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
    // In single quotes, which interpolate nothing, unless the text has what only escapes show.
    static QString literal(const QByteArray &text)
    {
        const QString all = QString::fromUtf8(text);
        if (std::any_of(all.begin(), all.end(), isUnseen))
            return quoted(text, u"$", Unseen::Octets);
        return u'\'' + escaped(text, u"'") + u'\'';
    }

    static QString variable(const QString &words) { return u'$' + snakeCase(words); }

    void refuseIf(const QString &condition);
    QString value(const Piece &piece);
    QString message();
    void sortForm();
    QString key();
    QString keyBytes();
    QString decodedSignature();
    QString written(const QString &start, signature::Encoding encoding) const;
    QString expected();
    void verifyWithPublicKey();
};

} // namespace snippets
