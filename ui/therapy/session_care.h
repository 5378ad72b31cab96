// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/therapy_session.h"

namespace kairos::ui {

class Banner;
class DueScalesCard;
class SafetyPlanCard;

/// What a therapist is to have in sight beside a session: the safety plan while a risk answer is yes, and the
/// scales that are due on their rhythm. Away beside a session of another day that is signed, and where there
/// is nothing to say.
class SessionCare final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionCare)

public:
    explicit SessionCare(const PageContext& context, QWidget* parent = nullptr);

    void showFor(const record::TherapySession& session);
    [[nodiscard]] SafetyPlanCard& safetyPlan() { return *m_plan; }
    [[nodiscard]] DueScalesCard& scales() { return *m_scales; }

private:
    PageContext m_context;
    Banner* m_trouble;
    SafetyPlanCard* m_plan;
    DueScalesCard* m_scales;
};

} // namespace kairos::ui
