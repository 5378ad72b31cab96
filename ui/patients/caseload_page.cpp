// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/caseload_page.h"

#include "ui/patients/caseload_column.h"
#include "ui/patients/patients_model.h"
#include "ui/patients/stage_words.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/page_head.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/patient_list.h"

#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <array>

namespace kairos::ui {
namespace {

constexpr std::array kStages{record::Stage::Screening,   record::Stage::Preparing,
                             record::Stage::Induction,   record::Stage::Consolidation,
                             record::Stage::Maintenance, record::Stage::Paused,
                             record::Stage::Ended};

} // namespace

CaseloadPage::CaseloadPage(const PageContext& context, QWidget* parent) : Page(parent), m_context(context) {
    build();
    refresh();
}

QString CaseloadPage::title() const {
    return tr("Caseload");
}

QList<KeyHint> CaseloadPage::keyHints() const {
    return {{QStringLiteral("↑ ↓"), tr("choose a patient")},
            {QStringLiteral("← →"), tr("the stage before, the stage after")},
            {keyText(QKeySequence(Qt::Key_Return)), tr("open the chosen patient")}};
}

void CaseloadPage::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head = new PageHead(tr("Caseload"), {}, this);
    column->addWidget(m_head);
    m_trouble = new Banner({}, this);
    m_trouble->hide();
    column->addWidget(m_trouble);
    m_stack = new QStackedLayout;
    column->addLayout(m_stack, 1);
    auto* board = new QWidget(this);
    auto* row = new QHBoxLayout(board);
    row->setContentsMargins(px(16), px(12), px(16), px(12));
    row->setSpacing(px(8));
    for (const record::Stage stage : kStages) {
        auto* card = new Card(stageText(stage), CardContent::Full, board);
        auto* list = new CaseloadColumn(stage, m_context.practice, card);
        card->body().addWidget(makeHairline(card));
        card->body().addWidget(list, 1);
        row->addWidget(card, 1);
        m_cards.append(card);
        m_columns.append(list);
        connect(list, &CaseloadColumn::sideWanted, this,
                [this, list](int direction) { moveSide(*list, direction); });
        connect(list, &CaseloadColumn::patientOpened, this, [this](const record::PatientId& patient) {
            const Place chart = ChartPlace{patient, {}};
            m_context.navigator.open(m_context.navigator.canOpen(chart) ? chart
                                                                        : Place(PatientFormPlace{patient}));
        });
    }
    m_stack->addWidget(board);
    m_stack->addWidget(buildEmpty());
}

QWidget* CaseloadPage::buildEmpty() {
    auto* holder = new QWidget(this);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    auto* empty = new EmptyState(Icon::Patients, tr("No patient yet"),
                                 tr("Patients stand here by their stage of care."), holder);
    if (m_context.navigator.canOpen(PatientFormPlace{})) {
        auto* add = makeButton({.text = tr("New patient"), .icon = Icon::Plus}, empty);
        connect(add, &QPushButton::clicked, this, [this] { m_context.navigator.open(PatientFormPlace{}); });
        empty->setAction(add);
    }
    column->addWidget(empty);
    column->addStretch(1);
    return holder;
}

void CaseloadPage::refresh() {
    const auto stages = workflow::PatientList(m_context.practice).byStage();
    m_trouble->setVisible(!stages.has_value());
    if (!stages) {
        m_trouble->setBannerText(bannerTextOf(stages.error()));
        return;
    }
    int all = 0;
    CaseloadColumn* first = nullptr;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const auto& patients = stages->at(i);
        const int count = static_cast<int>(patients.size());
        all += count;
        m_columns.at(i)->setPatients(patients);
        m_columns.at(i)->setFocusPolicy(count > 0 ? Qt::StrongFocus : Qt::NoFocus);
        m_cards.at(i)->setSubtitle(QString::number(count));
        if (first == nullptr && count > 0) {
            first = m_columns.at(i);
        }
    }
    m_head->setSubtitle(tr("%n patient(s)", nullptr, all));
    m_stack->setCurrentIndex(all > 0 ? 0 : 1);
    setFocusProxy(first);
}

void CaseloadPage::moveSide(const CaseloadColumn& from, int direction) {
    qsizetype index = 0;
    while (m_columns.at(index) != &from) {
        ++index;
    }
    const int row = from.currentIndex().row();
    for (index += direction; index >= 0 && index < m_columns.size(); index += direction) {
        if (m_columns.at(index)->cards().rowCount() > 0) {
            m_columns.at(index)->enterAt(row);
            return;
        }
    }
}

} // namespace kairos::ui
