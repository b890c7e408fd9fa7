// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLineEdit;
class QListWidget;
class QMenu;
class QPushButton;
class QToolButton;

namespace ui
{

// Builds the text that is signed from chips: added from a menu, moved by dragging or with
// Alt+Left and Alt+Right, removed with Delete. The template beside them says the same as text.
class MessageChips : public QWidget
{
    Q_OBJECT

public:
    explicit MessageChips(QWidget *parent = nullptr);

    void setMessage(const QByteArray &message);
    QByteArray message() const;

    void add(const QByteArray &piece); // behind the chip that is selected
    void move(int step); // the selected one; -1: to the left
    void remove();

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    QMenu *buildMenu();
    void addNamed(const QString &label, const QString &source, const QString &example);
    void addText();
    QByteArrayList pieces() const;
    void showChips(const QByteArrayList &pieces, int selected);
    void take(const QByteArrayList &pieces, int selected);
    void takeChips(); // they were moved
    void showButtons();

    QListWidget *m_chips;
    QLineEdit *m_text;
    QToolButton *m_add;
    QPushButton *m_left;
    QPushButton *m_right;
    QPushButton *m_remove;
    bool m_showing = false; // the chips follow the template
};

} // namespace ui
