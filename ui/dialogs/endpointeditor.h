// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/endpoint.h"

#include <QWidget>

#include <functional>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace inspector
{
class Inspector;
}

namespace ui
{

class ParameterFields;
class RulesBox;

// The fields of one endpoint. What cannot be used is explained at its place, and the endpoint keeps
// what it had.
class EndpointEditor : public QWidget
{
    Q_OBJECT

public:
    explicit EndpointEditor(inspector::Inspector &inspector, QWidget *parent = nullptr);

    void setEndpoint(const capture::Endpoint &endpoint); // is no edit
    const capture::Endpoint &endpoint() const { return m_endpoint; }

    // Whether a path may be the endpoint's: a sentence why not, or nothing.
    void setPathCheck(std::function<QString(const QString &path)> check);
    void focusPath();
    void takePath(); // as it stands in its field, where it can be used
    bool showProblem(); // goes to the first field whose text cannot be used; false: there is none
    void prefer(qint64 delivery) { m_preferred = delivery; } // for trying schemes of one's own on

public Q_SLOTS:
    void setScheme(const QString &id);
    void chooseScheme();

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void addRuleRows(QFormLayout *form);
    void addReplyRows(QFormLayout *form);
    void take();
    void checkPath();
    bool takeBack(const QObject *field); // false: what stands in it is in use
    void tell(QLabel *problem, const QString &sentence); // beside its field, and in sight
    void showScheme();

    inspector::Inspector &m_inspector;
    capture::Endpoint m_endpoint;
    std::function<QString(const QString &)> m_pathCheck;
    QLineEdit *m_path;
    QLabel *m_pathProblem;
    QPushButton *m_scheme;
    QLabel *m_schemeNote;
    QLabel *m_schemeProblem;
    QLineEdit *m_url;
    QLabel *m_urlNote;
    QLabel *m_urlProblem;
    QLineEdit *m_subject;
    QLabel *m_subjectProblem;
    QSpinBox *m_status;
    QSpinBox *m_delay;
    QPlainTextEdit *m_fields;
    QLabel *m_fieldsProblem;
    QPlainTextEdit *m_body;
    ParameterFields *m_parameters;
    RulesBox *m_rules;
    qint64 m_preferred = 0;
    bool m_showing = false; // the fields follow the endpoint, not the other way round
};

} // namespace ui
