// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/statusline.h"

#include "ui/icons.h"
#include "ui/views/linkbutton.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Items that say nothing take no room.
void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setProperty("silent", text.isEmpty());
    if (!label->accessibleName().isEmpty())
        label->setAccessibleName({}); // what was announced is over
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QStatusBar(parent)
    , m_listening(addButton(false))
    , m_received(addLabel())
    , m_shown(addLabel())
    , m_selected(addLabel())
    , m_rate(addLabel())
    , m_judging(addLabel())
    , m_sorting(addLabel())
    , m_notice(new QLabel(this))
    , m_undo(new LinkButton(tr("Undo"), this))
    , m_resendingBar(addBar())
    , m_resending(addButton(true))
    , m_forwards(addButton(true))
    , m_secrets(addButton(true))
    , m_trust(addButton(true))
    , m_store(addButton(true))
{
    setSizeGripEnabled(false);
    setContentsMargins(2, 0, 4, 0);
    setFixedHeight(fontMetrics().height() + 11);
    setMinimumWidth(1); // it fits its words to the window, which must not grow for them
    setAccessibleName(tr("Status"));
    m_notice->setContentsMargins(8, 0, 4, 0);
    addWidget(m_notice);
    addWidget(m_undo);
    m_notice->hide();
    m_undo->hide();
    for (QLabel *label : {m_notice, m_sorting})
        label->setTextFormat(Qt::PlainText); // what a sender named is no markup
    m_sorting->setToolTip(tr("Each webhook is read. Escape in the table stops it."));
    m_resending->setIcon(icon(u"redo"_s));
    m_resending->setToolTip(tr("Show how sending again goes"));
    m_forwards->setIcon(icon(u"send"_s));
    m_secrets->setIcon(icon(u"key"_s));
    m_store->setIcon(icon(u"save"_s));
    connect(m_listening, &QToolButton::clicked, this, &StatusLine::listenerClicked);
    connect(m_resending, &QToolButton::clicked, this, &StatusLine::resendingClicked);
    connect(m_forwards, &QToolButton::clicked, this, &StatusLine::forwardsClicked);
    connect(m_secrets, &QToolButton::clicked, this, &StatusLine::secretsClicked);
    connect(m_trust, &QToolButton::clicked, this, &StatusLine::trustClicked);
    connect(m_store, &QToolButton::clicked, this, &StatusLine::storeClicked);
    connect(m_undo, &LinkButton::clicked, this, [this] {
        endNotice();
        if (m_undoNotice)
            m_undoNotice();
    });
    m_noticeTime.setSingleShot(true);
    connect(&m_noticeTime, &QTimer::timeout, this, &StatusLine::endNotice);
    setListening({}, false);
    setRows(0, 0, 0);
    setRate(0);
    setJudging(0, 0);
    setSorting({}, 0);
    setResending(0, 0);
    setForwards({});
    setSecrets(0, 0);
    setTrust(TrustState::Unknown);
    setStore({}, {}, false);
}

QToolButton *StatusLine::addButton(bool right)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIconSize({16, 16});
    button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    if (right) {
        addPermanentWidget(button);
    } else {
        addWidget(button);
        m_left.append(button);
    }
    return button;
}

QProgressBar *StatusLine::addBar()
{
    auto *bar = new QProgressBar(this);
    bar->setTextVisible(false);
    bar->setFixedSize(fontMetrics().averageCharWidth() * 12, 10);
    bar->setAccessibleName(tr("Progress of sending again"));
    addPermanentWidget(bar);
    return bar;
}

QLabel *StatusLine::addLabel()
{
    auto *label = new QLabel(this);
    label->setContentsMargins(8, 0, 6, 0);
    addWidget(label);
    m_left.append(label);
    return label;
}

void StatusLine::setListening(const std::optional<listener::Listening> &listening, bool paused)
{
    if (!listening) {
        m_listening->setIcon(icon(u"status/stopped"_s, &Tokens::muted));
        m_listening->setText(tr("Not listening"));
        m_listening->setToolTip(tr("The port is closed. Open the listener's settings."));
        return fold();
    }
    m_listening->setIcon(paused ? icon(u"status/paused"_s, &Tokens::stale)
                                : icon(u"status/listening"_s, &Tokens::verified));
    m_listening->setText(paused ? tr("Paused: answering 503 on port %1").arg(listening->port)
                                : tr("Listening on port %1").arg(listening->port));
    m_listening->setToolTip(listening->urls.join(u'\n'));
    fold();
}

void StatusLine::setRows(qint64 received, qint64 shown, qint64 selected, qint64 imported)
{
    QStringList came;
    if (received > 0)
        came.append(tr("%L1 received").arg(received));
    if (imported > 0)
        came.append(tr("%L1 imported").arg(imported));
    say(m_received, came.isEmpty() ? tr("Nothing received yet") : came.join(tr(", ")));
    say(m_shown, came.isEmpty() ? QString() : tr("%L1 shown").arg(shown));
    say(m_selected, selected == 0 ? QString() : tr("%L1 selected").arg(selected));
    if (m_notice->isHidden())
        endNotice();
}

