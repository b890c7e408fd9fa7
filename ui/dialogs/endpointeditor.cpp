// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/endpointeditor.h"

#include "inspector/inspector.h"
#include "json/pointer.h"
#include "models/schemewords.h"
#include "signature/schemetext.h"
#include "ui/buttontext.h"
#include "ui/dialogs/fieldlines.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/parameterfields.h"
#include "ui/dialogs/rulesbox.h"
#include "ui/dialogs/schemechooser.h"
#include "ui/dialogs/schemefacts.h"
#include "ui/views/codefont.h"

#include <QFormLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QSpinBox>
#include <QTimer>
#include <QUrl>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

constexpr int longestDelay = 120'000; // milliseconds
constexpr qsizetype longestUrl = 2048;
constexpr qsizetype longestPointer = 500;

// It is signed as it is written, so it is only looked at.
QString urlProblem(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (text.isEmpty()
        || (url.isValid() && web && !url.host().isEmpty() && !url.hasFragment()
            && text.size() <= longestUrl))
        return {};
    return EndpointEditor::tr("A whole web address is needed, such as "
                              "https://hooks.example.com/sms.");
}

QString pointerProblem(const QString &text)
{
    if (json::isPointer(text.toUtf8()) && text.size() <= longestPointer)
        return {};
    return EndpointEditor::tr("A JSON pointer is needed, such as /data/customer/id: it begins with "
                              "a slash; ~1 stands for a slash in a name, ~0 for a tilde.");
}

} // namespace

EndpointEditor::EndpointEditor(inspector::Inspector &inspector, QWidget *parent)
    : QWidget(parent)
    , m_inspector(inspector)
{
    build();
    connect(m_scheme, &QPushButton::clicked, this, &EndpointEditor::chooseScheme);
    // Half of a path is another path, and webhooks would be looked for there.
    connect(m_path, &QLineEdit::textChanged, this, &EndpointEditor::checkPath);
    connect(m_path, &QLineEdit::editingFinished, this, &EndpointEditor::takePath);
    for (auto *line : {m_url, m_subject})
        connect(line, &QLineEdit::textChanged, this, &EndpointEditor::take);
    for (auto *number : {m_status, m_delay})
        connect(number, &QSpinBox::valueChanged, this, &EndpointEditor::take);
    for (auto *text : {m_fields, m_body})
        connect(text, &QPlainTextEdit::textChanged, this, &EndpointEditor::take);
    for (QWidget *field : {static_cast<QWidget *>(m_path), static_cast<QWidget *>(m_url),
                           static_cast<QWidget *>(m_subject), static_cast<QWidget *>(m_fields)})
        field->installEventFilter(this);
    connect(m_parameters, &ParameterFields::edited, this, &EndpointEditor::take);
    connect(m_rules, &RulesBox::edited, this, &EndpointEditor::take);
    connect(&inspector, &inspector::Inspector::schemesChanged, this, &EndpointEditor::showScheme);
}

void EndpointEditor::build()
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 4, 0, 0);
    form->setLabelAlignment(Qt::AlignRight);
    addRuleRows(form);
    addReplyRows(form);
}

void EndpointEditor::addRuleRows(QFormLayout *form)
{
    m_path = new QLineEdit;
    m_pathProblem = problemLabel();
    m_scheme = new QPushButton;
    m_scheme->setAutoDefault(false);
    m_schemeNote = formNote();
    m_schemeProblem = problemLabel();
    m_url = new QLineEdit;
    m_url->setPlaceholderText(tr("As the request itself says"));
    m_urlNote = formNote();
    m_urlProblem = problemLabel();
    m_subject = new QLineEdit;
    m_subject->setToolTip(
        tr("JSON pointer to the id of whom a webhook is about, to compare it with "
           "the one before and to find older states"));
    m_subjectProblem = problemLabel();
    auto *subjectNote = formNote();
    subjectNote->setText(tr("When this changes, the webhooks of the store are looked at anew, the "
                            "latest first."));
    for (auto *line : {m_path, m_url, m_subject})
        line->setFont(codeFont(*line));
    form->addRow(tr("&Path"), m_path);
    form->addRow(QString(), m_pathProblem);
    form->addRow(tr("Signing s&cheme"), m_scheme);
    form->addRow(QString(), m_schemeNote);
    form->addRow(QString(), m_schemeProblem);
    m_parameters = new ParameterFields(*form, *m_scheme);
    form->addRow(tr("Public &URL"), m_url);
    form->addRow(QString(), m_urlNote);
    form->addRow(QString(), m_urlProblem);
    form->addRow(tr("Customer &is at"), m_subject);
    form->addRow(QString(), m_subjectProblem);
    form->addRow(QString(), subjectNote);
}

