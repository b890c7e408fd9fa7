// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "resend/resendclient.h"

namespace inspector
{

class Inspector;

// Sends requests on the net thread. An Inspector owns it; lives on the main thread.
class Sending : public QObject
{
    Q_OBJECT

public:
    explicit Sending(Inspector &inspector);

public Q_SLOTS:
    void send(const resend::Order &order); // finished, once

Q_SIGNALS:
    void finished(const capture::Attempt &attempt);

private:
    resend::ResendClient *m_client; // on the net thread, and gone with it
};

} // namespace inspector
