// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "models/jsontreemodel.h"

#include "json/pointer.h"
#include "json/scan.h"
#include "json/utf8.h"
#include "models/drift.h"
#include "models/shownbytes.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;
using json::Kind;
using Node = json::Document::Node;

namespace models
{

namespace
{

// The beginning of a string literal, cut between two characters, with its quotes.
QByteArray beginning(QByteArrayView literal, qsizetype limit)
{
    if (literal.size() <= limit)
        return literal.toByteArray();
    qsizetype at = 1;
    while (at < limit - 1) {
        if (literal[at] == '\\')
            at += literal[at + 1] == 'u' ? 6 : 2;
        else
            at += json::utf8Length(literal.sliced(at));
    }
    return literal.first(at).toByteArray() + '"';
}

QString shownString(QByteArrayView literal, qsizetype limit)
{
    const QString text = shownBytes(json::unescaped(beginning(literal, limit)));
    return literal.size() > limit ? text + u'…' : text;
}

void add(QString &text, const QString &more, const QString &between)
{
    if (!text.isEmpty() && !more.isEmpty())
        text += between;
    text += more;
}

bool holdsValues(Kind kind) { return kind == Kind::Object || kind == Kind::Array; }

} // namespace

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{
    setDocument(nullptr);
}

void JsonTreeModel::setDocument(const json::DocumentPtr &document, const LensPtr &lens,
                                const QList<json::Departure> &drift)
{
    beginResetModel();
    m_document = document;
    m_lens = lens;
    place(drift);
    m_items.clear();
    m_rootIsRow = document && !document->holdsValues(0);
    Item root;
    if (m_rootIsRow) {
        root.children.push_back(1);
        root.next = 1;
        m_items.push_back(root);
        m_items.push_back(makeItem(0, 0, 0));
    } else {
        root.kind = document ? document->kind(0) : Kind::Object;
        root.next = 1;
        root.field = lens ? &lens->root : nullptr;
        m_items.push_back(root);
        fetch(0, fetchSize);
    }
    endResetModel();
}

Node JsonTreeModel::node(const QModelIndex &index) const { return m_items[itemOf(index)].node; }

quint32 JsonTreeModel::itemOf(const QModelIndex &index) const
{
    return index.isValid() ? quint32(index.internalId()) : 0;
}

QModelIndex JsonTreeModel::indexOf(quint32 item, Column column) const
{
    return item == 0 ? QModelIndex() : createIndex(m_items[item].row, int(column), quintptr(item));
}

JsonTreeModel::Item JsonTreeModel::makeItem(Node node, quint32 parent, int row) const
{
    const QByteArrayView key = m_document->key(node);
    const Kind kind = m_document->kind(node);
    Item item{.node = node, .next = node + 1, .parent = parent, .row = row, .kind = kind};
    if (!key.isEmpty())
        item.key = shownString(key, shownLength);
    else
        item.key = node == 0 ? tr("(value)") : QString::number(row);
    item.value = valueText(node, kind);
    if (m_lens)
        lookThrough(item);
    noteDrift(item);
    return item;
}

// Several may stand at one value: an object may have lost two members.
void JsonTreeModel::place(const QList<json::Departure> &drift)
{
    m_drift.clear();
    for (const json::Departure &departure : drift) {
        QByteArrayView pointer = departure.pointer;
        if (departure.change == json::Departure::Change::Gone)
            pointer = pointer.first(std::max<qsizetype>(pointer.lastIndexOf('/'), 0));
        const auto node = m_document ? json::resolve(*m_document, pointer) : std::optional<Node>();
        if (!node)
            continue;
        LensNote &note = m_drift[*node];
        add(note.words, driftWords(departure), u", "_s);
        add(note.sentence, driftSentence(departure), u"\n"_s);
    }
}

void JsonTreeModel::noteDrift(Item &item) const
{
    const auto drift = m_drift.constFind(item.node);
    if (drift == m_drift.constEnd())
        return;
    LensNote note = *drift;
    add(note.words, item.note.words, u", "_s);
    add(note.sentence, item.note.sentence, u"\n"_s);
    item.note = note;
    item.drifted = true;
}

void JsonTreeModel::lookThrough(Item &item) const
{
    const LensField *parent = m_items[item.parent].field;
    const QByteArrayView key = m_document->key(item.node);
    if (!parent || key.isEmpty())
        return;
    item.field = parent->member(json::unescaped(key));
    item.note = m_lens->note(parent, *m_document, item.node).value_or(LensNote());
}

QString JsonTreeModel::valueText(Node node, Kind kind) const
{
    switch (kind) {
    case Kind::Object:
        return u"{ %1 }"_s.arg(QLocale().toString(m_document->children(node)));
    case Kind::Array:
        return u"[ %1 ]"_s.arg(QLocale().toString(m_document->children(node)));
    case Kind::String:
        return u'"' + shownString(m_document->value(node), shownLength) + u'"';
    case Kind::Number:
    case Kind::True:
    case Kind::False:
    case Kind::Null:
        break;
    }
    const QByteArrayView text = m_document->value(node);
    const QString shown = shownBytes(text.first(std::min(text.size(), shownLength)));
    return text.size() > shownLength ? shown + u'…' : shown;
}

bool JsonTreeModel::hasMore(const Item &item) const
{
    return m_document && !m_rootIsRow && holdsValues(item.kind)
        && item.next < m_document->after(item.node);
}

void JsonTreeModel::fetch(quint32 parent, qsizetype count)
{
    for (; count > 0 && hasMore(m_items[parent]); --count) {
        const Node node = m_items[parent].next;
        const auto row = int(m_items[parent].children.size());
        m_items[parent].children.push_back(quint32(m_items.size()));
        m_items[parent].next = m_document->after(node);
        m_items.push_back(makeItem(node, parent, row));
    }
}

QModelIndex JsonTreeModel::reveal(Node node)
{
    if (m_rootIsRow)
        return indexOf(1);
    quint32 item = 0;
    while (m_items[item].node != node) {
        item = fetchUntil(item, node);
        if (item == 0)
            return {};
    }
    return indexOf(item);
}

// The child that is the node or holds it; 0: too far to fetch.
quint32 JsonTreeModel::fetchUntil(quint32 parent, Node node)
{
    qsizetype fetched = 0;
    while (m_items[parent].next <= node) {
        if (fetched >= revealLimit)
            return 0;
        fetchMore(indexOf(parent));
        fetched += fetchSize;
    }
    const auto &children = m_items[parent].children;
    const auto later = std::upper_bound(
        children.begin(), children.end(), node,
        [this](Node wanted, quint32 child) { return wanted < m_items[child].node; });
    return *(later - 1);
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return indexOf(m_items[itemOf(parent)].children[size_t(row)], Column(column));
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(m_items[itemOf(child)].parent) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(m_items[itemOf(parent)].children.size());
}

int JsonTreeModel::columnCount(const QModelIndex &) const { return 2; }

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return false;
    const Item &item = m_items[itemOf(parent)];
    return !item.children.empty() || hasMore(item);
}

