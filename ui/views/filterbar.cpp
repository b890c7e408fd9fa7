// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/filterbar.h"

#include "ui/icons.h"
#include "ui/views/filtercompleter.h"
#include "ui/views/filterfield.h"
#include "ui/views/filtersbutton.h"
#include "ui/views/linkbutton.h"
#include "ui/views/syntaxpopup.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionFrame>
#include <QToolButton>

#include <algorithm>

namespace ui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int pauseMilliseconds = 250;

} // namespace

// Looks like a line edit and has the focus when the field in it has.
class FilterBar::Frame : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStyleOptionFrame option;
        option.initFrom(this);
        option.lineWidth = 1;
        option.state |= QStyle::State_Sunken;
        option.state.setFlag(QStyle::State_HasFocus, isAncestorOf(window()->focusWidget()));
        QPainter painter(this);
        style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
    }
};

FilterBar::FilterBar(QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_filters(new FiltersButton(settings, this))
    , m_frame(new Frame(this))
    , m_field(new FilterField(m_frame))
    , m_glyph(new QLabel(m_frame))
    , m_state(new QLabel(m_frame))
    , m_stop(new LinkButton({}, m_frame))
    , m_clear(new QToolButton(m_frame))
    , m_save(new QToolButton(this))
    , m_syntax(new QToolButton(this))
    , m_examples(new SyntaxPopup(this))
    , m_indent(new QSpacerItem(0, 0))
    , m_faultGlyph(new QLabel(this))
    , m_fault(new QLabel(this))
    , m_suggestion(new LinkButton({}, this))
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(8, 6, 8, 0);
    rows->setSpacing(2);
    rows->addLayout(buildFrame());
    rows->addLayout(buildFault());
    setFocusProxy(m_field);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connectParts();
    tell();
}

void FilterBar::connectParts()
{
    connect(&m_pause, &QTimer::timeout, this, &FilterBar::apply);
    connect(m_field, &FilterField::edited, this, &FilterBar::read);
    connect(m_field, &FilterField::typed, this, &FilterBar::offer);
    connect(&m_field->offers(), &FilterCompleter::taken, this, &FilterBar::offer);
    connect(m_field, &FilterField::entered, this, [this] {
        apply();
        remember();
    });
    connect(m_field, &FilterField::earlierWanted, this, [this] { recall(1); });
    connect(m_field, &FilterField::laterWanted, this, [this] { recall(-1); });
    connect(m_field, &FilterField::clearWanted, this, &FilterBar::clear);
    connect(m_field, &FilterField::left, this, &FilterBar::left);
    connect(m_field, &FilterField::focusChanged, m_frame, qOverload<>(&QWidget::update));
    connect(m_field, &QWidget::customContextMenuRequested, this, &FilterBar::showMenu);
    connect(m_filters, &FiltersButton::chosen, this, [this](const QString &text) {
        setText(text);
        m_field->setFocus();
    });
    connect(m_filters, &FiltersButton::changed, this, &FilterBar::savedChanged);
    connect(m_save, &QToolButton::clicked, this,
            [this] { m_filters->askName(m_filter.text.trimmed()); });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        clear();
        m_field->setFocus();
    });
    connect(m_stop, &QAbstractButton::clicked, this,
            [this] { m_search.stopped ? Q_EMIT goOnWanted() : Q_EMIT stopWanted(); });
    connect(m_syntax, &QToolButton::clicked, this, &FilterBar::showSyntax);
    connect(m_field, &FilterField::syntaxWanted, this, &FilterBar::showSyntax);
    connect(m_examples, &SyntaxPopup::chosen, this, &FilterBar::addExample);
    connect(m_suggestion, &QAbstractButton::clicked, this, &FilterBar::takeSuggestion);
}

QHBoxLayout *FilterBar::buildFrame()
{
    m_clear->setAutoRaise(true);
    m_clear->setIcon(icon(u"close"_s, &Tokens::muted));
    m_clear->setToolTip(tr("Empty the filter"));
    m_clear->setAccessibleName(tr("Empty the filter"));
    QSizePolicy kept = m_clear->sizePolicy(); // the frame must not grow with the first letter
    kept.setRetainSizeWhenHidden(true);
    m_clear->setSizePolicy(kept);
    m_save->setIcon(icon(u"bookmark"_s));
    m_save->setText(tr("Save"));
    m_save->setToolTip(tr("Keep this filter under a name"));
    m_save->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_field->setContextMenuPolicy(Qt::CustomContextMenu);
    m_syntax->setIcon(icon(u"help"_s));
    m_syntax->setText(tr("Syntax"));
    m_syntax->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_syntax->setToolTip(tr("What a filter can ask for (F1 in the filter)"));
    auto *inside = new QHBoxLayout(m_frame);
    inside->setContentsMargins(6, 3, 3, 3);
    inside->setSpacing(4);
    inside->addWidget(m_field, 1);
    inside->addWidget(m_glyph);
    inside->addWidget(m_state);
    inside->addWidget(m_stop);
    inside->addWidget(m_clear);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_filters);
    row->addWidget(m_frame, 1);
    row->addWidget(m_save);
    row->addWidget(m_syntax);
    return row;
}