void StatusLine::setRate(double perSecond)
{
    say(m_rate,
        perSecond <= 0 ? QString() : tr("%1 per second").arg(locale().toString(perSecond, 'f', 1)));
    if (m_notice->isHidden())
        endNotice();
}

void StatusLine::setResending(qsizetype done, qsizetype all)
{
    m_resending->setText(tr("Sent %L1 of %L2 again").arg(done).arg(all));
    m_resending->setVisible(all > 0);
    m_resendingBar->setRange(0, qMax(int(all), 1));
    m_resendingBar->setValue(int(done));
    m_resendingBar->setProperty("silent", all == 0);
    fold();
}

void StatusLine::setResent(const QString &counts)
{
    m_resending->setText(tr("Sent again: %1").arg(counts));
    m_resending->setVisible(true);
    m_resendingBar->setProperty("silent", true);
    fold();
}

void StatusLine::setForwards(const QList<capture::ForwardQueue> &waiting,
                             const QList<capture::ForwardQueue> &stranded)
{
    qint64 all = 0;
    QStringList queues;
    for (const capture::ForwardQueue &queue : waiting) {
        all += queue.waiting;
        queues.append(tr("%L1 for %2").arg(queue.waiting).arg(queue.target));
    }
    for (const capture::ForwardQueue &queue : stranded) {
        all += queue.waiting;
        queues.append(
            tr("%L1 for %2, where nothing is sent on to now").arg(queue.waiting).arg(queue.target));
    }
    m_forwards->setText(tr("%L1 to be sent on").arg(all));
    m_forwards->setToolTip(
        tr("Wait to be sent on: %1\nOpen the endpoints' settings.").arg(queues.join(u"; "_s)));
    m_forwards->setVisible(all > 0);
    fold();
}

void StatusLine::setJudging(qint64 done, qint64 total)
{
    say(m_judging, done >= total ? QString() : tr("Judging again: %1 %").arg(done * 100 / total));
    if (m_notice->isHidden())
        endNotice();
}

void StatusLine::setSorting(const QString &column, int percent)
{
    say(m_sorting,
        column.isEmpty() ? QString()
                         : tr("Sorting by %1… %2 %").arg(column, QString::number(percent)));
    if (m_notice->isHidden())
        endNotice();
}

void StatusLine::setSecrets(qsizetype secrets, qsizetype remembered)
{
    const bool all = secrets > 0 && remembered == secrets;
    m_secrets->setText(secrets == 0 ? tr("No secrets")
                           : all    ? tr("%n secret(s) in keyring", nullptr, int(secrets))
                                    : tr("%n secret(s)", nullptr, int(secrets)));
    m_secrets->setToolTip(all || secrets == 0
                              ? tr("Secrets…")
                              : tr("%L1 of %L2 are kept only until you close the app.")
                                    .arg(secrets - remembered)
                                    .arg(secrets));
    fold();
}

void StatusLine::setTrust(TrustState state)
{
    m_trustState = state;
    m_trust->setVisible(state != TrustState::Unknown);
    const bool good = state == TrustState::LocalTrusted || state == TrustState::Own;
    const Ink ink = good ? &Tokens::verified : &Tokens::stale;
    m_trust->setIcon(icon(good ? u"shield-check"_s : u"shield-warning"_s, ink));
    QPalette inner = palette();
    inner.setColor(QPalette::ButtonText, tokens(palette()).*ink);
    m_trust->setPalette(inner);
    switch (state) {
    case TrustState::LocalTrusted:
        m_trust->setText(tr("Local CA trusted"));
        m_trust->setToolTip(tr("Programs that use the system's certificates take the listener's."));
        break;
    case TrustState::LocalUntrusted:
        m_trust->setText(tr("Local CA not trusted"));
        m_trust->setToolTip(tr("Programs on this computer must be told to trust the local CA."));
        break;
    case TrustState::Own:
        m_trust->setText(tr("Own certificate"));
        m_trust->setToolTip(tr("The listener shows your own certificate."));
        break;
    case TrustState::Unknown:
        break;
    }
    fold();
}

void StatusLine::setStore(const QString &file, const QString &savedAt, bool readOnly)
{
    m_store->setVisible(!file.isEmpty());
    m_store->setText(readOnly                ? tr("Read-only")
                         : savedAt.isEmpty() ? tr("Saved")
                                             : tr("Saved %1").arg(savedAt));
    m_store->setToolTip(tr("%1\nEverything is in the file as soon as it is answered. "
                           "Open its folder.")
                            .arg(QDir::toNativeSeparators(file)));
    fold();
}

void StatusLine::announce(const QString &text)
{
    m_received->setAccessibleName(text); // which tells of the new name
}

QString StatusLine::listeningText() const { return m_listening->text(); }

} // namespace ui
