// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/secretedit.h"

#include "ui/icons.h"

#include <QAccessibleWidget>
#include <QAction>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QSignalBlocker>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{

constexpr auto revealTime = 10s;

// An editable field without a value or a text interface, so that nothing of it is ever read out.
class AccessibleSecretEdit : public QAccessibleWidget
{
public:
    explicit AccessibleSecretEdit(SecretEdit *edit)
        : QAccessibleWidget(edit, QAccessible::EditableText)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? QString() : QAccessibleWidget::text(kind);
    }

    QAccessible::State state() const override
    {
        auto state = QAccessibleWidget::state();
        state.passwordEdit = true;
        state.editable = true;
        return state;
    }
};

QAccessibleInterface *describeSecretEdit(const QString &, QObject *object)
{
    auto *edit = qobject_cast<SecretEdit *>(object);
    return edit ? new AccessibleSecretEdit(edit) : nullptr;
}

} // namespace

SecretEdit::SecretEdit(QWidget *parent)
    : QLineEdit(parent)
{
    static const bool described = (QAccessible::installFactory(describeSecretEdit), true);
    Q_UNUSED(described)
    setMaxLength(int(signature::longestSecret));
    addAction(icon(u"key"_s, &Tokens::muted), LeadingPosition)->setText(tr("Signing secret"));
    m_eye = addAction(icon(u"eye"_s, &Tokens::muted), TrailingPosition);
    m_eye->setCheckable(true);
    m_eye->setText(tr("Show for 10 seconds"));
    m_eye->setToolTip(tr("Show what was typed for 10 seconds"));
    m_eye->setVisible(false);
    m_hideAgain.setSingleShot(true);
    m_hideAgain.setInterval(revealTime);
    connect(m_eye, &QAction::toggled, this, &SecretEdit::setRevealed);
    connect(&m_hideAgain, &QTimer::timeout, this, [this] { setRevealed(false); });
    connect(this, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_eye->setVisible(!text.isEmpty()); });
    hideInput();
}

SecretEdit::~SecretEdit()
{
    disconnect();
    wipe();
}

signature::SecretInput SecretEdit::input() const
{
    auto utf8 = text().toUtf8();
    return signature::fromPaste(utf8);
}

// The control's own buffer is shared with text(), so writing that one overwrites it. The undo
// history keeps every character typed: as many others take its place before it is emptied.
void SecretEdit::wipe()
{
    auto held = text();
    const auto length = held.size();
    signature::wipe(held);
    {
        const QSignalBlocker quiet(this);
        setText({});
        insert(QString(length, u'0'));
        setRevealed(false);
    }
    setText({});
}

void SecretEdit::setRevealed(bool revealed)
{
    if (revealed) {
        setEchoMode(Normal);
        setInputMethodHints(inputMethodHints() | Qt::ImhHiddenText | Qt::ImhSensitiveData
                            | Qt::ImhNoPredictiveText);
        m_hideAgain.start();
    } else {
        hideInput();
    }
    m_eye->setChecked(revealed);
}

// Dots; Qt empties the hints whenever the echo mode changes.
void SecretEdit::hideInput()
{
    m_hideAgain.stop();
    setEchoMode(Password);
    setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                        | Qt::ImhNoAutoUppercase);
}

QVariant SecretEdit::inputMethodQuery(Qt::InputMethodQuery query) const
{
    switch (query) {
    case Qt::ImSurroundingText:
    case Qt::ImCurrentSelection:
    case Qt::ImTextBeforeCursor:
    case Qt::ImTextAfterCursor:
        return QString();
    default:
        return QLineEdit::inputMethodQuery(query);
    }
}

// Shown in clear, QLineEdit would copy like any other text.
void SecretEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) || event->matches(QKeySequence::Cut))
        event->ignore();
    else
        QLineEdit::keyPressEvent(event);
}

void SecretEdit::mouseReleaseEvent(QMouseEvent *event)
{
    // The base class publishes the selection to the X11 clipboard here.
    if (revealed() && event->button() == Qt::LeftButton)
        event->accept();
    else
        QLineEdit::mouseReleaseEvent(event);
}

void SecretEdit::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Paste"), this, &QLineEdit::paste);
    menu->addAction(tr("&Clear"), this, &SecretEdit::wipe)->setEnabled(!text().isEmpty());
    menu->addSeparator();
    menu->addAction(tr("Select &all"), this, &QLineEdit::selectAll)->setEnabled(!text().isEmpty());
    menu->popup(event->globalPos());
}

void SecretEdit::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() != Qt::PopupFocusReason)
        setRevealed(false);
    QLineEdit::focusOutEvent(event);
}

} // namespace ui
