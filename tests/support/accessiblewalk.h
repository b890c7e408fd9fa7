// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAccessible>
#include <QStringList>
#include <QWidget>

// What a screen reader would find, and what it would miss.
namespace support
{

class AccessibleWalk
{
public:
    explicit AccessibleWalk(QWidget &root)
    {
        QAccessible::setActive(true);
        visit(*QAccessible::queryAccessibleInterface(&root),
              QString::fromLatin1(root.metaObject()->className()));
    }

    const QStringList &faults() const { return m_faults; }
    int controls() const { return m_controls; } // that were looked at

private:
    static bool isControl(QAccessible::Role role)
    {
        switch (role) {
        case QAccessible::Button:
        case QAccessible::ButtonMenu:
        case QAccessible::ButtonDropDown:
        case QAccessible::CheckBox:
        case QAccessible::RadioButton:
        case QAccessible::EditableText:
        case QAccessible::ComboBox:
        case QAccessible::SpinBox:
        case QAccessible::PageTab:
            return true;
        default:
            return false;
        }
    }

    // A cell may be empty: its row and its column have names.
    static bool mayBeEmpty(QAccessible::Role role)
    {
        return role == QAccessible::Cell || role == QAccessible::TreeItem
            || role == QAccessible::ListItem;
    }

    void visit(QAccessibleInterface &object, const QString &path)
    {
        QStringList names;
        for (int i = 0; i < object.childCount(); ++i) {
            QAccessibleInterface *child = object.child(i);
            if (!child || !child->isValid() || child->state().invisible)
                continue;
            const QString name = child->text(QAccessible::Name);
            const QString place = path + QStringLiteral(" > ") + describe(*child, name);
            check(*child, name, place, names);
            visit(*child, place);
        }
    }

    void check(const QAccessibleInterface &object, const QString &name, const QString &place,
               QStringList &names)
    {
        const bool control = isControl(object.role());
        m_controls += control;
        if (name.isEmpty() && (control || (object.state().focusable && !mayBeEmpty(object.role()))))
            m_faults += QStringLiteral("no name: ") + place;
        const QString key = QString::number(object.role()) + name;
        if (control && !name.isEmpty() && names.contains(key))
            m_faults += QStringLiteral("the name twice: ") + place;
        names += key;
    }

    static QString describe(const QAccessibleInterface &object, const QString &name)
    {
        const QString kind = object.object()
            ? QString::fromLatin1(object.object()->metaObject()->className())
            : QStringLiteral("role %1").arg(object.role());
        return QStringLiteral("%1 “%2”").arg(kind, name);
    }

    QStringList m_faults;
    int m_controls = 0;
};

} // namespace support
