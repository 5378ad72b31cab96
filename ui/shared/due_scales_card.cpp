// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/due_scales_card.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/formats.h"
#include "ui/shared/status_chip.h"
#include "ui/shared/text_label.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/rating_care.h"
#include "core/workflow/rating_decline.h"
#include "core/workflow/rhythm_query.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace kairos::ui {

using workflow::DueRating;
using workflow::DutyState;
using workflow::RatingDuty;

namespace {

Chip chipOf(const RatingDuty& duty, const QString& instrument) {
    if (duty.state == DutyState::Late) {
        return {ChipKind::Late, DueScalesCard::tr("late, by %1").arg(dayText(duty.asked.latest)), instrument};
    }
    return {ChipKind::Due,
            duty.asked.latest.isValid() ? DueScalesCard::tr("due %1").arg(dayText(duty.asked.latest))
                                        : DueScalesCard::tr("due"),
            instrument};
}

} // namespace

DueScalesCard::DueScalesCard(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_card(new Card(tr("Scales of this course"), CardContent::Padded, this)),
      m_trouble(makeParagraph({}, TextRole::Body, Token::Stop, m_card)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_card->body().addWidget(m_trouble);
    m_trouble->hide();
    hide();
}

void DueScalesCard::showCourse(const record::PatientId& patient) {
    m_patient = patient;
    m_dose.reset();
    refresh();
}

void DueScalesCard::showDose(const record::PatientId& patient, const record::SessionId& dose) {
    m_patient = patient;
    m_dose = dose;
    refresh();
}

void DueScalesCard::refresh() {
    const workflow::RhythmQuery query(m_context.practice);
    auto duties = query.duties(m_patient);
    const auto findings = m_dose ? base::Result<base::Findings>(base::Findings()) : query.alliance(m_patient);
    if (!duties || !findings) {
        say(duties ? findings.error() : duties.error());
        return;
    }
    if (m_dose) {
        duties->removeIf([this](const RatingDuty& duty) { return duty.asked.session != m_dose; });
    }
    m_trouble->hide();
    show(*duties, *findings);
}

void DueScalesCard::say(const base::Error& error) {
    m_trouble->setText(error.sentence());
    m_trouble->show();
    setVisible(true);
}

void DueScalesCard::show(const QList<RatingDuty>& duties, const base::Findings& findings) {
    setVisible(!duties.isEmpty() || !findings.isEmpty());
    QStringList wanted{m_patient.toString()};
    for (const base::Finding& finding : findings) {
        wanted.append(finding.text);
    }
    for (const RatingDuty& duty : duties) {
        wanted.append(QStringLiteral("%1 %2 %3")
                          .arg(duty.asked.rhythm,
                               duty.asked.session ? duty.asked.session->toString() : QString(),
                               chipOf(duty, {}).word));
    }
    if (m_list != nullptr && wanted == m_shown) {
        return;
    }
    m_shown = wanted;
    delete m_list;
    m_list = new QWidget(m_card);
    m_isFirst = true;
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    for (const base::Finding& finding : findings) {
        addFinding(*column, finding);
    }
    for (const RatingDuty& duty : duties) {
        addDuty(*column, duty);
    }
    m_card->body().addWidget(m_list);
}

void DueScalesCard::addFinding(QVBoxLayout& column, const base::Finding& finding) {
    column.addWidget(makeParagraph(finding.text, TextRole::Strong, Token::Text, m_list));
    column.addWidget(
        makeParagraph(tr("Source: %1 (%2)").arg(finding.source, base::confidenceMark(finding.confidence)),
                      TextRole::Caption, Token::Text2, m_list));
}

QString DueScalesCard::nameOf(const DueRating& asked) const {
    const auto* instrument = m_context.practice.catalog().instruments.find(asked.instrument);
    return instrument != nullptr ? instrument->shortTitle : asked.instrument;
}

void DueScalesCard::addDuty(QVBoxLayout& column, const RatingDuty& duty) {
    const QString name = nameOf(duty.asked);
    auto* line = new QWidget(m_list);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    auto* open = makeButton({.text = name,
                             .icon = Icon::Rating,
                             .key = m_isFirst ? QKeySequence(Qt::CTRL | Qt::Key_R) : QKeySequence()},
                            line);
    m_isFirst = false;
    auto* declined = makeButton({.text = tr("Declined"), .kind = ButtonKind::Quiet}, line);
    declined->setAccessibleName(tr("%1 declined").arg(name));
    declined->setToolTip(tr("The patient would rather not fill it in: kept as a form without answers."));
    row->addWidget(open);
    row->addStretch(1);
    row->addWidget(declined);
    column.addWidget(line);
    column.addWidget(new StatusChip(chipOf(duty, name), m_list), 0, Qt::AlignLeft);
    column.addWidget(makeParagraph(tr("%1. Source: %2").arg(duty.asked.stepTitle, duty.asked.basis),
                                   TextRole::Caption, Token::Text2, m_list));
    const RatingPlace place{m_patient, duty.asked.instrument, duty.asked.step, duty.asked.session, {}};
    connect(open, &QPushButton::clicked, this, [this, place] { m_context.navigator.open(place); });
    // The line goes with the press: what follows is done once the press is over.
    connect(
        declined, &QPushButton::clicked, this, [this, asked = duty.asked] { decline(asked); },
        Qt::QueuedConnection);
}

void DueScalesCard::decline(const DueRating& asked) {
    const auto saved = workflow::declineRating(m_context.practice, m_patient, asked);
    if (!saved) {
        say(saved.error());
        return;
    }
    if (m_context.undo != nullptr) {
        const QString reason = tr("taken back at once: the patient did not decline");
        m_context.undo->offerUndo({tr("%1 was recorded as declined.").arg(nameOf(asked)),
                                   [&practice = m_context.practice, id = saved->id, reason] {
                                       return workflow::RatingCare(practice).withdraw(id, reason);
                                   }});
    }
    refresh();
    // The button that was pressed is gone: the hand goes on with what is still asked for.
    const auto left = m_list->findChildren<QPushButton*>();
    if (!left.isEmpty()) {
        left.first()->setFocus(Qt::OtherFocusReason);
    }
}

QStringList DueScalesCard::words() const {
    QStringList words;
    if (isHidden() || m_list == nullptr) {
        return words;
    }
    const auto widgets = m_list->findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (const auto* label = qobject_cast<const TextLabel*>(widget)) {
            words.append(label->text());
        } else if (const auto* chip = qobject_cast<const StatusChip*>(widget)) {
            words.append(QStringLiteral("%1: %2").arg(chip->chip().object, chip->chip().word));
        }
    }
    return words;
}

} // namespace kairos::ui
