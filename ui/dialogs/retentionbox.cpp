// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/retentionbox.h"

#include "capture/store.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace ui
{

namespace
{

constexpr qint64 megabyte = 1024 * 1024;
constexpr int mostCount = 100'000'000;
constexpr int mostMegabytes = 1024 * 1024;

// Whether `after` may take away what `before` keeps.
bool stricter(qint64 before, qint64 after) { return after > 0 && (before == 0 || after < before); }

bool stricter(const capture::Retention &before, const capture::Retention &after)
{
    return stricter(before.days, after.days) || stricter(before.count, after.count)
        || stricter(before.bytes, after.bytes);
}

} // namespace

RetentionBox::RetentionBox(QWidget *parent)
    : QWidget(parent)
    , m_apply(new QPushButton(tr("&Apply")))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    m_days = addLimit(*grid, tr("Remove &what is older than"), capture::Store::mostDays, 30,
                      tr(" days"));
    m_count = addLimit(*grid, tr("Keep at &most"), mostCount, 100'000, tr(" webhooks"));
    m_megabytes = addLimit(*grid, tr("Keep the store &below"), mostMegabytes, 2048, tr(" MB"));
    grid->addWidget(m_apply, grid->rowCount(), 1, Qt::AlignRight);
    grid->setColumnStretch(2, 1);
    m_apply->setAutoDefault(false);
    connect(m_apply, &QPushButton::clicked, this, &RetentionBox::apply);
    follow();
}

RetentionBox::Limit RetentionBox::addLimit(QGridLayout &grid, const QString &text, int most,
                                           int offered, const QString &suffix)
{
    const Limit limit{.on = new QCheckBox(text), .value = new QSpinBox};
    limit.value->setRange(1, most);
    limit.value->setValue(offered);
    limit.value->setSuffix(suffix);
    limit.value->setGroupSeparatorShown(true);
    limit.value->setAlignment(Qt::AlignRight);
    limit.value->setMinimumWidth(fontMetrics().averageCharWidth() * 22);
    limit.value->setAccessibleName(limit.on->text().remove(u'&'));
    const int row = grid.rowCount();
    grid.addWidget(limit.on, row, 0);
    grid.addWidget(limit.value, row, 1);
    connect(limit.on, &QCheckBox::toggled, this, &RetentionBox::follow);
    connect(limit.value, &QSpinBox::valueChanged, this, &RetentionBox::follow);
    return limit;
}

void RetentionBox::setRetention(const capture::Retention &retention)
{
    if (retention != m_shown) {
        for (auto *question : findChildren<QMessageBox *>())
            question->reject(); // It was about what is not in effect any more.
    }
    m_shown = retention;
    const auto put = [](const Limit &limit, qint64 value) {
        limit.on->setChecked(value > 0);
        if (value > 0)
            limit.value->setValue(int(std::min<qint64>(value, limit.value->maximum())));
    };
    put(m_days, retention.days);
    put(m_count, retention.count);
    put(m_megabytes, (retention.bytes + megabyte - 1) / megabyte);
    follow();
}

capture::Retention RetentionBox::chosen() const
{
    const auto value
        = [](const Limit &limit) { return limit.on->isChecked() ? limit.value->value() : 0; };
    return {.days = value(m_days), .count = value(m_count), .bytes = value(m_megabytes) * megabyte};
}

void RetentionBox::restoreDefaults()
{
    for (const Limit &limit : {m_days, m_count, m_megabytes})
        limit.on->setChecked(false);
}

void RetentionBox::follow()
{
    for (const Limit &limit : {m_days, m_count, m_megabytes})
        limit.value->setEnabled(limit.on && limit.on->isChecked());
    m_apply->setEnabled(chosen() != m_shown);
}

void RetentionBox::apply()
{
    const capture::Retention retention = chosen();
    if (!stricter(m_shown, retention))
        return Q_EMIT wanted(retention);
    auto *question
        = new QMessageBox(QMessageBox::Warning, tr("Remove webhooks"),
                          tr("Remove the oldest webhooks for good?"), QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(
        tr("What is beyond the limits is removed now, and from then on as others come. It cannot "
           "be undone. Marked webhooks stay, and so does what is still to be sent on."));
    const QPushButton *remove = question->addButton(tr("Remove"), QMessageBox::AcceptRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, [this, retention] { Q_EMIT wanted(retention); });
    question->open();
}

} // namespace ui
