// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPushButton>

namespace ui
{

// A button that says a value of any length: where there is no room its middle is left out, and the
// whole stands in its tooltip.
class ElidedButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ElidedButton(QWidget *parent = nullptr);

    void setFullText(const QString &text); // plain

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString shownText() const;
    int textWidth() const; // of the whole
    void explain();

    QString m_text;
};

} // namespace ui
