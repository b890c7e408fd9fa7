// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/resend/changespane.h"

#include "json/print.h"
#include "ui/dialogs/comparisontable.h"
#include "ui/resend/changesview.h"
#include "ui/views/segmentedbar.h"

#include <QLabel>
#include <QScrollBar>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using models::CompareMode;
using models::Comparison;

namespace ui
{

static const QString modeKey = u"sending/changes"_s;

ChangesPane::ChangesPane(QSettings &settings, QWidget *parent)
    : QStackedWidget(parent)
    , m_settings(settings)
    , m_modes(new SegmentedBar({tr("Fields"), tr("Lines"), tr("Side by side")}, this))
    , m_lines(new ChangesView(this))
    , m_tablePage(new QWidget(this))
    , m_table(new ComparisonTable(m_tablePage))
    , m_note(new QLabel(ChangesView::formattedNote(), m_tablePage))
    , m_none(new QLabel(tr("The request goes out as it was received."), this))
{
    m_modes->setAccessibleName(tr("How changes are shown"));
    m_modes->setCurrent(std::clamp(settings.value(modeKey, int(CompareMode::Lines)).toInt(),
                                   int(CompareMode::Fields), int(CompareMode::SideBySide)));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setAccessibleName(tr("Changes to the webhook as received"));
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(10, 4, 10, 5);
    auto *column = new QVBoxLayout(m_tablePage);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(m_note);
    for (QWidget *page :
         {static_cast<QWidget *>(m_lines), m_tablePage, static_cast<QWidget *>(m_none)})
        addWidget(page);
    connect(m_modes, &SegmentedBar::chosen, this, [this](int mode) {
        m_settings.setValue(modeKey, mode);
        start();
    });
    connect(&m_comparing, &Comparing::compared, this, &ChangesPane::show);
    connect(&m_counting, &Comparing::compared, this, &ChangesPane::count);
}

bool ChangesPane::asLines() const { return CompareMode(m_modes->current()) == CompareMode::Lines; }

// The table shows JSON with a line a value, and anything else as it is.
static bool isFormattedToCompare(const QByteArray &body)
{
    const auto parsed = json::Document::parse(body);
    const auto *document = std::get_if<json::Document>(&parsed);
    const auto text
        = document ? json::indented(*document, 4 * models::mostComparedBytes) : std::nullopt;
    return text && text->trimmed() != body.trimmed();
}

// The same delivery with another request.
static capture::DeliveryPtr with(const capture::DeliveryPtr &delivery, const http::Request &request)
{
    auto other = std::make_shared<capture::Delivery>(*delivery);
    other->request = request;
    return other;
}

void ChangesPane::compare(const capture::DeliveryPtr &received, const http::Request &sent,
                          const SetHeaders &headers)
{
    m_set = headers;
    m_received = received;
    m_sent = with(received, sent);
    m_shownReceived = with(received, withShortValues(received->request, headers));
    m_shownSent = with(received, withShortValues(sent, headers));
    m_formats = isFormattedToCompare(received->request.body) || isFormattedToCompare(sent.body);
    m_lines->compare(received->request, sent, headers);
    m_counting.compare({m_received, m_sent, CompareMode::Fields, {}});
    start();
}

// How a request is written may differ where no field does: the order of its headers.
void ChangesPane::count(const Comparison &fields)
{
    const bool otherwise = fields.differences == 0 && m_lines->changes() > 0;
    m_none->setText(otherwise ? tr("No field differs, only how they are written. Lines shows it.")
                              : tr("The request goes out as it was received."));
    Q_EMIT counted(otherwise ? 1 : fields.differences);
}

void ChangesPane::start()
{
    if (asLines())
        return setCurrentWidget(m_lines);
    if (m_sent)
        m_comparing.compare({m_shownReceived, m_shownSent, CompareMode(m_modes->current()), {}});
}

// A result that comes when lines are asked for again is shown by nobody.
void ChangesPane::show(const Comparison &comparison)
{
    if (asLines() || comparison.mode != CompareMode(m_modes->current()))
        return;
    if (comparison.differences == 0)
        return setCurrentWidget(m_none);
    setCurrentWidget(m_tablePage);
    m_note->setVisible(comparison.mode == CompareMode::SideBySide && m_formats);
    Comparison remarked = comparison;
    addRemarks(remarked, m_set);
    if (remarked == m_table->comparison())
        return;
    const int place = m_table->verticalScrollBar()->value();
    m_table->setComparison(remarked, tr("As received"), tr("Goes out"));
    m_table->doItemsLayout();
    m_table->verticalScrollBar()->setValue(place);
}

} // namespace ui
