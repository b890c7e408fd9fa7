// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/exportdialog.h"

#include "inspector/inspector.h"
#include "ui/dialogs/exportnames.h"
#include "ui/dialogs/notebox.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace ui
{

using formats::Format;
using inspector::ExportPreview;
using inspector::ExportRun;

namespace
{

// What is to be sent again needs its signature; whoever only reads does not.
bool isToBeSent(Format format)
{
    return format == Format::Http || format == Format::Curl || format == Format::CurlCmd
        || format == Format::CurlPowerShell;
}

QString usualFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

} // namespace

ExportDialog::ExportDialog(inspector::Inspector &inspector, Exportable webhooks, QWidget *parent)
    : ContentDialog(parent)
    , m_inspector(inspector)
    , m_webhooks(std::move(webhooks))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(200ms);
    build();
    connectParts();
    followHiding();
    suggestTarget();
    look();
    m_scope->checkedButton()->setFocus();
}

void ExportDialog::connectParts()
{
    connect(m_scope, &QButtonGroup::idToggled, this, &ExportDialog::ask);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::takeFormat);
    connect(m_signatures, &QCheckBox::clicked, this, [this] { m_signaturesChosen = true; });
    connect(m_signatures, &QCheckBox::toggled, this, &ExportDialog::ask);
    connect(m_people, &QCheckBox::toggled, this, &ExportDialog::ask);
    for (const QCheckBox *part : {m_headers, m_bodies, m_verdicts, m_sends, m_mark})
        connect(part, &QCheckBox::toggled, this, &ExportDialog::ask);
    connect(m_columns, &QLineEdit::textChanged, this, &ExportDialog::ask);
    connect(m_more, &QLineEdit::textChanged, this, &ExportDialog::ask);
    connect(m_target, &QLineEdit::textChanged, this, &ExportDialog::showFacts);
    connect(m_target, &QLineEdit::textEdited, this, &ExportDialog::followName);
    connect(m_choose, &QPushButton::clicked, this, &ExportDialog::chooseTarget);
    connect(m_note, &NoteBox::actionTriggered, this, &ExportDialog::hideWhatIsWarnedOf);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(&m_pause, &QTimer::timeout, this, &ExportDialog::look);
    connect(&m_preview, &ExportPreview::seen, this, &ExportDialog::take);
    connect(&m_preview, &ExportPreview::addressesFound, this, [this] {
        m_addresses = true;
        warn();
    });
    connect(&m_preview, &ExportPreview::credentialFound, this, [this](const QString &header) {
        m_credential = header;
        warn();
    });
    connect(&m_preview, &ExportPreview::failed, this, &ExportDialog::tell);
    connect(&m_run, &ExportRun::progressed, m_bar, &QProgressBar::setValue);
    connect(&m_run, &ExportRun::stopped, this, [this] { setWriting(false); });
    connect(&m_run, &ExportRun::failed, this, [this](const core::Error &error) {
        setWriting(false);
        tell(error);
    });
    connect(&m_run, &ExportRun::exported, this, [this](const QString &target, qint64 count) {
        Q_EMIT exported(target, count);
        accept();
    });
}

void ExportDialog::takeFormat()
{
    const auto format = Format(m_format->currentData().toInt());
    if (!m_signaturesChosen)
        m_signatures->setChecked(!isToBeSent(format));
    m_form->setRowVisible(m_columns, format == Format::Csv);
    m_form->setRowVisible(m_mark, format == Format::Csv);
    m_form->setRowVisible(m_including, format == Format::Ndjson);
    suggestTarget();
    ask();
}

ExportDialog::Scope ExportDialog::scope() const { return Scope(m_scope->checkedId()); }

qint64 ExportDialog::count() const
{
    switch (scope()) {
    case Selected:
        return qint64(m_webhooks.selected.size());
    case Shown:
        return qint64(m_webhooks.shown.size());
    case All:
        return m_webhooks.all;
    }
    Q_UNREACHABLE();
}

bool ExportDialog::intoFolder() const
{
    return formats::isFileEach(Format(m_format->currentData().toInt()));
}

QString ExportDialog::redactionRules() const
{
    QStringList rules;
    if (m_signatures->isChecked())
        rules += u"signatures"_s;
    if (m_people->isChecked())
        rules += {u"emails"_s, u"names"_s};
    const QStringList more = m_more->text().split(u',', Qt::SkipEmptyParts);
    for (const QString &rule : more) {
        if (!rule.trimmed().isEmpty())
            rules += rule.trimmed();
    }
    return rules.join(u',');
}

