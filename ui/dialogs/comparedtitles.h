// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"

#include <QWidget>

#include <array>

class QGridLayout;
class QLabel;

namespace ui
{

// Which two webhooks are compared, a line each: number, time, topic and both verdicts, as they are
// judged by now.
class ComparedTitles : public QWidget
{
    Q_OBJECT

public:
    explicit ComparedTitles(QWidget *parent = nullptr);

    void show(const inspector::Details &left, const inspector::Details &right);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line {
        QLabel *name = nullptr;
        QLabel *signatureIcon = nullptr;
        QLabel *signature = nullptr;
        QLabel *freshnessIcon = nullptr;
        QLabel *freshness = nullptr;
        signature::Verdict verdict;
    };

    void build(Line &line, QGridLayout &grid, int row);
    void fill(Line &line, const inspector::Details &details);
    void showIcons();

    std::array<Line, 2> m_lines;
};

} // namespace ui
