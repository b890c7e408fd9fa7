// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/diagnosis.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace ui
{

class LinkButton;

// What a diagnosis tried, unfolded on demand: each kind of mistake, how often, and that it did not
// fit.
class TriedView : public QWidget
{
    Q_OBJECT

public:
    explicit TriedView(QWidget *parent = nullptr);

    void show(const signature::Diagnosis &diagnosis, const QStringList &secrets);
    bool isUnfolded() const;

public Q_SLOTS:
    void setUnfolded(bool unfolded);

private:
    void fill(const signature::Diagnosis &diagnosis, const QStringList &secrets);
    void addRow(const QString &what, const QString &outcome);

    LinkButton *m_fold;
    QWidget *m_list;
    QGridLayout *m_grid = nullptr;
    int m_tried = 0;
};

} // namespace ui
