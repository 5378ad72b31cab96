// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scales/patient_question.h"

#include "ui/scales/patient_choice.h"

#include "ui/shared/formats.h"
#include "ui/shared/number_field.h"
#include "ui/shared/text_label.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kairos::ui {

using record::AnswerState;

namespace {

constexpr int kMostBeside = 5; ///< more answers than these stand below each other
constexpr int kDecline = 1000; ///< beyond the place of any answer

} // namespace

PatientQuestion::PatientQuestion(const RatingEntry& entry, int place, Manner manner, QWidget* parent)
    : QWidget(parent), m_place(place), m_words(entry.item(place).text), m_group(new QButtonGroup(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(manner == Manner::Alone ? 20 : 8));
    const QString shown =
        manner == Manner::Alone ? m_words : tr("%1. %2", "number, question").arg(place + 1).arg(m_words);
    auto* words = new TextLabel(shown, manner == Manner::Alone ? TextRole::Welcome : TextRole::PatientName,
                                Token::Text, this);
    words->setWordWrap(true);
    column->addWidget(words);
    setAccessibleName(m_words);
    if (entry.options(place) != nullptr) {
        makeChoices(entry, manner);
    } else {
        makeNumber(entry.item(place));
    }
    m_decline = new PatientChoice(tr("I would rather not answer this"), PatientChoice::Shape::Quiet, this);
    m_group->addButton(m_decline, kDecline);
    column->addWidget(m_decline, 0, Qt::AlignLeft);
    setAnswer(entry.answer(place));
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on) {
            if (id == kDecline && m_number != nullptr) {
                m_number->setValue(std::nullopt);
            }
            tell();
        }
    });
}

void PatientQuestion::makeChoices(const RatingEntry& entry, Manner manner) {
    const auto& options = entry.options(m_place)->options;
    const bool isBeside = manner == Manner::Among && options.size() <= kMostBeside;
    auto* box = isBeside ? static_cast<QBoxLayout*>(new QHBoxLayout) : new QVBoxLayout;
    box->setSpacing(px(isBeside ? 6 : 4));
    for (const scales::Option& option : options) {
        auto* choice = new PatientChoice(
            option.text, isBeside ? PatientChoice::Shape::Cell : PatientChoice::Shape::Line, this);
        m_group->addButton(choice, static_cast<int>(m_values.size()));
        m_values.append(option.value);
        box->addWidget(choice, 1);
    }
    static_cast<QVBoxLayout*>(layout())->addLayout(box);
}

void PatientQuestion::makeNumber(const scales::Item& item) {
    m_number = new NumberField({}, 0, this);
    m_number->setPossible(item.min, item.max);
    m_number->setFont(fontFor(TextRole::Welcome));
    m_number->setMinimumHeight(px(52));
    m_number->setMaximumWidth(px(180));
    m_number->setAccessibleName(m_words);
    layout()->addWidget(m_number);
    layout()->addWidget(new TextLabel(tr("A number from %1 to %2").arg(item.min).arg(item.max),
                                      TextRole::Reading, Token::Text2, this));
    connect(m_number, &QLineEdit::textEdited, this, [this] {
        m_group->setExclusive(false);
        m_decline->setChecked(false);
        m_group->setExclusive(true);
        tell();
    });
}

void PatientQuestion::tell() {
    record::Answer answer;
    if (m_group->checkedId() == kDecline) {
        answer.state = AnswerState::Declined;
    } else if (m_group->checkedId() >= 0) {
        answer = record::Answer::given(m_values.at(m_group->checkedId()));
    } else if (m_number != nullptr && m_number->value()) {
        answer = record::Answer::given(static_cast<int>(*m_number->value()));
    }
    Q_EMIT answered(m_place, answer);
}

void PatientQuestion::setAnswer(const record::Answer& answer) {
    const QSignalBlocker quiet(m_group);
    m_group->setExclusive(false);
    for (QAbstractButton* button : m_group->buttons()) {
        const int id = m_group->id(button);
        const bool isGiven = answer.isGiven() && id != kDecline && m_values.value(id) == answer.value;
        button->setChecked(id == kDecline ? answer.state == AnswerState::Declined : isGiven);
    }
    m_group->setExclusive(true);
    if (m_number != nullptr) {
        m_number->setValue(answer.isGiven() ? std::optional<double>(answer.value) : std::nullopt);
    }
}

bool PatientQuestion::choose(int value) {
    const auto place = m_values.indexOf(value);
    if (place < 0) {
        return false;
    }
    m_group->button(static_cast<int>(place))->setChecked(true);
    return true;
}

void PatientQuestion::clear() {
    setAnswer({});
    tell();
}

void PatientQuestion::takeFocus() {
    if (m_number != nullptr && !m_decline->isChecked()) {
        m_number->setFocus(Qt::OtherFocusReason);
        return;
    }
    QAbstractButton* chosen = m_group->checkedButton();
    (chosen != nullptr ? chosen : m_group->buttons().first())->setFocus(Qt::OtherFocusReason);
}

} // namespace kairos::ui
