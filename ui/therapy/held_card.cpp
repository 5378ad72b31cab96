// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/held_card.h"

#include "ui/shared/card.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/number_field.h"
#include "ui/shared/time_field.h"
#include "ui/shared/type_scale.h"

#include "core/therapy/modalities.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/therapy_care.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace kairos::ui {

using namespace record;

HeldCard::HeldCard(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_start(new TimeField(this)),
      m_minutes(new NumberField(QStringLiteral("min"), 0, this)),
      m_modality(new QComboBox(this)) {
    m_minutes->setPossible(1, 600);
    m_modality->setEditable(true);
    m_modality->addItems(therapy::Modalities::builtIn().names());
    m_modality->setCurrentIndex(-1);
    build();
    connect(m_start, &QLineEdit::textEdited, this, &HeldCard::touch);
    connect(m_minutes, &QLineEdit::textEdited, this, &HeldCard::touch);
    connect(m_modality->lineEdit(), &QLineEdit::textEdited, this, &HeldCard::touch);
    connect(m_modality, &QComboBox::textActivated, this, &HeldCard::touch);
    connect(m_modality, &QComboBox::textActivated, this, &HeldCard::modalityChosen);
    connect(m_modality->lineEdit(), &QLineEdit::editingFinished, this, &HeldCard::modalityChosen);
}

HeldCard::~HeldCard() {
    hide(); // A field that has the keyboard ends its edit while the card is still whole.
}

void HeldCard::build() {
    auto* card = new Card({}, CardContent::Padded, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    card->body().addLayout(row);
    row->addWidget(new Field(tr("Began at"), m_start, card), 1, Qt::AlignTop);
    row->addWidget(new Field(tr("Therapy time, min"), m_minutes, card), 1, Qt::AlignTop);
    row->addWidget(new Field(tr("Modality"), m_modality, card), 2, Qt::AlignTop);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void HeldCard::touch() {
    m_isTouched = true;
    Q_EMIT touched();
}

void HeldCard::showFor(const TherapySession& session) {
    m_session = session;
    const bool isFixed = !isOpen();
    m_start->setReadOnly(isFixed);
    m_minutes->setReadOnly(isFixed);
    m_modality->setEnabled(!isFixed);
    if (m_isTouched && !isFixed) {
        return;
    }
    if (session.startedAt) {
        m_start->setTime(session.startedAt->local(m_context.practice.zone()).time());
    }
    if (session.minutes) {
        m_minutes->setValue(*session.minutes);
    }
    m_modality->setEditText(session.modality);
}

bool HeldCard::isOpen() const {
    return m_session.state != SessionState::Signed && m_session.state != SessionState::Cancelled &&
           m_session.state != SessionState::NoShow;
}

std::optional<base::Instant> HeldCard::typedStart() const {
    const auto time = m_start->time();
    if (!time) {
        return std::nullopt;
    }
    // A session that is written up before its booked day was held today.
    const QDate day = std::min(m_session.booked.date, m_context.practice.today());
    return base::Instant::fromLocal(day, *time, m_context.practice.zone());
}

base::Outcome HeldCard::hold() {
    if (!isOpen()) {
        return {};
    }
    const QString what = tr("The note was not saved");
    for (const TypedField* field : std::initializer_list<const TypedField*>{m_start, m_minutes}) {
        if (!field->problem().isEmpty()) {
            return base::fail(base::ErrorCode::InvalidInput, what,
                              tr("\"%1\" does not read").arg(field->text()), field->problem());
        }
    }
    if (const auto start = typedStart()) {
        return save(*start);
    }
    // Saving ends the draft: what stands beside the note must not go with it.
    return m_minutes->value()
               ? base::fail(base::ErrorCode::InvalidInput, what, tr("the therapy time has no beginning"),
                            tr("type when the session began"))
               : base::Outcome{};
}

base::Outcome HeldCard::save(const base::Instant& start) {
    const auto typed = m_minutes->value();
    const std::optional<int> minutes = typed ? std::optional(static_cast<int>(*typed)) : std::nullopt;
    const bool isSame = m_session.startedAt && m_session.startedAt->utcMs == start.utcMs &&
                        m_session.minutes == minutes && m_session.modality == modality();
    if (isSame) {
        return {};
    }
    const auto done =
        workflow::TherapyCare(m_context.practice).hold(m_session.id, start, minutes, modality());
    if (done) {
        m_isTouched = false;
    }
    return done;
}

QStringList HeldCard::missing() const {
    QStringList missing;
    if (!m_session.startedAt) {
        missing.append(tr("when the session began"));
    }
    if (!m_session.minutes) {
        missing.append(tr("how long it took"));
    }
    return missing;
}

QJsonObject HeldCard::state() const {
    return {{QStringLiteral("start"), m_start->text()},
            {QStringLiteral("minutes"), m_minutes->text()},
            {QStringLiteral("modality"), m_modality->currentText()}};
}

void HeldCard::setState(const QJsonObject& state) {
    m_start->setText(state.value(QStringLiteral("start")).toString());
    m_minutes->setText(state.value(QStringLiteral("minutes")).toString());
    m_modality->setEditText(state.value(QStringLiteral("modality")).toString());
    m_isTouched = true;
}

QString HeldCard::modality() const {
    return m_modality->currentText().trimmed();
}

QString HeldCard::minutesText() const {
    const auto minutes = m_minutes->value();
    return minutes ? withUnit(QString::number(*minutes), QStringLiteral("min")) : QString();
}

} // namespace kairos::ui
