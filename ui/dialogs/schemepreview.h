// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/inspector.h"

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
    const capture::DeliveryPtr &delivery() const { return m_delivery; } // null: there is none
    const QByteArray &senderUrl() const { return m_url; }
    const signature::Secrets &secrets() const { return m_inspector.secrets(m_endpoint); }

Q_SIGNALS:
    void deliveryChanged();
    void fillWanted();

private:
    static constexpr qint64 largest = 1024 * 1024; // bytes of body: it is judged at each keystroke
    static constexpr int offered = 50;

    void build();
    void takeRecent(const QString &endpoint, const QList<capture::Summary> &rows);
    void takeDetails(const inspector::Details &details);
    void showOutcome();

    inspector::Inspector &m_inspector;
    QString m_endpoint;
    std::optional<signature::Scheme> m_scheme;
    capture::DeliveryPtr m_delivery;
    QByteArray m_url;
    QComboBox *m_deliveries;
    QPushButton *m_fill;
    SentenceLabel *m_verdict;
    QLabel *m_size;
    QPlainTextEdit *m_text;
    HexView *m_hex;
};

} // namespace ui
