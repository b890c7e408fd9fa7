// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/allowedages.h"

#include "inspector/inspector.h"
#include "signature/catalogue.h"
#include "signature/schemejson.h"
#include "ui/dialogs/labels.h"

#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using signature::Scheme;

namespace ui
{
namespace
{

constexpr int anyAge = -1;
constexpr int longestAge = 366 * 86'400;

int secondsOf(const Scheme &scheme)
{
    return int(std::clamp<qint64>(scheme.time->tolerance.value_or(anyAge), anyAge, longestAge));
}

} // namespace

AllowedAges::AllowedAges(inspector::Inspector &inspector, QWidget *parent)
    : QWidget(parent)
    , m_inspector(inspector)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    using inspector::Inspector;
    connect(&inspector, &Inspector::schemesChanged, this, &AllowedAges::refresh);
    connect(&inspector, &Inspector::endpointsChanged, this, &AllowedAges::refresh);
    connect(&inspector, &Inspector::opened, this, &AllowedAges::refresh);
    rebuild();
}

QList<AllowedAges::Row> AllowedAges::wanted() const
{
    QList<Row> rows;
    for (const capture::Endpoint &endpoint : m_inspector.endpoints()) {
        const auto scheme = m_inspector.schemes().find(endpoint.scheme);
        if (!scheme || !scheme->time)
            continue;
        const auto known = std::find_if(
            rows.begin(), rows.end(), [&](const Row &row) { return row.scheme.id == scheme->id; });
        if (known == rows.end())
            rows.append({*scheme, u"%1 (%2)"_s.arg(scheme->name, endpoint.path)});
        else
            known->words = u"%1, %2)"_s.arg(known->words.chopped(1), endpoint.path);
    }
    return rows;
}

// A field that has just changed its scheme must stay: it is asking.
void AllowedAges::refresh()
{
    const QList<Row> rows = wanted();
    const bool same = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                 [](const Row &a, const Row &b) { return a.words == b.words; });
    if (!same)
        return rebuild();
    const auto store = m_inspector.store();
    setEnabled(store && !store->readOnly);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        m_rows[i].scheme = rows[i].scheme;
        const QSignalBlocker blocker(m_rows[i].field);
        m_rows[i].field->setValue(secondsOf(rows[i].scheme));
    }
}

void AllowedAges::rebuild()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    m_rows = wanted();
    for (Row &row : m_rows)
        addRow(row);
    if (m_rows.isEmpty())
        m_column->addWidget(mutedLabel(tr("No endpoint has a scheme that signs a time.")));
    refresh();
}

void AllowedAges::addRow(Row &row)
{
    row.field = new QSpinBox;
    row.field->setRange(anyAge, longestAge);
    row.field->setSpecialValueText(tr("any age"));
    row.field->setSuffix(tr(" s"));
    row.field->setGroupSeparatorShown(true);
    row.field->setKeyboardTracking(false);
    row.field->setAlignment(Qt::AlignRight);
    row.field->setMinimumWidth(fontMetrics().averageCharWidth() * 16);
    row.field->setAccessibleName(tr("Allowed age for %1").arg(row.words));
    row.field->findChild<QLineEdit *>()->setAccessibleName(row.field->accessibleName());
    auto *name = wrappedLabel(row.words);
    name->setBuddy(row.field);
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(name, 1);
    layout->addWidget(row.field);
    m_column->addWidget(line);
    connect(row.field, &QSpinBox::valueChanged, this,
            [this, id = row.scheme.id](int seconds) { change(id, seconds); });
}

void AllowedAges::change(const QString &scheme, int seconds)
{
    auto changed = m_inspector.schemes().find(scheme);
    if (!changed || !changed->time)
        return;
    changed->time->tolerance = seconds == anyAge ? std::nullopt : std::optional<qint64>(seconds);
    auto shipped = signature::schemeById(scheme);
    if (shipped)
        signature::makeOwn(*shipped);
    signature::makeOwn(*changed);
    if (shipped == changed)
        m_inspector.removeScheme(scheme);
    else
        m_inspector.putScheme(*changed);
}

void AllowedAges::restoreDefaults()
{
    for (const Row &row : QList(m_rows)) {
        const auto shipped = signature::schemeById(row.scheme.id);
        if (shipped && shipped->time)
            row.field->setValue(secondsOf(*shipped));
    }
}

} // namespace ui
