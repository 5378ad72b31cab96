// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/order_card.h"

#include "ui/plan/plan_words.h"

#include "ui/shared/buttons.h"
#include "ui/shared/card.h"
#include "ui/shared/date_field.h"
#include "ui/shared/form.h"
#include "ui/shared/formats.h"
#include "ui/shared/number_field.h"
#include "ui/shared/questions.h"
#include "ui/shared/spoken_order_form.h"
#include "ui/shared/text_label.h"

#include "core/protocols/names.h"
#include "core/security/permissions.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/order_checks.h"
#include "core/workflow/plan_care.h"
#include "core/workflow/verbal_order.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace kairos::ui {
namespace {

template <class Unit>
std::optional<double> plain(const std::optional<base::Quantity<Unit>>& quantity) {
    return quantity ? std::optional(quantity->value) : std::nullopt;
}

template <class Amount>
std::optional<Amount> quantity(const std::optional<double>& value) {
    return value ? std::optional(Amount{*value}) : std::nullopt;
}

QString levelText(base::FindingLevel level) {
    switch (level) {
    case base::FindingLevel::Information:
        return OrderCard::tr("Information");
    case base::FindingLevel::Caution:
        return OrderCard::tr("Caution");
    case base::FindingLevel::Stop:
        return OrderCard::tr("Stop");
    }
    return {};
}

/// Behind the days of an order: that it has not begun, or is over.
QString daysText(const record::Order& order, QDate today) {
    switch (workflow::orderDaysOn(order, today)) {
    case workflow::OrderDays::NotYet:
        return OrderCard::tr(" (not yet)");
    case workflow::OrderDays::Over:
        return OrderCard::tr(" (over)");
    case workflow::OrderDays::Valid:
        return {};
    }
    return {};
}

} // namespace

