// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/deliverydelegate.h"

#include "models/deliverymodel.h"
#include "ui/icons.h"
#include "ui/views/codefont.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>
#include <QtMath>

#include <numeric>

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using models::Column;
using models::DeliveryModel;
using signature::Freshness;
using signature::Signature;

namespace
{

constexpr int glyphSize = 16;
constexpr int tagGap = 6; // before each tag

// One cell while it is painted; `room` shrinks as things are drawn into it.
struct Cell {
    QPainter &painter;
    const QStyleOptionViewItem &option;
    const QModelIndex &index;
    const Tokens &look;
    QRect room;
    bool repeats = true; // are told

    void glyph(const QString &name, const QColor &ink);
    void text(const QString &text, const QColor &ink, const QFont &font);
    void parts(const QString &text, const QColor &ink, const QFont &font);
    int tagWidth(const QString &tag) const;
    int tagsWidth(const QStringList &tags) const;
    void bothEnds(const QString &whole, const QColor &ink, const QFont &font);
    QStringList fitting(const QStringList &tags, int width) const;
    void tags(const QStringList &tags);
};

void Cell::glyph(const QString &name, const QColor &ink)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPoint place(room.left(), room.top() + (room.height() - glyphSize) / 2);
    painter.drawPixmap(place, drawing(name, glyphSize, ratio, ink, look.base));
    room.setLeft(room.left() + glyphSize + 6);
}

void Cell::text(const QString &text, const QColor &ink, const QFont &font)
{
    if (room.width() <= 0 || text.isEmpty())
        return;
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, room.width());
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(room, index.data(Qt::TextAlignmentRole).toInt() | Qt::TextSingleLine, shown);
    room.setLeft(room.left() + metrics.horizontalAdvance(shown));
}

// Text of which the less important end is muted.
void Cell::parts(const QString &whole, const QColor &ink, const QFont &font)
{
    const int from = index.data(DeliveryModel::MutedFromRole).toInt();
    if (from < 0)
        return text(whole, ink, font);
    const QString first = whole.first(from);
    const bool fits = QFontMetrics(font).horizontalAdvance(first) <= room.width();
    text(first, ink, font);
    if (fits) // else it is cut already, and need not say so twice
        text(whole.sliced(from), look.muted, font);
}

// The same where the end is worth more than all of the beginning: by half an address somebody is
// known, by half a number nothing is.
void Cell::bothEnds(const QString &whole, const QColor &ink, const QFont &font)
{
    const int from = index.data(DeliveryModel::MutedFromRole).toInt();
    const QString end = from < 0 ? QString() : whole.sliced(from);
    // Rounded down, the end would itself be cut in what was kept for it.
    const int wanted = qCeil(QFontMetricsF(font).horizontalAdvance(end));
    if (wanted == 0 || wanted > room.width() / 2)
        return parts(whole, ink, font);
    const int right = room.right();
    room.setRight(right - wanted);
    text(whole.first(from), ink, font);
    room.setRight(right);
    text(end, look.muted, font);
}

// With the gap before it.
int Cell::tagWidth(const QString &tag) const
{
    return option.fontMetrics.horizontalAdvance(tag) + 10 + tagGap;
}

int Cell::tagsWidth(const QStringList &tags) const
{
    return std::accumulate(tags.begin(), tags.end(), 0,
                           [this](int width, const QString &tag) { return width + tagWidth(tag); });
}

// The first ones and how many more there are; the very first is cut before it is left away.
QStringList Cell::fitting(const QStringList &tags, int width) const
{
    QStringList shown = tags;
    for (qsizetype count = tags.size() - 1; count > 0 && tagsWidth(shown) > width; --count)
        shown = tags.first(count) << u"+%1"_s.arg(tags.size() - count);
    if (const int over = tagsWidth(shown) - width; over > 0)
        shown.first() = option.fontMetrics.elidedText(
            shown.first(), Qt::ElideRight,
            option.fontMetrics.horizontalAdvance(shown.first()) - over);
    return shown;
}

