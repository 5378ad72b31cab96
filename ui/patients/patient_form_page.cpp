// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patients/patient_form_page.h"

#include "ui/patients/care_form.h"
#include "ui/patients/person_form.h"

#include "ui/shared/banner.h"
#include "ui/shared/buttons.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/page_head.h"
#include "ui/shared/questions.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/open_practice.h"

#include <QJsonDocument>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

/// Well within the second that a crash may cost.
constexpr int kKeepMs = 700;

} // namespace

PatientFormPage::PatientFormPage(const PatientFormPlace& place, PageContext& context, QWidget* parent)
    : Page(parent), m_context(context), m_patient(place.patient) {
    build();
    m_keep.setSingleShot(true);
    m_keep.setInterval(kKeepMs);
    connect(&m_keep, &QTimer::timeout, this, &PatientFormPage::keepDraft);
    load();
    const auto changed = [this] {
        if (!m_keep.isActive()) {
            m_keep.start();
        }
    };
    connect(m_person, &PersonForm::changed, this, changed);
    connect(m_care, &CareForm::changed, this, changed);
    setFocusProxy(m_person);
}

QString PatientFormPage::title() const {
    return m_patient ? m_loaded.patient.displayName() : tr("New patient");
}

QList<KeyHint> PatientFormPage::keyHints() const {
    return {{keyText(QKeySequence(Qt::CTRL | Qt::Key_Return)), tr("save")},
            {keyText(QKeySequence(Qt::Key_Escape)), tr("leave; what is typed stays as a draft")}};
}

void PatientFormPage::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead(*column);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* ground = new QWidget(scroll);
    auto* body = new QVBoxLayout(ground);
    body->setContentsMargins(px(16), px(12), px(16), px(16));
    body->setSpacing(px(12));
    m_restored = new Banner({}, ground);
    m_trouble = new Banner({}, ground);
    m_restored->hide();
    m_trouble->hide();
    body->addWidget(m_trouble);
    body->addWidget(m_restored);
    auto* halves = new QHBoxLayout;
    halves->setSpacing(px(12));
    m_person = new PersonForm([this](const QString& field) { return problemOf(field); }, ground);
    m_care = new CareForm(ground);
    halves->addWidget(m_person, 1, Qt::AlignTop);
    auto* right = new QVBoxLayout;
    right->setSpacing(px(12));
    right->addWidget(m_care);
    right->addWidget(m_person->makeStandBy(ground));
    right->addStretch(1);
    halves->addLayout(right, 1);
    body->addLayout(halves);
    body->addStretch(1);
    scroll->setWidget(ground);
    column->addWidget(scroll, 1);
    connect(m_care, &CareForm::withdrawRequested, this, &PatientFormPage::withdraw);
    auto* afresh = makeButton({.text = tr("Start afresh"), .kind = ButtonKind::Secondary}, m_restored);
    m_restored->addAction(afresh);
    connect(afresh, &QPushButton::clicked, this, &PatientFormPage::startAfresh);
}

void PatientFormPage::buildHead(QVBoxLayout& column) {
    m_head = new PageHead(tr("New patient"), {}, this);
    auto* leave = makeButton({.text = tr("Leave")}, m_head);
    setButtonKeyCap(*leave, QKeySequence(Qt::Key_Escape));
    m_save = makeButton({.text = tr("Save"),
                         .kind = ButtonKind::Primary,
                         .icon = Icon::Check,
                         .key = QKeySequence(Qt::CTRL | Qt::Key_Return)},
                        m_head);
    m_head->addAction(leave);
    m_head->addAction(m_save);
    column.addWidget(m_head);
    connect(leave, &QPushButton::clicked, this, [this] { m_context.navigator.goBack(); });
    connect(m_save, &QPushButton::clicked, this, &PatientFormPage::save);
}

void PatientFormPage::load() {
    workflow::PatientCare care(m_context.practice);
    m_person->setToday(m_context.practice.today());
    m_care->setToday(m_context.practice.today());
    if (m_patient) {
        auto stored = care.load(*m_patient);
        if (!stored) {
            showTrouble(stored.error());
            setButtonBlockedBy(*m_save, stored.error().why);
            m_person->setEnabled(false);
            m_care->setEnabled(false);
            return;
        }
        m_loaded = std::move(*stored);
    } else {
        m_loaded = {};
        m_loaded.patient.mrn = care.nextMrn();
    }
    m_person->load(m_loaded.patient);
    m_care->load(m_loaded);
    loadConsents();
    m_head->setTitle(title());
    m_head->setSubtitle(m_patient ? tr("MRN %1").arg(m_loaded.patient.mrn)
                                  : tr("A name and an MRN are enough to begin"));
    m_base = state();
    offerDraft();
}

void PatientFormPage::loadConsents() {
    if (!m_patient) {
        m_care->setConsents({});
        return;
    }
    const workflow::PatientCare care(m_context.practice);
    if (const auto consents = care.consents(*m_patient)) {
        m_care->setConsents(*consents);
    } else {
        showTrouble(consents.error());
    }
    const auto weight = care.lastWeight(*m_patient);
    if (weight && weight->has_value()) {
        m_care->setLastWeight(
            tr("Last %1 on %2. A new weight is added, the old one stays.")
                .arg(withUnit(shortNumberText((*weight)->weight.value, 1), QStringLiteral("kg")),
                     dateText((*weight)->measuredAt.local(m_context.practice.zone()).date())));
    }
}

storage::DraftKey PatientFormPage::draftKey() const {
    return workflow::DraftDesk(m_context.practice)
        .keyOf(QStringLiteral("patient"), m_patient ? m_patient->uuid : base::Uuid{});
}

