// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

#pragma once

#include "inspector/exportpreview.h"
#include "inspector/exportrun.h"
#include "ui/dialogs/contentdialog.h"

#include <QTimer>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace inspector
{
class Inspector;
}

namespace ui
{

class CodeView;
class NoteBox;

// What there is to export: ascending ids.
struct Exportable {
    std::vector<qint64> selected;
    std::vector<qint64> shown;
    qint64 all = 0;
    bool wantsSelected = false; // was asked for of those selected
};

// Asks what is to be written, how, what is hidden in it and where to; shows how it will begin, and
// writes it. Closing it while it writes stops that, and leaves no file.
class ExportDialog : public ContentDialog
{
    Q_OBJECT

public:
    enum Scope { Selected, Shown, All };

    ExportDialog(inspector::Inspector &inspector, Exportable webhooks, QWidget *parent = nullptr);

    Scope scope() const;
    formats::Format format() const;
    void setFormat(formats::Format format); // that there is none of changes nothing
    bool writing() const { return m_run.running(); }

public Q_SLOTS:
    void start();
    void reject() override;

Q_SIGNALS:
    void exported(const QString &target, qint64 count);

private:
    struct Asked {
        std::optional<inspector::ExportOrder> order;
        QString problem; // why there is none
    };

    void build();
    QWidget *buildScope();
    QWidget *buildFormat();
    QWidget *buildIncluding();
    QWidget *buildHiding();
    QWidget *buildTarget();
    void buildFoot();
    void connectParts();
    void takeFormat();
    void chooseTarget();
    void suggestTarget();
    void followName(const QString &name); // by the format that it ends as
    void followHiding(); // sends would tell again what is hidden
    void ask(); // soon; what is typed changes at once
    void look();
    void take(const inspector::Excerpt &excerpt);
    void tell(const core::Error &error);
    void setWriting(bool writing);
    void showFacts();
    Asked asked() const;
    qint64 count() const;
    bool intoFolder() const;
    QString redactionRules() const;
    formats::LeftOut leftOut() const;
    void warn(); // of what others should not see
    void hideWhatIsWarnedOf();

    inspector::Inspector &m_inspector;
    const Exportable m_webhooks;
    inspector::ExportPreview m_preview;
    inspector::ExportRun m_run;
    QTimer m_pause;
    QString m_suggested; // the target, until the user writes another
    std::optional<qint64> m_bytes;
    bool m_failed = false; // what was asked for last
    bool m_addresses = false; // of e-mail, are in it
    QString m_credential; // a header in it that carries one in clear; empty: none

    QButtonGroup *m_scope;
    QComboBox *m_format;
    QWidget *m_including;
    QCheckBox *m_headers;
    QCheckBox *m_bodies;
    QCheckBox *m_verdicts;
    QCheckBox *m_sends;
    bool m_sendsWanted = true; // while they are left out for what is hidden
    bool m_hides = false; // anything
    QCheckBox *m_signatures;
    bool m_signaturesChosen = false; // by the user; else the format says what is usual
    QCheckBox *m_people;
    QFormLayout *m_form;
    QLineEdit *m_columns;
    QCheckBox *m_mark; // of the byte order
    QLineEdit *m_more;
    QLabel *m_problem;
    QLabel *m_heading;
    CodeView *m_text;
    QLabel *m_targetLabel;
    QLineEdit *m_target;
    QPushButton *m_choose;
    QLabel *m_targetNote;
    NoteBox *m_note;
    QLabel *m_facts;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QPushButton *m_export;
    QWidget *m_fields;
};

} // namespace ui