void Cell::tags(const QStringList &tags)
{
    for (const QString &tag : tags) {
        const int width = tagWidth(tag);
        const int height = option.fontMetrics.height() + 1;
        const QRect box(room.left() + tagGap, room.center().y() - height / 2, width - tagGap,
                        height);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(look.border);
        painter.setBrush(look.base);
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.restore();
        painter.setPen(look.muted);
        painter.setFont(option.font);
        painter.drawText(box, Qt::AlignCenter, tag);
        room.setLeft(box.right() + 1);
    }
}

QFont bold(QFont font)
{
    font.setBold(true);
    return font;
}

void paintMark(Cell &cell)
{
    const bool marked = cell.index.data(DeliveryModel::MarkedRole).toBool();
    if (!marked && !cell.option.state.testFlag(QStyle::State_MouseOver))
        return;
    cell.room = cell.option.rect;
    cell.room.setLeft(cell.room.left() + (cell.room.width() - glyphSize) / 2 + 1);
    marked ? cell.glyph(u"status/flag"_s, cell.look.accent)
           : cell.glyph(u"flag"_s, cell.look.border);
}

// A rejection has no freshness: where that column follows, the reason runs on into it.
void paintRejection(Cell &cell)
{
    const auto *table = qobject_cast<const QTableView *>(cell.option.widget);
    const auto place = [table](Column column) {
        return table ? table->horizontalHeader()->visualIndex(int(column)) : 0;
    };
    const bool second = Column(cell.index.column()) == Column::Freshness;
    const bool joined = place(Column::Freshness) == place(Column::Signature) + 1
        && !table->isColumnHidden(int(Column::Freshness))
        && !table->isColumnHidden(int(Column::Signature));
    if (second && !joined)
        return;
    if (joined && second)
        cell.room.setLeft(cell.room.left() - table->columnWidth(int(Column::Signature)));
    else if (joined)
        cell.room.setRight(cell.room.right() + table->columnWidth(int(Column::Freshness)));
    cell.painter.setClipRect(cell.option.rect);
    cell.glyph(u"status/rejected"_s, cell.look.muted);
    const QModelIndex title = cell.index.siblingAtColumn(int(Column::Signature));
    cell.text(title.data().toString(), cell.look.muted, cell.option.font);
}

void paintSignature(Cell &cell, const QString &text)
{
    const auto verdict = Signature(cell.index.data(DeliveryModel::SignatureRole).toInt());
    const QColor ink = cell.look.*inkOf(verdict);
    cell.glyph(glyphOf(verdict), ink);
    const bool loud = verdict == Signature::Invalid || verdict == Signature::Malformed;
    cell.text(text, verdict == Signature::Verified ? cell.look.text : ink,
              loud ? bold(cell.option.font) : cell.option.font);
}

void paintFreshness(Cell &cell, const QString &text)
{
    const auto verdict = Freshness(cell.index.data(DeliveryModel::FreshnessRole).toInt());
    const QColor ink = cell.look.*inkOf(verdict);
    cell.glyph(glyphOf(verdict), ink);
    cell.parts(text, verdict == Freshness::Fresh ? cell.look.text : ink,
               verdict == Freshness::Malformed ? bold(cell.option.font) : cell.option.font);
}

// What ended without an answer failed for its sender as well.
void paintReply(Cell &cell, const QString &text)
{
    const int status = cell.index.data(DeliveryModel::StatusRole).toInt();
    const bool none = status == 0 && !text.isEmpty();
    if (status < 400 && !none)
        return cell.text(text, cell.look.text, cell.option.font);
    const QFont font = bold(cell.option.font);
    const int width = QFontMetrics(font).horizontalAdvance(text);
    Cell sign{cell.painter, cell.option, cell.index, cell.look, cell.room};
    sign.room.setLeft(cell.room.right() - width - glyphSize - 3);
    sign.glyph(u"warning"_s, cell.look.invalid);
    cell.text(text, cell.look.invalid, font);
}

