// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "capture/summary.h"
#include "core/result.h"

#include <QScrollArea>

class QLabel;
class QLineEdit;

namespace capture
{
struct Attempt;
}
namespace inspector
{
class Inspector;
}

namespace ui
{

class AddressStep;
class LinkButton;
class SecretStep;
class StepRow;
class WaitingStrip;

// The set-up in the window: what to do so that the first webhook arrives. It is over when one did.
class FirstRunPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit FirstRunPage(inspector::Inspector &inspector, QWidget *parent = nullptr);

Q_SIGNALS:
    void trustWanted();
    void settingsWanted();
    void certificateWanted();
    void checksWanted(const QString &publicUrl); // why nothing arrives; empty: no address yet
    void doneWanted(); // a webhook arrived, or the user wants the list

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    QWidget *buildHead();
    StepRow *buildListening();
    StepRow *buildPortal();
    void connectInspector();
    void follow(); // what the steps show
    void followListening(const core::Error &error = {});
    void take(const QList<capture::Summary> &rows);
    void takePing(const capture::Attempt &attempt);
    void copyAddress();
    void pasteSecret();

    inspector::Inspector &m_inspector;
    QWidget *m_column;
    StepRow *m_listening;
    QLabel *m_local;
    LinkButton *m_port;
    AddressStep *m_address;
    StepRow *m_portal;
    QLineEdit *m_portalUrl;
    SecretStep *m_secret;
    WaitingStrip *m_strip;
    bool m_portalDone = false; // the address was taken along
    qint64 m_refused = 0;
};

} // namespace ui
