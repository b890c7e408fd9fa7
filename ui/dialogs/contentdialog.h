// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

class QVBoxLayout;

namespace ui
{

class DialogFooter;

// A dialog of a content column over a footer. It grows when its content needs more height for the
// width it has, which a dialog with wrapped sentences does not do by itself.
class ContentDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ContentDialog(QWidget *parent = nullptr);

protected:
    QVBoxLayout *content() const { return m_content; }
    DialogFooter *footer() const { return m_footer; }
    bool event(QEvent *event) override;

private:
    void fit();

    QVBoxLayout *m_content;
    DialogFooter *m_footer;
};

} // namespace ui
