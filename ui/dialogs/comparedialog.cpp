// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/comparedialog.h"

#include "inspector/inspector.h"
#include "models/rowtext.h"
#include "ui/dialogs/comparisontable.h"
#include "ui/dialogs/dialogfooter.h"
#include "ui/icons.h"
#include "ui/views/segmentedbar.h"
#include "ui/windowroom.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>

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
    , m_titles(new QLabel)
    , m_modes(new SegmentedBar({tr("Fields"), tr("Lines"), tr("Side by side"), tr("Bytes")}))
    , m_ignored(new QLineEdit)
    , m_table(new ComparisonTable)
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
    m_titles->setTextFormat(Qt::PlainText);
    m_titles->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_titles->setAccessibleName(tr("The two webhooks"));
    content()->addWidget(m_titles);
    content()->addWidget(buildTools());
    content()->addWidget(m_table, 1);
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
    m_ignored->setToolTip(tr("Names of headers and JSON members, separated by commas"));
    m_modes->setCurrent(std::clamp(m_settings.value(modeKey).toInt(), 0, 3));
    m_modes->setAccessibleName(tr("How to compare"));
    row->addWidget(m_modes);
    row->addSpacing(12);
    row->addWidget(label);
    row->addWidget(m_ignored, 1);
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
    connect(m_modes, &SegmentedBar::chosen, this, [this](int mode) {
        m_settings.setValue(modeKey, mode);
        start();
    });
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
    m_left.reset();
    m_right.reset();
    m_inspector.fetch(left);
    m_inspector.fetch(right);
}

void CompareDialog::take(const inspector::Details &details)
{
    if (details.id == m_leftId && !m_left)
        m_left = details.delivery;
    else if (details.id == m_rightId && !m_right)
        m_right = details.delivery;
    else
        return;
    if (m_left && m_right)
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
    QStringList names = m_ignored->text().split(u',', Qt::SkipEmptyParts);
    for (QString &name : names)
        name = name.trimmed();
    return names;
}

void CompareDialog::start()
{
    if (!m_left || !m_right)
        return;
    showTitles();
    m_count->setText(tr("Comparing…"));
    m_comparing.compare({m_left, m_right, CompareMode(m_modes->current()), ignored()});
}

void CompareDialog::show(const Comparison &comparison)
{
    m_table->setComparison(comparison, u"#%1"_s.arg(m_leftId), u"#%1"_s.arg(m_rightId));
    const bool any = comparison.differences > 0;
    QString count
        = any ? tr("%n difference(s)", nullptr, int(comparison.differences)) : tr("No differences");
    if (comparison.ignored > 0)
        count += tr("; %L1 ignored").arg(comparison.ignored);
    if (comparison.cut)
        count += tr(", and more than is shown");
    m_count->setText(count);
    m_next->setEnabled(any);
    m_previous->setEnabled(any);
    m_patch->setEnabled(any && comparison.mode != CompareMode::Bytes);
    if (any)
        m_table->goToChange(1);
}

// "#2414  24 Nov 2024 14:32:15.977  customer/updated"
static QString nameOf(const capture::Delivery &delivery)
{
    const QString time = models::fullTimeText(delivery.receivedAt);
    return u"#%1  %2  %3"_s.arg(delivery.id).arg(time, delivery.event.topic);
}

void CompareDialog::showTitles()
{
    m_titles->setText(nameOf(*m_left) + u'\n' + nameOf(*m_right));
    setWindowTitle(tr("Compare #%1 and #%2").arg(m_leftId).arg(m_rightId));
}

void CompareDialog::copyPatch()
{
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(models::patch(*m_left, *m_right, ignored())));
    m_patch->setText(tr("Copied"));
    QTimer::singleShot(2s, m_patch, [this] { m_patch->setText(tr("&Copy as patch")); });
}

} // namespace ui
