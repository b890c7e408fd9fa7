// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/comparedialog.h"

#include "models/bodypatch.h"
#include "models/ignoredplaces.h"
#include "ui/dialogs/comparedtitles.h"
#include "ui/dialogs/comparisontable.h"
#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/labels.h"
#include "ui/icons.h"
#include "ui/views/messagepage.h"
#include "ui/views/segmentedbar.h"
#include "ui/windowroom.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace ui
{

using models::CompareMode;
using models::Comparison;

namespace
{

const QString ignoredKey = u"compare/ignored"_s;
const QString modeKey = u"compare/mode"_s;
const QString usuallyIgnored = u"Smile-Signature, Smile-Timestamp, updated_at"_s;

} // namespace

CompareDialog::CompareDialog(inspector::Inspector &inspector, QSettings &settings, QWidget *parent)
    : ContentDialog(parent)
    , m_inspector(inspector)
    , m_settings(settings)
    , m_titles(new ComparedTitles)
    , m_modes(new SegmentedBar({tr("Fields"), tr("Lines"), tr("Side by side"), tr("Bytes")}))
    , m_ignored(new QLineEdit)
    , m_showIgnored(new QCheckBox(tr("Show i&gnored")))
    , m_problem(problemLabel())
    , m_pages(new QStackedWidget)
    , m_table(new ComparisonTable)
    , m_equal(new MessagePage)
    , m_count(new QLabel)
    , m_previous(new QPushButton(icon(u"chevron-up"_s), tr("&Previous")))
    , m_next(new QPushButton(icon(u"chevron-down"_s), tr("&Next")))
    , m_patch(new QPushButton(tr("&Copy as patch")))
{
    build();
    connectParts();
}

void CompareDialog::build()
{
    setWindowTitle(tr("Compare"));
    content()->addWidget(m_titles);
    content()->addWidget(buildTools());
    content()->addWidget(m_problem);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_equal);
    content()->addWidget(m_pages, 1);
    buildFooter();
    const QSize wanted(fontMetrics().averageCharWidth() * 156, fontMetrics().height() * 34);
    resize(wanted.boundedTo(roomForWindow(*this)));
}

QWidget *CompareDialog::buildTools()
{
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    auto *label = new QLabel(tr("&Ignore:"));
    label->setBuddy(m_ignored);
    m_ignored->setText(m_settings.value(ignoredKey, usuallyIgnored).toString());
    m_ignored->setClearButtonEnabled(true);
    m_ignored->setAccessibleName(tr("Headers and members that do not count"));
    m_ignored->setToolTip(tr("With commas between: names of headers and JSON members, paths such "
                             "as $.data.id, JSON pointers such as /data/id"));
    m_showIgnored->setToolTip(tr("Compare all there is, and keep what is to be ignored"));
    m_modes->setCurrent(std::clamp(m_settings.value(modeKey).toInt(), 0, 3));
    m_modes->setAccessibleName(tr("How to compare"));
    row->addWidget(m_modes);
    row->addSpacing(12);
    row->addWidget(label);
    row->addWidget(m_ignored, 1);
    row->addWidget(m_showIgnored);
    return tools;
}

void CompareDialog::buildFooter()
{
    auto *swapped = new QPushButton(tr("&Swap"));
    auto *close = new QPushButton(tr("Close"));
    m_next->setToolTip(tr("Go to the next difference (F7)"));
    m_previous->setToolTip(tr("Go to the difference before (Shift+F7)"));
    for (QPushButton *button : {m_previous, m_next, swapped, m_patch, close})
        button->setAutoDefault(false);
    connect(swapped, &QPushButton::clicked, this, &CompareDialog::swap);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    footer()->addLeft(m_previous);
    footer()->addLeft(m_next);
    footer()->addLeft(m_count);
    footer()->addRight(swapped);
    footer()->addRight(m_patch);
    footer()->addRight(close);
}

void CompareDialog::connectParts()
{
    connect(&m_inspector, &inspector::Inspector::fetched, this, &CompareDialog::take);
    connect(&m_comparing, &Comparing::compared, this, &CompareDialog::show);
    m_typing.setSingleShot(true);
    m_typing.setInterval(250ms);
    connect(&m_typing, &QTimer::timeout, this, &CompareDialog::start);
    connect(m_ignored, &QLineEdit::textChanged, this, [this] {
        m_settings.setValue(ignoredKey, m_ignored->text());
        m_typing.start();
    });
    connect(m_showIgnored, &QCheckBox::toggled, this, [this](bool shown) {
        m_ignored->setDisabled(shown);
        start();
    });
    connect(m_modes, &SegmentedBar::chosen, this, [this](int mode) {
        m_settings.setValue(modeKey, mode);
        start();
    });
    connect(m_table, &ComparisonTable::fittingBytesChanged, this, &CompareDialog::refit);
    connect(m_next, &QPushButton::clicked, this, [this] { m_table->goToChange(1); });
    connect(m_previous, &QPushButton::clicked, this, [this] { m_table->goToChange(-1); });
    connect(m_patch, &QPushButton::clicked, this, &CompareDialog::copyPatch);
    connect(new QShortcut(Qt::Key_F7, this), &QShortcut::activated, this,
            [this] { m_table->goToChange(1); });
    connect(new QShortcut(Qt::SHIFT | Qt::Key_F7, this), &QShortcut::activated, this,
            [this] { m_table->goToChange(-1); });
}

