// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/reachdialog.h"

#include "inspector/inspector.h"
#include "ui/dialogs/commandbox.h"
#include "ui/dialogs/dialogfooter.h"
#include "ui/dialogs/labels.h"
#include "ui/dialogs/notebox.h"
#include "ui/dialogs/publicaddress.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

// For a POSIX shell.
QString quoted(QString file) { return u'\'' + file.replace(u'\'', "'\\''"_L1) + u'\''; }

} // namespace

ReachDialog::ReachDialog(inspector::Inspector &inspector, QWidget *parent)
    : ContentDialog(parent)
    , m_inspector(inspector)
    , m_state(problemLabel())
{
    setWindowTitle(tr("Reach me from the internet"));
    content()->setSpacing(6);
    content()->addWidget(
        wrappedLabel(tr("Smile sends from the internet and needs a certificate that everybody "
                        "trusts. A tunnel gives you such an address and forwards to this app. Run "
                        "one of these in a terminal.")));
    content()->addWidget(m_state);
    m_cloudflared = addWay(*content(), tr("Cloudflare Tunnel"),
                           tr("Prints an address that ends in trycloudflare.com. It checks the "
                              "local certificate against the authority's file."));
    m_ngrok = addWay(*content(), tr("ngrok"),
                     tr("Needs an account. It does not check the local certificate."));
    m_ssh = addWay(*content(), tr("Your own server"),
                   tr("The web server there keeps its certificate and passes requests on to "
                      "https://127.0.0.1:8443. Put your server's name in place of example.com."));
    content()->addSpacing(10);
    content()->addWidget(separator());
    content()->addSpacing(4);
    content()->addWidget(headingLabel(tr("Check the public address")));
    content()->addWidget(mutedLabel(tr("Sends one signed ping to it and says where it arrived.")));
    auto *address = new PublicAddress(inspector);
    content()->addWidget(address);
    content()->addWidget(address->finding());
    content()->addStretch(1);
    auto *close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    footer()->addRight(close);
    resize(fontMetrics().height() * 34, 0);
    address->edit()->setFocus();
    fillCommands();
    connect(&inspector, &inspector::Inspector::listeningStarted, this, &ReachDialog::fillCommands);
    connect(&inspector, &inspector::Inspector::listeningStopped, this, &ReachDialog::fillCommands);
}

CommandBox *ReachDialog::addWay(QVBoxLayout &column, const QString &title, const QString &text)
{
    column.addSpacing(8);
    column.addWidget(headingLabel(title));
    column.addWidget(mutedLabel(text));
    auto *box = new CommandBox(title);
    column.addWidget(box);
    return box;
}

void ReachDialog::fillCommands()
{
    const auto listening = m_inspector.listening();
    const auto port = QString::number(listening ? listening->port : 8443);
    const auto authority = quoted(m_inspector.places().tlsFolder() + "/ca.pem"_L1);
    setProblem(m_state,
               listening ? QString() : tr("Nothing listens now: a tunnel would find nobody."));
    m_cloudflared->setCommand(
        u"cloudflared tunnel --url https://localhost:%1 --origin-ca-pool %2"_s.arg(port,
                                                                                   authority));
    m_ngrok->setCommand(u"ngrok http https://localhost:%1"_s.arg(port));
    m_ssh->setCommand(u"ssh -N -R 127.0.0.1:8443:localhost:%1 you@example.com"_s.arg(port));
}

} // namespace ui
