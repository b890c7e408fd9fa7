// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>

class QListWidget;

namespace ui
{

// What a filter can ask for: each field and each way to put terms together, an example and what it
// means. Goes when one is chosen.
class SyntaxPopup : public QFrame
{
    Q_OBJECT

public:
    explicit SyntaxPopup(QWidget *parent);

    // Under an anchor of the same window, as far to the left as it takes to stay within that
    // window; what does not fit in its height is scrolled to.
    void openUnder(const QWidget &anchor);

Q_SIGNALS:
    void chosen(const QString &example);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill();
    void addTitle(const QString &title);
    void addRow(const QString &example, const QString &meaning);
    void take();

    QListWidget *m_list;
};

} // namespace ui
