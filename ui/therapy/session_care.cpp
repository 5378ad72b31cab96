// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/therapy/session_care.h"

#include "ui/shared/banner.h"
#include "ui/shared/due_scales_card.h"
#include "ui/shared/safety_plan_card.h"
#include "ui/shared/type_scale.h"

#include "core/workflow/catalog.h"
#include "core/workflow/open_practice.h"
#include "core/workflow/safety_plan_query.h"

#include <QVBoxLayout>

namespace kairos::ui {

using record::SessionState;

namespace {

/// The session is not there to act in any more.
bool isPast(const record::TherapySession& session, QDate today) {
    return session.state == SessionState::Cancelled || session.state == SessionState::NoShow ||
           (session.state == SessionState::Signed && session.booked.date < today);
}

} // namespace

SessionCare::SessionCare(const PageContext& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_trouble(new Banner({}, this)),
      m_plan(new SafetyPlanCard(context, SafetyPlanCard::Size::Compact, this)),
      m_scales(new DueScalesCard(context, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    for (QWidget* part : std::initializer_list<QWidget*>{m_trouble, m_plan, m_scales}) {
        column->addWidget(part);
    }
    m_trouble->hide();
}

void SessionCare::showFor(const record::TherapySession& session) {
    const bool isAway = isPast(session, m_context.practice.today());
    setVisible(!isAway);
    if (isAway) {
        return;
    }
    m_scales->showCourse(session.patient);
    const auto standing =
        workflow::SafetyPlanQuery(m_context.practice).standing(session.patient, std::nullopt);
    m_trouble->setVisible(!standing.has_value());
    m_plan->setVisible(standing.has_value());
    if (!standing) {
        m_trouble->setBannerText(bannerTextOf(standing.error()));
        return;
    }
    m_plan->showFor(session.patient, *standing,
                    safety::safetyPlanLine(standing->facts, m_context.practice.today(),
                                           m_context.practice.catalog().safety));
    setVisible(!m_plan->isHidden() || !m_scales->isHidden());
}

} // namespace kairos::ui
