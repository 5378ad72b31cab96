// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/base/finding.h"
#include "core/workflow/rating_query.h"

class QVBoxLayout;

namespace kairos::ui {

class Card;
class TextLabel;

/// The scales of therapy that are due on their rhythm, beside a session, and what the last rating of the
/// alliance asks to be talked about. Each opens with its button, the first with Ctrl+R; a patient who would
/// rather not is recorded by the button beside it. Away while there is nothing to say.
class DueScalesCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DueScalesCard)

public:
    explicit DueScalesCard(const PageContext& context, QWidget* parent = nullptr);

    /// All that is due in a patient's course, with the alliance.
    void showCourse(const record::PatientId& patient);
    /// What is asked about one dose.
    void showDose(const record::PatientId& patient, const record::SessionId& dose);
    /// All that stands on it, line by line; empty while it is away.
    [[nodiscard]] QStringList words() const;

private:
    void show(const QList<workflow::RatingDuty>& duties, const base::Findings& findings);
    using QWidget::show;
    void say(const base::Error& error);
    void addDuty(QVBoxLayout& column, const workflow::RatingDuty& duty);
    void addFinding(QVBoxLayout& column, const base::Finding& finding);
    void decline(const workflow::DueRating& asked);
    [[nodiscard]] QString nameOf(const workflow::DueRating& asked) const;
    void refresh();

    PageContext m_context;
    record::PatientId m_patient;
    std::optional<record::SessionId> m_dose; ///< none: the whole course
    Card* m_card;
    TextLabel* m_trouble;
    QWidget* m_list = nullptr;
    QStringList m_shown;   ///< what the list was made of: as long as it stays, the focus stays too
    bool m_isFirst = true; ///< the next line has the key
};

} // namespace kairos::ui