bool JsonTreeModel::canFetchMore(const QModelIndex &parent) const
{
    return parent.column() <= 0 && hasMore(m_items[itemOf(parent)]);
}

void JsonTreeModel::fetchMore(const QModelIndex &parent)
{
    const quint32 item = itemOf(parent);
    if (!hasMore(m_items[item]))
        return;
    const auto first = int(m_items[item].children.size());
    int count = 0;
    for (Node child = m_items[item].next;
         count < fetchSize && child < m_document->after(m_items[item].node); ++count)
        child = m_document->after(child);
    beginInsertRows(indexOf(item), first, first + count - 1);
    fetch(item, count);
    endInsertRows();
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Item &item = m_items[itemOf(index)];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return column == Column::Key ? item.key : item.value;
    case Qt::ToolTipRole:
        return hint(item, column);
    case Qt::AccessibleTextRole:
        return spokenText(item, column);
    case Qt::AccessibleDescriptionRole:
        return item.note.sentence;
    case KindRole:
        return QVariant::fromValue(item.kind);
    case RepeatedRole:
        return m_document->repeated(item.node);
    case DriftRole:
        return item.drifted;
    case NoteRole:
        return column == Column::Value ? item.note.words : QString();
    default:
        return {};
    }
}

QString JsonTreeModel::hint(const Item &item, Column column) const
{
    QStringList hints{item.note.sentence, textHint(item, column)};
    hints.removeAll(QString());
    return hints.join(u'\n');
}

QString JsonTreeModel::textHint(const Item &item, Column column) const
{
    if (column == Column::Key && m_document->repeated(item.node))
        return tr("This key stands more than once in its object.");
    const QByteArrayView text
        = column == Column::Key ? m_document->key(item.node) : QByteArrayView();
    const QByteArrayView literal = item.kind == Kind::String && column == Column::Value
        ? m_document->value(item.node)
        : text;
    if (literal.size() > shownLength || !literal.contains('\\'))
        return {};
    return tr("As received: %1").arg(shownBytes(literal));
}

QString JsonTreeModel::spokenText(const Item &item, Column column) const
{
    if (column == Column::Key)
        return m_document->repeated(item.node) ? tr("%1, repeated key").arg(item.key) : item.key;
    const QString value = spokenValue(item);
    return item.note.words.isEmpty() ? value : tr("%1, %2").arg(value, item.note.words);
}

QString JsonTreeModel::spokenValue(const Item &item) const
{
    if (item.kind == Kind::Object)
        return tr("object with %n member(s)", nullptr, int(m_document->children(item.node)));
    if (item.kind == Kind::Array)
        return tr("array with %n value(s)", nullptr, int(m_document->children(item.node)));
    return item.value;
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return Column(section) == Column::Key ? tr("Key") : tr("Value");
}

} // namespace models
