// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dosing/adverse_form.h"

#include "ui/dosing/dosing_controller.h"
#include "ui/dosing/run_draft.h"

#include "ui/shared/adverse_fields.h"
#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/number_field.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace kairos::ui {

using namespace record;

namespace {

/// Where in the draft of the run sheet a field of the event is kept.
QString fieldPlace(const QString& field) {
    return QStringLiteral("adverse.") + field;
}

} // namespace

AdverseForm::AdverseForm(DosingController& controller, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_card(new Card(tr("Adverse event"), CardContent::Padded, this)),
      m_onset(new NumberField(tr("min"), 0)),
      m_end(new NumberField(tr("min"), 0)) {
    build();
    connect(m_fields, &AdverseFields::edited, this, &AdverseForm::remember);
    for (const auto& entry : minutes()) {
        connect(entry.second, &QLineEdit::textEdited, this, &AdverseForm::remember);
    }
}

void AdverseForm::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    // What begins with a dose begins from the day before it to the day after; it may be over weeks later,
    // while the session is still unsigned.
    constexpr double kDay = 1440;
    constexpr double kYear = 365 * kDay;
    m_onset->setPossible(-kDay, kDay);
    m_end->setPossible(-kDay, kYear);
    auto* onset = new Field(tr("Began at minute"), m_onset);
    m_endField = new Field(tr("Over at minute"), m_end);
    onset->setHelp(tr("empty: now"));
    m_endField->setHelp(tr("empty: it goes on"));
    m_fields = new AdverseFields({{onset, 2}, {m_endField, 2}}, m_card);
    m_card->body().addWidget(m_fields, 1);
    auto* save =
        makeButton({.text = tr("Save event"), .key = QKeySequence(Qt::CTRL | Qt::Key_Return)}, m_card);
    auto* leave = makeButton({.text = tr("Leave"), .kind = ButtonKind::Quiet}, m_card);
    setButtonKeyCap(*leave, QKeySequence(Qt::Key_Escape));
    m_card->foot().addStretch();
    m_card->foot().addWidget(leave);
    m_card->foot().addWidget(save);
    connect(save, &QPushButton::clicked, this, &AdverseForm::save);
    connect(leave, &QPushButton::clicked, this, &AdverseForm::finished);
}

QLineEdit& AdverseForm::endEdit() {
    return *m_end;
}

QLineEdit& AdverseForm::onsetEdit() {
    return *m_onset;
}

QLineEdit& AdverseForm::termEdit() {
    return m_fields->term();
}

TableView& AdverseForm::terms() {
    return m_fields->terms();
}

QList<std::pair<QString, NumberField*>> AdverseForm::minutes() const {
    return {{QStringLiteral("onset"), m_onset}, {QStringLiteral("end"), m_end}};
}

void AdverseForm::remember() {
    if (m_edited) {
        return; // The stored one is there whatever happens to what is typed over it.
    }
    const QMap<QString, QString> typed = m_fields->typed();
    for (auto field = typed.begin(); field != typed.end(); ++field) {
        m_controller.draft().setText(fieldPlace(field.key()), field.value());
    }
    for (const auto& [field, edit] : minutes()) {
        m_controller.draft().setText(fieldPlace(field), edit->text());
    }
}

void AdverseForm::begin() {
    m_edited.reset();
    m_card->setTitle(tr("Adverse event"));
    QMap<QString, QString> kept = m_fields->typed();
    for (auto field = kept.begin(); field != kept.end(); ++field) {
        field.value() = m_controller.draft().text(fieldPlace(field.key()));
    }
    m_fields->setTyped(kept);
    for (const auto& [field, edit] : minutes()) {
        edit->setText(m_controller.draft().text(fieldPlace(field)));
    }
    m_endField->setError({});
    m_fields->term().setFocus();
}

void AdverseForm::edit(const AdverseEvent& event) {
    m_edited = event;
    m_card->setTitle(tr("Adverse event since %1").arg(m_controller.timeOf(event.onset)));
    m_fields->display(event);
    m_onset->setValue(std::floor(m_controller.minuteOf(event.onset)));
    m_end->setValue(event.resolvedAt ? std::optional(std::floor(m_controller.minuteOf(*event.resolvedAt)))
                                     : std::nullopt);
    m_endField->setError({});
    m_end->setFocus();
}

std::optional<base::Instant> AdverseForm::momentOf(const NumberField& field) const {
    const auto minute = field.value();
    const auto& start = m_controller.session().startedAt;
    if (!minute || !start) {
        return std::nullopt;
    }
    // A minute that is under way ends now, not at its whole.
    return std::min(start->plusMinutes(static_cast<qint64>(*minute)), m_controller.now());
}

std::optional<AdverseEvent> AdverseForm::read() {
    if (!m_fields->validate()) {
        return std::nullopt;
    }
    for (NumberField* field : {m_onset, m_end}) {
        const bool isToCome = field->value() && *field->value() > m_controller.minuteOf(m_controller.now());
        if (!field->problem().isEmpty() || isToCome) {
            m_endField->setError(tr("A minute of the session that has passed, e.g. 25"));
            field->setFocus();
            return std::nullopt;
        }
    }
    AdverseEvent event = m_fields->writtenInto(m_edited.value_or(AdverseEvent{}));
    // A minute that still reads as it did keeps the second it was stored with.
    const auto moment = [&](const NumberField& field, const std::optional<base::Instant>& stored) {
        const bool isSame =
            stored && field.value() && *field.value() == std::floor(m_controller.minuteOf(*stored));
        return isSame ? stored : momentOf(field);
    };
    const auto former = m_edited ? std::optional(m_edited->onset) : std::nullopt;
    event.onset = moment(*m_onset, former).value_or(m_controller.now());
    event.resolvedAt = moment(*m_end, m_edited ? m_edited->resolvedAt : std::nullopt);
    return event;
}

void AdverseForm::clear() {
    m_fields->setTyped({});
    for (const auto& entry : minutes()) {
        entry.second->clear();
    }
    remember();
}

void AdverseForm::save() {
    const auto event = read();
    if (!event) {
        return;
    }
    const auto done =
        m_edited ? m_controller.amendAdverseEvent(*event) : m_controller.addAdverseEvent(*event);
    if (!done) {
        m_fields->termField().setError(done.error().sentence());
        return;
    }
    if (!m_edited) {
        clear();
    }
    Q_EMIT finished();
}

void AdverseForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT finished();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace kairos::ui
