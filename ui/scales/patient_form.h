// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/scales/rating_form.h"

#include "ui/shared/kiosk.h"

#include <QTimer>

class QProgressBar;
class QPushButton;
class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace kairos::ui {

class PatientClosing;
class PatientQuestion;
class Segments;
class TextLabel;

/// A rating as the patient fills it in, alone with the device: one question or all of them a page, large and
/// without any score, band or flag. What stays open is asked for once. It is saved when the patient ends it,
/// with the risk item it may open, before anybody unlocks the screen.
class PatientForm final : public KioskForm {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PatientForm)

public:
    /// Begins with the answers that stand already. \pre the instrument is for patients
    PatientForm(RatingForm form, const QList<record::Answer>& answers, workflow::OpenPractice& practice,
                QWidget* parent = nullptr);

    void keep() override;
    [[nodiscard]] Place next() const override;
    [[nodiscard]] bool isUrgent() const override;

    enum class Step { One, All, Asking, Closed };
    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] const RatingEntry& entry() const { return m_entry; }
    /// The question that has the keyboard; -1 where none has.
    [[nodiscard]] int currentPlace() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeOne();
    [[nodiscard]] QWidget* makeStem(QWidget* parent) const;
    [[nodiscard]] QWidget* makeAll();
    [[nodiscard]] QWidget* makeAsking();
    [[nodiscard]] QWidget* makeFoot();
    void showStep(Step step);
    void showOne(int place);
    void showProgress();
    void setAnswer(int place, const record::Answer& answer);
    void hideSkipped();
    void goOn();
    void goBack();
    void end();
    void save();
    void showClosing(const QString& clinicText);
    [[nodiscard]] int neighbour(int place, int step) const;
    [[nodiscard]] QList<int> openPlaces() const;
    [[nodiscard]] PatientQuestion* questionWithFocus() const;
    void chooseByKey(int value);

    RatingForm m_form;
    workflow::OpenPractice& m_practice;
    RatingEntry m_entry;
    Step m_step = Step::One;
    Step m_manner = Step::One; ///< one or all: how the patient reads the form
    int m_place = 0;
    bool m_hasAsked = false;
    bool m_isDirty = false;
    std::optional<workflow::RatingSaved> m_saved;
    QTimer m_draftTimer;

    QWidget* m_head = nullptr;
    TextLabel* m_count = nullptr;
    QProgressBar* m_progress = nullptr;
    Segments* m_mannerChoice = nullptr;
    QStackedLayout* m_pages = nullptr;
    QScrollArea* m_oneScroll = nullptr;
    PatientQuestion* m_one = nullptr;
    QVBoxLayout* m_oneColumn = nullptr;
    QWidget* m_stem = nullptr;
    QScrollArea* m_allScroll = nullptr;
    QList<PatientQuestion*> m_all;
    TextLabel* m_askingWords = nullptr;
    QPushButton* m_showOpen = nullptr;
    PatientClosing* m_closing = nullptr;
    QWidget* m_foot = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_next = nullptr;
};

} // namespace kairos::ui
