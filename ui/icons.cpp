// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#include "ui/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

// A static library's resources are only there when somebody asks for them by name.
static bool haveResources()
{
    Q_INIT_RESOURCE(app);
    return true;
}

namespace ui
{

using namespace Qt::Literals::StringLiterals;
using signature::Freshness;
using signature::Signature;

namespace
{

QByteArray source(const QString &name, const QColor &ink, const QColor &hole)
{
    static const bool ready = haveResources();
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!ready || !file.open(QIODevice::ReadOnly))
        return {};
    // QtSvg paints currentColor black.
    return file.readAll()
        .replace("currentColor", ink.name(QColor::HexRgb).toLatin1())
        .replace("#010203", hole.name(QColor::HexRgb).toLatin1());
}

class InkedEngine : public QIconEngine
{
public:
    InkedEngine(QString name, Ink ink)
        : m_name(std::move(name))
        , m_ink(ink)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        const int side = qMin(rect.width(), rect.height());
        QRect square(0, 0, side, side);
        square.moveCenter(rect.center());
        painter->drawPixmap(square, rendering(side, ratio, mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return rendering(qMin(size.width(), size.height()), 1.0, mode);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // Here the size is in device pixels already.
        return rendering(qRound(qMin(size.width(), size.height()) / scale), scale, mode);
    }

    QIconEngine *clone() const override { return new InkedEngine(m_name, m_ink); }
    QString key() const override { return u"hookglass"_s; }
    bool isNull() override { return false; }

private:
    QPixmap rendering(int side, qreal ratio, QIcon::Mode mode) const
    {
        const Tokens &look = tokens(QGuiApplication::palette());
        // A primary button that is disabled has no accent that its icon would stand on.
        const bool bare = mode == QIcon::Disabled && m_ink == &Tokens::onAccent;
        const QColor &ink = bare ? look.text : look.*m_ink;
        const QPixmap full = drawing(m_name, side, ratio, ink, look.base);
        if (mode != QIcon::Disabled)
            return full;
        QPixmap faint(full.size());
        faint.setDevicePixelRatio(full.devicePixelRatio());
        faint.fill(Qt::transparent);
        QPainter painter(&faint);
        painter.setOpacity(0.4);
        painter.drawPixmap(0, 0, full);
        return faint;
    }

    QString m_name;
    Ink m_ink;
};

} // namespace

QIcon icon(const QString &name, Ink ink) { return QIcon(new InkedEngine(name, ink)); }

QString glyphOf(Signature signature)
{
    switch (signature) {
    case Signature::Verified:
        return u"status/sig-verified"_s;
    case Signature::Invalid:
        return u"status/sig-invalid"_s;
    case Signature::Unsigned:
        return u"status/sig-unsigned"_s;
    case Signature::Malformed:
        return u"status/malformed"_s;
    case Signature::NoSecret:
        return u"status/sig-no-secret"_s;
    case Signature::NotApplicable:
        return u"status/not-applicable"_s;
    }
    return {};
}

QString glyphOf(Freshness freshness)
{
    switch (freshness) {
    case Freshness::Fresh:
        return u"status/fresh"_s;
    case Freshness::Stale:
        return u"status/stale"_s;
    case Freshness::Future:
        return u"status/in-the-future"_s;
    case Freshness::Missing:
        return u"status/no-timestamp"_s;
    case Freshness::Malformed:
        return u"status/malformed"_s;
    case Freshness::NotApplicable:
        return u"status/not-applicable"_s;
    }
    return {};
}

QIcon icon(Signature signature) { return icon(glyphOf(signature), inkOf(signature)); }

QIcon icon(Freshness freshness) { return icon(glyphOf(freshness), inkOf(freshness)); }

QPixmap drawing(const QString &name, int size, qreal ratio, const QColor &ink, const QColor &hole)
{
    const QString key
        = u"%1 %2 %3 %4 %5"_s.arg(name).arg(size).arg(ratio).arg(ink.rgba()).arg(hole.rgba());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int pixels = qMax(1, qRound(size * ratio));
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(source(name, ink, hole));
    if (renderer.isValid()) {
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    }
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace ui
