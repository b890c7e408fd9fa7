// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/views/fittedscroll.h"

#include <QEvent>
#include <QScrollBar>

namespace ui
{

FittedScroll::FittedScroll(QWidget *content, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    setFocusPolicy(Qt::NoFocus);
    setWidget(content);
    setAccessibleName(content->accessibleName());
    content->setAutoFillBackground(false); // It stands on the ground of what it is part of.
    viewport()->setAutoFillBackground(false);
    // Only what can be scrolled needs the keys.
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int least, int most) {
        setFocusPolicy(most > least ? Qt::StrongFocus : Qt::NoFocus);
    });
}

int FittedScroll::heightForWidth(int width) const
{
    return widget()->hasHeightForWidth() ? widget()->heightForWidth(width)
                                         : widget()->sizeHint().height();
}

QSize FittedScroll::sizeHint() const { return widget()->sizeHint(); }

QSize FittedScroll::minimumSizeHint() const
{
    return widget()->minimumSizeHint() + QSize(verticalScrollBar()->sizeHint().width(), 0);
}

// What is in it wraps otherwise now: it may need more room, or less.
bool FittedScroll::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        fit();
    }
    return QScrollArea::event(event);
}

void FittedScroll::resizeEvent(QResizeEvent *event)
{
    fit();
    QScrollArea::resizeEvent(event);
}

// A scroll bar that is there makes lines shorter and so more of them, which would keep it for ever.
void FittedScroll::fit()
{
    const bool whole = height() >= heightForWidth(width());
    setVerticalScrollBarPolicy(whole ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
}

} // namespace ui