// Under what is wrong, and only while something is.
QHBoxLayout *FilterBar::buildFault()
{
    m_fault->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fault->setMinimumWidth(1); // where it does not fit, it is cut
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addItem(m_indent);
    row->addWidget(m_faultGlyph);
    row->addWidget(m_fault);
    row->addWidget(m_suggestion);
    row->addStretch(1);
    return row;
}

void FilterBar::addExample(const QString &example)
{
    const QString before = m_field->text().trimmed();
    setText(before.isEmpty() ? example : before + u' ' + example);
    m_field->setFocus();
}

void FilterBar::showSyntax()
{
    m_field->offers().popup()->hide();
    m_examples->openUnder(*m_syntax);
}

void FilterBar::showMenu(const QPoint &place)
{
    QMenu *menu = m_field->createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    menu->addMenu(m_filters->menu());
    menu->addAction(tr("S&yntax…"), this, &FilterBar::showSyntax);
    menu->popup(m_field->mapToGlobal(place));
}

QString FilterBar::text() const { return m_field->text(); }

void FilterBar::setText(const QString &text)
{
    m_field->setText(text);
    apply();
}

// Beside what is in force: what is being typed may be no filter yet.
QString FilterBar::with(const QString &term) const
{
    QString before = m_filter.text.trimmed();
    if (m_filter.root && m_filter.root->kind == filter::Node::Kind::Or)
        before = u'(' + before + u')';
    return before.isEmpty() ? term : before + u' ' + term;
}

void FilterBar::add(const QString &term)
{
    QList<filter::Filter> parts = filter::conjuncts(m_filter);
    parts.append(m_filter);
    const bool there = std::any_of(parts.begin(), parts.end(), [&term](const filter::Filter &part) {
        return part.text.trimmed() == term;
    });
    setText(there ? m_filter.text.trimmed() : with(term));
}

void FilterBar::begin(const QString &term)
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->setText(with(term));
    offer();
}

void FilterBar::edit()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilterBar::setMatching(qint64 matching, qint64 all)
{
    m_matching = matching;
    m_all = all;
    tell();
}

void FilterBar::setSearch(Search search)
{
    m_search = search;
    tell();
}

void FilterBar::read()
{
    m_parsed = filter::parse(m_field->text());
    m_field->setParsed(m_parsed);
    m_pause.start();
    tell();
}

void FilterBar::offer()
{
    if (!m_seen)
        return;
    const int cursor = m_field->textCursor().position();
    m_offered = m_field->text().first(cursor);
    m_field->offers().offer(models::complete(m_field->text(), cursor, m_seen));
}

// Not where something else is being done by now, or where the offers were closed.
void FilterBar::offerAgain()
{
    const bool same = m_field->text().first(m_field->textCursor().position()) == m_offered;
    const FilterCompleter &offers = m_field->offers();
    if (same && !m_offered.isEmpty() && !offers.chosen() && (offers.offering() || offers.isEmpty()))
        offer();
}

// More space between the words asks for nothing else.
void FilterBar::apply()
{
    m_pause.stop();
    if (m_parsed.fault || m_parsed.filter.text.trimmed() == m_filter.text.trimmed())
        return;
    m_filter = m_parsed.filter;
    Q_EMIT filterChanged(m_filter);
    tell();
}

void FilterBar::remember()
{
    const QString text = m_field->text().trimmed();
    m_recalled = -1;
    if (!m_parsed.fault)
        m_filters->memory().remember(text);
}

// From the empty field, or from one that was recalled and not edited.
void FilterBar::recall(int step)
{
    const QString text = m_field->text();
    const QStringList &history = m_filters->memory().history();
    const bool recalled = m_recalled >= 0 && history.value(m_recalled) == text;
    if (!text.isEmpty() && !recalled)
        return;
    m_recalled = std::clamp<qsizetype>((recalled ? m_recalled : -1) + step, -1, history.size() - 1);
    m_field->setText(history.value(m_recalled));
}

} // namespace ui
