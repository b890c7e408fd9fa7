// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/jsondelegate.h"

#include "models/jsontreemodel.h"
#include "ui/icons.h"
#include "ui/views/codefont.h"

#include <QPainter>

using namespace Qt::Literals::StringLiterals;
using models::JsonTreeModel;

namespace ui
{

namespace
{

constexpr int padding = 6;
constexpr int glyphSize = 14;
constexpr int leastOfNote = 6; // characters; less of it says nothing
constexpr int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextForceLeftToRight;

QColor inkOfValue(const QModelIndex &index, const Tokens &look)
{
    const QVariant kind = index.data(JsonTreeModel::KindRole);
    if (!kind.isValid())
        return look.jsonString; // a form field
    switch (kind.value<json::Kind>()) {
    case json::Kind::String:
        return look.jsonString;
    case json::Kind::Number:
        return look.jsonNumber;
    case json::Kind::True:
    case json::Kind::False:
    case json::Kind::Null:
        return look.jsonConstant;
    case json::Kind::Object:
    case json::Kind::Array:
        return look.muted;
    }
    Q_UNREACHABLE();
}

QString noteText(const QModelIndex &index)
{
    const QString words = index.data(JsonTreeModel::NoteRole).toString();
    return words.isEmpty() ? words : u"  · "_s + words;
}

// At the end of the box, which ends before it then.
void paintGlyph(QPainter &painter, QRect &box, const QString &name, const Tokens &look)
{
    const int top = box.top() + (box.height() - glyphSize) / 2;
    painter.drawPixmap(
        box.right() - glyphSize, top,
        drawing(name, glyphSize, painter.device()->devicePixelRatioF(), look.stale, look.base));
    box.setRight(box.right() - glyphSize - padding);
}

bool isKey(const QModelIndex &index) { return index.column() == int(JsonTreeModel::Column::Key); }

} // namespace

JsonDelegate::JsonDelegate(QWidget *view)
    : QStyledItemDelegate(view)
{
}

void JsonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Tokens &look = tokens(option.palette);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect,
                          option.state & QStyle::State_Active
                                  && option.state & QStyle::State_HasFocus
                              ? look.selection
                              : look.selectionInactive);
    // Form fields have no branches that would set them off from the edge.
    const bool flat = !index.data(JsonTreeModel::KindRole).isValid();
    const int left = isKey(index) ? (flat ? 2 * padding : 2) : padding;
    QRect box = option.rect.adjusted(left, 0, -padding, 0);
    const bool drifted = index.data(JsonTreeModel::DriftRole).toBool();
    if (isKey(index) && index.data(JsonTreeModel::RepeatedRole).toBool())
        paintGlyph(*painter, box, u"status/malformed"_s, look);
    if (isKey(index) && drifted)
        paintGlyph(*painter, box, u"compare"_s, look);
    painter->setFont(option.font);
    painter->setPen(isKey(index) ? look.jsonKey : inkOfValue(index, look));
    const QFontMetrics metrics(option.font);
    const QString text = metrics.elidedText(index.data().toString(), Qt::ElideRight, box.width());
    painter->drawText(box, flags, text);
    const QString note = noteText(index);
    box.setLeft(box.left() + metrics.horizontalAdvance(text));
    if (note.isEmpty() || box.width() < metrics.averageCharWidth() * leastOfNote)
        return;
    painter->setPen(drifted ? look.stale : look.muted);
    painter->drawText(box, flags, metrics.elidedText(note, Qt::ElideRight, box.width()));
}

QSize JsonDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(option.font);
    const int width = metrics.horizontalAdvance(index.data().toString() + noteText(index));
    return {width + 2 * padding, std::max(23, metrics.height() + 8)};
}

} // namespace ui