void EndpointEditor::addReplyRows(QFormLayout *form)
{
    m_status = new QSpinBox;
    m_status->setRange(200, 599);
    m_delay = new QSpinBox;
    m_delay->setRange(0, longestDelay);
    m_delay->setSingleStep(100);
    m_delay->setSuffix(tr(" ms"));
    m_delay->setGroupSeparatorShown(true);
    m_fields = new QPlainTextEdit;
    m_fields->setPlaceholderText(u"Content-Type: application/json"_s);
    m_fieldsProblem = problemLabel();
    m_body = new QPlainTextEdit;
    for (auto *text : {m_fields, m_body}) {
        text->setFont(codeFont(*text));
        text->setTabChangesFocus(true);
        text->setFixedHeight(fontMetrics().height() * 3 + 14);
    }
    for (auto *number : {m_status, m_delay})
        number->setFixedWidth(fontMetrics().averageCharWidth() * 16);
    form->addRow(tr("Reply s&tatus"), m_status);
    form->addRow(tr("Reply &after"), m_delay);
    form->addRow(tr("Reply &headers"), m_fields);
    form->addRow(QString(), m_fieldsProblem);
    form->addRow(tr("Reply &body"), m_body);
    m_rules = new RulesBox(m_inspector, *form);
}

void EndpointEditor::setPathCheck(std::function<QString(const QString &)> check)
{
    m_pathCheck = std::move(check);
}

void EndpointEditor::setEndpoint(const capture::Endpoint &endpoint)
{
    const QScopedValueRollback showing(m_showing, true);
    m_endpoint = endpoint;
    m_path->setText(endpoint.path);
    m_url->setText(endpoint.publicUrl);
    m_subject->setText(endpoint.rules.subject);
    m_status->setValue(endpoint.profile.status);
    m_delay->setValue(endpoint.profile.delayMilliseconds);
    m_fields->setPlainText(textFromFields(endpoint.profile.fields));
    m_body->setPlainText(QString::fromUtf8(endpoint.profile.body));
    for (auto *problem : {m_pathProblem, m_urlProblem, m_subjectProblem, m_fieldsProblem})
        setProblem(problem, {});
    showScheme();
}

void EndpointEditor::take()
{
    if (m_showing)
        return;
    const auto url = m_url->text().trimmed();
    tell(m_urlProblem, urlProblem(url));
    if (urlProblem(url).isEmpty())
        m_endpoint.publicUrl = url;
    const auto fields = fieldsFromText(m_fields->toPlainText());
    tell(m_fieldsProblem, fields ? QString() : fields.error().why);
    if (fields)
        m_endpoint.profile.fields = *fields;
    m_endpoint.parameters = m_parameters->values();
    const auto subject = m_subject->text().trimmed();
    tell(m_subjectProblem, pointerProblem(subject));
    const auto kept = pointerProblem(subject).isEmpty() ? subject : m_endpoint.rules.subject;
    m_endpoint.rules = m_rules->rules();
    m_endpoint.rules.subject = kept;
    m_endpoint.profile.status = m_status->value();
    m_endpoint.profile.delayMilliseconds = m_delay->value();
    // A body that is not text stays as it is until somebody edits it.
    if (m_body->document()->isModified())
        m_endpoint.profile.body = m_body->toPlainText().toUtf8();
    Q_EMIT edited();
}

void EndpointEditor::checkPath()
{
    if (!m_showing)
        tell(m_pathProblem, m_pathCheck ? m_pathCheck(m_path->text()) : QString());
}

void EndpointEditor::takePath()
{
    if (m_path->text() == m_endpoint.path || !m_pathProblem->text().isEmpty())
        return;
    m_endpoint.path = m_path->text();
    Q_EMIT edited();
}

