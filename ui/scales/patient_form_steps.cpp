// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/patient_form.h"

#include "ui/scales/patient_closing.h"
#include "ui/scales/patient_question.h"

#include "ui/shared/text_label.h"

#include "core/workflow/open_practice.h"
#include "core/workflow/risk_lane.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QScrollArea>

// What a PatientForm does with answers and keys, and how it ends. How it looks stands in patient_form.cpp.
namespace kairos::ui {

using record::AnswerState;

void PatientForm::setAnswer(int place, const record::Answer& answer) {
    m_entry.setAnswer(place, answer);
    m_isDirty = true;
    if (!m_draftTimer.isActive()) {
        m_draftTimer.start();
    }
    if (m_manner == Step::All) {
        m_place = place;
    }
    hideSkipped();
    showProgress();
}

void PatientForm::hideSkipped() {
    for (PatientQuestion* question : std::as_const(m_all)) {
        question->setVisible(!m_entry.isSkipped(question->place()));
    }
}

int PatientForm::neighbour(int place, int step) const {
    for (int other = place + step; other >= 0 && other < m_entry.placeCount(); other += step) {
        if (!m_entry.isSkipped(other)) {
            return other;
        }
    }
    return -1;
}

QList<int> PatientForm::openPlaces() const {
    QList<int> places;
    for (int place = 0; place < m_entry.placeCount(); ++place) {
        const bool isOpen = m_entry.answer(place).state == AnswerState::Unanswered;
        if (isOpen && !m_entry.isSkipped(place)) {
            places.append(place);
        }
    }
    return places;
}

void PatientForm::goOn() {
    const int after = m_manner == Step::One ? neighbour(m_place, +1) : -1;
    if (after >= 0) {
        showOne(after);
    } else {
        end();
    }
}

void PatientForm::goBack() {
    const int before = neighbour(m_place, -1);
    if (before >= 0) {
        showOne(before);
    }
}

void PatientForm::end() {
    QStringList numbers;
    for (const int place : openPlaces()) {
        if (!m_entry.isExtra(place)) {
            numbers.append(QString::number(place + 1));
        }
    }
    if (m_hasAsked || numbers.isEmpty()) {
        save();
        return;
    }
    m_hasAsked = true;
    m_askingWords->setText(numbers.size() == 1
                               ? tr("Question %1 has no answer yet.").arg(numbers.first())
                               : tr("%1 questions have no answer yet: %2.", "how many, their numbers")
                                     .arg(numbers.size())
                                     .arg(numbers.join(QStringLiteral(", "))));
    m_askingWords->setMinimumHeight(m_askingWords->heightForWidth(m_askingWords->maximumWidth()));
    showStep(Step::Asking);
}

void PatientForm::save() {
    keep();
    if (m_entry.isEmpty()) {
        showClosing({});
        return;
    }
    const RatingState state{m_entry.answers(), std::nullopt, false, record::RatingMode::SelfOnScreen,
                            std::nullopt};
    // The clinic's words do not wait for the disk: where saving fails, the answers stand in the draft.
    const auto score = m_form.score(state);
    const bool isPositive =
        score && workflow::RiskLane::levelOfAnswers(m_form.instrument(), *score).has_value();
    if (const auto saved = m_form.save(state)) {
        m_saved = *saved;
        m_isDirty = false;
    }
    showClosing(isPositive ? m_practice.practice().crisisText.trimmed() : QString());
}

void PatientForm::showClosing(const QString& clinicText) {
    m_closing->showWords(clinicText);
    showStep(Step::Closed);
    setFocus(Qt::OtherFocusReason);
    Q_EMIT ended();
}

void PatientForm::keep() {
    m_draftTimer.stop();
    if (m_isDirty && !m_saved) {
        const RatingState state{m_entry.answers(), std::nullopt, false, record::RatingMode::SelfOnScreen,
                                std::nullopt};
        // A draft that cannot be written is tried again with the next answer; the patient can do nothing.
        m_isDirty = !m_form.keepDraft(state).has_value();
    }
}

Place PatientForm::next() const {
    if (!m_saved) {
        return m_form.place();
    }
    if (m_saved->risk) {
        return RiskPlace{m_form.place().patient};
    }
    RatingPlace place = m_form.place();
    place.rating = m_saved->id;
    return place;
}

bool PatientForm::isUrgent() const {
    return m_saved && m_saved->risk.has_value();
}

PatientQuestion* PatientForm::questionWithFocus() const {
    for (QWidget* widget = focusWidget(); widget != nullptr && widget != this;
         widget = widget->parentWidget()) {
        if (auto* question = qobject_cast<PatientQuestion*>(widget)) {
            return question;
        }
    }
    return m_step == Step::One ? m_one : nullptr;
}

int PatientForm::currentPlace() const {
    const PatientQuestion* question = questionWithFocus();
    return question != nullptr ? question->place() : -1;
}

void PatientForm::chooseByKey(int value) {
    PatientQuestion* question = questionWithFocus();
    if (question == nullptr || !question->choose(value)) {
        return;
    }
    const int after = neighbour(question->place(), +1);
    if (after < 0) {
        m_next->setFocus(Qt::OtherFocusReason);
    } else if (m_step == Step::One) {
        showOne(after);
    } else {
        m_all.at(after)->takeFocus();
        m_allScroll->ensureWidgetVisible(m_all.at(after));
    }
}

void PatientForm::keyPressEvent(QKeyEvent* event) {
    // Whatever the key, it ends here: nothing behind the form is reached.
    event->accept();
    const bool isPlain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    if (!isPlain || m_step == Step::Closed) {
        return;
    }
    const int key = event->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    auto* button = qobject_cast<QPushButton*>(focusWidget());
    if (isEnter && button != nullptr) {
        button->click();
        return;
    }
    if (m_step == Step::Asking) {
        return;
    }
    if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        chooseByKey(key - Qt::Key_0);
    } else if (key == Qt::Key_Backspace || key == Qt::Key_Delete) {
        if (PatientQuestion* question = questionWithFocus()) {
            question->clear();
        }
    } else if (isEnter && m_step == Step::One) {
        goOn();
    } else if (isEnter) {
        focusNextChild();
    }
}

void PatientForm::focusInEvent(QFocusEvent* event) {
    KioskForm::focusInEvent(event);
    if (m_step == Step::One) {
        m_one->takeFocus();
    } else if (m_step == Step::All) {
        m_all.at(m_place)->takeFocus();
    } else if (m_step == Step::Asking) {
        m_showOpen->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace kairos::ui