void CompareDialog::compare(qint64 left, qint64 right)
{
    m_leftId = left;
    m_rightId = right;
    m_left = {};
    m_right = {};
    m_inspector.fetch(left);
    m_inspector.fetch(right);
}

void CompareDialog::take(const inspector::Details &details)
{
    if (details.id == m_leftId && !m_left.delivery)
        m_left = details;
    else if (details.id == m_rightId && !m_right.delivery)
        m_right = details;
    else
        return;
    start();
}

void CompareDialog::swap()
{
    std::swap(m_left, m_right);
    std::swap(m_leftId, m_rightId);
    start();
}

QStringList CompareDialog::ignored() const
{
    return m_showIgnored->isChecked() ? QStringList() : models::ignoredFromText(m_ignored->text());
}

void CompareDialog::start()
{
    if (!m_left.delivery || !m_right.delivery)
        return;
    showTitles();
    const auto wrong = models::misread(ignored());
    setProblem(m_problem,
               wrong ? tr("“%1” is not understood: a path reads $.data.items[0].id, a JSON pointer "
                          "/data/items/0/id.")
                           .arg(*wrong)
                     : QString());
    m_count->setText(tr("Comparing…"));
    m_refits = false;
    m_waits = true;
    m_comparing.compare({m_left.delivery, m_right.delivery, CompareMode(m_modes->current()),
                         ignored(), m_table->fittingBytes()});
}

void CompareDialog::refit()
{
    if (CompareMode(m_modes->current()) != CompareMode::Bytes)
        return;
    const bool inSight = (!m_waits || m_refits) && m_table->comparison().mode == CompareMode::Bytes;
    start();
    m_refits = inSight;
}

void CompareDialog::show(const Comparison &comparison)
{
    m_waits = false;
    const int before = m_refits ? m_table->currentIndex().row() : -1;
    const int bytesBefore = m_table->comparison().bytesOfRow;
    m_table->setComparison(comparison, u"#%1"_s.arg(m_leftId), u"#%1"_s.arg(m_rightId));
    const bool any = comparison.differences > 0;
    if (!any)
        showEqual(comparison);
    m_pages->setCurrentWidget(any ? static_cast<QWidget *>(m_table) : m_equal);
    QString count
        = any ? tr("%n difference(s)", nullptr, int(comparison.differences)) : tr("No differences");
    if (comparison.ignored > 0)
        count += tr("; %L1 ignored").arg(comparison.ignored);
    if (comparison.cut)
        count += tr(", and more than is shown");
    if (!comparison.aligned)
        count += tr("; by offset, since too much differs to be aligned");
    m_count->setText(count);
    m_next->setEnabled(any);
    m_previous->setEnabled(any);
    showPatch();
    if (any && before >= 0)
        m_table->goToRow(before * bytesBefore / comparison.bytesOfRow);
    else if (any)
        m_table->goToChange(1);
}

void CompareDialog::showEqual(const Comparison &comparison)
{
    const bool bytes = comparison.mode == CompareMode::Bytes;
    const int ignored = int(comparison.ignored);
    QString text = bytes ? tr("Both bodies are the same, byte for byte.")
        : ignored > 0    ? tr("Both bodies and headers are the same, apart from %n ignored "
                                 "difference(s).",
                              nullptr, ignored)
                         : tr("Both bodies and headers are the same.");
    if (comparison.cut)
        text += u' ' + tr("Of long bodies only the beginning was compared.");
    m_equal->setMessage(u"compare"_s, tr("No differences"), text);
    if (ignored > 0)
        connect(m_equal->addButton(tr("Show ignored")), &QPushButton::clicked, m_showIgnored,
                [this] { m_showIgnored->setChecked(true); });
}

void CompareDialog::showPatch()
{
    const bool can = models::canPatch(*m_left.delivery, *m_right.delivery);
    const bool same = m_left.delivery->request.body == m_right.delivery->request.body;
    m_patch->setEnabled(can);
    m_patch->setToolTip(can        ? tr("What makes the right body of the left one, ignored places "
                                               "included, as the program patch takes it")
                            : same ? tr("Both bodies are the same")
                                   : tr("Of bodies that are text and no longer than 1 MB"));
}

void CompareDialog::showTitles()
{
    m_titles->show(m_left, m_right);
    setWindowTitle(tr("Compare #%1 and #%2").arg(m_leftId).arg(m_rightId));
}

void CompareDialog::copyPatch()
{
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(models::bodyPatch(*m_left.delivery, *m_right.delivery)));
    m_patch->setText(tr("Copied"));
    QTimer::singleShot(2s, m_patch, [this] { m_patch->setText(tr("&Copy as patch")); });
}

} // namespace ui