QJsonObject PatientFormPage::state() const {
    return {{QStringLiteral("person"), m_person->state()}, {QStringLiteral("care"), m_care->state()}};
}

void PatientFormPage::offerDraft() {
    const auto kept = workflow::DraftDesk(m_context.practice).find(draftKey());
    if (!kept || !kept->has_value()) {
        return;
    }
    const QJsonObject json = QJsonDocument::fromJson((*kept)->content).object();
    const QJsonObject typed = json.value(QLatin1String("typed")).toObject();
    if (typed.isEmpty()) {
        return;
    }
    m_person->restore(typed.value(QLatin1String("person")).toObject());
    m_care->restore(typed.value(QLatin1String("care")).toObject());
    const auto& zone = m_context.practice.zone();
    const QString when = dateTimeText(base::Instant::inZone((*kept)->savedMs, zone), zone);
    const bool isStale = m_patient && json.value(QLatin1String("base")).toObject() != m_base;
    m_restored->setBannerText(
        {isStale ? base::FindingLevel::Caution : base::FindingLevel::Information,
         tr("Restored from your draft"),
         isStale ? tr("The chart was changed after this draft was begun: look at every field before saving.")
                 : tr("You left this form without saving. Nothing is lost."),
         tr("Draft of %1").arg(when)});
    m_restored->show();
}

void PatientFormPage::startAfresh() {
    m_context.questions.confirm({.title = tr("Throw this draft away?"),
                                 .text = tr("The form shows again what is stored."),
                                 .verb = tr("Throw away"),
                                 .kind = ButtonKind::Danger},
                                *this, [this] {
                                    m_keep.stop();
                                    m_person->restore(m_base.value(QLatin1String("person")).toObject());
                                    m_care->restore(m_base.value(QLatin1String("care")).toObject());
                                    m_restored->hide();
                                    keepDraft();
                                });
}

void PatientFormPage::keepDraft() {
    m_keep.stop();
    workflow::DraftDesk desk(m_context.practice);
    const QJsonObject typed = state();
    if (typed == m_base) {
        if (desk.drop(draftKey())) {
            Q_EMIT draftSettled();
        }
        return;
    }
    const QJsonObject json{{QStringLiteral("typed"), typed}, {QStringLiteral("base"), m_base}};
    const auto kept = desk.keep(draftKey(), QJsonDocument(json).toJson(QJsonDocument::Compact));
    if (kept) {
        Q_EMIT draftKept();
    } else {
        showTrouble(kept.error());
    }
}

bool PatientFormPage::mayLeave() {
    if (m_person->isEnabled() && !m_isSaved) {
        keepDraft();
    }
    return true;
}

workflow::PatientDraft PatientFormPage::draft() const {
    workflow::PatientDraft draft = m_loaded;
    m_person->store(draft.patient);
    m_care->store(draft);
    return draft;
}

QString PatientFormPage::problemOf(const QString& field) const {
    for (const auto& problem : workflow::PatientCare(m_context.practice).problems(draft())) {
        if (problem.field == field) {
            return problem.text;
        }
    }
    return {};
}

bool PatientFormPage::showProblems() {
    const bool isPersonRight = m_person->validate();
    bool isCareRight = m_care->validate();
    for (const auto& problem : workflow::PatientCare(m_context.practice).problems(draft())) {
        if (m_person->field(problem.field) == nullptr) {
            m_care->showProblem(problem.field, problem.text);
            isCareRight = false;
        }
    }
    return isPersonRight && isCareRight;
}

void PatientFormPage::save() {
    m_trouble->hide();
    if (!showProblems()) {
        return;
    }
    workflow::PatientAdditions additions;
    additions.weight = m_care->newWeight();
    additions.consents = m_care->newConsents();
    additions.finished = {draftKey()};
    m_keep.stop();
    const auto saved = workflow::PatientCare(m_context.practice).save(draft(), additions);
    if (!saved) {
        showTrouble(saved.error());
        return;
    }
    finish(*saved);
}

void PatientFormPage::finish(const record::PatientId& id) {
    m_isSaved = true;
    Q_EMIT draftSettled();
    workflow::OpenPractice& practice = m_context.practice;
    const QString who = draft().patient.displayName();
    if (m_context.undo != nullptr && m_patient) {
        m_context.undo->offerUndo({tr("%1 was saved.").arg(who), [&practice, before = m_loaded] {
                                       return workflow::PatientCare(practice).save(before).map(
                                           [](const record::PatientId&) {});
                                   }});
    } else if (m_context.undo != nullptr) {
        m_context.undo->offerUndo({tr("%1 was added.").arg(who), [&practice, id] {
                                       return workflow::PatientCare(practice).withdraw(
                                           id, QStringLiteral("undone right after registering"));
                                   }});
    }
    if (!m_patient && m_context.navigator.canOpen(ChartPlace{id, {}})) {
        m_context.navigator.open(ChartPlace{id, {}});
        return;
    }
    m_context.navigator.goBack();
}

void PatientFormPage::withdraw(const record::ConsentId& consent) {
    m_context.questions.ask({.title = tr("Withdraw this consent?"),
                             .text = tr("It stays in the chart with the day of its withdrawal, today."),
                             .verb = tr("Withdraw"),
                             .kind = ButtonKind::Danger},
                            *this, [this, consent](const Answer&) {
                                const auto done = workflow::PatientCare(m_context.practice)
                                                      .withdrawConsent(consent, m_context.practice.today());
                                if (done) {
                                    loadConsents();
                                }
                                return done;
                            });
}

void PatientFormPage::showTrouble(const base::Error& error) {
    m_trouble->setBannerText(bannerTextOf(error));
    m_trouble->show();
}

void PatientFormPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        m_context.navigator.goBack();
        return;
    }
    Page::keyPressEvent(event);
}

} // namespace kairos::ui
