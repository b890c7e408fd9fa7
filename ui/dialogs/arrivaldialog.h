// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/dialogs/arrivalchecks.h"
#include "ui/dialogs/contentdialog.h"
#include "ui/trustwatch.h"

#include <QTimer>

namespace inspector
{
struct Details;
}
namespace models
{
class DeliveryModel;
}

namespace ui
{

class PublicAddress;
class StepRow;

// "It does not arrive": what has to be so before a webhook arrives, checked as far as that can be
// done from here. It sends nothing unless the address is to be checked.
class ArrivalDialog : public ContentDialog
{
    Q_OBJECT

public:
    ArrivalDialog(inspector::Inspector &inspector, const models::DeliveryModel &model,
                  QWidget *parent = nullptr);

    void setPublicUrl(const QString &url); // unless one is there; empty: the endpoints' own
    void checkTrust(); // again: the system's certificates, or the listener's, may be others now

Q_SIGNALS:
    void settingsWanted();
    void trustWanted();
    void reachWanted();

private:
    StepRow *add(QVBoxLayout &column, ArrivalCheck (*check)(const ArrivalFacts &));
    void addLink(StepRow *row, const QString &text, void (ArrivalDialog::*wanted)());
    void build();
    void look();
    void tell(StepRow *row, const ArrivalCheck &check);
    void takeDetails(const inspector::Details &details);

    struct Line {
        StepRow *row;
        ArrivalCheck (*check)(const ArrivalFacts &);
    };

    inspector::Inspector &m_inspector;
    const models::DeliveryModel &m_model;
    TrustWatch m_trust;
    TrustState m_found = TrustState::Unknown;
    QTimer m_soon;
    QTimer m_ages; // what was "0 s ago" does not stay so
    QList<Line> m_lines;
    PublicAddress *m_address;
    qint64 m_asked = 0; // the refusal whose bytes are known or on their way
    QString m_refusedLine;
};

} // namespace ui
