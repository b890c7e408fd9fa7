// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QStringList>

// Notes down what is painted on it: the texts and how many pictures.
namespace support
{

class PaintRecorder : public QPaintDevice
{
public:
    struct Text {
        QString text;
        QFont font;
    };

    QPaintEngine *paintEngine() const override { return &m_engine; }
    const QList<Text> &texts() const { return m_engine.texts; }
    int pictures() const { return m_engine.pictures; }
    QString line() const // all texts, one after the other
    {
        QString line;
        for (const Text &text : m_engine.texts)
            line += text.text;
        return line;
    }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
        case PdmHeight:
            return 1000;
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDepth:
            return 32;
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    class Engine : public QPaintEngine
    {
    public:
        Engine()
            : QPaintEngine(AllFeatures)
        {
        }

        bool begin(QPaintDevice *) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState &) override { }
        Type type() const override { return User; }
        using QPaintEngine::drawPolygon;
        void drawPolygon(const QPointF *, int, PolygonDrawMode) override { }
        void drawPath(const QPainterPath &) override { }
        void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override { ++pictures; }
        void drawTextItem(const QPointF &, const QTextItem &item) override
        {
            texts.append({item.text(), item.font()});
        }

        QList<Text> texts;
        int pictures = 0;
    };

    mutable Engine m_engine;
};

} // namespace support
