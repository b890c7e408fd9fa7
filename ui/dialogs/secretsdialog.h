// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "signature/secret.h"
#include "ui/dialogs/contentdialog.h"

#include <QTimer>

#include <functional>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace inspector
{
class Inspector;
}
namespace models
{
class SecretModel;
}

namespace ui
{

class NoteBox;
class SecretEdit;

// Adds, names and forgets signing secrets. While one is typed it says how many webhooks it would
// verify. Non-modal; what was typed goes when it closes.
class SecretsDialog : public ContentDialog
{
    Q_OBJECT

public:
    // How many webhooks the secret of that endpoint and label verified.
    using VerifiedCount = std::function<qint64(const QString &endpoint, const QString &label)>;

    // Whether some of the endpoint's webhooks were checked with a secret, found right or wrong.
    using AnyChecked = std::function<bool(const QString &endpoint)>;

    explicit SecretsDialog(inspector::Inspector &inspector, QWidget *parent = nullptr);

    void setVerifiedCount(VerifiedCount count);
    void setAnyChecked(AnyChecked any) { m_anyChecked = std::move(any); }
    void choose(const QString &endpoint); // to add secrets to; an unknown one changes nothing

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Forgotten {
        QString endpoint;
        signature::SecretPtr secret;
        bool remembered = false;
    };

    void build();
    QWidget *buildTable();
    void fillFooter();
    void connectInspector();
    void refresh();
    void refreshEndpoints();
    void followInput();
    void tryInput();
    void showTrial(int ticket, qint64 verified, qint64 tried);
    void add();
    void tellAdded(const QString &endpoint);
    void rename();
    void takeName(const QString &endpoint, const QString &label, const QString &newLabel);
    void dropAdded();
    void forget();
    void undoForget();
    QString endpoint() const;
    QString onlyAt(const QString &endpoint) const; // empty where there is no other
    QString labelOfSame(QByteArrayView bytes) const; // empty: no such secret yet
    int currentRow() const;
    void select(const QString &endpoint, const QString &label);

    inspector::Inspector &m_inspector;
    models::SecretModel *m_model;
    SecretEdit *m_edit;
    NoteBox *m_note;
    NoteBox *m_undo;
    QComboBox *m_endpoint;
    QWidget *m_endpointRow;
    QTableView *m_table;
    QStackedWidget *m_list;
    QCheckBox *m_remember;
    QLabel *m_keyring;
    QPushButton *m_rename;
    QPushButton *m_forget;
    QPushButton *m_add;
    VerifiedCount m_count;
    AnyChecked m_anyChecked;
    QTimer m_typing;
    QTimer m_counting;
    QTimer m_undoTime;
    int m_ticket = 0;
    QString m_added; // label of the one that the note is about
    bool m_checking = false; // what was received, for the secret that was added
    std::optional<Forgotten> m_forgotten;
};

} // namespace ui
