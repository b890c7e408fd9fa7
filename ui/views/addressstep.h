// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/views/steprow.h"

#include <QUrl>

class QButtonGroup;
class QPushButton;
class QRadioButton;

namespace inspector
{
class Inspector;
}

namespace ui
{

class PublicAddress;

// The step of the set-up that finds the address which Smile can reach.
class AddressStep : public StepRow
{
    Q_OBJECT

public:
    enum class Choice { Tunnel, OwnName, NotNow };
    Q_ENUM(Choice)

    AddressStep(int number, inspector::Inspector &inspector, QWidget *parent = nullptr);

    Choice choice() const;
    bool settled() const; // nothing is left to do here
    QString webhookUrl() const; // what goes into the portal; empty: not known yet
    PublicAddress *address() const { return m_address; }

Q_SIGNALS:
    void changed();
    void certificateWanted();

private:
    QRadioButton *addChoice(Choice choice, const QString &text, QWidget *beside);
    QString ownName() const; // of the certificate in use; empty: it is only for this computer

    inspector::Inspector &m_inspector;
    QButtonGroup *m_choices;
    PublicAddress *m_address;
    QPushButton *m_certificate;
};

} // namespace ui
