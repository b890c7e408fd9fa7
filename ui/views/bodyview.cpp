// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/bodyview.h"

#include "json/utf8.h"
#include "models/formmodel.h"
#include "ui/tokens.h"
#include "ui/views/codeview.h"
#include "ui/views/elidedlabel.h"
#include "ui/views/findfield.h"
#include "ui/views/hexview.h"
#include "ui/views/jsontreeview.h"
#include "ui/views/messagepage.h"
#include "ui/views/noteline.h"
#include "ui/views/savebytes.h"
#include "ui/views/segmentedbar.h"

#include <QClipboard>
#include <QDataStream>
#include <QGuiApplication>
#include <QIODevice>
#include <QStackedWidget>
#include <QTreeView>

namespace ui
{

namespace
{

constexpr quint32 stateVersion = 1;
constexpr qsizetype rememberedTypes = 200;
constexpr qsizetype copyLimit = 8 * 1024 * 1024; // a clipboard takes no more
constexpr BodyMode nothingWritten = BodyMode::Tree;

QByteArray nameOf(BodyKind kind)
{
    switch (kind) {
    case BodyKind::Empty:
        return "(empty)";
    case BodyKind::Json:
        return "(json)";
    case BodyKind::Form:
        return "(form)";
    case BodyKind::Text:
        return "(text)";
    case BodyKind::Binary:
        return "(binary)";
    }
    Q_UNREACHABLE();
}

} // namespace

BodyView::BodyView(QWidget *parent)
    : QWidget(parent)
{
    build();
    connectParts();
    clear();
}

void BodyView::show(const BodyOrder &body)
{
    m_order = body;
    m_anyway = false;
    m_written = nothingWritten;
    m_hits = 0;
    if (body.bytes.size() > Background::atOnce)
        showWaiting();
    m_settled = false;
    m_background.submit(body);
}

void BodyView::clear()
{
    m_background.forget();
    m_order = {};
    takeReading({});
}

void BodyView::takeReading(const BodyReading &reading)
{
    m_reading = reading;
    m_notes->setNotes(reading.notes);
    // Filters and columns look at the bytes as received, where nothing of this stands.
    m_tree->setFilterable(m_filterable && reading.bytes == m_order.bytes);
    m_tree->setDocument(reading.document, models::lensOf(m_order.scheme), m_order.drift);
    m_formModel->setFields(reading.form);
    m_hex->setBytes(reading.bytes);
    m_code->setCode({});
    m_written = nothingWritten;
    offerModes();
    showFacts();
    showMode(preferredMode());
}

bool BodyView::canShow(BodyMode mode) const
{
    switch (mode) {
    case BodyMode::Tree:
        return m_reading.document || m_reading.kind == BodyKind::Form;
    case BodyMode::Pretty:
        return bool(m_reading.document);
    case BodyMode::Text:
    case BodyMode::Hex:
        return m_reading.kind != BodyKind::Empty;
    }
    Q_UNREACHABLE();
}

QByteArray BodyView::memoryKey() const
{
    return m_reading.mediaType.isEmpty() ? nameOf(m_reading.kind) : m_reading.mediaType;
}

BodyMode BodyView::preferredMode() const
{
    const auto remembered = m_remembered.constFind(memoryKey());
    if (remembered != m_remembered.constEnd() && canShow(*remembered))
        return *remembered;
    if (canShow(BodyMode::Tree))
        return BodyMode::Tree;
    return m_reading.kind == BodyKind::Binary ? BodyMode::Hex : BodyMode::Text;
}

void BodyView::offerModes()
{
    const QString noTree = tr("Only JSON and form fields have a tree.");
    const QString noPretty = tr("Only valid JSON can be laid out.");
    const QString noBody = tr("There is no body.");
    const bool empty = m_reading.kind == BodyKind::Empty;
    const auto offer = [&](BodyMode mode, const QString &why) {
        m_modes->setSegmentEnabled(int(mode), canShow(mode), canShow(mode) ? QString() : why);
    };
    offer(BodyMode::Tree, empty ? noBody : noTree);
    offer(BodyMode::Pretty, empty ? noBody : noPretty);
    offer(BodyMode::Text, noBody);
    offer(BodyMode::Hex, noBody);
    m_find->setEnabled(!empty);
}

void BodyView::setMode(BodyMode mode)
{
    if (!canShow(mode))
        return;
    if (m_remembered.size() >= rememberedTypes)
        m_remembered.clear();
    m_remembered.insert(memoryKey(), mode);
    showMode(mode);
}

void BodyView::nextMode()
{
    for (int step = 1; step <= 4; ++step) {
        const auto next = BodyMode((int(m_mode) + step) % 4);
        if (canShow(next))
            return setMode(next);
    }
}

void BodyView::showMode(BodyMode mode)
{
    m_mode = mode;
    m_modes->setCurrent(int(mode));
    if (m_reading.kind == BodyKind::Empty)
        return showEmpty();
    switch (mode) {
    case BodyMode::Tree:
        return settle(m_reading.document ? static_cast<QWidget *>(m_tree) : m_form);
    case BodyMode::Pretty:
    case BodyMode::Text:
        return showCode(mode);
    case BodyMode::Hex:
        return settle(m_hex);
    }
}

void BodyView::showCode(BodyMode mode)
{
    if (m_written == mode)
        return settle(m_code);
    if (m_reading.bytes.size() > prettyLimit && !m_anyway)
        return showLimit(mode);
    if (m_reading.bytes.size() > Background::atOnce)
        showWaiting();
    m_settled = false;
    m_background.submit(WriteOrder{.reading = m_reading, .mode = mode});
}

void BodyView::takeText(const std::optional<CodeText> &text)
{
    if (m_mode != BodyMode::Pretty && m_mode != BodyMode::Text)
        return;
    if (!text) {
        m_message->setMessage(QStringLiteral("info"), tr("Too deep to lay out"),
                              tr("The pretty text would be longer than 64 MB."));
        return settle(m_message);
    }
    const bool pretty = m_mode == BodyMode::Pretty;
    m_written = m_mode;
    m_code->setCode({}); // wrapping anew what goes away anyway takes long
    m_code->setGutter(pretty);
    m_code->setLineWrapMode(pretty ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    const bool json = pretty || m_reading.document;
    m_code->setCode(*text, json ? CodeView::Language::Json : CodeView::Language::Plain);
    m_code->setAccessibleName(pretty ? tr("Body, laid out") : tr("Body as text"));
    settle(m_code);
}

void BodyView::settle(QWidget *page)
{
    m_settled = true;
    m_pages->setCurrentWidget(page);
    setFocusProxy(page);
    applyNeedle();
    showFoot();
}

void BodyView::showBytes(qsizetype offset, qsizetype length)
{
    setMode(BodyMode::Hex);
    m_hex->select(offset, length);
    m_hex->setFocus();
}

void BodyView::copyBody()
{
    const QByteArray &bytes = m_reading.bytes;
    if (bytes.size() > copyLimit)
        return message(tr("Cannot copy more than 8 MB. Save the body instead."));
    QGuiApplication::clipboard()->setText(QString::fromUtf8(bytes));
    Q_EMIT message(m_reading.charset == "UTF-8" && json::countBadUtf8(bytes) == 0
                       ? tr("The body was copied.")
                       : tr("The body was copied as text. It is not all UTF-8; save it to keep "
                            "its bytes."));
}

void BodyView::saveBody()
{
    const QString name = m_reading.document ? tr("body.json") : tr("body.bin");
    if (const auto told = saveBytes(this, m_order.bytes, name))
        Q_EMIT saveEnded(*told);
}

QByteArray BodyView::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    out << stateVersion << quint32(m_remembered.size());
    for (auto it = m_remembered.cbegin(); it != m_remembered.cend(); ++it)
        out << it.key() << quint8(it.value());
    return state;
}

bool BodyView::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    quint32 version = 0;
    quint32 count = 0;
    in >> version >> count;
    if (in.status() != QDataStream::Ok || version != stateVersion || count > rememberedTypes)
        return false;
    QHash<QByteArray, BodyMode> remembered;
    for (quint32 i = 0; i < count; ++i) {
        QByteArray type;
        quint8 mode = 0;
        in >> type >> mode;
        if (in.status() != QDataStream::Ok || mode > quint8(BodyMode::Hex))
            return false;
        remembered.insert(type, BodyMode(mode));
    }
    m_remembered = remembered;
    return true;
}

} // namespace ui
