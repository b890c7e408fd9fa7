// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/filterbar.h"

#include "ui/icons.h"
#include "ui/views/filtercompleter.h"
#include "ui/views/filterfield.h"
#include "ui/views/filtersbutton.h"
#include "ui/views/linkbutton.h"

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
constexpr int glyphSide = 16;

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
    connect(m_save, &QToolButton::clicked, this,
            [this] { m_filters->askName(m_filter.text.trimmed()); });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        clear();
        m_field->setFocus();
    });
    connect(m_stop, &QAbstractButton::clicked, this,
            [this] { m_search.stopped ? Q_EMIT goOnWanted() : Q_EMIT stopWanted(); });
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
    m_syntax->setPopupMode(QToolButton::InstantPopup);
    m_syntax->setToolTip(tr("What a filter can ask for"));
    fillSyntax();
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

// Each field with its meaning; choosing one writes its example into the filter.
void FilterBar::fillSyntax()
{
    auto *menu = new QMenu(tr("S&yntax"), m_syntax);
    for (const filter::FieldFacts &field : filter::fields()) {
        if (field.example.isEmpty())
            continue;
        QAction *action = menu->addAction(u"%1\t%2"_s.arg(field.example, field.meaning));
        connect(action, &QAction::triggered, this, [this, example = field.example] {
            const QString before = m_field->text().trimmed();
            setText(before.isEmpty() ? example : before + u' ' + example);
            m_field->setFocus();
        });
    }
    menu->addSeparator();
    for (const QString &line :
         {tr("a b\tboth"), tr("a OR b\tone of them; ( ) for groups"), tr("-a\tnot"),
          tr(":= :> :>= :< :<= a..b\texactly, more, less, from and to"),
          tr("* /expression/i \"a b\"\tany text, a regular expression, as it stands")})
        menu->addAction(line)->setEnabled(false);
    m_syntax->setMenu(menu);
}

void FilterBar::showMenu(const QPoint &place)
{
    QMenu *menu = m_field->createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    menu->addMenu(m_filters->menu());
    menu->addMenu(m_syntax->menu());
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

void FilterBar::tell()
{
    const auto &fault = m_parsed.fault;
    const bool empty = m_field->text().isEmpty();
    m_clear->setVisible(!empty);
    m_save->setEnabled(!fault && !m_filter.isEmpty());
    m_stop->setVisible(!fault && !empty && m_search.percent >= 0);
    m_stop->setText(m_search.stopped ? tr("Go on") : tr("Stop"));
    m_stop->setToolTip(m_search.stopped ? tr("Search the rest") : tr("Search no further"));
    if (fault && fault->unfinished)
        say(fault->text);
    else if (fault || empty || m_filter.isEmpty())
        say({});
    else if (m_search.percent < 0)
        say(tr("%L1 of %L2 match").arg(m_matching).arg(m_all), true);
    else if (m_search.stopped)
        say(tr("Stopped at %1 % · %L2 match").arg(m_search.percent).arg(m_matching));
    else
        say(tr("Searching… %1 % · %L2 match").arg(m_search.percent).arg(m_matching));
    tellFault();
}

void FilterBar::tellFault()
{
    const auto &fault = m_parsed.fault;
    const bool wrong = fault && !fault->unfinished;
    m_field->setAccessibleDescription(fault ? fault->text : QString());
    m_faultGlyph->setVisible(wrong);
    m_fault->setVisible(wrong);
    m_suggestion->setVisible(wrong && !fault->suggestion.isEmpty());
    if (!wrong) {
        m_indent->changeSize(0, 0);
        return layout()->invalidate();
    }
    const QColor ink = tokens(palette()).invalid;
    QPalette inked = palette();
    inked.setColor(QPalette::WindowText, ink);
    m_fault->setPalette(inked);
    m_fault->setText(fault->text);
    m_faultGlyph->setPixmap(
        drawing(u"error"_s, glyphSide, devicePixelRatioF(), ink, palette().window().color()));
    QString suggestion = fault->suggestion;
    m_suggestion->setText(tr("Did you mean %1?").arg(suggestion.replace(u'&', "&&"_L1)));
    const int needed = m_fault->sizeHint().width() + m_suggestion->sizeHint().width() + 40;
    const int place = m_field->mapTo(this, QPoint(m_field->placeOf(fault->position), 0)).x() - 8;
    m_indent->changeSize(std::clamp(place, 0, std::max(0, width() - needed)), 0);
    layout()->invalidate();
}

// What is typed has more of the room.
void FilterBar::say(const QString &text, bool good)
{
    const Tokens &look = tokens(palette());
    QPalette inked = palette();
    inked.setColor(QPalette::WindowText, good ? look.verified : look.muted);
    m_state->setPalette(inked);
    m_state->setText(
        m_state->fontMetrics().elidedText(text, Qt::ElideRight, m_frame->width() * 2 / 5));
    m_state->setToolTip(m_state->text() == text ? QString() : text);
    m_state->setVisible(!text.isEmpty());
    m_glyph->setVisible(good);
    if (good)
        m_glyph->setPixmap(drawing(u"check"_s, glyphSide, devicePixelRatioF(), look.verified,
                                   palette().base().color()));
}

void FilterBar::takeSuggestion()
{
    if (const auto fault = m_parsed.fault) // a copy: what is replaced is read anew
        m_field->replace(fault->position, fault->length, fault->suggestion);
    apply();
    m_field->setFocus();
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tell();
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    tell();
}

} // namespace ui
