// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/medication_tab.h"

#include "ui/chart/consents_part.h"
#include "ui/chart/gate_strip.h"
#include "ui/chart/medicines_part.h"
#include "ui/chart/screening_part.h"
#include "ui/chart/trials_part.h"
#include "ui/shared/buttons.h"
#include "ui/shared/page_factory.h"
#include "ui/shared/questions.h"
#include "ui/shared/segments.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/chart_query.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/patient_care.h"
#include "core/workflow/screening_care.h"
#include "core/workflow/screening_query.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace kairos::ui {

MedicationTab::MedicationTab(const record::PatientId& patient, const PageContext& context, QWidget* parent)
    : Page(parent), m_patient(patient), m_context(context) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(12), px(16), px(12));
    column->setSpacing(px(12));
    m_banners = new QVBoxLayout;
    column->addLayout(m_banners);
    m_gate = new GateStrip(this);
    connect(m_gate, &GateStrip::overrideRequested, this, &MedicationTab::askOverride);
    column->addWidget(m_gate);
    makeTools(*column);
    makeParts(*column);
    goTo(Medicines);
    refresh();
}

void MedicationTab::makeTools(QVBoxLayout& column) {
    auto* tools = new QHBoxLayout;
    m_choice = new Segments(tr("Part of medication and screening"), {}, this);
    for (int part = Medicines; part <= Consents; ++part) {
        const QKeySequence key(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + part));
        QToolButton* button = m_choice->addChoice({});
        button->setToolTip(keyText(key));
        auto* jump = new QShortcut(key, this);
        connect(jump, &QShortcut::activated, this, [this, part] { goTo(static_cast<Part>(part)); });
    }
    nameParts(0);
    connect(m_choice, &Segments::chosen, this, [this](int part) { m_stack->setCurrentIndex(part); });
    tools->addWidget(m_choice);
    tools->addWidget(makeKeyHints({{tr("Alt+1 to 4", "the keys of the parts"), tr("parts")}}, this));
    tools->addStretch(1);
    auto* edit = makeButton({tr("Edit the patient form"), ButtonKind::Secondary, Icon::Draft}, this);
    connect(edit, &QPushButton::clicked, this,
            [this] { m_context.navigator.open(PatientFormPlace{m_patient}); });
    edit->setVisible(m_context.navigator.canOpen(PatientFormPlace{m_patient}));
    tools->addWidget(edit);
    column.addLayout(tools);
}

void MedicationTab::makeParts(QVBoxLayout& column) {
    m_stack = new QStackedWidget(this);
    m_medicines = new MedicinesPart(m_patient, m_context, m_stack);
    m_screening = new ScreeningPart(m_patient, m_context, m_stack);
    m_trials = new TrialsPart(m_patient, m_context, m_stack);
    m_consents = new ConsentsPart(m_patient, m_context, m_stack);
    for (QWidget* part : {static_cast<QWidget*>(m_medicines), static_cast<QWidget*>(m_screening),
                          static_cast<QWidget*>(m_trials), static_cast<QWidget*>(m_consents)}) {
        m_stack->addWidget(part);
    }
    column.addWidget(m_stack, 1);
    const auto complain = [this](const base::Error& error) { showNotice(bannerTextOf(error)); };
    connect(m_medicines, &MedicinesPart::saved, this, &MedicationTab::refresh);
    connect(m_screening, &ScreeningPart::saved, this, &MedicationTab::refresh);
    connect(m_screening, &ScreeningPart::failed, this, complain);
    connect(m_trials, &TrialsPart::saved, this, &MedicationTab::refresh);
    connect(m_trials, &TrialsPart::failed, this, complain);
    connect(m_consents, &ConsentsPart::saved, this, &MedicationTab::refresh);
    connect(m_consents, &ConsentsPart::failed, this, complain);
}

void MedicationTab::nameParts(int openQuestions) {
    m_choice->setChoiceText(Medicines, tr("Medicines"));
    m_choice->setChoiceText(Screening, openQuestions == 0
                                           ? tr("Contraindications")
                                           : tr("Contraindications, %1 open").arg(openQuestions));
    m_choice->setChoiceText(Trials, tr("Earlier treatments"));
    m_choice->setChoiceText(Consents, tr("Consents"));
}

void MedicationTab::goTo(Part part) {
    m_choice->setCurrent(part);
    m_stack->setCurrentIndex(part);
    setFocusProxy(m_stack->currentWidget());
    m_stack->currentWidget()->setFocus();
}

void MedicationTab::showPart(const QString& part) {
    if (part == kPartScreening) {
        m_screening->chooseOpen();
        goTo(Screening);
    } else if (part == kPartConsents) {
        m_consents->chooseMissing();
        goTo(Consents);
    } else if (m_screening->choose(part)) {
        goTo(Screening);
    } else if (m_trials->choose(part)) {
        goTo(Trials);
    } else if (m_consents->choose(part)) {
        goTo(Consents);
    } else if (m_medicines->choose(part)) {
        goTo(Medicines);
    }
}

QString MedicationTab::title() const {
    return tr("Medication and screening");
}

NumberField& MedicationTab::weightField() {
    return m_medicines->weightField();
}

void MedicationTab::refresh() {
    const auto draft = workflow::PatientCare(m_context.practice).load(m_patient);
    const auto view = workflow::ScreeningQuery(m_context.practice).view(m_patient);
    const auto weights = workflow::ChartQuery(m_context.practice).weights(m_patient);
    for (const auto* error : {draft ? nullptr : &draft.error(), view ? nullptr : &view.error(),
                              weights ? nullptr : &weights.error()}) {
        if (error != nullptr) {
            showNotice(bannerTextOf(*error));
            return;
        }
    }
    const auto& by = view->gate.eligibility.overriddenBy;
    m_gate->show(view->gate, by ? m_context.practice.clinicianName(*by) : QString());
    nameParts(view->screening.notAsked());
    m_medicines->show(*draft, *view, *weights);
    m_screening->show(*view);
    m_trials->show(*view);
    m_consents->show(*view);
}

void MedicationTab::askOverride() {
    const auto gate = workflow::ScreeningQuery(m_context.practice).gate(m_patient);
    if (!gate) {
        showNotice(bannerTextOf(gate.error()));
        return;
    }
    m_context.questions.askOverride(gate->eligibility.evidence, *this, [this](const Answer& answer) {
        return workflow::ScreeningCare(m_context.practice)
            .overrideGate(m_patient, answer.reason, answer.password)
            .map([this] { refresh(); });
    });
}

void MedicationTab::showNotice(const BannerText& text) {
    delete m_notice;
    m_notice = new Banner(text, this);
    m_notice->setClosable();
    connect(m_notice, &QObject::destroyed, this, [this] { m_notice = nullptr; });
    m_banners->addWidget(m_notice);
    m_notice->show();
}

QList<KeyHint> MedicationTab::keyHints() const {
    return {
        {tr("Alt+1 to 4", "the keys of the parts"), tr("medicines, contraindications, treatments, consents")},
        {QStringLiteral("Y"), tr("the chosen contraindication is present")},
        {QStringLiteral("C"), tr("it is clear")},
        {QStringLiteral("N"), tr("it was not asked")},
        {keyText(QKeySequence(Qt::Key_Return)), tr("note, change a treatment, or save what is typed")},
        {keyText(QKeySequence(Qt::Key_Delete)), tr("withdraw a consent, mark a treatment as an error")}};
}

} // namespace kairos::ui
