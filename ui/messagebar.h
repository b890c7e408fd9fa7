// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace ui
{

class LinkButton;
class MessageFrame;

// What happened, why or with what effect, and what can be done about it.
struct Message {
    enum class Kind { Info, Success, Warning, Error };
    struct Choice {
        QString label;
        std::function<void()> run; // afterwards the message goes
        bool main = false;
    };

    QString key; // a message takes the place of an earlier one with its key
    Kind kind = Kind::Info;
    QString title;
    QString text;
    QString details; // technical; unfolded on demand
    QList<Choice> choices;
    bool closable = true;
    int seconds = 0; // it goes by itself after so many; 0: never
};

// Messages in the layout, above what they are about, each until it is settled. Takes no room
// without one, and little with many: one is shown, an error if there is any, and a line unfolds the
// others.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void show(const Message &message);
    void dismiss(const QString &key);
    void setText(const QString &key, const QString &text); // of one that is shown, in its place
    bool has(const QString &key) const;
    QStringList keys() const; // newest first

Q_SIGNALS:
    void shown(const ui::Message &message);
    void left(); // the message that had the focus goes

private:
    static constexpr int most = 3;

    void limit();
    void arrange();
    void settle(MessageFrame *frame);

    QVBoxLayout *m_column;
    LinkButton *m_others;
    bool m_unfolded = false;
    QList<MessageFrame *> m_frames; // newest first
};

} // namespace ui