bool EndpointEditor::takeBack(const QObject *field)
{
    if (field == m_path && m_path->text() != m_endpoint.path)
        m_path->setText(m_endpoint.path);
    else if (field == m_url && !m_urlProblem->text().isEmpty())
        m_url->setText(m_endpoint.publicUrl);
    else if (field == m_subject && !m_subjectProblem->text().isEmpty())
        m_subject->setText(m_endpoint.rules.subject);
    else if (field == m_fields && !m_fieldsProblem->text().isEmpty())
        m_fields->setPlainText(textFromFields(m_endpoint.profile.fields));
    else
        return false;
    return true;
}

// Where there is nothing to take back, Esc closes the dialog.
bool EndpointEditor::eventFilter(QObject *watched, QEvent *event)
{
    const bool escape = event->type() == QEvent::KeyPress
        && static_cast<const QKeyEvent *>(event)->key() == Qt::Key_Escape;
    return (escape && takeBack(watched)) || QWidget::eventFilter(watched, event);
}

static void bringIntoSight(QWidget *widget)
{
    for (QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            return area->ensureWidgetVisible(widget, 0, widget->fontMetrics().height());
    }
}

// Once it has its place.
static void bringIntoSightSoon(QWidget *widget)
{
    QTimer::singleShot(0, widget, [widget] { bringIntoSight(widget); });
}

// The field is in sight while it is written in, but what appears below it need not be.
void EndpointEditor::tell(QLabel *problem, const QString &sentence)
{
    const bool appears = problem->isHidden() && !sentence.isEmpty();
    setProblem(problem, sentence);
    if (appears)
        bringIntoSightSoon(problem);
}

bool EndpointEditor::showProblem()
{
    takePath(); // the focus may be in its field still
    const QString wayOut = u' ' + tr("Esc in the field takes it back.");
    const std::pair<QLabel *, QWidget *> places[]{{m_pathProblem, m_path},
                                                  {m_urlProblem, m_url},
                                                  {m_subjectProblem, m_subject},
                                                  {m_fieldsProblem, m_fields}};
    for (const auto &[problem, field] : places) {
        if (problem->text().isEmpty())
            continue;
        if (!problem->text().endsWith(wayOut))
            setProblem(problem, problem->text() + wayOut);
        field->setFocus(Qt::OtherFocusReason);
        bringIntoSight(field);
        bringIntoSightSoon(problem);
        return true;
    }
    return false;
}

void EndpointEditor::showScheme()
{
    const auto scheme = m_inspector.schemes().find(m_endpoint.scheme);
    m_rules->setEndpoint(m_endpoint, scheme);
    const bool none = m_endpoint.scheme.isEmpty();
    const QString name = scheme ? scheme->name : none ? tr("None") : m_endpoint.scheme;
    m_scheme->setText(buttonText(name) + u'…');
    m_scheme->setAccessibleName(tr("Signing scheme"));
    m_scheme->setAccessibleDescription(name);
    m_schemeNote->setText(scheme ? schemeNote(*scheme) : tr("Signatures are not judged."));
    const QByteArray standard = capture::standardSubject(m_endpoint.scheme);
    m_subject->setPlaceholderText(standard.isEmpty() ? tr("Not set") : QString::fromUtf8(standard));
    m_parameters->show(scheme ? signature::parameterNames(*scheme) : QByteArrayList(),
                       m_endpoint.parameters);
    setProblem(m_schemeProblem,
               scheme || none ? QString()
                              : tr("The scheme “%1” is not known here. Import it, or choose "
                                   "another one.")
                                    .arg(m_endpoint.scheme));
    m_urlNote->setText(scheme && models::signsUrl(*scheme)
                           ? tr("This scheme signs the URL as the sender knows it. Behind a tunnel "
                                "or a proxy, enter the one that stands for this path.")
                           : tr("Only for schemes that sign the URL; this one does not."));
}

void EndpointEditor::setScheme(const QString &id)
{
    m_endpoint.scheme = id;
    showScheme();
    Q_EMIT edited();
}

void EndpointEditor::chooseScheme()
{
    auto *chooser = new SchemeChooser(m_inspector, m_endpoint.path, m_endpoint.scheme, this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->prefer(m_preferred);
    connect(chooser, &SchemeChooser::chosen, this, &EndpointEditor::setScheme);
    chooser->open();
}

void EndpointEditor::focusPath()
{
    m_path->setFocus();
    m_path->selectAll();
}

} // namespace ui