// A date is left away before a time is cut.
void paintReceived(Cell &cell, const QString &text, const QColor &ink)
{
    const QFont font = codeFont(*cell.option.widget);
    const bool dated = text.contains(u':') && text.contains(u' ');
    const bool fits = QFontMetrics(font).horizontalAdvance(text) <= cell.room.width();
    cell.text(dated && !fits ? text.section(u' ', -1) : text, ink, font);
}

// A replay is always told: it is somebody's doing.
QStringList tagsOf(const Cell &cell)
{
    QStringList tags = cell.index.data(DeliveryModel::TagsRole).toStringList();
    const auto *model = qobject_cast<const DeliveryModel *>(cell.index.model());
    if (cell.repeats || !model)
        return tags;
    const models::PackedRow &row = model->packed(cell.index.row());
    const int before = int(row.imported()) + int(model->hasDraft(row.id)) + row.test;
    if (row.repeated() && row.replayed == 0)
        tags.removeAt(before);
    return tags;
}

// Tags go before the end of a long summary: they say what the row is, and stand nowhere else.
void paintSummary(Cell &cell, const QString &text, const QColor &ink)
{
    cell.painter.setClipRect(cell.option.rect); // which may be narrower than the first tag's end
    const int right = cell.room.right();
    const int besideAll = cell.room.width() - cell.option.fontMetrics.horizontalAdvance(text);
    const QStringList tags = cell.fitting(tagsOf(cell), qMax(cell.room.width() * 3 / 5, besideAll));
    cell.room.setRight(right - cell.tagsWidth(tags));
    cell.bothEnds(text, ink, cell.option.font);
    cell.room.setRight(right);
    cell.tags(tags);
}

void paintColumn(Cell &cell)
{
    const QString text = cell.index.data().toString();
    const bool rejected = cell.index.data(DeliveryModel::RejectedRole).toBool();
    const QColor ink = rejected ? cell.look.muted : cell.look.text;
    QFont font = cell.option.font;
    if (cell.index.column() >= models::columnCount)
        return cell.text(text, ink, font);
    switch (Column(cell.index.column())) {
    case Column::Mark:
        return paintMark(cell);
    case Column::Signature:
        return rejected ? paintRejection(cell) : paintSignature(cell, text);
    case Column::Freshness:
        return rejected ? paintRejection(cell) : paintFreshness(cell, text);
    case Column::Reply:
        return paintReply(cell, text);
    case Column::Received:
        return paintReceived(cell, text, ink);
    case Column::Topic:
        font.setItalic(cell.index.data(DeliveryModel::UnusualRole).toBool());
        return cell.text(text, ink, font);
    case Column::Summary:
        return paintSummary(cell, text, ink);
    case Column::Number:
    case Column::Size:
    case Column::Account:
    case Column::From:
    case Column::Secret:
    case Column::Endpoint:
    case Column::Method:
    case Column::Path:
    case Column::Duration:
    case Column::Age:
    case Column::Note:
    case Column::EventId:
    case Column::Scheme:
        return cell.parts(text, ink, font);
    }
}

} // namespace

void DeliveryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Tokens &look = tokens(option.palette);
    painter->save();
    painter->fillRect(option.rect, background(option, index, look));
    Cell cell{*painter, option, index, look, option.rect.adjusted(padding, 0, -padding, 0),
              m_repeats};
    paintColumn(cell);
    painter->restore();
}

QSize DeliveryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int text = option.fontMetrics.height();
    return {60, m_compact ? text + 2 : qMax(24, text + 7)};
}

QColor DeliveryDelegate::background(const QStyleOptionViewItem &option, const QModelIndex &index,
                                    const Tokens &look) const
{
    if (option.state.testFlag(QStyle::State_Selected)) {
        const bool focused = option.widget && option.widget->hasFocus();
        return focused ? look.selection : look.selectionInactive;
    }
    if (m_tinted && !index.data(DeliveryModel::RejectedRole).toBool()) {
        const QColor tint
            = tintOf(look, Signature(index.data(DeliveryModel::SignatureRole).toInt()),
                     Freshness(index.data(DeliveryModel::FreshnessRole).toInt()));
        if (tint.isValid())
            return tint;
    }
    return index.row() % 2 == 0 ? look.base : look.alternate;
}

} // namespace ui
