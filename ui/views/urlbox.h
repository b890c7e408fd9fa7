// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QToolButton;

namespace ui
{

// The address that senders are to be given, and a button that copies it.
class UrlBox : public QFrame
{
    Q_OBJECT

public:
    explicit UrlBox(QWidget *parent = nullptr);

    QString url() const;

public Q_SLOTS:
    void setUrls(const QStringList &urls); // empty: nothing listens
    void copy();

Q_SIGNALS:
    void copied(const QString &url);
    void settingsWanted();
    void testCommandWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void fit();
    void copyText(const QString &text);

    QStringList m_urls;
    QLabel *m_lock;
    QLineEdit *m_text;
    QToolButton *m_copy;
};

} // namespace ui