OrderCard::OrderCard(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_card(new Card(tr("Orders"), CardContent::Padded, this)),
      m_list(makeParagraph({}, TextRole::Body, Token::Text, m_card)),
      m_propose(makeButton({.text = tr("Propose an order"), .icon = Icon::Plus}, m_card)),
      m_countersign(makeButton({.text = tr("Countersign"), .icon = Icon::Signed}, m_card)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_card->addToTitle(m_countersign);
    m_card->addToTitle(m_propose);
    m_countersign->hide();
    m_card->body().addWidget(m_list);
    buildForm();
    m_card->body().addStretch(1);
    setFocusProxy(m_propose);
    connect(m_propose, &QPushButton::clicked, this, &OrderCard::propose);
    connect(m_countersign, &QPushButton::clicked, this, &OrderCard::countersign);
}

void OrderCard::buildForm() {
    m_form = new FormSection({}, m_card);
    m_mgPerKg = new NumberField(QStringLiteral("mg/kg"), 2);
    m_mg = new NumberField(QStringLiteral("mg"), 1);
    m_maximum = new NumberField(QStringLiteral("mg"), 1);
    m_minutes = new NumberField(QStringLiteral("min"), 0);
    m_from = new DateField;
    m_to = new DateField;
    m_form->addPair(new Field(tr("Dose by weight, mg/kg"), m_mgPerKg), new Field(tr("or dose, mg"), m_mg));
    m_form->addPair(new Field(tr("At most, mg"), m_maximum), new Field(tr("Infusion, min"), m_minutes));
    m_form->addPair(new Field(tr("Valid from"), m_from), new Field(tr("Valid to"), m_to));
    m_doses = new QLineEdit;
    m_doses->setObjectName(QStringLiteral("order-doses"));
    m_doses->setPlaceholderText(tr("all doses of the plan"));
    m_form->addField(tr("For doses"), m_doses)->setHelp(tr("Empty for all, or e.g. 3, 1-6, or 1-3, 5"));
    m_rescue = new QPlainTextEdit;
    m_rescue->setTabChangesFocus(true);
    connect(m_rescue, &QPlainTextEdit::textChanged, this, &OrderCard::growRescue);
    growRescue();
    m_form->addField(tr("Rescue drugs, one a line"), m_rescue)
        ->setHelp(tr("Drug, dose and route, e.g. \"ondansetron 4 mg IV\""));
    m_isVerbal = new QCheckBox(tr("Verbal order, spoken by a prescriber"));
    m_isVerbal->setObjectName(QStringLiteral("order-verbal"));
    m_form->addWide(m_isVerbal);
    m_drug = makeParagraph({}, TextRole::Body, Token::Text, m_card);
    m_card->body().addWidget(m_drug);
    m_card->body().addWidget(m_form);
    m_spoken = new SpokenOrderForm(m_context.practice, m_card);
    m_card->body().addWidget(m_spoken);
    m_findings = makeParagraph({}, TextRole::Body, Token::Caution, m_card);
    m_card->body().addWidget(m_findings);
    m_trouble = makeParagraph({}, TextRole::Body, Token::Stop, m_card);
    m_trouble->hide();
    m_card->body().addWidget(m_trouble);
    m_buttons = new QWidget(m_card);
    auto* row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    auto* leave = makeButton({.text = tr("Not now")}, m_buttons);
    m_sign = makeButton({.text = tr("Sign the order"), .icon = Icon::Signed}, m_buttons);
    row->addStretch(1);
    row->addWidget(leave);
    row->addWidget(m_sign);
    m_card->body().addWidget(m_buttons);
    closeForm();
    connect(leave, &QPushButton::clicked, this, [this] {
        closeForm();
        m_propose->setFocus(Qt::OtherFocusReason);
    });
    connect(m_sign, &QPushButton::clicked, this, &OrderCard::sign);
    connect(m_isVerbal, &QCheckBox::toggled, this, &OrderCard::showVerbal);
    for (TypedField* field : {static_cast<TypedField*>(m_mgPerKg), static_cast<TypedField*>(m_mg),
                              static_cast<TypedField*>(m_maximum), static_cast<TypedField*>(m_minutes),
                              static_cast<TypedField*>(m_from), static_cast<TypedField*>(m_to)}) {
        connect(field, &TypedField::valueChanged, this, &OrderCard::showFindings);
    }
    connect(m_doses, &QLineEdit::textChanged, this, &OrderCard::showFindings);
}

void OrderCard::growRescue() {
    constexpr int kLeastLines = 2;
    constexpr int kMostLines = 8;
    const int lines = std::clamp(m_rescue->blockCount(), kLeastLines, kMostLines);
    const int frame = 2 * (m_rescue->frameWidth() + static_cast<int>(m_rescue->document()->documentMargin()));
    const qreal pitch = std::ceil(QFontMetricsF(m_rescue->font()).lineSpacing());
    m_rescue->setFixedHeight(static_cast<int>(lines * pitch) + frame + px(6));
}

void OrderCard::closeForm() {
    for (QWidget* part : {static_cast<QWidget*>(m_form), m_buttons, static_cast<QWidget*>(m_drug),
                          static_cast<QWidget*>(m_findings), static_cast<QWidget*>(m_trouble),
                          static_cast<QWidget*>(m_spoken)}) {
        part->hide();
    }
}

void OrderCard::showVerbal() {
    const bool isVerbal = m_isVerbal->isChecked();
    m_spoken->setVisible(isVerbal);
    m_sign->setText(isVerbal ? tr("Record the verbal order") : tr("Sign the order"));
    // How long it holds is a rule, no choice.
    m_from->setEnabled(!isVerbal);
    m_to->setEnabled(!isVerbal);
    if (isVerbal) {
        m_spoken->begin();
        m_from->setDate(m_context.practice.today());
        m_to->setDate(workflow::verbalOrderEnds(m_context.practice.today()));
    } else {
        m_from->setDate(m_proposed.validFrom);
        m_to->setDate(m_proposed.validTo);
    }
    showFindings();
}

void OrderCard::showFindings() {
    if (m_form->isHidden()) {
        return;
    }
    const auto findings = typed().and_then([this](const record::Order& order) {
        return workflow::PlanCare(m_context.practice).checkOrder(order);
    });
    QStringList lines;
    auto token = Token::Text2;
    if (!findings) {
        lines.append(findings.error().sentence());
        token = Token::Stop;
    } else {
        auto worst = base::FindingLevel::Information;
        for (const base::Finding& finding : *findings) {
            worst = std::max(worst, finding.level);
            lines.append(QStringLiteral("%1: %2 (%3, %4)")
                             .arg(levelText(finding.level), finding.text, finding.source,
                                  base::confidenceMark(finding.confidence)));
        }
        token = worst == base::FindingLevel::Stop      ? Token::Stop
                : worst == base::FindingLevel::Caution ? Token::Caution
                                                       : Token::Text2;
    }
    m_findings->setToken(token);
    m_findings->setText(lines.join(QLatin1Char('\n')));
    m_findings->setVisible(!lines.isEmpty());
}

QString OrderCard::orderLine(const workflow::OrderRow& row) const {
    const record::Order& order = row.order;
    QStringList signers;
    for (const record::Signature& signature : row.signatures) {
        signers.append(tr("%1, %2, %3")
                           .arg(m_context.practice.clinicianName(signature.signer),
                                security::roleName(signature.role),
                                dateTimeText(signature.at, m_context.practice.zone())));
    }
    const QDate today = m_context.practice.today();
    const QString rescue = order.rescueDrugs.isEmpty()
                               ? tr("No rescue drug is ordered.")
                               : tr("Rescue drugs: %1.").arg(order.rescueDrugs.join(QStringLiteral("; ")));
    const QString days =
        rangeText(plainDateText(order.validFrom), plainDateText(order.validTo)) + daysText(order, today);
    const QString verbal = workflow::verbalOrderWords(m_context.practice, order, row.signatures);
    return tr("%1. Valid %2. %3 %4")
        .arg(orderText(order), days, rescue,
             !verbal.isEmpty()   ? verbal.left(1).toUpper() + verbal.mid(1) + QLatin1Char('.')
             : signers.isEmpty() ? tr("Not signed.")
                                 : tr("Signed by %1.").arg(signers.join(QStringLiteral("; "))));
}

void OrderCard::showCountersign(const workflow::PlanView& view) {
    const auto& me = m_context.practice.signedIn();
    m_waiting.reset();
    // The signed-in prescriber's own comes first, the oldest of them.
    for (const workflow::OrderRow& row : view.orders) {
        const bool isMine = me && me->id == row.order.prescriber;
        const bool hadMine = m_waiting && me && me->id == m_waiting->prescriber;
        if (row.waitsForCountersignature() && (isMine || !hadMine)) {
            m_waiting = row.order;
        }
    }
    m_countersign->setVisible(m_waiting.has_value());
    if (m_waiting) {
        const bool isMine = me && me->id == m_waiting->prescriber;
        setButtonBlockedBy(*m_countersign,
                           isMine ? QString()
                                  : tr("%1 spoke it and countersigns: sign in as that prescriber.")
                                        .arg(m_context.practice.clinicianName(m_waiting->prescriber)));
    }
    setFocusProxy(m_waiting && m_countersign->isEnabled() ? m_countersign : m_propose);
}

void OrderCard::showOrders(const workflow::PlanView& view) {
    m_plan = view.plan.id;
    QStringList lines;
    for (const workflow::OrderRow& row : view.orders) {
        lines.append(orderLine(row));
    }
    m_list->setText(lines.isEmpty()
                        ? tr("No order yet. A dose waits for an order that a prescriber has signed.")
                        : lines.join(QStringLiteral("\n")));
    m_list->setToken(lines.isEmpty() ? Token::Text2 : Token::Text);
    showCountersign(view);
    const bool isValid = view.validOrder(m_context.practice.today()) != nullptr;
    m_card->setSubtitle(isValid ? tr("one is valid today") : tr("none is valid today"));
}

void OrderCard::propose() {
    if (!m_plan) {
        return;
    }
    const auto order = workflow::PlanCare(m_context.practice).proposedOrder(*m_plan);
    m_trouble->setVisible(!order.has_value());
    if (!order) {
        m_trouble->setText(order.error().sentence());
        return;
    }
    m_form->hide(); // Nothing is judged while the fields are filled in.
    m_proposed = *order;
    m_mgPerKg->setValue(plain(order->mgPerKg));
    m_mg->setValue(plain(order->mg));
    m_maximum->setValue(plain(order->maximum));
    m_minutes->setValue(plain(order->minutes));
    m_from->setDate(order->validFrom);
    m_to->setDate(order->validTo);
    m_doses->setText(workflow::dosesText(order->doses));
    m_rescue->setPlainText(order->rescueDrugs.join(QLatin1Char('\n')));
    m_drug->setText(QStringLiteral("%1, %2").arg(order->drug, protocols::routeWords(order->route)));
    m_drug->show();
    const auto& me = m_context.practice.signedIn();
    m_isVerbal->setChecked(me && !security::may(*me, security::Permission::Prescribe));
    m_form->show();
    m_buttons->show();
    showVerbal();
    m_mgPerKg->setFocus(Qt::OtherFocusReason);
}

base::Result<record::Order> OrderCard::typed() const {
    record::Order order = m_proposed;
    order.mgPerKg = quantity<base::MilligramsPerKilogram>(m_mgPerKg->value());
    order.mg = quantity<base::Milligrams>(m_mg->value());
    order.maximum = quantity<base::Milligrams>(m_maximum->value());
    order.minutes = quantity<base::Minutes>(m_minutes->value());
    order.validFrom = m_from->date().value_or(QDate());
    order.validTo = m_to->date().value_or(QDate());
    order.rescueDrugs.clear();
    for (const QString& line : m_rescue->toPlainText().split(QLatin1Char('\n'))) {
        if (!line.trimmed().isEmpty()) {
            order.rescueDrugs.append(line.trimmed());
        }
    }
    return workflow::PlanCare(m_context.practice)
        .doseNumbers(order.plan)
        .and_then([this](const QSet<int>& known) { return workflow::dosesFromText(m_doses->text(), known); })
        .map([&](const QList<int>& doses) {
            order.doses = doses;
            return order;
        });
}

std::optional<OrderCard::Ready> OrderCard::checkTyped() {
    const bool isVerbal = m_isVerbal->isChecked();
    if (!m_form->validate() || (isVerbal && !m_spoken->validate())) {
        return std::nullopt;
    }
    const auto written = typed();
    const auto findings = written.and_then([this](const record::Order& order) {
        return workflow::PlanCare(m_context.practice).checkOrder(order);
    });
    const bool isUnread = isVerbal && !m_spoken->readBack().isChecked();
    m_trouble->setVisible(!findings || isUnread);
    if (!findings) {
        m_trouble->setText(findings.error().sentence());
        return std::nullopt;
    }
    if (isUnread) {
        m_trouble->setText(tr("Read it back to the prescriber, and mark that it was confirmed."));
        m_spoken->readBack().setFocus(Qt::OtherFocusReason);
        return std::nullopt;
    }
    QStringList words{orderText(*written)};
    for (const base::Finding& finding : *findings) {
        words.append(QStringLiteral("%1: %2").arg(levelText(finding.level), finding.text));
    }
    return Ready{*written, words.join(QLatin1Char('\n'))};
}

void OrderCard::sign() {
    const auto ready = checkTyped();
    if (!ready) {
        return;
    }
    const record::Order order = m_isVerbal->isChecked() ? m_spoken->spokenBy(ready->order) : ready->order;
    const auto spoken =
        m_isVerbal->isChecked() ? std::optional(m_spoken->spoken()) : std::optional<workflow::SpokenOrder>();
    const QString title =
        spoken ? tr("Record this verbal order of %1?").arg(m_context.practice.clinicianName(order.prescriber))
               : tr("Sign this order?");
    m_context.questions.askSignature(title, ready->words, *this, [this, order, spoken](const Answer& answer) {
        workflow::PlanCare care(m_context.practice);
        const auto outcome = spoken ? care.takeVerbalOrder(order, *spoken, answer.password)
                                    : care.signOrder(order, answer.password);
        if (outcome) {
            closeForm();
            Q_EMIT saved();
        }
        return outcome;
    });
}

void OrderCard::countersign() {
    if (!m_waiting) {
        return;
    }
    m_context.questions.askSignature(
        tr("Countersign this verbal order?"), orderText(*m_waiting), *this,
        [this, id = m_waiting->id](const Answer& answer) {
            const auto outcome = workflow::PlanCare(m_context.practice).countersign(id, answer.password);
            if (outcome) {
                Q_EMIT saved();
            }
            return outcome;
        });
}

} // namespace kairos::ui
