// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/dialogs/messagechips.h"

#include "models/templatechips.h"
#include "ui/dialogs/chipdelegate.h"
#include "ui/icons.h"
#include "ui/views/codefont.h"

#include <QInputDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui
{
namespace
{
constexpr int pieceRole = Qt::UserRole;
}

MessageChips::MessageChips(QWidget *parent)
    : QWidget(parent)
{
    build();
    connect(m_text, &QLineEdit::textEdited, this, [this] {
        showChips(models::chipsOf(message()), -1);
        Q_EMIT edited();
    });
    connect(m_chips, &QListWidget::currentRowChanged, this, &MessageChips::showButtons);
    connect(m_chips->model(), &QAbstractItemModel::rowsMoved, this, &MessageChips::takeChips);
    connect(m_chips->model(), &QAbstractItemModel::rowsRemoved, this, &MessageChips::takeChips);
    connect(m_left, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_right, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &MessageChips::remove);
    showButtons();
}

void MessageChips::build()
{
    m_chips = new QListWidget;
    m_chips->setAccessibleName(tr("Parts of the signed text"));
    m_chips->setFlow(QListView::LeftToRight);
    m_chips->setWrapping(true);
    m_chips->setResizeMode(QListView::Adjust);
    m_chips->setDragDropMode(QAbstractItemView::InternalMove);
    m_chips->setDefaultDropAction(Qt::MoveAction);
    m_chips->setSpacing(2);
    m_chips->setItemDelegate(new ChipDelegate(m_chips));
    m_chips->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_chips->setFixedHeight(fontMetrics().height() * 4 + 22);
    m_chips->installEventFilter(this);
    m_text = new QLineEdit;
    m_text->setFont(codeFont(*m_text));
    m_text->setAccessibleName(tr("Signed text as a template"));
    m_text->setPlaceholderText(u"{timestamp}.{body}"_s);
    m_add = new QToolButton;
    m_add->setText(tr("Add"));
    m_add->setAccessibleName(tr("Add a part"));
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setMenu(buildMenu());
    m_left = new QPushButton(tr("Move left"));
    m_right = new QPushButton(tr("Move right"));
    m_remove = new QPushButton(tr("Remove part"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    for (auto *button : {m_left, m_right, m_remove}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chips);
    column->addLayout(buttons);
    column->addWidget(m_text);
    setFocusProxy(m_chips);
}

QMenu *MessageChips::buildMenu()
{
    auto *menu = new QMenu(this);
    const auto plain = [&](const QString &label, const QByteArray &piece) {
        menu->addAction(label, this, [this, piece] { add(piece); });
    };
    const auto named = [&](const QString &label, const QString &source, const QString &example) {
        menu->addAction(label, this,
                        [this, label, source, example] { addNamed(label, source, example); });
    };
    plain(tr("Body"), "{body}");
    plain(tr("Timestamp"), "{timestamp}");
    named(tr("Header…"), u"header"_s, u"X-Acme-Delivery"_s);
    menu->addAction(tr("Text…"), this, &MessageChips::addText);
    menu->addSeparator();
    plain(tr("URL"), "{url}");
    plain(tr("Path"), "{path}");
    plain(tr("Method"), "{method}");
    named(tr("Query parameter…"), u"query"_s, u"id"_s);
    plain(tr("Form fields, sorted"), "{form_sorted}");
    named(tr("Value in the JSON body…"), u"json"_s, u"/id"_s);
    named(tr("Value beside the signature…"), u"sig"_s, u"t"_s);
    plain(tr("Secret"), "{secret}");
    return menu;
}

void MessageChips::addNamed(const QString &label, const QString &source, const QString &example)
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(QString(label).remove(u'…'));
    dialog->setLabelText(tr("Its name, such as %1:").arg(example));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, source](const QString &name) {
        if (!name.trimmed().isEmpty())
            add(u"{%1:%2}"_s.arg(source, name.trimmed()).toUtf8());
    });
    dialog->open();
}

void MessageChips::addText()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Text"));
    dialog->setLabelText(tr("The text that stands there, such as a full stop:"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        if (!text.isEmpty())
            add(text.toUtf8());
    });
    dialog->open();
}

QByteArray MessageChips::message() const { return m_text->text().toUtf8(); }

void MessageChips::setMessage(const QByteArray &message)
{
    m_text->setText(QString::fromUtf8(message));
    showChips(models::chipsOf(message), -1);
}

// Two texts side by side stay two chips: only the template as a text makes them one.
QByteArrayList MessageChips::pieces() const
{
    QByteArrayList all;
    for (int row = 0; row < m_chips->count(); ++row)
        all.append(m_chips->item(row)->data(pieceRole).toByteArray());
    return all;
}

void MessageChips::showChips(const QByteArrayList &pieces, int selected)
{
    const QScopedValueRollback showing(m_showing, true);
    m_chips->clear();
    for (const QByteArray &piece : pieces) {
        auto *item = new QListWidgetItem(models::chipText(piece), m_chips);
        item->setData(pieceRole, piece);
        item->setToolTip(QString::fromUtf8(piece));
        item->setFlags(item->flags() & ~Qt::ItemIsDropEnabled);
    }
    m_chips->setCurrentRow(std::min(selected, m_chips->count() - 1));
    m_chips->doItemsLayout();
    showButtons();
}

void MessageChips::takeChips()
{
    if (m_showing)
        return;
    const QByteArray message = pieces().join();
    if (message == this->message())
        return;
    m_text->setText(QString::fromUtf8(message));
    Q_EMIT edited();
}

void MessageChips::add(const QByteArray &piece)
{
    QByteArrayList pieces = this->pieces();
    const int current = m_chips->currentRow();
    const qsizetype at = current < 0 ? pieces.size() : current + 1;
    pieces.insert(at, piece);
    take(pieces, int(at));
}

void MessageChips::move(int step)
{
    QByteArrayList pieces = this->pieces();
    const int from = m_chips->currentRow();
    const int to = from + step;
    if (from < 0 || to < 0 || to >= pieces.size())
        return;
    pieces.move(from, to);
    take(pieces, to);
}

void MessageChips::remove()
{
    QByteArrayList pieces = this->pieces();
    const int at = m_chips->currentRow();
    if (at < 0 || at >= pieces.size())
        return;
    pieces.removeAt(at);
    take(pieces, at);
}

void MessageChips::take(const QByteArrayList &pieces, int selected)
{
    m_text->setText(QString::fromUtf8(pieces.join()));
    showChips(pieces, selected);
    Q_EMIT edited();
}

void MessageChips::showButtons()
{
    const int at = m_chips->currentRow();
    m_left->setEnabled(at > 0);
    m_right->setEnabled(at >= 0 && at + 1 < m_chips->count());
    m_remove->setEnabled(at >= 0);
}

bool MessageChips::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace)
        remove();
    else if (key->modifiers() == Qt::AltModifier && key->key() == Qt::Key_Left)
        move(-1);
    else if (key->modifiers() == Qt::AltModifier && key->key() == Qt::Key_Right)
        move(1);
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace ui
