// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/listenerpage.h"

#include "ui/dialogs/labels.h"
#include "ui/dialogs/notebox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHostAddress>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkInterface>
#include <QSignalBlocker>
#include <QSpinBox>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

constexpr auto settleTime = 400ms;
constexpr int firstFreePort = 1024;

// The link-local ones need a scope and serve no sender.
QStringList otherAddresses()
{
    QStringList addresses;
    for (const auto &address : QNetworkInterface::allAddresses()) {
        if (!address.isLoopback() && !address.isLinkLocal())
            addresses.append(address.toString());
    }
    return addresses;
}

} // namespace

QString addressOf(const QString &line)
{
    const auto text = line.trimmed().section(u' ', 0, 0);
    return QHostAddress(text).isNull() ? QString() : text;
}

ListenerPage::ListenerPage(const inspector::Settings &settings, QWidget *parent)
    : SettingsPage(parent)
    , m_address(new QComboBox)
    , m_port(new QSpinBox)
    , m_onStart(new QCheckBox(tr("Listen when the app &starts")))
    , m_addressProblem(problemLabel())
    , m_portHint(problemLabel())
    , m_exposure(new NoteBox)
    , m_problem(new NoteBox)
{
    m_address->setEditable(true);
    m_address->setInsertPolicy(QComboBox::NoInsert);
    m_address->setMinimumContentsLength(30);
    m_port->setRange(1, 65'535);
    m_port->setKeyboardTracking(false);
    m_port->setGroupSeparatorShown(false);
    addHeading(tr("Where senders connect"));
    addRow(tr("&Address"), m_address);
    addWide(m_addressProblem);
    addRow(tr("&Port"), m_port);
    addWide(m_portHint);
    addWide(m_exposure);
    addWide(m_problem);
    addHeading(tr("When the app starts"));
    addWide(m_onStart);
    addRest();
    fillAddresses(settings.address);
    m_port->setValue(settings.port);
    m_onStart->setChecked(settings.listenOnStart);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    m_inForce = settings.address;
    follow();
    m_settle.stop();
    connect(m_address, &QComboBox::currentTextChanged, this, &ListenerPage::follow);
    connect(m_port, &QSpinBox::valueChanged, this, &ListenerPage::follow);
    connect(m_onStart, &QCheckBox::toggled, this, &ListenerPage::follow);
    connect(m_problem, &NoteBox::actionTriggered, this, &ListenerPage::tryAgain);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        m_inForce = address();
        Q_EMIT changed(address(), quint16(m_port->value()), m_onStart->isChecked());
    });
}

void ListenerPage::fillAddresses(const QString &chosen)
{
    m_address->clear();
    m_address->addItem(tr("127.0.0.1 — this computer only"));
    for (const auto &address : otherAddresses())
        m_address->addItem(tr("%1 — this network").arg(address));
    m_address->addItem(tr("0.0.0.0 — every network"));
    for (int item = 0; item < m_address->count(); ++item) {
        if (addressOf(m_address->itemText(item)) == chosen) {
            m_address->setCurrentIndex(item);
            return;
        }
    }
    m_address->setEditText(chosen);
}

QString ListenerPage::address() const { return addressOf(m_address->currentText()); }

void ListenerPage::follow()
{
    const auto where = address();
    setProblem(m_addressProblem,
               where.isEmpty() ? tr("That is not an IP address, such as 127.0.0.1 or ::1.")
                               : QString());
    setProblem(m_portHint,
               m_port->value() < firstFreePort ? tr("Ports below 1024 need administrator rights.")
                                               : QString());
    showExposure(where.isEmpty() ? m_inForce : where); // What is no address changes nothing.
    if (where.isEmpty())
        m_settle.stop();
    else
        m_settle.start();
}

void ListenerPage::showExposure(const QString &where)
{
    if (where.isEmpty() || QHostAddress(where).isLoopback())
        return m_exposure->clear();
    m_exposure->setNote(NoteBox::Kind::Warning, tr("Other computers can reach this listener."),
                        tr("Webhooks may hold personal data, and the local certificate is not "
                           "valid for this address: bring your own."));
}

void ListenerPage::showProblem(const core::Error &error, const QString &more)
{
    m_problem->setNote(NoteBox::Kind::Bad, error.what, u"%1 %2"_s.arg(error.why, more).trimmed());
    m_problem->setAction({});
}

void ListenerPage::clearProblem() { m_problem->clear(); }

void ListenerPage::setPlace(const QString &address, quint16 port)
{
    m_inForce = address;
    if (m_settle.isActive()) // what was typed meanwhile counts
        return;
    {
        const QSignalBlocker addressBlocker(m_address);
        const QSignalBlocker portBlocker(m_port);
        fillAddresses(address);
        m_port->setValue(port);
    }
    follow();
    m_settle.stop();
}

void ListenerPage::takeBack(const QString &address, quint16 port)
{
    if (m_settle.isActive())
        return;
    m_triedAddress = this->address();
    m_triedPort = m_port->value();
    setPlace(address, port);
    m_problem->setAction(tr("Try again"));
}

void ListenerPage::tryAgain()
{
    setPlace(m_triedAddress, quint16(m_triedPort));
    Q_EMIT changed(address(), quint16(m_port->value()), m_onStart->isChecked());
}

void ListenerPage::restoreDefaults()
{
    const inspector::Settings usual;
    fillAddresses(usual.address);
    m_port->setValue(usual.port);
    m_onStart->setChecked(usual.listenOnStart);
}

} // namespace ui