// JSON Lines alone can do without them.
formats::LeftOut ExportDialog::leftOut() const
{
    if (Format(m_format->currentData().toInt()) != Format::Ndjson)
        return {};
    const bool headers = m_headers->isChecked();
    const bool bodies = m_bodies->isChecked();
    return {.fields = !headers,
            .body = !bodies,
            .answerFields = !headers,
            .answerBody = !bodies,
            .verdicts = !m_verdicts->isChecked(),
            .attempts = !m_sends->isChecked()};
}

ExportDialog::Asked ExportDialog::asked() const
{
    const auto redaction = formats::Redaction::read(redactionRules(), m_inspector.schemes());
    if (!redaction)
        return {.order = {}, .problem = core::describe(redaction.error())};
    const auto format = Format(m_format->currentData().toInt());
    const auto columns
        = formats::readCsvColumns(format == Format::Csv ? m_columns->text() : QString());
    if (!columns)
        return {.order = {}, .problem = core::describe(columns.error())};
    const auto listening = m_inspector.listening();
    const QString origin = listening ? listening->urls.value(0) : u"https://localhost:8443"_s;
    inspector::ExportOrder order{
        .format = format,
        .target = {.origin = origin.toUtf8(),
                   .authorityFile = m_inspector.places().tlsFolder() + u"/ca.pem"_s},
        .columns = *columns,
        .byteOrderMark = format == Format::Csv && m_mark->isChecked(),
        .leftOut = leftOut(),
        .redaction = *redaction};
    while (order.target.origin.endsWith('/'))
        order.target.origin.chop(1);
    if (scope() != All)
        order.only = scope() == Selected ? m_webhooks.selected : m_webhooks.shown;
    return {.order = order, .problem = {}};
}

// A name that is free, in the folder that was chosen last; not where the user wrote one.
void ExportDialog::suggestTarget()
{
    if (m_target->text() != m_suggested)
        return;
    const QString folder
        = m_suggested.isEmpty() ? usualFolder() : QFileInfo(m_suggested).absolutePath();
    const QString suffix = suffixOf(Format(m_format->currentData().toInt()));
    const QString name = u"webhooks-"_s + QDate::currentDate().toString(Qt::ISODate);
    QString file = QDir(folder).filePath(name + suffix);
    for (int number = 2; QFileInfo::exists(file); ++number)
        file = QDir(folder).filePath(u"%1-%2%3"_s.arg(name).arg(number).arg(suffix));
    m_suggested = QDir::toNativeSeparators(file);
    m_target->setText(m_suggested);
}

Format ExportDialog::format() const { return Format(m_format->currentData().toInt()); }

void ExportDialog::setFormat(Format format)
{
    if (const int place = m_format->findData(int(format)); place >= 0)
        m_format->setCurrentIndex(place);
}

// Whoever names a file as a table wants one; a folder may be called anything.
void ExportDialog::followName(const QString &name)
{
    const auto named = formatOfName(name.trimmed());
    if (named && !intoFolder())
        setFormat(*named);
}

void ExportDialog::chooseTarget()
{
    const QString file = intoFolder()
        ? QFileDialog::getExistingDirectory(this, tr("Export into a folder"),
                                            QFileInfo(m_target->text()).absolutePath())
        : QFileDialog::getSaveFileName(this, tr("Export to"), m_target->text(), {}, nullptr,
                                       QFileDialog::DontConfirmOverwrite);
    if (file.isEmpty())
        return;
    m_target->setText(QDir::toNativeSeparators(file));
    followName(file);
}

void ExportDialog::tell(const core::Error &error)
{
    m_failed = true;
    m_note->setNote(NoteBox::Kind::Bad, error.what, error.why);
    m_note->setAction({});
}

void ExportDialog::start()
{
    look();
    const Asked now = asked();
    const auto store = m_inspector.store();
    if (!now.order || !store || !m_export->isEnabled())
        return;
    const QString target = QDir::fromNativeSeparators(m_target->text().trimmed());
    if (intoFolder() && !QDir().mkpath(target))
        return tell({.what = tr("Cannot make the folder %1.").arg(m_target->text()), .why = {}});
    m_failed = false;
    m_run.start(store->path, *now.order, target, count());
    setWriting(true);
}

void ExportDialog::setWriting(bool writing)
{
    m_fields->setDisabled(writing);
    m_target->setDisabled(writing);
    m_choose->setDisabled(writing);
    m_facts->setVisible(!writing);
    m_bar->setVisible(writing);
    m_bar->setValue(0);
    showFacts();
}

// While it writes: only that ends, and what was asked stays.
void ExportDialog::reject()
{
    if (m_run.running())
        return m_run.stop();
    ContentDialog::reject();
}

} // namespace ui
