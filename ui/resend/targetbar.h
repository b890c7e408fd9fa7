// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/resend/targetnote.h"
#include "ui/resend/targets.h"

#include <QWidget>

class QActionGroup;
class QComboBox;
class QToolButton;

namespace ui
{

// A URL to send to, out of those used before, and how far its certificate is trusted.
class TargetBar : public QWidget
{
    Q_OBJECT

public:
    explicit TargetBar(const QSettings &settings, QWidget *parent = nullptr);

    SendTarget target() const;
    void setTarget(const SendTarget &target);
    // Lists such targets besides those used before; the first one stands there as long as none was.
    void offer(const QList<SendTarget> &targets, const QString &what);
    QUrl url() const; // invalid: what stands there is none
    QString trouble() const; // why nothing can be sent there; empty: something can
    QString takenForGranted() const; // says which URL is meant by one without a scheme
    TargetNote *newNote(TargetNote::Room room, QWidget *parent); // of either, for under the bar
    void closeList(); // of what was used before and begins so, when it is chosen by other keys

Q_SIGNALS:
    void changed();

private:
    void buildTrust();
    void followUrl();
    void takeKnown(int index);
    void chooseAuthority();
    void choosePin();
    void trust(const SendTarget &how); // its URL does not count
    void showTrust();
    QString typed() const; // with the scheme that goes without saying
    QString remark() const;
    void markTrust(); // in the menu

    QList<SendTarget> m_used;
    QList<SendTarget> m_known; // as they are listed: those used, then those offered
    SendTarget m_trusted; // without its URL
    QString m_server; // that is trusted so
    QComboBox *m_url;
    QToolButton *m_trust;
    QActionGroup *m_choices; // of its menu
};

} // namespace ui
