// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/diagnosis.h"
#include "signature/hypotheses/layouts.h"

namespace signature
{

// What is changed on the way to a signed text; nothing where it is as the scheme says.
struct Shape {
    const Variant *body = nullptr;
    const Variant *moreBody = nullptr; // after the first
    const Variant *timestamp = nullptr;
    const Variant *url = nullptr;
    const Layout *layout = nullptr;
    const Variant *text = nullptr; // after all others

    QList<Cause> causes() const;
    QStringList clauses() const; // in the same order, none twice
    qsizetype effort() const; // of changing the body, about: in digests of as many bytes
};

// Makes signed texts out of one request, with this or that changed.
class Workbench
{
public:
    explicit Workbench(const Question &question);

    // Nothing when a change does not apply or a value is missing. `key` is for schemes that sign
    // it within the text.
    std::optional<QByteArray> text(const Shape &shape, QByteArrayView key) const;

    const QByteArray &timestamp() const { return m_timestamp; } // null: there is none
    const QByteArray &url() const { return m_url; }
    bool textHoldsKey() const { return m_textHoldsKey; }

private:
    struct Field {
        QByteArray name;
        QByteArray value;
    };

    void readFields();
    void findTimestamp();
    void findId();
    std::optional<QByteArray> changedBody(const Shape &shape) const;
    QByteArray byScheme(const QByteArray &body, const QByteArray &timestamp, const QByteArray &url,
                        QByteArrayView key, bool &whole) const;

    const Question &m_question;
    bool m_textHoldsKey = false;
    QList<Field> m_fields; // beside the signature
    QByteArray m_timestamp;
    QByteArray m_url;
    QByteArray m_id;
};

} // namespace signature
