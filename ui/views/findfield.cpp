// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/findfield.h"

#include "ui/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QToolButton>

namespace ui
{

namespace
{

constexpr int pauseMilliseconds = 150;

} // namespace

void makeClearable(QLineEdit &edit)
{
    const auto before = edit.actions();
    edit.setClearButtonEnabled(true);
    for (QAction *action : edit.findChildren<QAction *>(Qt::FindDirectChildrenOnly)) {
        if (!before.contains(action))
            action->setText(QCoreApplication::translate("ui::FindField", "Empty the field"));
    }
    // A name shows it, unseen: it would take its room from the placeholder.
    for (QToolButton *button : edit.findChildren<QToolButton *>(Qt::FindDirectChildrenOnly)) {
        if (!before.contains(button->defaultAction()))
            button->setVisible(!edit.text().isEmpty());
    }
}

FindField::FindField(QWidget *parent)
    : QLineEdit(parent)
{
    addAction(icon(QStringLiteral("search"), &Tokens::muted), LeadingPosition)
        ->setText(tr("Find in body"));
    setPlaceholderText(tr("Find in body"));
    setAccessibleName(tr("Find in body"));
    makeClearable(*this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(this, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &FindField::tell);
}

void FindField::tell()
{
    m_pause.stop();
    Q_EMIT needleChanged(text());
}

void FindField::keyPressEvent(QKeyEvent *event)
{
    const bool back = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_pause.isActive())
            tell();
        return back ? previousWanted() : nextWanted();
    case Qt::Key_Down:
        return nextWanted();
    case Qt::Key_Up:
        return previousWanted();
    case Qt::Key_Escape:
        if (text().isEmpty())
            return left();
        return clear();
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace ui
