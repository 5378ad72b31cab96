// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/sheet_list.h"

#include "ui/therapy/sheet_table.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/formats.h"
#include "ui/shared/questions.h"
#include "ui/shared/table_view.h"
#include "ui/shared/text_label.h"

#include "core/therapy/modalities.h"
#include "core/therapy/sheet_forms.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/session_desk.h"
#include "core/workflow/sheet_care.h"
#include "core/workflow/sheet_query.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

using record::TherapySheet;
using therapy::SheetForm;
using therapy::SheetForms;

SheetList::SheetList(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_patient(patient),
      m_context(context),
      m_form(new QComboBox(this)),
      m_notice(new Banner({}, this)),
      m_model(new SheetTable(this)),
      m_view(new TableView(RowHeight::Table, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    makeTools();
    m_notice->setClosable();
    m_notice->hide();
    column->addWidget(m_notice);
    makeList();
    makeKeys();
    setFocusProxy(m_view);
}

void SheetList::makeTools() {
    auto* tools = new QHBoxLayout;
    tools->setSpacing(px(8));
    for (const SheetForm& form : SheetForms::builtIn().forms) {
        m_form->addItem(form.modality.isEmpty() ? form.title : tr("%1 (%2)").arg(form.title, form.modality),
                        form.id);
    }
    m_form->setAccessibleName(tr("Which sheet"));
    m_form->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_begin = makeButton(
        {.text = tr("Fill this sheet"), .icon = Icon::Plus, .key = QKeySequence(Qt::CTRL | Qt::Key_N)}, this);
    auto* purpose = makeWrapped({}, TextRole::Caption, Token::Text2, this);
    tools->addWidget(m_form);
    tools->addWidget(m_begin);
    tools->addWidget(purpose, 1);
    const auto tell = [this, purpose] {
        purpose->setText(SheetForms::builtIn().forms.at(m_form->currentIndex()).purpose);
    };
    connect(m_form, &QComboBox::currentIndexChanged, this, tell);
    connect(m_begin, &QPushButton::clicked, this, [this] { begin(m_form->currentData().toString()); });
    tell();
    static_cast<QVBoxLayout*>(layout())->addLayout(tools);
}

void SheetList::makeList() {
    m_card = new Card(tr("Sheets"), CardContent::Full, this);
    m_card->addToTitle(makeKeyHints({{keyText(QKeySequence(Qt::Key_Return)), tr("open")},
                                     {keyText(QKeySequence(QKeySequence::Print)), tr("print")},
                                     {keyText(QKeySequence(Qt::Key_Delete)), tr("mark as an error")}},
                                    m_card));
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Sheets"));
    m_view->setStretchColumns({SheetTable::Begins});
    m_empty = new EmptyState(Icon::Therapy, tr("No sheet of this patient is on record."),
                             tr("Choose one above, the safety plan or a thought record, and press Ctrl+N to "
                                "fill it with the patient."),
                             m_card);
    m_card->body().addWidget(m_view, 1);
    m_card->body().addWidget(m_empty);
    m_card->body().addStretch(0); // The empty list stands at the top, under its title.
    static_cast<QVBoxLayout*>(layout())->addWidget(m_card, 1);
    connect(m_view, &TableView::rowOpened, this, [this](const QModelIndex& index) { openRow(index.row()); });
}

void SheetList::makeKeys() {
    const auto key = [this](const QKeySequence& pressed, void (SheetList::*act)()) {
        auto* shortcut = new QShortcut(pressed, m_view);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(QKeySequence(QKeySequence::Print), &SheetList::print);
    key(QKeySequence(Qt::Key_Delete), &SheetList::remove);
}

void SheetList::refresh() {
    const int row = qMax(0, m_view->currentIndex().row());
    const auto list = workflow::SheetQuery(m_context.practice).ofPatient(m_patient);
    if (!list) {
        showNotice(bannerTextOf(list.error()));
        return;
    }
    QList<SheetRow> rows;
    for (const TherapySheet& sheet : list->sheets) {
        rows.append({sheet, m_context.practice.clinicianName(sheet.by), m_context.practice.today()});
    }
    m_model->setRows(rows);
    m_empty->setVisible(rows.isEmpty());
    m_view->setVisible(!rows.isEmpty());
    setFocusProxy(rows.isEmpty() ? static_cast<QWidget*>(m_form) : m_view);
    if (!rows.isEmpty()) {
        m_view->selectRow(qMin(row, static_cast<int>(rows.size()) - 1));
    }
    if (!list->damaged.isEmpty()) {
        showNotice(
            {base::FindingLevel::Caution,
             tr("%n sheet(s) are damaged and not listed", nullptr, static_cast<int>(list->damaged.size())),
             tr("Open the latest backup, and keep this file: %1.")
                 .arg(list->damaged.join(QStringLiteral(", "))),
             {}});
    }
}

void SheetList::setSession(const std::optional<record::SessionId>& session) {
    m_session.reset();
    QDate day;
    if (session) {
        const auto content = workflow::SessionDesk(m_context.practice).load(*session);
        if (content && content->therapy && content->therapy->patient == m_patient) {
            day = content->therapy->booked.date;
            chooseFor(content->therapy->modality);
        } else if (content && content->dosing && content->dosing->patient == m_patient) {
            day = content->dosing->booked.date;
        }
        m_session = day.isValid() ? session : std::nullopt;
    }
    m_card->setSubtitle(m_session ? tr("new ones belong to the session of %1").arg(dayText(day)) : QString());
}

/// The first sheet of the session's modality; the choice stays where that has none.
void SheetList::chooseFor(const QString& modality) {
    const auto* known = therapy::Modalities::builtIn().find(modality);
    const auto& forms = SheetForms::builtIn().forms;
    const auto own = std::find_if(forms.begin(), forms.end(), [known](const SheetForm& form) {
        return known != nullptr && form.modality == known->name;
    });
    if (own != forms.end()) {
        m_form->setCurrentIndex(m_form->findData(own->id));
    }
}

std::optional<TherapySheet> SheetList::find(const QString& id) const {
    for (const SheetRow& row : m_model->rows()) {
        if (row.sheet.id.toString() == id) {
            return row.sheet;
        }
    }
    return std::nullopt;
}

const TherapySheet* SheetList::current() const {
    const int row = m_view->currentIndex().row();
    return row < 0 ? nullptr : &m_model->rowAt(row).sheet;
}

void SheetList::begin(const QString& form) {
    const SheetForm* wanted = SheetForms::builtIn().find(form);
    if (wanted == nullptr) {
        return;
    }
    m_form->setCurrentIndex(m_form->findData(form));
    if (wanted->isOnePerPatient) {
        const auto there = workflow::SheetQuery(m_context.practice).latest(m_patient, form);
        if (!there) {
            showNotice(bannerTextOf(there.error()));
            return;
        }
        if (*there) {
            Q_EMIT opened(**there);
            return;
        }
    }
    TherapySheet sheet;
    sheet.patient = m_patient;
    sheet.session = m_session;
    sheet.form = form;
    sheet.date = m_context.practice.today();
    Q_EMIT opened(sheet);
}

void SheetList::openRow(int row) {
    const TherapySheet sheet = m_model->rowAt(row).sheet;
    if (SheetForms::builtIn().find(sheet.form) != nullptr) {
        Q_EMIT opened(sheet);
        return;
    }
    showNotice({base::FindingLevel::Caution,
                tr("This program does not know the form of the sheet"),
                tr("A newer Kairos wrote it. It can be printed, with the ids of its parts."),
                {}});
}

void SheetList::print() {
    if (const TherapySheet* sheet = current()) {
        Q_EMIT printRequested(sheet->id);
    }
}

void SheetList::remove() {
    const TherapySheet* sheet = current();
    if (sheet == nullptr) {
        return;
    }
    const Question question{.title = tr("Mark this sheet as an error?"),
                            .text =
                                tr("%1 goes from the list. The file keeps it, and the history your reason.")
                                    .arg(SheetForms::builtIn().titleOf(sheet->form)),
                            .verb = tr("Mark as an error"),
                            .kind = ButtonKind::Danger,
                            .needs = QuestionNeeds::Reason};
    m_context.questions.ask(question, *this, [this, id = sheet->id](const Answer& answer) {
        return workflow::SheetCare(m_context.practice).remove(id, answer.reason).map([this] { refresh(); });
    });
}

void SheetList::showNotice(const BannerText& text) {
    m_notice->setBannerText(text);
    m_notice->show();
}

QString SheetList::shownNotice() const {
    return m_notice->isHidden() ? QString() : m_notice->bannerText().title;
}

} // namespace kairos::ui
