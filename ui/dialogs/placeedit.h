// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/place.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace ui
{

// Where a value of a request stands: what kind of place, and its name. A scheme's further places
// stay behind the first one.
class PlaceEdit : public QWidget
{
    Q_OBJECT

public:
    // The kinds to choose from; `mayBeNone` adds nowhere, the first one.
    PlaceEdit(const QString &name, const QList<signature::Source> &sources, bool mayBeNone,
              QWidget *parent = nullptr);

    void setPlaces(const signature::Places &places);
    signature::Places places() const; // empty: nowhere, or its name is missing
    bool isIncomplete() const; // a kind is chosen, but there is no name

Q_SIGNALS:
    void edited();

private:
    void showName();

    QComboBox *m_source;
    QLineEdit *m_name;
    signature::Places m_further;
};

} // namespace ui
