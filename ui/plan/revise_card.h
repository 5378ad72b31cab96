// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/workflow/plan_query.h"
#include "core/workflow/plan_revision.h"

#include <QDateTime>
#include <QHash>

class QPushButton;

namespace kairos::ui {

class Card;
class CourseModel;
class DateField;
class TableView;
class TextLabel;

/// What if a step stood on another day, the course started on another one, or all were planned anew from what
/// has happened: shows what would move and what would break before anything is saved.
class ReviseCard final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReviseCard)

public:
    explicit ReviseCard(const PageContext& context, QWidget* parent = nullptr);

    void setPlan(const workflow::PlanView& view);
    /// Opens the card with the start moved by so many days.
    void tryStart(int days);
    /// Opens the card with a step on another day; the focus stays where it is.
    void tryStep(const QString& key, QDate day);
    /// The same from where the trial stands, or from the step's own day.
    void tryStepBy(const QString& key, int days);
    /// Opens the card with what planning on from now would change.
    void tryReplan();
    void closeCard();
    /// Asks for the reason and takes the effect over; nothing happens where nothing is tried.
    void accept();

    /// What the trial would do; none while the card is closed or the day is none.
    [[nodiscard]] const std::optional<workflow::PlanEffect>& effect() const { return m_effect; }
    /// Where each step that would move would stand, by its key.
    [[nodiscard]] QHash<QString, QDateTime> ghosts() const;
    /// The step that is tried on another day; empty otherwise.
    [[nodiscard]] QString triedStep() const { return m_what == What::Step ? m_key : QString(); }
    void focusDay();

Q_SIGNALS:
    void saved();
    void closed();
    /// Another effect is shown, or none any more.
    void effectChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class What { Start, Step, Replan };

    void build();
    void open(What what, const QString& key, std::optional<QDate> day);
    void showEffect();
    void showWords();
    [[nodiscard]] workflow::PlanChange change() const;
    [[nodiscard]] QString titleOfStep() const;
    [[nodiscard]] QString countWords() const;

    PageContext m_context;
    std::optional<workflow::PlanView> m_view;
    std::optional<workflow::PlanEffect> m_effect;
    What m_what = What::Start;
    QString m_key;
    Card* m_card;
    TextLabel* m_label = nullptr;
    DateField* m_day = nullptr;
    TextLabel* m_words = nullptr;
    TextLabel* m_stops = nullptr;
    TextLabel* m_cautions = nullptr;
    TextLabel* m_bookings = nullptr;
    CourseModel* m_moves;
    TableView* m_table = nullptr;
    QPushButton* m_accept = nullptr;
};

} // namespace kairos::ui
