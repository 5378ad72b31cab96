// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/therapy_session.h"
#include "core/workflow/course_query.h"

#include <QWidget>

class QVBoxLayout;

namespace kairos::workflow {
class OpenPractice;
}

namespace kairos::ui {

class Card;
class StatusChip;
class TextLabel;

/// The course beside the note: the last dose with its intention, how long ago it was, and what was held
/// before.
class CourseCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CourseCard)

public:
    explicit CourseCard(workflow::OpenPractice& practice, QWidget* parent = nullptr);

    /// Shows the course before `at`, which is when the session began, or now.
    void show(const record::TherapySession& session, const workflow::CourseGlance& glance,
              const base::Instant& at);
    using QWidget::show;
    [[nodiscard]] QString sinceText() const;

private:
    void showEarlier(const workflow::CourseGlance& glance);

    workflow::OpenPractice& m_practice;
    Card* m_card;
    TextLabel* m_dose;
    TextLabel* m_since;
    StatusChip* m_window;
    TextLabel* m_basis;
    TextLabel* m_intention;
    TextLabel* m_earlier;
};

} // namespace kairos::ui
