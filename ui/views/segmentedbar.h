// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QButtonGroup>
#include <QWidget>

namespace ui
{

// A row of joined buttons of which one is chosen, like [Tree|Pretty|Text|Hex].
class SegmentedBar : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedBar(const QStringList &labels, QWidget *parent = nullptr);

    int current() const { return m_buttons->checkedId(); }
    void setCurrent(int segment); // says nothing
    bool isSegmentEnabled(int segment) const;
    void setSegmentEnabled(int segment, bool enabled, const QString &why = {});

Q_SIGNALS:
    void chosen(int segment);

private:
    void takeFocusAlong(QAbstractButton *segment, bool chosen);

    QButtonGroup *m_buttons;
};

} // namespace ui
