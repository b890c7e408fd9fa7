// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"
#include "ui/views/background.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace ui
{

class HexView;
class SentenceLabel;

// What a scheme makes of a delivery: the verdict with the endpoint's secrets, and the exact bytes
// that it signs.
class SchemePreview : public QWidget
{
    Q_OBJECT

public:
    SchemePreview(inspector::Inspector &inspector, const QString &endpoint,
                  QWidget *parent = nullptr);

    void setScheme(const std::optional<signature::Scheme> &scheme); // nothing: it is not whole
    void prefer(qint64 delivery); // to begin with; one of another endpoint does not count
    const capture::DeliveryPtr &delivery() const { return m_delivery; } // null: there is none
    const signature::Context &context() const { return m_context; } // of that delivery
    const signature::Secrets &secrets() const { return m_inspector.secrets(m_endpoint); }

Q_SIGNALS:
    void deliveryChanged();
    void fillWanted();

private:
    static constexpr qint64 largest = 32 * 1024 * 1024; // bytes of body
    static constexpr int offered = 50;

    void build();
    void takeRecent(const QString &endpoint, const QList<capture::Summary> &rows);
    void takeDetails(const inspector::Details &details);
    void offer(const inspector::Details &details);
    void tryOut();
    void take(const Trial &trial);
    QString sizeText(const signature::Evidence &evidence) const;
    void showText(const QByteArray &text);

    inspector::Inspector &m_inspector;
    QString m_endpoint;
    std::optional<signature::Scheme> m_scheme;
    capture::DeliveryPtr m_delivery;
    signature::Context m_context;
    qint64 m_preferred = 0;
    Background m_background;
    QComboBox *m_deliveries;
    QPushButton *m_fill;
    SentenceLabel *m_verdict;
    QLabel *m_size;
    QPlainTextEdit *m_text;
    HexView *m_hex;
};

} // namespace ui
